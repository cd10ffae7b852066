"""The command ask: one question, or one a line with the model kept warm."""

import json
import sys
from typing import Any

from app.cli.answer_json import answer_json, row_json
from app.cli.output import error_json
from app.cli.services import Services
from app.domain.errors import CofferError, UsageError
from app.presenters.asking import Answered, Asking
from app.presenters.texts_terminal import DemoTexts, Messages


def ask(services: Services) -> int:
    """Answer the question of the command line, or those of standard input."""
    if not services.options.stdin and not services.options.question.strip():
        raise UsageError(Messages.NO_QUESTION, Messages.GIVE_QUESTION)
    planner = services.make_planner()
    try:
        with services.open_book() as book:
            planner.tell_loads(book.note_model_loaded)
            asking = Asking(book, planner, clock=services.clock)
            if services.options.stdin:
                return _answer_lines(services, asking)
            answer = asking.ask(services.options.question)
    finally:
        planner.close()
    if services.out.json:
        services.out.object(answer_json(answer))
    else:
        show_answer(services, answer)
    return 0


def show_answer(services: Services, answer: Answered) -> None:
    """The answer for people: sentence, reading, table, and what it was computed from."""
    services.out.line(answer.text)
    for choice in answer.choices:
        services.out.line(f"  {choice}")
    if answer.card is None:
        return
    services.out.line(f"  {answer.reading}")
    for row in map(row_json, answer.rows):
        parts = [str(row[name]) for name in ("date", "amount", "currency", "count", "percent") if name in row]
        services.out.line(f"    {row['label']}: {' '.join(parts)}")
    services.out.line(DemoTexts.foot(len(answer.evidence), answer.total_milliseconds, by=answer.planned_by))


def _answer_lines(services: Services, asking: Asking) -> int:
    """One JSON object a line in, one out with the same id; a bad line is answered by an error and ends nothing."""
    for line in sys.stdin:
        if not line.strip():
            continue
        request: dict[str, Any] = {}
        try:
            request = _request(line)
            answer = asking.ask(request["question"], conversation=str(request.get("conversation", "")))
            found = answer_json(answer)
        except CofferError as error:
            found = {"error": error_json(error)}
        services.out.object({**({"id": request["id"]} if "id" in request else {}), **found})
    return 0


def _request(line: str) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except ValueError as error:
        raise UsageError(Messages.NOT_JSON, Messages.LINE_FORM) from error
    if not isinstance(request, dict) or not isinstance(request.get("question"), str):
        raise UsageError(Messages.NOT_JSON, Messages.LINE_FORM)
    return request
