"""What is remembered of an article once its text is gone, one small function for each kind of fact."""

from __future__ import annotations

from collections.abc import Iterator

from verify.mark.forms import grouped
from verify.mark.naming.offices import office
from verify.mark.naming.reading import fold
from verify.model.article import Article
from verify.model.marks import Mention
from verify.store.facts import Fact

MARKS = frozenset(("dates", "forms", "names", "people", "quotes"))
"""The marks that facts, and the day of a story, are read from; an archive on disk has them all made."""


def facts(article: Article) -> Iterator[Fact]:
    """Everything worth remembering that the marks of this article tell; spans count into its text."""
    if "people" in article.marks:
        yield from named(article)
        yield from called(article)
    if "forms" in article.marks:
        yield from forms(article)


def named(article: Article) -> Iterator[Fact]:
    """The people named in full and the bodies, each at the first place of its fullest name."""
    for entity in article.entities:
        if entity.kind == "place" or (entity.kind == "person" and not (entity.given and entity.family)):
            continue
        mentions = [article.mentions[index] for index in entity.mentions]
        first = next((mention for mention in mentions if mention.name == entity.name), mentions[0])
        subject = full_name(first) if first.given and first.family else first.name
        yield Fact("named", fold(subject), first.name, first.start, first.end)


def forms(article: Article) -> Iterator[Fact]:
    """The first place of each variant of a word that has several accepted forms."""
    for subject, variants in grouped(article.mark("forms")).items():
        for variant, places in variants.items():
            if variant != "month first":  # May, June and July tell nothing of how the house writes November.
                yield Fact("form", subject, variant, places[0].start, places[0].end)


def called(article: Article) -> Iterator[Fact]:
    """The formal offices that narration gives to each person named in full, each at its first place."""
    for person in article.entities:
        if person.kind != "person" or not (person.given and person.family):
            continue
        offices: set[str] = set()
        for index in person.mentions:
            mention = article.mentions[index]
            if mention.quoted or mention.title_span is None or not mention.given:
                continue
            held = office(mention.title)
            if held is None or held.past or held.name in offices:
                continue
            offices.add(held.name)
            start = min(mention.start, mention.title_span.start)
            end = max(mention.end, mention.title_span.end)
            yield Fact("called", full_name(mention), held.name, start, end)


def full_name(mention: Mention) -> str:
    """Given and family name without initials and middle names, so that two articles agree on it."""
    if mention.name.startswith(mention.family):
        return f"{mention.family} {mention.given}"
    return f"{mention.given.split()[0]} {mention.family}"
