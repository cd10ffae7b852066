"""The plan's line: every draft survives writing and reading; everything else is refused."""

import pytest
from hypothesis import given, settings

from app.assistant.plan_text import SEPARATOR, outline, read, write
from app.domain.errors import PlanRefusedError
from app.domain.plan import PlanDraft
from tests.helpers.plan_drafts import drafts


@given(drafts())
def test_a_draft_survives_writing_and_reading(draft: PlanDraft) -> None:
    assert read(write(draft)) == draft


@pytest.mark.parametrize(
    "line",
    ["", "total", "steal spending", "total spending | colour red", "total spending | name", "unsupported", "total spending by", "x" * 500,
     "total spending extra", "select * from entry", "subscriptions", "breakdown spending by planet"],
)  # fmt: skip
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(PlanRefusedError):
        read(line)


@pytest.mark.parametrize(
    ("line", "follows", "added"),
    [
        ("count spending same", True, ()),
        ("total spending same | add bakery | add fuel | when may", True, ("bakery", "fuel")),
        ("compare spending in count percent same | vs fuel | than may", True, ()),
        ("ranking spending by payee lowest same", True, ()),
        ("subscriptions new same", True, ()),
        ("net same", True, ()),
        ("total spending | name bakery", False, ()),
    ],
)
def test_a_plan_may_follow_another(line: str, follows: bool, added: tuple[str, ...]) -> None:
    draft = read(line)
    assert (draft.follows, draft.added) == (follows, added)
    assert write(draft) == line


OUTLINES = {
    "total spending | name noodle bar | name rent | not fuel | when may": "total spending | name | not | when",
    "list any | over 50 | under 100 | top 5": "list any | over | under | top",
    "compare spending in count percent | name fuel | vs rent | when may | than june":
        "compare spending in count percent | name | vs | when | than",
    "count spending same | add bakery | when may": "count spending | when",
    "subscriptions new | name streamly": "subscriptions new | name",
    "suppose | name rent | change by a third": "suppose | name | change",
    "net": "net",
}  # fmt: skip


@pytest.mark.parametrize(("line", "meant"), OUTLINES.items())
def test_an_outline_is_the_head_and_the_keys(line: str, meant: str) -> None:
    assert outline(read(line)) == meant


@settings(max_examples=60)
@given(drafts())
def test_an_outline_is_a_plan_but_for_the_spans(draft: PlanDraft) -> None:
    head, *keys = outline(draft).split(SEPARATOR)
    assert not {"same", "add"} & {head.split()[-1], *keys}
    assert len(set(keys)) == len(keys)
    assert outline(read(SEPARATOR.join((head, *(f"{key} word" for key in keys))))) == outline(draft)
