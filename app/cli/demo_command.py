"""The demo without a display: the sample statements into a throw-away vault, five questions, answers with proof."""

from pathlib import Path

from app.base.paths import resources
from app.cli.answer_json import answer_json
from app.cli.ask_commands import show_answer
from app.cli.import_json import import_line
from app.cli.services import Services
from app.domain.errors import CofferError
from app.ledger.book import Book
from app.presenters.asking import Asking
from app.presenters.texts_terminal import DemoTexts


def sample_statements() -> tuple[Path, ...]:
    """The demo's statements, accounts with balances first."""
    return tuple(sorted((resources() / "samples" / "demo").iterdir()))


def import_samples(services: Services, book: Book) -> None:
    """Import every sample statement and show what was read."""
    for path in sample_statements():
        staged = book.stage(path)
        batch, _ = book.commit(staged.id)
        if services.out.json:
            services.out.object(import_line(staged, batch=batch))
            continue
        for account in staged.accounts:
            proof = account.statement.proof.state.value
            services.out.line(DemoTexts.proved(account.name, len(account.transactions), proof=proof))


def demo(services: Services, book: Book) -> int:
    """Import, ask five questions, print the answers. `book` is the throw-away vault."""
    out = services.out
    out.note(DemoTexts.START)
    out.note(f"{DemoTexts.LOCK}{services.lock.evidence}")
    import_samples(services, book)
    planner = services.make_planner()
    worst = 0
    try:
        planner.tell_loads(book.note_model_loaded)
        asking = Asking(book, planner, clock=services.clock)
        for question in DemoTexts.QUESTIONS:
            worst = max(worst, _ask(services, asking, question=question))
    finally:
        planner.close()
    out.note(DemoTexts.END)
    return worst


def _ask(services: Services, asking: Asking, *, question: str) -> int:
    if not services.out.json:
        services.out.line()
        services.out.line(question)
    try:
        answer = asking.ask(question)
    except CofferError as error:
        return services.out.failure(error)
    if services.out.json:
        services.out.object({"question": question, **answer_json(answer)})
    else:
        show_answer(services, answer)
    return 0
