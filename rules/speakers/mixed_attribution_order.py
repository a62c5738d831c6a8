"""“Said Lee” and “Lee said” in one story."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule

from .cues import Tag, tags

_LEAST, _TIMES = 4, 4


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    advice="Put the speaker before the verb, as elsewhere in the story, or the other way round.",
    default=False,
)
def mixed_attribution_order(article: Article) -> Iterator[Flag]:
    """The speaker stands now before “said”, now after it, with nothing else to tell the two apart."""
    orders: dict[bool, list[Tag]] = {True: [], False: []}
    for tag in tags(article):
        after = _inverted(article, tag)
        if after is not None:
            orders[after].append(tag)
    few, many = sorted(orders.values(), key=len)
    if not few or len(many) < _LEAST or len(many) < _TIMES * len(few):
        return
    usual = Elsewhere(_span(many[0]), "the other way round here")
    for tag in few:
        start, end = _span(tag)
        words = article.text[start:end]
        yield Flag((start, end), f"“{words}” here, the other way round elsewhere", related=(usual,))


def _inverted(article: Article, tag: Tag) -> bool | None:
    """Whether the speaker stands after the verb; None where the order is not free.

    A speaker who is described at length stands after the verb in every style, a pronoun before it.
    """
    if tag.verb not in ("said", "says") or tag.quote.kind != "direct" or tag.speaker.type != "person":
        return None
    if tag.cue.start < tag.quote.end or not article.text[tag.speaker.start].isupper():
        return None
    if tag.speaker.end + 1 == tag.cue.start:
        return False
    alone = article.text[tag.speaker.end : tag.speaker.end + 1] in (".", "")
    return True if tag.cue.end + 1 == tag.speaker.start and alone else None


def _span(tag: Tag) -> tuple[int, int]:
    return min(tag.cue.start, tag.speaker.start), max(tag.cue.end, tag.speaker.end)
