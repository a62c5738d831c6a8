"""The percent sign or the word, against the house style."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_FIGURE = late(r"\d[\d,.]*[ \u00a0-]?\Z")
_RANGE = late(r"(?:\d|\b(?:to|and|or|between))[ –-]*\$?\Z")
_REACH = 24


@rule(
    severity="warning",
    since="0.1",
    needs={"forms"},
    points={"numbers.percent"},
    advice="Write percentages as the house style has them.",
)
def percent_off_style(article: Article) -> Iterator[Flag]:
    """A percentage has the sign where the house style has the word, or the other way round."""
    wanted, text = article.profile.numbers.percent, article.text
    for form in article.mark("forms"):
        if form.subject != "percent" or form.quoted or form.variant == wanted:
            continue
        before = text[max(0, form.start - _REACH) : form.start]
        figure = _FIGURE.search(before)
        if figure is None:
            continue
        start = form.start - len(figure[0])
        # A part of a range ("5 to 10 percent") is not mended alone.
        alone = not _RANGE.search(before[: figure.start()].rstrip())
        hyphen = figure[0].endswith("-") or text[form.end : form.end + 1] == "-"
        number = figure[0].rstrip(" \u00a0-")
        right = number + wanted if wanted == "%" else f"{number} {wanted}"
        yield Flag(
            (start, form.end),
            f"“{text[start : form.end]}”, but the house style has “{right}”",
            fixes=(right,) if alone and not hyphen else (),
            safe=alone and not hyphen,
        )
