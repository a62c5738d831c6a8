"""Tags, entities and codes of a content system that stand in the copy as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_TAGS = (
    "a abbr article aside b blockquote body br caption center cite code div em embed figcaption figure font"
    " footer form h[1-6] head header hr html i iframe img input label li link main mark meta nav nbsp ol p"
    " picture q s script section small source span strike strong style sub sup svg table tbody td th thead"
    " time title tr tweet u ul video"
).replace(" ", "|")
_MARKUP = late(
    rf"""
      </?(?:{_TAGS})(?:\ [^<>\n]{{0,400}})?/?>                               # <br>  <tweet id="…">
    | <(?:tweet|img|iframe|embed|a|div|span)\ [a-z-]+=["'][^<>\n]{{0,400}}      # one that lost its end
    | &(?:nbsp|amp|quot|apos|lt|gt|[lr]dquo|[lr]squo|[mn]dash|hellip|\#\d{{2,5}}|\#x[\da-fA-F]{{2,5}});
    | \[/?(?:caption|gallery|embed|video|audio|playlist|pullquote|b|i|u|url|img)(?:\ [^\]\n]{{0,200}})?\]
    | \{{\{{[^{{}}\n]{{1,120}}\}}\}} | \{{%[^{{}}\n]{{1,120}}%\}}
    | <!--[^\n]{{0,200}}?-->
    """,
    re.VERBOSE,
)


@rule(
    severity="warning",
    since="0.1",
    advice="Strike it, or put in the character that it stands for.",
)
def leftover_markup(article: Article) -> Iterator[Flag]:
    """Markup of a content system stands in the copy as words."""
    for block in article.blocks:
        if block.zone == "code":
            continue
        for match in _MARKUP.finditer(article.text, block.start, block.end):
            shown = match[0] if len(match[0]) <= 40 else f"{match[0][:39]}…"
            yield Flag(match.span(), f"“{shown}” is markup, no copy", confidence=0.95)
