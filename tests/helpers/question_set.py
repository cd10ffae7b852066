"""The sets of questions with their households: what is asked, and which answers are right."""

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.helpers.household_american import american_household
from tests.helpers.household_british import british_household
from tests.helpers.household_german import german_household
from tests.helpers.households import Household
from tests.helpers.question_oracle import Expected, expected
from tests.helpers.question_rows import Expectation

FOLDER = Path(__file__).resolve().parents[1] / "golden" / "questions"
SETS = (
    "development",
    "development_2",
    "development_3",
    "development_4",
    "development_5",
    "development_6",
    "development_7",
    "development_8",
    "development_9",
    "development_10",
    "development_11",
    "development_12",
    "development_13",
    "development_14",
    "development_15",
    "development_16",
    "development_17",
    "development_18",
    "development_19",
    "development_20",
    "development_21",
    "development_22",
    "development_23",
    "development_24",
    "development_25",
    "development_26",
    "development_27",
    "development_28",
    "development_29",
    "development_30",
    "development_31",
    "development_32",
    "development_33",
    "development_34",
    "development_35",
    "development_36",
    "development_37",
    "development_38",
    "development_39",
    "development_40",
    "development_41",
    "development_42",
    "development_43",
    "development_45",
    "held_out",
    "locked",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as somebody types it, and the readings of it that are fair."""

    id: str
    household: str
    text: str
    after: str
    """The id of the question that a follow-up's conversation began with, or empty."""
    readings: tuple[Expectation, ...]

    @property
    def figure(self) -> str:
        """What kind of question it is, by its first reading; `ambiguous` where asking back is as fair as an answer."""
        if "unsupported" in self.readings[0]:
            return "unsupported"
        if self.readings[0].get("figure") == "nothing":
            return "nothing"
        if self.after:
            return "follow-up"
        return (
            "ambiguous" if any("clarify" in reading for reading in self.readings) else str(self.readings[0]["figure"])
        )

    def right(self) -> tuple[Expected, ...]:
        """Every right answer, worked out from the household's truth."""
        return tuple(_worked_out(self.household, json.dumps(reading, default=str)) for reading in self.readings)


@cache
def _worked_out(household: str, reading: str) -> Expected:
    """The right answer to a reading, as JSON; many questions share one, and the judge asks again for each answer."""
    return expected(households()[household], json.loads(reading))


@cache
def households() -> dict[str, Household]:
    """The three households by name."""
    made = (american_household(), british_household(), german_household())
    return {household.name: household for household in made}


def question_set(name: str) -> tuple[Question, ...]:
    """A set in the order of its file, in which follow-ups stand behind what they follow."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        tables = tomllib.load(file)["questions"]
    return tuple(
        Question(
            id=table["id"],
            household=table["household"],
            text=table["question"],
            after=table.get("after", ""),
            readings=(table["expect"], *table.get("alternatives", ())),
        )
        for table in tables
    )
