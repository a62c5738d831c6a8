"""The score of a vote that the article gives twice, with one side changed."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

_SCORE = r"(?<![\w.,-])(\d{1,4})(?:[-–]| to )(\d{1,4})(?![\w%]|[-–.,]\d)"
_VOTE = late(
    rf"{_SCORE}(?= (?:\w+ )?vote\b)|\b(?:[Vv]ot(?:ed|ing)|(?:[Vv]ote|tally|count)(?: was| of)?),? {_SCORE}"
)
_COURT = late(r"\b(?:[Cc]ourt|[Jj]ustices?|[Jj]udges?)\b")
_BENCH = 9
"""The seats of a large court: the scores of its rulings look alike by chance."""
_LEAST = 6
_FEW = 2
"""By how many votes two scores of one vote differ, where one side is the same."""


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Look up the score, and give the same in both places.",
)
def two_vote_counts(article: Article) -> Iterator[Flag]:
    """The score of one vote is given twice, and one side is not the same."""
    text = article.text
    if "ote" not in text:
        return
    told: dict[tuple[int, int], tuple[int, int]] = {}
    for block in article.zoned("headline", "body", "list"):
        for found in _VOTE.finditer(text, block.start, block.end):
            first, second = (1, 2) if found[1] else (3, 4)
            score = int(found[first]), int(found[second])
            span = found.start(first), found.end(second)
            if sum(score) >= _LEAST and not article.quoted(*span):
                told.setdefault(score, span)
    if len(told) != 2:  # more than two, and the story tells of several votes
        return
    (here, span), (there, other) = sorted(told.items(), key=lambda one: -one[1][0])
    if _alike(here, there) and not (max(sum(here), sum(there)) <= _BENCH and _COURT.search(text)):
        yield Flag(
            span,
            f"a vote of {text[slice(*span)]} here, of {text[slice(*other)]} further up",
            related=(Elsewhere(other, "the other score"),),
            confidence=0.8,
        )


def _alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one side has as many votes in both, and the other nearly as many."""
    near = sorted((abs(one[0] - other[0]), abs(one[1] - other[1])))
    return near[0] == 0 and 0 < near[1] <= _FEW
