"""Verbs of saying that need somebody to say it to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule

_VERB = re.compile(
    r"\b(?P<verb>assure[sd]|inform(?:s|ed)|remind(?:s|ed)|notif(?:ies|ied)|told|tells)"
    r"\s+that\s+(?!(?:it|one|she|he|they|this)\s+to\b)"
)
_BEFORE = re.compile(r"([\w’'-]+),?\s+(?:[a-z]+ly\s+)?$")
_REACH = 40
_PASSIVE = frozenset(
    """was were is are am be been being get gets got getting rest feel
    feels felt stay remain seem seems when if once
    as not ’s 's has-been have and or having has have had i’m i'm he’s she’s it’s
    sources truth
    so also then while though although until unless except where who stories story lies tales""".split()
)


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Say whom, or write “said”.",
)
def verb_without_listener(article: Article) -> Iterator[Flag]:
    """Somebody assures, tells or informs, and the copy does not say whom."""
    for block in article.zoned("body", "list"):
        for match in _VERB.finditer(article.text, block.start, block.end):
            start = max(block.start, match.start() - _REACH)
            found = _BEFORE.search(article.text[start : match.start()])
            before = found[1].lower() if found else ""
            # Without a subject beside it the verb is most often a participle: “told that …, she left”.
            coordinated = before in ("and", "also") and not match["verb"].startswith("t")
            if (
                not before
                or (before in _PASSIVE and not coordinated)
                or before.endswith(("ly", "’re", "'re", "’ve", "'ve"))
            ):
                continue
            span = match.span("verb")
            if not article.quoted(*span):
                yield Flag(span, f"“{match['verb']}” needs somebody who is spoken to", confidence=0.9)
