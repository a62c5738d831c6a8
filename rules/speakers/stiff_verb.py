"""Verbs of saying that are stiffer than the words need."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Flag, rule

from .cues import forms, tags, tied

_STIFF = forms(
    (
        "state", "opine", "aver", "remark", "comment", "proclaim", "exclaim", "intone", "utter", "enthuse",
        "pronounce", "profess", "expound", "emphasize", "emphasise",
    )
)  # fmt: skip


class Options(Struct, frozen=True):
    """What the desk may set."""

    also: tuple[str, ...] = ()
    """Further verbs, in the form that stands after “to”: note, declare."""


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    yields_to={"attribution.avoid"},
    advice="Write “said”.",
    options=Options,
)
def stiff_verb(article: Article, options: Options) -> Iterator[Flag]:
    """A stiff verb stands beside a quote where “said” would do."""
    stiff = _STIFF | forms(options.also) if options.also else _STIFF
    for tag in tags(article):
        if tag.verb in stiff and tag.speaker.type != "document" and tied(article, tag):
            yield Flag(tag.cue, f"“{tag.verb}” tells the reader no more than “said”")
