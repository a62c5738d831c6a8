"""Ties the people of an article to the records of the people file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Entity
from verify.model.roster import Identified, Record

if TYPE_CHECKING:
    from verify.mark.naming.records import Index, Named

SHOWN = frozenset(("sentences", "quotations", "names", "people"))
"""The marks that plugins are shown when they are asked who somebody is."""


def marker(records: Iterable[Record], *, asked: bool = False) -> Marker:
    """The marker that knows these records; without any it needs no other mark, and finds nobody.

    `asked` says that plugins are asked for those whom it does not find.
    """
    known = tuple(records)
    if not (known or asked):
        return MARKER
    from verify.mark.naming.records import Index

    needs = SHOWN if asked else frozenset(("names", "people"))
    return Marker("identified", partial(_identified, Index(known)), needs)


def _nobody(_article: Article) -> tuple[Identified, ...]:
    return ()


def _identified(index: Index, article: Article) -> tuple[Identified, ...]:
    return tuple(_tied(index, article))


def _tied(index: Index, article: Article) -> Iterator[Identified]:
    for number, entity in enumerate(article.entities):
        if entity.kind == "person":
            found = index.find(_named(article, entity))
            if found:
                yield Identified(number, *found)


def _named(article: Article, entity: Entity) -> Named:
    from verify.mark.naming.records import Named

    mentions = [article.mentions[index] for index in entity.mentions]
    # Where a mention gives the family name alone, it is that of the full one.
    forms = {mention.name for mention in mentions if mention.given} or {mention.name for mention in mentions}
    titles = dict.fromkeys(mention.title for mention in mentions if mention.title)
    return Named(frozenset((*forms, entity.name)), entity.given, entity.family, tuple(titles), entity.gender)


MARKER = Marker("identified", _nobody)
