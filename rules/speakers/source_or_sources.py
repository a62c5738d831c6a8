"""One source in one place, and several in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

from .prose import PROSE, narrated
from .unnamed import SPEAKS

_ONE = late(rf"\b(?:[Aa]n?|[Oo]ne|[Tt]he) (?:[A-Za-z’'-]{{1,30}} ){{0,2}}source{SPEAKS}")
_SEVERAL = late(rf"\b[Ss]ources{SPEAKS}")
_COUNTED = late(
    r"\b(?:another|other|second|third|two|three|four|five|six|several|multiple|many|numerous|both|various"
    r"|one of)\b[^.\n]{0,40}\bsource",
    re.IGNORECASE,
)


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Say how many there are, and write “a source” where there is one.",
)
def source_or_sources(article: Article) -> Iterator[Flag]:
    """The story has “sources”, and only one source ever speaks."""
    text = article.text
    if "ources" not in text or " source " not in text:
        return
    several = next(narrated(article, _SEVERAL, "headline", *PROSE), None)
    one = next(narrated(article, _ONE), None) if several else None
    if one and several and not _COUNTED.search(text):
        yield Flag(
            several.span(),
            f"several sources here, but “{one[0]}” elsewhere, and no second one",
            related=(Elsewhere(one.span(), "one source here"),),
            confidence=0.8,
        )
