"""A measure in the copy, "435 miles", "10 to 15 feet" or "6-foot-2", with its amounts and its unit."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from verify.mark.figures.amounts import AMOUNT, Amount, read
from verify.mark.figures.measures import UNIT, agree, convert, kind

_LESS = r"(?:minus |[-−](?=\d))?"
_MEASURE = (
    rf"(?<![\w.,$£€/−-])(?P<low>{_LESS}{AMOUNT})"
    rf"(?:(?: to |-to-| ?[-–] ?| and | or )(?P<high>{_LESS}{AMOUNT}))?[ \u00a0-]?(?P<unit>{UNIT})"
    r"(?:[ -](?P<inches>\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"(?![\w%])(?:[ -]inch(?:es)?)?)?"
)
_FEET = ("feet", "foot", "ft")
_INCHES = 12


class Measured(Struct, frozen=True):
    """A stretch of text that gives one amount, or the two ends of a range, in a unit."""

    start: int
    end: int
    amounts: tuple[Amount, ...]
    unit: str


def ending(text: str, start: int, end: int) -> Measured | None:
    """The measure that ends right at `end`, its words no earlier than `start`."""
    found = re.search(_MEASURE + r"(?:[ -][a-z]{3,12}){0,2}\Z", text[start:end])
    return _measured(found, start) if found else None


def beginning(text: str, start: int, end: int) -> Measured | None:
    """The measure that begins right at `start`."""
    found = re.match(_MEASURE, text[start:end])
    return _measured(found, start) if found else None


def same(one: Measured, other: Measured) -> bool:
    """Whether two measures can be one quantity; those of different kinds say nothing of each other."""
    if kind(one.unit) != kind(other.unit) or len(one.amounts) != len(other.amounts):
        return True
    return all(
        agree(here, one.unit, there, other.unit)
        for here, there in zip(one.amounts, other.amounts, strict=True)
    )


def converted(one: Measured, unit: str) -> str:
    """What the measure comes to in the other unit, as a reader would have it."""
    values = (convert(amount, one.unit, unit)[0] for amount in one.amounts)
    return " to ".join(_plain(value) for value in values)


def _plain(value: float) -> str:
    """A value with three figures, and no more digits than it needs."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _measured(found: re.Match[str], offset: int) -> Measured | None:
    amounts = [_amount(words) for words in (found["low"], found["high"]) if words]
    if None in amounts:
        return None
    known = [amount for amount in amounts if amount is not None]
    last = found.end()
    if found["inches"]:
        more = read(found["inches"])
        if found["unit"] in _FEET and more and more.value < _INCHES and len(known) == 1:
            known = [Amount(known[0].value + more.value / _INCHES, more.step / _INCHES)]
        else:
            last = found.end("unit")
    last = found.end() if found["inches"] and found["unit"] in _FEET else found.end("unit")
    return Measured(found.start() + offset, last + offset, tuple(known), found["unit"])


def _amount(words: str) -> Amount | None:
    bare = re.sub(r"^(?:minus |[-−])", "", words)
    amount = read(bare)
    return replace(amount, value=-amount.value) if amount and bare != words else amount
