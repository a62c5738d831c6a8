"""Verbs of attribution that the house style avoids."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from verify import Article, Flag, rule

from .cues import forms, tags, tied


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    points={"attribution.avoid"},
    advice="Write the verb that the house prefers.",
)
def verb_off_style(article: Article) -> Iterator[Flag]:
    """The verb beside a quote is one that the house style avoids."""
    style = article.profile.attribution
    avoided = _forms(style.avoid)
    for tag in tags(article):
        if tag.verb in avoided and tag.speaker.type != "document" and tied(article, tag):
            better = f"; it has “{style.verb}”" if style.verb else ""
            yield Flag(tag.cue, f"the house style avoids “{tag.verb}” beside a quote{better}")


@lru_cache(maxsize=8)
def _forms(verbs: tuple[str, ...]) -> dict[str, str]:
    return forms(verbs)
