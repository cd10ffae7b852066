"""The small closed sets that statements, staging and accounts share."""

from enum import StrEnum


class ProofState(StrEnum):
    """Whether opening + rows = closing was shown."""

    PROVED = "proved"
    UNPROVED = "unproved"
    BROKEN = "broken"


class Severity(StrEnum):
    """How grave a finding is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class StatementFormat(StrEnum):
    """The formats, by the words of the terminal face."""

    CSV = "csv"
    OFX = "ofx"
    QIF = "qif"
    CAMT = "camt"
    MT940 = "mt940"
    PDF = "pdf"
    XLSX = "xlsx"


class SignConvention(StrEnum):
    """How the file says which way money went."""

    AS_PRINTED = "as_printed"
    INVERTED = "inverted"
    TWO_COLUMNS = "two_columns"
    FLAG_COLUMN = "flag_column"
    BY_BALANCE = "by_balance"
    """Unsigned amounts; the running balance tells the direction of each."""


class DateOrder(StrEnum):
    """Which part of a written date comes first."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"
