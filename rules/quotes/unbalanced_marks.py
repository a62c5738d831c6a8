"""Quotation marks without a partner."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule

_MESSAGES = {
    "unclosed": "this quotation mark is never closed",
    "unopened": "this quotation mark closes nothing",
    "reversed": "this quotation mark is turned the wrong way",
}
_ADVICE = {
    "unclosed": "Close the quotation, or reopen the next paragraph if it goes on there.",
    "unopened": "Open the quotation, or take the mark out.",
    "reversed": "Turn the mark round.",
}
_TURNED = {"“": "”", "”": "“"}


@rule(severity="error", since="0.1", needs={"quotations"})
def unbalanced_marks(article: Article) -> Iterator[Flag]:
    """A quotation mark has no partner, or is turned the wrong way."""
    for anomaly in article.quotations.anomalies:
        mark = article.text[anomaly.start : anomaly.end]
        fixes = (_TURNED[mark],) if anomaly.what == "reversed" and mark in _TURNED else ()
        yield Flag(
            (anomaly.start, anomaly.end), _MESSAGES[anomaly.what], advice=_ADVICE[anomaly.what], fixes=fixes
        )
