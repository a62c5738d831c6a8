"""What is remembered of an article once its text is gone, one small function for each kind of fact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from verify.mark.forms import grouped
from verify.model.article import Article
from verify.store.facts import Fact
from verify.store.happenings import happenings
from verify.store.people import called, known_by_surname, named
from verify.store.sayings import said
from verify.store.spellings import spelt
from verify.store.tallies import tallies
from verify.store.whereabouts import sided

_MOST = 400
"""How many facts of one kind are remembered of an article: a story has far fewer, a list of names has not."""

MARKS = frozenset(("dates", "days", "forms", "names", "numbers", "people", "quotes"))
"""The marks that facts, and the day of a story, are read from; an archive on disk has them all made."""


def facts(article: Article) -> Iterator[Fact]:
    """Everything worth remembering that the marks of this article tell; spans count into its text."""
    if "people" in article.marks:
        for kind in (named, called, known_by_surname, spelt, happenings):
            yield from islice(kind(article), _MOST)
    yield from islice(sided(article), _MOST)
    if "numbers" in article.marks:
        yield from islice(tallies(article), _MOST)
    if "quotes" in article.marks:
        yield from said(article)
    if "forms" in article.marks:
        yield from forms(article)


def forms(article: Article) -> Iterator[Fact]:
    """The first place of each variant of a word that has several accepted forms."""
    for subject, variants in grouped(article.mark("forms")).items():
        for variant, places in variants.items():
            if variant != "month first":  # May, June and July tell nothing of how the house writes November.
                yield Fact("form", subject, variant, places[0].start, places[0].end)
