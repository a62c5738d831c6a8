"""Quotation marks without a partner."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule

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


@rule(severity="error", since="0.1", needs={"quotations"})
def unbalanced_marks(article: Article) -> Iterator[Flag]:
    """A quotation mark has no partner, or is turned the wrong way."""
    for anomaly in article.quotations.anomalies:
        span = (anomaly.start, anomaly.end)
        fixes = () if anomaly.fix is None else (anomaly.fix,)
        related: tuple[Elsewhere, ...] = ()
        if anomaly.partner > 0:
            related = (Elsewhere((anomaly.partner - 1, anomaly.partner), "most likely it closes after this"),)
        yield Flag(span, _MESSAGES[anomaly.what], advice=_ADVICE[anomaly.what], fixes=fixes, related=related)
