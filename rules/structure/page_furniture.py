"""Lines of the web page that came along when the story was copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Block, Flag, rule
from verify.lexicon.late import late

_COPIED = frozenset(("text", "markdown"))
_OTHER_STORIES = late(
    r"\W{0,3}(?:you (?:may|might)|more (?:from|on|in|stories|news)|recommended|related|most |trending"
    r"|read (?:more|next|also)|latest (?:news|stories)|top (?:stories|headlines)|editor|popular"
    r"|don[’']t miss|up next|around the web|sponsored|promoted|in case you missed|what to read|also read"
    r"|from our partners)",
    re.IGNORECASE,
)
# A house that ends its stories so means to: where to follow or reach the writer.
_SIGN_OFF = late(r"\W{0,3}(?:Follow (?!us\b)|Send |Contact |Reach |E-?mail\b)")


@rule(
    severity="warning",
    since="0.1",
    advice="Take these lines out of the story.",
)
def page_furniture(article: Article) -> Iterator[Flag]:
    """Share buttons, sign-up lines or teasers of other stories stand in the copy."""
    if article.document.format not in _COPIED:
        return  # A whole page has furniture; only copy has none.
    for stretch in _stretches(article):
        if all(_SIGN_OFF.match(article.text, block.start, block.end) for block in stretch):
            continue
        first = stretch[0]
        line = article.text[first.start : first.end].partition("\n")[0].rstrip()
        more = len(stretch) - 1
        rest = f" and the {more} paragraphs after it belong" if more > 1 else " and the next line belong"
        yield Flag(
            (first.start, first.start + len(line)),
            f"“{line[:60]}”{rest if more else ' belongs'} to a web page, not to the story",
        )


def _stretches(article: Article) -> Iterator[list[Block]]:
    """Runs of furniture; the heading of a list of other stories begins a run of its own."""
    stretch: list[Block] = []
    listing = False
    for block in article.blocks:
        if block.zone != "furniture":
            if stretch:
                yield stretch
            stretch, listing = [], False
            continue
        heading = _OTHER_STORIES.match(article.text, block.start, block.end) is not None
        if heading and stretch and not listing:
            yield stretch
            stretch = []
        listing = listing or heading
        stretch.append(block)
    if stretch:
        yield stretch
