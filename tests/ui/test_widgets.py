"""Widgets: contrast of every text pair, charts by hover and keyboard, badges, chips, fields, messages."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.base.paths import resources
from app.presenters.failure import Failure
from app.presenters.text import Words
from app.ui.clipboard import copy_for_a_while
from app.ui.theme.contrast import contrast_ratio
from app.ui.theme.fonts import FAMILY, text_font
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme, ThemeMode
from app.ui.theme.tokens import DARK, LIGHT, Palette, Tone
from app.ui.widgets.charts.axis import round_axis
from app.ui.widgets.charts.bar_list import BarLine, BarList
from app.ui.widgets.charts.chart import Chart
from app.ui.widgets.charts.paired_bars import BarPair, PairedBars
from app.ui.widgets.charts.series_plot import PlotPoint, SeriesPlot
from app.ui.widgets.charts.sparkline import Sparkline, SparkPoint
from app.ui.widgets.chip import Chip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields import PassphraseField, SearchField
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.proof_badge import ProofBadge, ProofSum, ProofTone
from app.ui.widgets.toast import Toast

AA_TEXT = 4.5
AA_GRAPHICS = 3.0
_TEXT_TONES = (
    Tone.TEXT, Tone.SECOND, Tone.THIRD, Tone.ACCENT, Tone.GOOD, Tone.BAD, Tone.CARE, Tone.NOTE,
)  # fmt: skip


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_meets_aa_on_ground_and_surface(palette: Palette) -> None:
    poor = [
        (tone, ground, round(contrast_ratio(palette.tone(tone), ground), 2))
        for tone, ground in product(_TEXT_TONES, (palette.ground, palette.surface))
        if contrast_ratio(palette.tone(tone), ground) < AA_TEXT
    ]
    assert poor == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_on_fills_meets_aa(palette: Palette) -> None:
    pairs = [
        (palette.on_accent, palette.accent),
        (palette.on_accent, palette.accent_hover),
        (palette.surface, palette.text),
        (palette.text, palette.accent_soft),
        (palette.text, palette.hover),
        (palette.second, palette.hover),
        (palette.second, palette.soft),
        *((palette.second, palette.soft_of(tone)) for tone in (Tone.BAD, Tone.CARE, Tone.NOTE, Tone.ACCENT)),
        *((palette.tone(tone), palette.soft_of(tone)) for tone in (Tone.ACCENT, Tone.GOOD, Tone.BAD, Tone.CARE, Tone.NOTE, Tone.SECOND)),
    ]
    assert [(pair, contrast_ratio(*pair)) for pair in pairs if contrast_ratio(*pair) < AA_TEXT] == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_focus_ring_and_dots_are_told_from_their_ground(palette: Palette) -> None:
    for colour, ground in product((palette.accent, palette.good, palette.bad, palette.care), (palette.ground, palette.surface)):
        assert contrast_ratio(colour, ground) >= AA_GRAPHICS


def test_contrast_knows_its_ends() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#777777") == pytest.approx(1)


@given(st.integers(-10**12, 10**12), st.integers(-10**12, 10**12))
def test_an_axis_holds_zero_and_both_amounts_in_few_round_steps(one: int, other: int) -> None:
    axis = round_axis(min(one, other), max(one, other))
    assert 0 in axis.marks
    assert axis.low <= min(one, other, 0)
    assert axis.high >= max(one, other, 0)
    steps = {second - first for first, second in zip(axis.marks, axis.marks[1:], strict=False)}
    assert len(steps) == 1
    assert 2 <= len(axis.marks) <= 8
    assert str(steps.pop()).rstrip("0") in {"1", "2", "5"}


def test_fonts_are_ours_and_tabular(theme: Theme) -> None:
    assert text_font().family() == FAMILY
    metrics = Label("0").fontMetrics()
    assert len({metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}) == 1


def test_every_icon_named_is_there_with_its_licence(theme: Theme) -> None:
    for name in IconName:
        pixmap = theme.pixmap(name, Tone.TEXT)
        assert not pixmap.toImage().allGray() or pixmap.toImage().pixelColor(0, 0).alpha() == 0
    files = {path.stem for path in (resources() / "icons").glob("*.svg")}
    assert files == {name.value for name in IconName}
    assert "ISC License" in (resources() / "icons" / "LICENSE").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in (resources() / "fonts" / "OFL.txt").read_text("utf-8")


def test_the_theme_changes_colours_and_icons(theme: Theme, qtbot: QtBot) -> None:
    light = theme.icon(IconName.LOCK).pixmap(18, 18).toImage()
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(ThemeMode.DARK)
    assert theme.palette is DARK
    assert theme.icon(IconName.LOCK).pixmap(18, 18).toImage() != light


def _charts(theme: Theme) -> list[Chart]:
    sparkline = Sparkline(theme, "Worth")
    sparkline.set_points([SparkPoint(f"2025-0{at}", at * 100, f"month {at}", f"${at}.00") for at in (1, 2, 3)])
    pairs = PairedBars(theme, "Flow", tick_text=str)
    pairs.set_pairs([BarPair(f"2025-0{at}", "Jan", at * 100, 50, f"reading {at}") for at in (1, 2, 3)])
    bars = BarList(theme, "Where")
    bars.set_lines([BarLine(f"key {at}", f"Category {at}", at, f"{at}.00", f"reading {at}") for at in (1, 2, 3)])
    plot = SeriesPlot(theme, "Answer", tick_text=str)
    plot.set_points([PlotPoint(f"p{at}", "Jan", at * 100 - 200, f"reading {at}") for at in (1, 2, 3)])
    line = SeriesPlot(theme, "Line", tick_text=str, line=True)
    line.set_points([PlotPoint(f"p{at}", "Jan", at * 100, f"reading {at}") for at in (1, 2, 3)])
    return [sparkline, pairs, bars, plot, line]


@pytest.mark.parametrize("which", range(5))
def test_a_chart_is_read_and_pressed_by_keyboard_and_pointer(which: int, theme: Theme, qtbot: QtBot) -> None:
    chart = _charts(theme)[which]
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.show()
    keys = [element.key for element in chart.elements]
    assert len(keys) == 3
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.current is not None
    assert chart.current.key == keys[0]
    assert chart.accessibleDescription() == chart.current.reading
    QTest.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(chart.activated) as pressed:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert pressed.args == [keys[1]]
    middle = chart.elements[2].area.center().toPoint()
    with qtbot.waitSignal(chart.activated) as clicked:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    assert clicked.args == [keys[2]]
    chart.setFocus()
    assert not chart.grab().toImage().isNull()


@pytest.mark.parametrize("which", range(5))
def test_a_veiled_chart_says_no_amount(which: int, theme: Theme, qtbot: QtBot) -> None:
    chart = _charts(theme)[which]
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    theme.set_veiled(True)
    said = " ".join(element.reading for element in chart.elements)
    assert "$" not in said
    assert "reading" not in said
    assert chart.veil("1,234.00") == Words.VEILED


@pytest.mark.parametrize("which", range(5))
def test_a_chart_without_data_draws_nothing_wrong(which: int, theme: Theme, qtbot: QtBot) -> None:
    charts: list[Chart] = [
        Sparkline(theme, "a"),
        PairedBars(theme, "b", tick_text=str),
        BarList(theme, "c"),
        SeriesPlot(theme, "d", tick_text=str),
        SeriesPlot(theme, "e", tick_text=str, line=True),
    ]
    chart = charts[which]
    qtbot.addWidget(chart)
    chart.resize(300, 120)
    chart.grab()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.elements == ()
    assert chart.current is None


def test_proof_badge_opens_its_sum(theme: Theme, qtbot: QtBot) -> None:
    proof = ProofSum(ProofTone.BROKEN, "Broken at row 17", "One row is missing.", (("Opening", "$1.00"), ("Closing", "$2.00")))
    badge = ProofBadge(theme, proof)
    qtbot.addWidget(badge)
    badge.show()
    assert "Broken at row 17" in badge.accessibleName()
    popover = badge.open_sum()
    texts = [label.text() for label in popover.findChildren(Label)]
    assert {"Opening", "$1.00", "Closing", "$2.00", "One row is missing."} <= set(texts)
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    badge.set_proof(ProofSum(ProofTone.PROVED, "Proved"))
    assert badge.text() == "Proved"


def test_a_chip_is_tapped_by_key_and_pointer_only_where_it_can_be(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Nov 2025")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Qt.Key.Key_Space)
    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    still = Chip(theme, "said", tappable=False)
    qtbot.addWidget(still)
    assert still.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_flow_layout_wraps(theme: Theme, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget)
    for at in range(6):
        flow.addWidget(Chip(theme, f"chip number {at}"))
    widget.resize(220, 400)
    widget.show()
    tops = [item.geometry().top() for at in range(flow.count()) if (item := flow.itemAt(at)) is not None]
    assert len(set(tops)) >= 3
    assert flow.heightForWidth(220) > flow.heightForWidth(2_000)


def test_search_waits_for_a_pause(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search transactions")
    qtbot.addWidget(field)
    said: list[str] = []
    field.searched.connect(said.append)
    with qtbot.waitSignal(field.searched):
        QTest.keyClicks(field, "green")
    assert said == ["green"]


def test_a_passphrase_is_hidden_until_asked_and_taken_once(theme: Theme, qtbot: QtBot) -> None:
    field = PassphraseField(theme, "Passphrase")
    qtbot.addWidget(field)
    field.setText("words")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field._eye.trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.take() == "words"
    assert field.text() == ""


def test_an_error_says_what_where_and_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    error = InlineError(theme, retry=True)
    qtbot.addWidget(error)
    assert error.message == ""
    error.show_failure(Failure("statement_refused", "A row can't be read.", "Open the file and mend it.", "card.csv · line 17"))
    texts = [label.text() for label in error.findChildren(Label)]
    assert {"A row can't be read.", "card.csv · line 17", "Open the file and mend it."} <= set(texts)
    assert "line 17" in error.accessibleName()
    error.clear()
    assert error.message == ""


def test_an_empty_page_offers_its_one_step(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, IconName.IMPORT, "Nothing yet", sentence="Import a statement.", action="Import")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.chosen):
        QTest.keyClick(empty.button, Qt.Key.Key_Space)


def test_markup_in_a_text_stays_text(theme: Theme, qtbot: QtBot) -> None:
    label = Label("<b>payee</b> <a href='file:///etc'>x</a>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_toast_carries_its_action_once(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    QVBoxLayout(parent)
    parent.resize(600, 400)
    qtbot.addWidget(parent)
    parent.show()
    toast = Toast(theme, parent)
    called: list[int] = []
    toast.say("Taken back", action="Undo", call=lambda: called.append(1))
    assert toast.isVisible()
    toast._action.click()
    assert called == [1]
    assert not toast.isVisible()
    theme.set_motion(False)
    toast.say("Plain")
    assert toast.pos() != QPoint(0, 0)
    theme.set_motion(True)


def test_the_clipboard_is_cleared_only_while_it_is_ours(qtbot: QtBot, theme: Theme) -> None:
    clipboard = QGuiApplication.clipboard()
    copy_for_a_while("KQ7M", milliseconds=20)
    assert clipboard.text() == "KQ7M"
    qtbot.waitUntil(lambda: clipboard.text() == "")
    copy_for_a_while("KQ7M", milliseconds=20)
    clipboard.setText("something else")
    qtbot.wait(60)
    assert clipboard.text() == "something else"
