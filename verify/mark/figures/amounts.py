"""An amount as written, in figures or in words, with its value and how finely it is given."""

from __future__ import annotations

from msgspec import Struct

SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_TO_NINETEEN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_BY_TEN = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: float(value) for value, word in enumerate(_TO_NINETEEN.split(), 1)}
TENS = {word: float(value) for value, word in zip(range(20, 100, 10), _BY_TEN.split(), strict=True)}
SMALL = {**ONES, **TENS}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fifteenth": 15,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_SCALE = "|".join(SCALES)
_BARE = "|".join(sorted(SMALL, key=len, reverse=True))
FIGURE = r"\d(?:\d{0,2}(?:,\d{3}){1,5}|\d{0,14})(?:\.\d{1,6})?"
"""A number in figures, as a pattern without groups."""
WORDS = (
    rf"(?:[Aa]n? (?:{_SCALE})|(?i:{_BARE})(?:-(?:{_BARE}))?(?:[ -](?:and )?(?:{_SCALE}|{_BARE})"
    rf"(?!\w)){{0,7}})"
)
"""A number in words, likewise."""
AMOUNT = rf"(?:{FIGURE}(?:[ \u00a0-](?:{_SCALE})(?!\w))?|{WORDS}(?: and a half)?)"
"""A number in figures or words, as a pattern without groups."""
ORDINAL = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|(?i:(?:{'|'.join(TENS)})-)?(?i:{'|'.join(_ORDINALS)}))"
"""“57th” or “twenty-first”, as a pattern without groups."""
_COARSEST = 0.2
"""How much of a round number its zeros may leave open: of “100” a fifth, not all of a hundred."""


class Amount(Struct, frozen=True):
    """A value, and the least step in which it is given: 0.1 for “4.5”, 1 for “435”, 10 for “430”."""

    value: float
    step: float


def worth(words: str) -> float:
    """What number words are worth ("two hundred and fifty"), or 0 for words that make no number."""
    total = group = 0.0
    room = float("inf")
    for word in words.replace("-", " ").split(" "):
        if word in ("and", "a", "an"):
            group = group or float(word != "and")
        elif word == "half":
            group = 0.5
        elif word in SCALES:
            group = (group or 1.0) * SCALES[word]
            if SCALES[word] >= SCALES["thousand"]:
                total, group = total + group, 0.0
            room = SCALES[word]
        else:
            if SMALL[word] >= room or (group and group % 10 and group < SCALES["hundred"]):
                return 0.0
            group += SMALL[word]
            room = 10.0 if word in TENS else 1.0
    return total + group


def read(words: str) -> Amount | None:
    """The amount that words matched by AMOUNT stand for; None where they make no number."""
    words = words.replace("\u00a0", " ").casefold()
    if not words[0].isdigit():
        half = words.endswith(" and a half")
        value = worth(words.removesuffix(" and a half"))
        return Amount(value + half / 2, 0.5 if half else _step(value)) if value else None
    parts = words.replace("-", " ").split(" ", 1)
    scale = SCALES[parts[1]] if len(parts) > 1 else 1.0
    value = float(parts[0].replace(",", ""))
    _, _, decimals = parts[0].partition(".")
    step = 10.0 ** -len(decimals) if decimals else _step(value)
    return Amount(value * scale, step * scale)


def _step(value: float) -> float:
    """The step that the zeros at the end of a whole number leave open."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return max(1.0, min(step, value * _COARSEST))


def ordinal(words: str) -> int:
    """The place that words matched by ORDINAL stand for, or 0."""
    if words[0].isdigit():
        return int(words[:-2])
    tens, _, ones = words.casefold().rpartition("-")
    return _ORDINALS.get(ones, 0) + int(TENS.get(tens, 0))


def rounds_to(one: float, other: Amount) -> bool:
    """Whether a value comes out as the other amount when it is given as finely as that."""
    return abs(one - other.value) <= other.step / 2 * (1 + 1e-9) + abs(one) * 1e-9
