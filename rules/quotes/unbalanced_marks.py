"""Quotation marks without a partner."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.model.marks import Anomaly

_MESSAGES = {
    "unclosed": "this quotation mark is never closed",
    "unopened": "this quotation mark closes nothing",
    "reversed": "this quotation mark is turned the wrong way",
    "mismatched": "this quotation mark is not of the kind that opened the quotation",
    "apostrophe": "a quotation mark stands here for an apostrophe",
}
_ADVICE = {
    "unclosed": "Close the quotation, or reopen the next paragraph if it goes on there.",
    "unopened": "Open the quotation, or take the mark out.",
    "reversed": "Turn the mark round.",
    "mismatched": "Close with the kind of mark that opens.",
    "apostrophe": "Put an apostrophe.",
}
_CONTRACTED = late(r"[a-z][\"“”](?:s|t|re|ve|ll|d|m)(?![^\W_])")
_CLOSES = late(r"[a-z,.?!]“(?:[\s,.;:)]|$)")
_OPENS = late(r"[\s(]?”[A-Za-z]")


@rule(severity="error", since="0.1", needs={"quotations"})
def unbalanced_marks(article: Article) -> Iterator[Flag]:
    """A quotation mark has no partner, or is turned the wrong way."""
    certain = _certain(article)
    for anomaly in article.quotations.anomalies:
        span = (anomaly.start, anomaly.end)
        fixes = () if anomaly.fix is None else (anomaly.fix,)
        related: tuple[Elsewhere, ...] = ()
        if anomaly.partner > 0:
            related = (Elsewhere((anomaly.partner - 1, anomaly.partner), "most likely it closes after this"),)
        yield Flag(
            span,
            _MESSAGES[anomaly.what],
            advice=_ADVICE[anomaly.what],
            fixes=fixes,
            safe=anomaly in certain,
            related=related,
        )


def _certain(article: Article) -> frozenset[Anomaly]:
    """The odd marks whose own neighbours leave no doubt, in paragraphs where nothing else is odd.

    Where a mark is lost as well, what is turned or an apostrophe may be its partner.
    """
    starts = [block.start for block in article.blocks]
    by_block: dict[int, list[Anomaly]] = defaultdict(list)
    for anomaly in article.quotations.anomalies:
        by_block[bisect_right(starts, anomaly.start)].append(anomaly)
    text = article.text
    return frozenset(one for odd in by_block.values() if all(_plain(text, one) for one in odd) for one in odd)


def _plain(text: str, anomaly: Anomaly) -> bool:
    """Whether the letters on both sides say what the mark must be."""
    around = text[max(0, anomaly.start - 1) : anomaly.end + 3]
    if anomaly.what == "apostrophe":
        return _CONTRACTED.match(around) is not None
    return (
        anomaly.what == "reversed" and (_CLOSES if anomaly.fix == "”" else _OPENS).match(around) is not None
    )
