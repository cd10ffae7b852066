"""Names that a question leaves out: `without rent`, `not counting the hotel and the flight`, `transfers aside`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.assistant.language import Language
from app.assistant.question import PAUSE
from app.assistant.spots import covered, place_of
from app.domain.plan import Intent, PlanDraft

_ARTICLES = frozenset({"the", "my", "our", "any", "all", "a", "for", "on", "from", "at", "of", "to"})
_TAKEN_IN = re.compile(r"(?:^out of|\binclud\w+|\bplus|\btogether with)(?: (?:the|my|our|what|all))*$")
_JOINTS = frozenset({"people", "folks", "guys", "lot", "and", "or", "nor", "plus", "&", "like", "such", "as", PAUSE})
_LEAVING_OUT = re.compile(
    r"\b(?:not?|non|without|w/o|exclu\w*|exc|excl|except\w*|besides?|apart|aside|one side|other than|but|minus|less|"
    r"le(?:av\w+|ft)|ignor\w+|disregard\w*|omit\w*|skip\w*|drop\w*|remov\w*|ta?[ko]\w+|forget\w*|after|off|never|nor|bar|barring|"
    r"save|ex|sans|net|deduct\w*|subtract\w*|out|strip\w*|count\w*|ohne|rather|instead|beyond|outside|only|just)\b|n't|\bnon-"
)
"""Words of which one at least stands where something is left out."""
_ONE_OF_MANY = frozenset({Intent.LARGEST, Intent.SMALLEST, Intent.RANKING})
_ANYTHING = ("anything ", "everything ", "all ", "anywhere ")
_FLOWING = frozenset({"more", "less", "money", "is", "was", "much"})
_DRAWN = frozenset({"cash", "money", "bargeld"})
"""What is taken out of a machine, not left out of a sum."""
_DREW = re.compile(r"\b(?:take|took|taken|taking|get|got|draw|drew) out$")
_TAKEN_FROM = re.compile(
    r"\b(?:take|took|taken|taking|draw|drew|drawn|pull|pulled|move|moved|get|got|went|gone|came|come|"
    r"transfer\w*|withdr\w+) (?:money )?(?:back )?out of(?: the| my| our)?$"
)
"""`what did I take out of savings`: where money came from."""
_NON = "non-"
MOST_BEFORE = 4


def with_left_out(draft: PlanDraft, words: tuple[str, ...], *, language: Language) -> PlanDraft:
    """The draft with names moved to those left out where the words before or after them say so."""
    if draft.intent is Intent.WHAT_IF:
        return draft
    draft = _taken_in(_negated(draft, words, language=language), words)
    draft = replace(draft, names=tuple(name for name in draft.names if not is_included(name, words)))
    out = [
        name
        for name in draft.names
        if (draft.intent in _ONE_OF_MANY and _comes_after(name, words))
        or is_left_out(name, words, language=language, named=_places_but(name, draft, words=words))
    ]
    for name in draft.names:
        gone = (*draft.without, *out)
        if name in out or not (
            joined_to(name, out, words=words) or _joined_before(name, gone, words=words, language=language)
        ):
            continue
        out.append(name)
    if not out:
        return draft
    names = tuple(name for name in draft.names if name not in out)
    return replace(draft, names=names, without=tuple(dict.fromkeys((*draft.without, *out))))


def _comes_after(name: str, words: tuple[str, ...]) -> bool:
    """`the biggest payment after the rent`."""
    place = place_of(name, words)
    before = [word for word in words[max(0, place.start - 2) : place.start] if word not in {"the", "my", "our"}]
    return bool(place) and before[-1:] in (["after"], ["behind"])


def _places_but(name: str, draft: PlanDraft, *, words: tuple[str, ...]) -> frozenset[int]:
    """The places of the other names."""
    return frozenset(at for other in draft.names if other != name for at in place_of(other, words))


def _negated(draft: PlanDraft, words: tuple[str, ...], *, language: Language) -> PlanDraft:
    """`the biggest non-rent payment`, and `bar rent` taken for a name: the name is left out."""
    before = [cue for cue in language.table("left_out").get("before", ()) if cue[:1].isalpha()]
    cues = (_NON, *(f"{lead}{cue} " for cue in sorted(before, key=len, reverse=True) for lead in ("", *_ANYTHING)))
    led = {name: next((cue for cue in cues if name.startswith(cue)), "") for name in draft.names}
    out = tuple(name.removeprefix(cue) for name, cue in led.items() if cue)
    idle = {name for name in led if name in before and _leads(name, led, words=words)}
    names = tuple(name for name, cue in led.items() if not cue and name not in idle)
    return replace(draft, names=names, without=(*draft.without, *out)) if names != draft.names else draft


def _leads(cue: str, names: Iterable[str], *, words: tuple[str, ...]) -> bool:
    """Whether a word for leaving out, taken for a name, stands right before one: `september bar rent`."""
    return any(place_of(f"{cue} {name}", words) for name in names)


def _taken_in(draft: PlanDraft, words: tuple[str, ...]) -> PlanDraft:
    """The draft with names put back that the words beside them take in: `phone too`, `out of the cash machine`."""
    named = covered(draft, words)
    unsaid = not _LEAVING_OUT.search(" ".join(word for place, word in enumerate(words) if place not in named))
    taken = [name for name in draft.without if (place := place_of(name, words)) and (unsaid or _takes_in(place, words))]
    without = tuple(name for name in draft.without if name not in taken)
    return replace(draft, names=(*draft.names, *taken), without=without) if taken else draft


def _takes_in(place: range, words: tuple[str, ...]) -> bool:
    before, after = words[max(0, place.start - MOST_BEFORE) : place.start], words[place.stop : place.stop + 2]
    told_after = after[:1] in {("too",), ("also",), ("included",)} or after == ("as", "well")
    led = " ".join(before)
    return told_after or bool(_TAKEN_IN.search(led) or _TAKEN_FROM.search(led))


def is_left_out(
    name: str, words: tuple[str, ...], *, language: Language, named: frozenset[int] = frozenset()
) -> bool:
    """Whether the words beside a name leave it out; those at the places `named` are of other names."""
    place = place_of(name, words)
    if not place:
        return False
    drawn = words[place.stop - 1] in _DRAWN and _DREW.search(" ".join(words[max(0, place.start - 2) : place.start]))
    if drawn or _TAKEN_FROM.search(" ".join(words[max(0, place.start - MOST_BEFORE) : place.start])):
        return False
    words = tuple("" if at in named or _is_a_bar(at, words) else word for at, word in enumerate(words))
    before = list(words[max(0, place.start - MOST_BEFORE) : place.start])
    while before and before[-1] in _ARTICLES and not _ends_with(before, language.table("left_out").get("before", ())):
        before.pop()
    return _told_after(place, words, language=language) or _ends_with(
        before, language.table("left_out").get("before", ())
    )


def _is_a_bar(at: int, words: tuple[str, ...]) -> bool:
    """`behind the bar at the inn`, `the snack bar`, `more leaving the account`: no word for leaving out."""
    bar = words[at] == "bar" and at > 0 and words[at - 1] in {"the", "a", "my", "our", "at"}
    return bar or (words[at] == "leaving" and at > 0 and words[at - 1] in _FLOWING)


def _told_after(place: range, words: tuple[str, ...], *, language: Language) -> bool:
    after = " ".join(words[place.stop : place.stop + MOST_BEFORE])
    if words[place.stop - 1] in _DRAWN and after.startswith(("taken", "drawn", "got")):
        return False
    return any(
        after == cue or (after.startswith(f"{cue} ") and not after.startswith(f"{cue} from"))
        for cue in language.table("left_out").get("after", ())
    )


def _joined_before(name: str, out: Sequence[str], *, words: tuple[str, ...], language: Language) -> bool:
    """Whether a name stands before one that is left out behind it: `the rent and the groceries not included`."""
    place = place_of(name, words)
    for other in out:
        behind = place_of(other, words)
        between = words[place.stop : behind.start] if place and behind else ()
        if between and "and" in between and set(between) <= {"and", *_ARTICLES}:
            return _told_after(behind, words, language=language)
    return False


def is_included(name: str, words: tuple[str, ...]) -> bool:
    """`all income, interest included`: the name limits nothing."""
    place = place_of(name, words)
    after = words[place.stop : place.stop + 4] if place else ()
    joined = after[0] == "and" and "not" not in after and after[-1] in {"included", "incl"} if len(after) > 2 else False
    return after[:1] in (("included",), ("incl",)) or joined or after[:2] == ("are", "included")


def _ends_with(before: list[str], cues: Sequence[str]) -> bool:
    text = " ".join(before)
    return any(text == cue or text.endswith(f" {cue}") for cue in cues)


def joined_to(name: str, out: Sequence[str], *, words: tuple[str, ...]) -> bool:
    """Whether only `and`, a pause or an article stands between a name that is left out and this one."""
    place = place_of(name, words)
    for other in out:
        first = place_of(other, words)
        between = words[first.stop : place.start]
        if place and first and between and all(word in _JOINTS | _ARTICLES for word in between):
            return any(word in _JOINTS - {PAUSE} for word in between)
    return False
