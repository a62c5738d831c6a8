"""Who writes: the "I" of a column, a letter or a first-person account."""

from __future__ import annotations

from verify.mark.who.cast import TELLS, Cast
from verify.model.article import Article
from verify.model.marks import Speaker


def author(article: Article, cast: Cast) -> Speaker | None:
    """The one person of the byline, or of the line at the end that tells who the writer is."""
    named: set[int] = set()
    for block in article.zoned("byline"):
        named |= _people(cast, block.start, block.end)
    if len(named) == 1:
        return _speaker(cast, named.pop())
    body = [block for block in article.blocks if block.zone == "body"]
    if named or not body:
        return None
    for index in cast.inside(body[-1].start, body[-1].end):
        mention = cast.mentions[index]
        if mention.kind == "person" and mention.given and TELLS.match(cast.text, mention.end):
            return _speaker(cast, mention.entity) if mention.start == body[-1].start else None
        break
    return None


def _people(cast: Cast, start: int, end: int) -> set[int]:
    mentions = (cast.mentions[index] for index in cast.inside(start, end))
    return {mention.entity for mention in mentions if mention.kind == "person" and mention.given}


def _speaker(cast: Cast, entity: int) -> Speaker:
    found = cast.entities[entity]
    return Speaker(found.name, 0, 0, "person", found.title, entity)
