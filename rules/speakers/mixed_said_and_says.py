"""Attributions in the past and in the present in one story."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule

from .cues import tags

_LEAST, _TIMES = 4, 4


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    advice="Keep to one tense: “said” in a report, “says” in a feature.",
    default=False,
)
def mixed_said_and_says(article: Article) -> Iterator[Flag]:
    """Quotes are given to their speakers now with “said”, now with “says”."""
    plain = [tag for tag in tags(article) if tag.quote.kind == "direct" and tag.speaker.type == "person"]
    few, many = sorted(
        ([tag for tag in plain if tag.verb == verb] for verb in ("said", "says")),
        key=len,
    )
    if not few or len(many) < _LEAST or len(many) < _TIMES * len(few):
        return
    usual = Elsewhere(many[0].cue, f"“{many[0].verb}” here")
    for tag in few:
        yield Flag(
            tag.cue, f"“{tag.verb}” here, but “{many[0].verb}” {len(many)} times elsewhere", related=(usual,)
        )
