"""The one home of every colour, size and space in the window."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Tone(StrEnum):
    """What a colour means; widgets name a tone, never a colour."""

    TEXT = "text"
    SECOND = "second"
    THIRD = "third"
    ACCENT = "accent"
    GOOD = "good"
    BAD = "bad"
    CARE = "care"
    NOTE = "note"
    ON_ACCENT = "on_accent"


class Space(IntEnum):
    """The only distances used, in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32
    XXXL = 48


class TextSize(IntEnum):
    """The only text sizes used, in device-independent pixels."""

    TICK = 11
    SMALL = 12
    BASE = 13
    LARGE = 15
    TITLE = 18
    FIGURE = 24
    DISPLAY = 32


class Size(IntEnum):
    """Fixed measures of the shell and its controls, in device-independent pixels."""

    RAIL = 208
    STATUS_BAR = 30
    CONTROL = 36
    CHIP = 24
    ROW = 36
    ROW_COMPACT = 28
    ICON = 18
    ICON_SMALL = 14
    ICON_LARGE = 40
    FOCUS_RING = 2
    RADIUS_CONTROL = 6
    RADIUS_CARD = 10
    CONTENT = 1120
    FORM = 420
    DIALOG = 460
    WINDOW_WIDTH = 1280
    WINDOW_HEIGHT = 800
    WINDOW_LEAST_WIDTH = 960
    WINDOW_LEAST_HEIGHT = 620


class Motion(IntEnum):
    """Durations in milliseconds."""

    QUICK = 120
    CALM = 180
    TOAST = 4500
    PROGRESS_AFTER = 500


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours as #RRGGBB."""

    ground: str
    surface: str
    border: str
    text: str
    second: str
    third: str
    accent: str
    on_accent: str
    good: str
    bad: str
    care: str
    note: str
    soft: str
    accent_soft: str
    accent_hover: str
    hover: str
    bad_soft: str
    care_soft: str
    note_soft: str
    scroll: str
    series: tuple[str, ...]
    dark: bool

    def tone(self, tone: Tone) -> str:
        """The colour that carries this meaning in this theme."""
        return {
            Tone.TEXT: self.text,
            Tone.SECOND: self.second,
            Tone.THIRD: self.third,
            Tone.ACCENT: self.accent,
            Tone.GOOD: self.good,
            Tone.BAD: self.bad,
            Tone.CARE: self.care,
            Tone.NOTE: self.note,
            Tone.ON_ACCENT: self.on_accent,
        }[tone]

    def soft_of(self, tone: Tone) -> str:
        """The quiet fill behind text of this tone."""
        return {
            Tone.ACCENT: self.accent_soft,
            Tone.GOOD: self.accent_soft,
            Tone.BAD: self.bad_soft,
            Tone.CARE: self.care_soft,
            Tone.NOTE: self.note_soft,
        }.get(tone, self.soft)


LIGHT = Palette(
    ground="#F6F7F9",
    surface="#FFFFFF",
    border="#DFE3E8",
    text="#14171C",
    second="#4F5866",
    third="#667080",
    accent="#1F6B57",
    on_accent="#FFFFFF",
    good="#17714A",
    bad="#B02A21",
    care="#8A5A00",
    note="#1F56A8",
    soft="#EEF1F4",
    accent_soft="#E6F0ED",
    accent_hover="#195848",
    hover="#F0F2F5",
    bad_soft="#FBECEA",
    care_soft="#FAF2E0",
    note_soft="#EAF1FB",
    scroll="#C3C9D2",
    series=("#1F6B57", "#C46A1B", "#3B6FB6", "#8A4F9E", "#B8912B", "#5A7D2A", "#A23B56", "#6B7480"),
    dark=False,
)

DARK = Palette(
    ground="#0E1115",
    surface="#161A20",
    border="#2A313A",
    text="#E9ECF1",
    second="#A9B2C0",
    third="#8792A2",
    accent="#62C3A7",
    on_accent="#0B1512",
    good="#5CC98F",
    bad="#F08A80",
    care="#E0B04A",
    note="#85B4F5",
    soft="#1C222A",
    accent_soft="#17302A",
    accent_hover="#7BD0B8",
    hover="#1B2027",
    bad_soft="#341D1D",
    care_soft="#2F2615",
    note_soft="#1A2636",
    scroll="#39424E",
    series=("#62C3A7", "#E09550", "#6C9AD8", "#B47FC6", "#D6B65A", "#86AB55", "#CC6A84", "#949DA9"),
    dark=True,
)
