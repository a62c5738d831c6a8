"""Numbers in words where the house style has figures, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, Number, rule
from verify.lexicon.late import late
from verify.model.profile import Numbers

_WORDS = "one two three four five six seven eight nine ten".split()
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate((*_WORDS, *_TEENS), 1)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_FIGURE = late(r"\d{1,2}\b")
_SPELLED = late(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)\b"
)
_AGE = late(r"[ -](?:year|month|week|day)s?[ -]olds?\b")
_AGED = late(r"\b(?:aged|ages?) \Z")
_COUNTED = late(
    r" (?:(?:other|more|new|young|former|different|additional|federal|local) )?"
    r"(?:people|men|women|children|boys|girls|members|states|countries|nations|candidates|senators|lawmakers"
    r"|officers|officials|students|voters|workers|soldiers|troops|victims|suspects|witnesses|jurors|judges"
    r"|days|weeks|months|nights|debates|primaries|caucuses|events|rallies|speeches|meetings|interviews"
    r"|questions|reasons|cases|seats|cities|counties|towns|schools|companies|buildings|houses|homes|cars"
    r"|families|friends|brothers|sisters|daughters|sons|kids|adults|boats|ships|planes|trains|buses|bridges"
    r"|stores|jobs|bills|laws|letters|books|films|songs|games|teams|players|stations|villages|islands)\b"
    r"(?! (?:old|ago)\b)"
)
_ANY_COUNTED = late(r" (?:[a-z]{3,14}[ -]){0,2}?(?:[a-z]{3,14}s|people|men|women|children)\b(?<!times)")
_UNITS = late(
    r"[ -](?:miles?|kilomet(?:er|re)s?|feet|foot|inch(?:es)?|met(?:er|re)s|yards|pounds|kilograms|ounces|tons"
    r"|gallons|lit(?:er|re)s|degrees|mph|km)\b(?! (?:and|or) (?:miles|\w+ feet))"
)
_PERCENT = late(r"(?: per ?cent|%)\b(?! ?-)")
_STARTS = late(r"(?:^|[.!?:;—–“”\"(\n]['’”\"]?)\s*\Z")
_IN_SERIES = late(
    r"(?:\d[\d,.%]*(?: [a-z]+)? ?(?:to|and|or|versus|vs\.?|by|than)|\d|\b(?:No\.|[Nn]umber)) \Z|[-–/$#+]\Z"
)
_GOES_ON = late(r"(?: (?:to|and|or|of|by|in) |[-–/])\$?\d")
_SHARE = late(r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d) (?:in|of|out of) \Z")
_IDIOM = late(r"\b(?:nine|ten) (?:to|out)\b|ten(?:fold)?[- ]times|ten[- ](?:fold|gallon)", re.IGNORECASE)
_REACH = 16


@rule(
    severity="info",
    since="0.1",
    needs={"numbers", "quotations"},
    points={"numbers.words-to", "numbers.figures-for"},
    advice="Write the number as the house style has it.",
)
def number_off_style(article: Article) -> Iterator[Flag]:
    """A number is in figures where the house style spells it out, or the other way round."""
    style, text = article.profile.numbers, article.text
    prose = iter([block.span for block in article.zoned("body", "list")])
    span = next(prose, None)
    for number in article.numbers:
        while span is not None and span.end <= number.start:
            span = next(prose, None)
        if span is None or number.start < span.start or article.quoted(number.start, number.end):
            continue
        before = text[max(span.start, number.start - _REACH) : number.start]
        found = _SPELLED.match(text, number.start, span.end)
        if found is not None:
            right, why = _spelled(text, found, before, number, style)
        else:
            found = _FIGURE.match(text, number.start, span.end)
            if found is None:
                continue
            right, why = _in_figures(text, found, before, number, style)
        if right:
            yield Flag(found.span(), f"“{found[0]}”, but the house style has “{right}”{why}", fixes=(right,))


def _spelled(text: str, found: re.Match[str], before: str, number: Number, style: Numbers) -> tuple[str, str]:
    """What the house has for a number in words, and why; nothing where the words are right."""
    end = found.end()
    # At the head of a sentence a number is spelled out whatever it counts.
    if _STARTS.search(before) or not float(number.value).is_integer() or found[0] == "one":
        return "", ""
    figure = str(int(number.value))
    if number.value != _value(found[0]):
        return "", ""
    if "ages" in style.figures_for and (_AGE.match(text, end) or _AGED.search(before)):
        return figure, " for ages"
    if "percent" in style.figures_for and _PERCENT.match(text, end):
        return figure, " for percentages"
    if "units" in style.figures_for and _UNITS.match(text, end):
        return figure, " for measures"
    large = style.words_to and number.value > style.words_to
    if (
        large
        and _ANY_COUNTED.match(text, end)
        and not (_IDIOM.match(text, found.start()) or _SHARE.search(before))
    ):
        return figure, f" from {style.words_to + 1} up"
    return "", ""


def _in_figures(
    text: str, found: re.Match[str], before: str, number: Number, style: Numbers
) -> tuple[str, str]:
    """What the house has for a figure, and why; nothing where the figure is right."""
    value = int(found[0])
    if not 0 < value <= style.words_to or value != number.value:
        return "", ""
    if _IN_SERIES.search(before) or _GOES_ON.match(text, found.end()) or _AGED.search(before):
        return "", ""
    return (_WORDS[value - 1], f" up to {style.words_to}") if _COUNTED.match(text, found.end()) else ("", "")


def _value(words: str) -> float:
    """What a number in words is worth: only these are asked for, so that no scale stands behind it."""
    tens, _, ones = words.partition("-")
    return _VALUES[tens] + (_VALUES[ones] if ones else 0)
