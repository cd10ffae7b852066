"""Runs of characters: one where the letters touch, letter by letter where something stands between."""

import math
from dataclasses import dataclass

import pytest

from app.statements.pdf_words import Run
from app.statements.readers.pdf.runs import Box, runs_of

WIDE = 6.0
TALL = 10.0
HALF_TURN = 3.14159265
QUARTER = HALF_TURN / 2


@dataclass
class Page:
    """A page whose letters stand where the test says, each as wide as the other."""

    text: str
    places: tuple[float, ...]
    turned: float = 0.0
    size: float = 9.0
    asked: int = 0

    def box(self, index: int) -> Box:
        self.asked += 1
        at = self.places[index]
        if self.turned == pytest.approx(-QUARTER):
            return -2.0, TALL - 2, at, at + WIDE
        return at, at + WIDE, -2.0, TALL - 2

    def origin(self, index: int) -> tuple[float, float]:
        return (0.0, self.places[index]) if self.turned else (self.places[index], 0.0)

    def angle(self, index: int) -> float:
        return self.turned

    def font_size(self, index: int) -> float:
        return self.size

    def font(self, index: int) -> int:
        return 7


def page(text: str, *, gaps: dict[int, float] | None = None, turned: float = 0.0) -> Page:
    """Letters side by side; `gaps` moves what stands from an index on."""
    places, at = [], 100.0
    for index in range(len(text)):
        at += (gaps or {}).get(index, 0.0)
        places.append(at)
        at += WIDE
    return Page(text, tuple(places), turned)


def runs(one: Page) -> list[Run]:
    return runs_of(one, width=600, height=800)


def test_letters_that_touch_are_one_run_with_its_edges_and_its_baseline_from_the_top() -> None:
    assert runs(page("Bakery")) == [Run("Bakery", 100.0, 136.0, 800.0, 9.0)]


def test_a_space_parts_runs_and_is_remembered_by_the_next() -> None:
    found = runs(page("Corner Bakery\r\nNext"))
    assert [(run.text, run.spaced) for run in found] == [("Corner", False), ("Bakery", True), ("Next", False)]


def test_a_gap_inside_a_run_is_found_though_no_space_stands_there() -> None:
    found = runs(page("Shop12.50", gaps={4: 90.0}))
    assert "".join(run.text for run in found) == "Shop12.50"
    assert [run.left for run in found][4] - [run.right for run in found][3] == 90.0


def test_kerning_that_draws_letters_together_leaves_the_run_whole() -> None:
    assert [run.text for run in runs(page("AVAVA", gaps={1: -0.5, 2: -0.5, 3: -0.5}))] == ["AVAVA"]


def test_a_page_turned_by_a_quarter_reads_from_left_to_right() -> None:
    found = runs(page("Turned", turned=-QUARTER))
    assert [(run.text, run.left, run.right) for run in found] == [("Turned", 100.0, 136.0)]
    assert found[0].baseline == 600.0


def test_a_size_that_a_matrix_scales_is_taken_from_the_height() -> None:
    one = page("Scaled")
    one.size = 1.0
    assert runs(one)[0].size == pytest.approx(8.0)


def test_marks_of_the_engine_and_soft_hyphens_are_no_text_and_hyphens_are_plain() -> None:
    assert [run.text for run in runs(page("a\x02b\xadc\x00d\u2011e"))] == ["a-", "b", "c", "d-e"]


def test_a_page_without_text_has_no_runs() -> None:
    assert runs(page("")) == []
    assert runs(page(" \r\n ")) == []


def test_each_letter_is_measured_once_and_then_only_the_ends() -> None:
    one = page("abba abba abba abba abba")
    runs(one)
    assert one.asked <= 2 + 5 * 2


@pytest.mark.parametrize("nowhere", [float("nan"), float("inf")])
def test_a_run_that_stands_nowhere_has_no_numbers(nowhere: float) -> None:
    (placeless,) = runs(Page("12,50", (nowhere, 106.0, 112.0, 118.0, 124.0)))
    assert not math.isfinite(placeless.left)
    (turned,) = runs(page("12,50", turned=nowhere))
    assert not math.isfinite(turned.left)


@dataclass
class Labelled(Page):
    """A page with some letters too small to be read, as labels for screen readers are."""

    tiny: frozenset[int] = frozenset()

    def box(self, index: int) -> Box:
        left, right, bottom, top = super().box(index)
        return (left, left + 0.3, 0.0, 1.0) if index in self.tiny else (left, right, bottom, top)

    def font_size(self, index: int) -> float:
        return 1.0 if index in self.tiny else self.size


@pytest.mark.parametrize(
    ("text", "tiny"), [("Date 05", range(4)), ("05 blank.", range(3, 9)), ("153.52.", [6]), ("153.52. x. 9", [6, 9])]
)
def test_what_nobody_can_read_is_left_out(text: str, tiny: range | list[int]) -> None:
    places = tuple(100.0 + WIDE * index for index in range(len(text)))
    found = runs(Labelled(text, places, tiny=frozenset(tiny)))
    seen = [letter for index, letter in enumerate(text) if index not in tiny and letter != " "]
    assert list("".join(run.text for run in found)) == seen


def test_a_page_that_sets_all_its_text_small_is_read() -> None:
    text = "Bakery 12.50"
    places = tuple(100.0 + WIDE * index for index in range(len(text)))
    found = runs(Labelled(text, places, tiny=frozenset(range(len(text)))))
    assert "".join(run.text for run in found) == "Bakery12.50"
