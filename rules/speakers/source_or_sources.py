"""One source in one place, and several in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.model.document import Zone

_SAID = (
    r"(?: (?:close to|familiar with|briefed on|inside|in|at|with) [^.,;:“”\"\n]{1,60}?)?,?"
    r" (?:(?:have|has|had|also) )?(?:said|says?|told|tells?|add(?:s|ed)?|claim(?:s|ed)?)\b"
)
_ONE = re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Tt]he) (?:[A-Za-z’'-]{{1,30}} ){{0,2}}source{_SAID}")
_SEVERAL = re.compile(rf"\b[Ss]ources{_SAID}")
_COUNTED = re.compile(
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
    if "ources" not in text or " source " not in text or _COUNTED.search(text):
        return
    one = _spoken(article, _ONE, "body", "list")
    several = _spoken(article, _SEVERAL, "headline", "body", "list")
    if one and several:
        words = text[one[0][0] : one[0][1]]
        yield Flag(
            several[0],
            f"several sources here, but “{words}” elsewhere, and no second one",
            related=(Elsewhere(one[0], "one source here"),),
            confidence=0.8,
        )


def _spoken(article: Article, pattern: re.Pattern[str], *zones: Zone) -> list[tuple[int, int]]:
    """Where the pattern stands in the narration of these zones."""
    return [
        found.span()
        for block in article.zoned(*zones)
        for found in pattern.finditer(article.text, block.start, block.end)
        if not article.quoted(*found.span())
    ]
