"""The stylesheet, built from tokens; widgets choose a rule by property, never by colour."""

from string import Template

from app.ui.theme.tokens import Palette, Size, Tone

_SHELL = Template("""
QMainWindow, QDialog, QWidget#page, QWidget#content { background: $ground; }
QWidget#rail { background: $surface; border-right: 1px solid $border; }
QWidget#statusBar { background: $surface; border-top: 1px solid $border; }
QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: ${card}px; }
QFrame[kind="panel"] { background: $surface; border: 1px solid $border; border-radius: ${card}px; }
QFrame[kind="rule"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="inset"] { background: $soft; border: none; border-radius: ${control}px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#content { background: $ground; }
QToolTip { background: $text; color: $surface; border: none; padding: 4px 8px; }
""")

_TEXT = Template("""
QLabel { color: $text; background: transparent; }
QFrame[kind="notice"] { border: none; border-radius: ${control}px; background: $soft; }
""")

_BUTTONS = Template("""
QPushButton { background: $surface; color: $text; border: 1px solid $border; border-radius: ${control}px;
  padding: 7px 15px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $soft; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 14px; }
QPushButton:disabled { color: $third; background: $soft; border-color: $soft; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $soft; color: $third; border-color: $soft; }
QPushButton[kind="choice"] { border-radius: 0; margin-left: -1px; color: $second; }
QPushButton[kind="choice"][end="first"] { border-top-left-radius: ${control}px; border-bottom-left-radius: ${control}px;
  margin-left: 0; }
QPushButton[kind="choice"][end="last"] { border-top-right-radius: ${control}px;
  border-bottom-right-radius: ${control}px; }
QPushButton[kind="choice"]:checked { background: $accent_soft; color: $text; border-color: $accent; }
QPushButton[kind="danger"] { color: $bad; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; color: $accent; padding: 2px 1px;
  text-align: left; }
QPushButton[kind="link"]:hover { background: $accent_soft; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; }
QPushButton[kind="light"] { background: transparent; border: 2px solid transparent; color: $text; padding: 1px;
  text-align: left; }
QPushButton[kind="light"]:hover { background: $hover; }
QPushButton[kind="light"]:focus { border: 2px solid $accent; }
QWidget#toast QLabel { color: $surface; }
QPushButton[kind="toast"] { background: transparent; border: 2px solid transparent; color: $surface; padding: 2px 4px;
  text-decoration: underline; }
QPushButton[kind="toast"]:focus { border: 2px solid $surface; }
QPushButton[kind="icon"] { background: transparent; border: 2px solid transparent; padding: 4px; }
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:focus { border: 2px solid $accent; }
""")

_FIELDS = Template("""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit { background: $surface; color: $text;
  border: 1px solid $border; border-radius: ${control}px; padding: 7px 11px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
  border: 2px solid $accent; padding: 6px 10px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: $soft; color: $third; }
QLineEdit[kind="large"] { font-size: 15px; padding: 11px 15px; border-radius: ${card}px; }
QLineEdit[kind="large"]:focus { padding: 10px 14px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; padding: 4px; }
QSpinBox, QSpinBox:focus { padding: 0 2px; min-height: 32px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0 0 0 9px; margin: 0;
  background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
""")

_VIEWS = Template("""
QTableView, QListView, QTreeView { background: $surface; color: $text; border: 1px solid $border;
  border-radius: ${card}px; gridline-color: $border; outline: none; selection-background-color: $accent_soft;
  selection-color: $text; }
QTableView[kind="bare"], QListView[kind="bare"] { border: none; background: transparent; border-radius: 0; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; }
QTableView::item, QListView::item { padding: 0 8px; border: none; border-bottom: 1px solid $border; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $text; }
QTableView QTableCornerButton::section { background: $surface; border: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $second; border: none; border-bottom: 1px solid $border;
  padding: 8px 11px; font-size: 12px; font-weight: 500; }
QHeaderView::section:first { border-top-left-radius: ${card}px; }
QHeaderView::section:last { border-top-right-radius: ${card}px; }
QHeaderView::section:hover { background: $hover; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $third; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar { background: $soft; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QMenu { background: $surface; color: $text; border: 1px solid $border; border-radius: ${control}px; padding: 4px; }
QMenu::item { padding: 7px 20px 7px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::separator { background: $border; height: 1px; margin: 4px 8px; }
QTabBar::tab { background: transparent; color: $second; padding: 7px 12px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; }
QSplitter::handle { background: $border; }
""")


def build_stylesheet(palette: Palette) -> str:
    """The whole application's stylesheet for one palette."""
    values = {
        "ground": palette.ground,
        "surface": palette.surface,
        "border": palette.border,
        "text": palette.text,
        "third": palette.third,
        "second": palette.second,
        "accent": palette.accent,
        "on_accent": palette.on_accent,
        "accent_soft": palette.accent_soft,
        "accent_hover": palette.accent_hover,
        "bad": palette.bad,
        "soft": palette.soft,
        "hover": palette.hover,
        "scroll": palette.scroll,
        "card": str(int(Size.RADIUS_CARD)),
        "control": str(int(Size.RADIUS_CONTROL)),
    }
    parts = [part.substitute(values) for part in (_SHELL, _TEXT, _BUTTONS, _FIELDS, _VIEWS)]
    parts.extend(_tone_rules(palette))
    return "\n".join(parts)


def _tone_rules(palette: Palette) -> list[str]:
    rules = [f'QLabel[tone="{tone.value}"] {{ color: {palette.tone(tone)}; }}' for tone in Tone]
    rules.extend(
        f'QFrame[kind="notice"][tone="{tone.value}"] {{ background: {palette.soft_of(tone)}; }}'
        for tone in (Tone.ACCENT, Tone.GOOD, Tone.BAD, Tone.CARE, Tone.NOTE)
    )
    return rules
