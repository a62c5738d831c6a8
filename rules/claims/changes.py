"""What went from one figure to another, and by how much the copy says that it did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from verify import Article
from verify.lexicon.late import late
from verify.mark.figures.amounts import SCALES, Amount, read

_MONEY = r"(?:US\$|C\$|A\$|[$£€¥])"
_NUMBER = r"\d(?:[\d,]{0,14}\d)?(?:\.\d{1,4})?"
_ABOUT = r"(?:about |around |nearly |almost |roughly |some |just |only |more than )?"


def _side(name: str) -> str:
    return (
        rf"{_ABOUT}(?P<{name}money>{_MONEY})?(?P<{name}>{_NUMBER})"
        r"(?![\w,.:/-]*\d|st\b|nd\b|rd\b|th\b|s\b)"
        rf"(?:[ \u00a0-](?P<{name}scale>thousand|million|billion|trillion)(?!\w))?"
        rf"(?P<{name}percent>[ \u00a0]?%|[ -]per ?cent(?!age))?"
    )


# Few stories tell of a change: "from" and a figure is all that is looked for in the others.
_FROM = late(r" from (?=[a-z ]{0,12}[$£€¥\dUCA])")
_WHEN = r"(?:,? (?:last|a|the) (?:year|month|week|quarter)(?: ago| earlier| before)?,?| in (?:19|20)\d\d,?)?"
_NOUN = r"(?: (?!to\b|from\b|and\b|in\b)[a-z]{3,15}){0,2}?"
_FROM_TO = late(rf"from {_side('a')}{_NOUN}{_WHEN} to {_side('b')}")
_TO_FROM = late(rf"\bto {_side('b')}{_NOUN}{_WHEN},? from {_side('a')}")
_BY = late(
    rf"(?<![\w.,$£€¥-]){_ABOUT}(?P<by>{_NUMBER})[ -]?(?:(?P<percent>%|per ?cent(?!age))|"
    rf"(?P<points>(?:percentage[ -])?points?\b))"
)
_UP = (
    r"rose|rises?|risen|rising|gr[eo]wn?|grows|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:e|es|ed|ing)"
    r"|gain(?:s|ed)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|growth|up"
)
_DOWN = (
    r"fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|cut|reduction"
    r"|slip(?:s|ped|ping)?|sank|plung(?:e|es|ed|ing)|shr[aiu]nk(?:s|ing)?|loss|down"
)
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|change|difference|swing|shift)"
_AHEAD = late(rf"\b{_WAY}(?: (?:of|by))? ?\Z")
_BEHIND = late(rf"[ -]{_WAY}\b")
_SENTENCE = late(r"[.!?][”\"]? (?=[A-Z“])")
_YEAR = late(r"(?:1[5-9]|20)\d\d")
# With a word of these between, the size is that of another change.
_OTHER = late(r"\b(?:and|while|but|as|after|when|because|with|whose|who|even|among|compared)\b|[;:.]")
_APART = 45
_WIDE = 160


class Change(Struct, frozen=True):
    """A sentence that says from what to what something went, and by how much.

    `points` says whether the copy calls it points; `shares` whether both ends are percentages.
    """

    start: int
    end: int
    before: Amount
    after: Amount
    by: Amount
    by_span: tuple[int, int]
    points: bool
    shares: bool

    @property
    def gap(self) -> float:
        """How far the two ends lie apart."""
        return abs(self.after.value - self.before.value)

    @property
    def percent(self) -> tuple[float, float]:
        """The least and the most per cent by which it may have changed, however its ends were rounded."""
        ends = [
            100 * abs(self.after.value + there - self.before.value - here) / (self.before.value + here)
            for here in (-self.before.step / 2, 0, self.before.step / 2)
            for there in (-self.after.step / 2, 0, self.after.step / 2)
            if self.before.value + here > 0
        ]
        return (min(ends), max(ends)) if ends else (0.0, float("inf"))

    def is_percent(self) -> bool:
        """Whether the change given is what it comes to in per cent."""
        low, high = self.percent
        slack = self.by.step / 2 * (1 + 1e-9)
        return low - slack <= self.by.value <= high + slack

    def is_points(self) -> bool:
        """Whether the change given is the distance of the two ends."""
        slack = (self.before.step + self.after.step + self.by.step) / 2
        exact = self.before.step == self.after.step == self.by.step
        return abs(self.gap - self.by.value) <= (slack if not exact else self.by.step) * (1 - 1e-9)


def changes(article: Article) -> Iterator[Change]:
    """The changes that the copy's own words give with both ends and their size."""
    text = article.text
    if "%" not in text and "percent" not in text and "per cent" not in text and "point" not in text:
        return
    for opening in _FROM.finditer(text):
        block = article.block_at(opening.start())
        if block is None or block.zone not in ("body", "list", "caption", "headline"):
            continue
        start = max(block.start, opening.start() - _WIDE)
        end = min(block.end, opening.end() + _WIDE)
        for stop in _SENTENCE.finditer(text, start, end):
            if stop.end() <= opening.start():
                start = stop.end()
            else:
                end = stop.start()
                break
        if (change := _change(text, start, end, opening.start() + 1)) is not None:
            yield change


def _change(text: str, start: int, end: int, at: int) -> Change | None:
    words = text[start:end]
    ends = _FROM_TO.match(words[at - start :])
    first = at - start
    if ends is None:
        found = [match for match in _TO_FROM.finditer(words) if match.start() < at - start < match.end()]
        if not found:
            return None
        ends, first = found[0], 0
    ends_at = (ends.start() + first, ends.end() + first)
    others = [by for by in _BY.finditer(words) if by.end() <= ends_at[0] or by.start() >= ends_at[1]]
    if len(others) != 1 or bool(ends["amoney"]) != bool(ends["bmoney"]):
        return None
    by = others[0]
    gap = words[ends_at[1] : by.start()] if by.start() >= ends_at[1] else words[by.end() : ends_at[0]]
    if len(gap) > _APART or _OTHER.search(gap):
        return None
    beside = _AHEAD.search(words[: by.start()]) or _BEHIND.match(words[by.end() :])
    sides = _sides(ends)
    amount = _finely(by["by"])
    if beside is None or sides is None or amount is None:
        return None
    before, after = sides
    if (beside["up"] and after.value < before.value) or (beside["down"] and after.value > before.value):
        return None  # What falls from 4 to 6 is another matter than how far.
    span = (start + by.start("by"), start + by.end())
    shares = bool(ends["apercent"] or ends["bpercent"])
    return Change(
        start + ends_at[0], start + ends_at[1], before, after, amount, span, bool(by["points"]), shares
    )


def _finely(words: str) -> Amount | None:
    """The amount, of whose zeros no more than a fiftieth is taken for rounding: sums are told exactly."""
    amount = read(words)
    return replace(amount, step=min(amount.step, max(_shown(words), amount.value / 50))) if amount else None


def _shown(words: str) -> float:
    """The step of the last digit that stands there."""
    figure, _, scale = words.replace("-", " ").partition(" ")
    return 10.0 ** -len(figure.partition(".")[2]) * SCALES.get(scale, 1.0)


def _sides(ends: re.Match[str]) -> tuple[Amount, Amount] | None:
    """Both ends; "from $3 to $4 million" leaves the scale of the first to the second."""
    if bool(ends["apercent"]) and not ends["bpercent"]:
        return None
    amounts = []
    for name in ("a", "b"):
        scale = ends[f"{name}scale"] or (ends["bscale"] if name == "a" else None)
        amount = _finely(f"{ends[name]} {scale}" if scale else ends[name])
        if amount is None or not amount.value:
            return None
        if not scale and not ends[f"{name}money"] and _YEAR.fullmatch(ends[name]):
            return None  # From 2000 to 2016: years.
        amounts.append(amount)
    return amounts[0], amounts[1]
