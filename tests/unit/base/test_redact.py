"""L3: no IBAN, card number, amount, e-mail address or quoted text gets through."""

from hypothesis import given
from hypothesis import strategies as st

from app.base.redact import MASK, redact

WORDS = st.lists(
    st.sampled_from(["the", "file", "could", "not", "be", "read", "at", "step", "import:", "(phase)"]), max_size=5
)
COUNTRIES = st.sampled_from(["DE", "GB", "FR", "NO", "MT", "gb"])


@st.composite
def ibans(draw: st.DrawFn) -> str:
    body = draw(st.text("0123456789ABCDEFGHIJ", min_size=11, max_size=27))
    whole = f"{draw(COUNTRIES)}{draw(st.integers(10, 99))}{body}"
    between = draw(st.sampled_from(["", " ", "-"]))
    return between.join(whole[at : at + 4] for at in range(0, len(whole), 4)) if len(whole) % 4 != 1 else whole


@st.composite
def cards(draw: st.DrawFn) -> str:
    digits = draw(st.text("0123456789", min_size=12, max_size=19))
    between = draw(st.sampled_from(["", " ", "-"]))
    return between.join(digits[at : at + 4] for at in range(0, len(digits), 4))


@st.composite
def amounts(draw: st.DrawFn) -> str:
    minor = draw(st.integers(100, 10**9))
    text = draw(
        st.sampled_from(
            [f"{minor // 100}.{minor % 100:02d}", f"{minor / 100:,.2f}", f"{minor // 100},{minor % 100:02d}"]
        )
    )
    return draw(st.sampled_from(["", "-", "+"])) + draw(st.sampled_from(["", "$", "€ ", "£"])) + text


@given(before=WORDS, secret=st.one_of(ibans(), cards(), amounts()), after=WORDS)
def test_numbers_of_the_owner_do_not_get_through(before: list[str], secret: str, after: list[str]) -> None:
    cleaned = redact(" ".join([*before, secret, *after]))
    assert secret not in cleaned
    figures = [letter for letter in cleaned if letter.isdigit()]
    assert not figures
    for word in before:
        assert word in cleaned


@given(before=WORDS, secret=st.text(st.characters(exclude_characters="\"“”'`\n"), min_size=1), after=WORDS)
def test_quoted_text_does_not_get_through(before: list[str], secret: str, after: list[str]) -> None:
    for opening, closing in (("“", "”"), ('"', '"'), ("`", "`")):
        line = " ".join([*before, opening + "CANARY" + secret + closing, *after])
        assert "CANARY" not in redact(line)


@given(name=st.emails())
def test_an_address_does_not_get_through(name: str) -> None:
    assert name not in redact(f"mail {name} end")


def test_what_helps_to_find_a_fault_stays() -> None:
    assert redact("the parser ended with code 3 after 250 ms, 12 of 31 rows") == (
        "the parser ended with code 3 after 250 ms, 12 of 31 rows"
    )
    assert redact("opened /home/ada/statements/november.csv") == f"opened {MASK}"
