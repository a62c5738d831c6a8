"""Who is named in an article, with which office, and who only by a family name."""

from __future__ import annotations

from collections.abc import Iterator

from verify.lexicon.late import late
from verify.mark.naming.offices import office
from verify.mark.naming.reading import fold
from verify.model.article import Article
from verify.model.marks import Entity, Mention
from verify.store.facts import Fact

_YEAR = r"\b[Ii]n (?:1[89]|20)\d\d\b"
_YEAR_BEFORE, _YEAR_AFTER = late(rf"{_YEAR}[^.!?\n]*\Z"), late(rf"[^.!?\n]*?{_YEAR}")
"""A year in the sentence of an office: it was held then, and need not be today."""
_SENTENCE = 160


def named(article: Article) -> Iterator[Fact]:
    """The people named in full, the bodies and the places, each at the first place of its fullest name."""
    for entity in article.entities:
        if entity.kind == "person" and not (entity.given and entity.family):
            continue
        first = fullest(article, entity)
        subject = full_name(first) if first.given and first.family else first.name
        yield Fact("named", fold(subject), first.name, first.start, first.end)


def called(article: Article) -> Iterator[Fact]:
    """The formal offices that narration gives to each person named in full, each at its first place.

    Under the full name, and once more under the family name for stories that give no other.
    """
    for person in article.entities:
        if person.kind != "person" or not (person.given and person.family):
            continue
        offices: set[str] = set()
        for index in person.mentions:
            mention = article.mentions[index]
            if mention.quoted or mention.title_span is None or not mention.given:
                continue
            held = office(mention.title)
            if held is None or held.past or held.name in offices or _of_a_year(article, mention):
                continue
            offices.add(held.name)
            yield Fact("called", full_name(mention), held.name, *_with_title(mention))
            yield Fact("family", fold(mention.family), full_name(mention), *_with_title(mention))


def known_by_surname(article: Article) -> Iterator[Fact]:
    """The people whom the article calls by an office and a family name, and never by a full name."""
    for person in article.entities:
        if person.kind != "person" or person.given or not person.family:
            continue
        for index in person.mentions:
            mention = article.mentions[index]
            before = mention.title_span is not None and mention.title_span.start < mention.start
            if before and (held := office(mention.title)) and not held.past:
                yield Fact("surname", fold(person.family), held.name, *_with_title(mention))
                break


def fullest(article: Article, entity: Entity) -> Mention:
    """The first mention of a person or body by its fullest name."""
    mentions = (article.mentions[index] for index in entity.mentions)
    same = (mention for mention in mentions if mention.name == entity.name)
    return next(same, article.mentions[entity.mentions[0]])


def full_name(mention: Mention) -> str:
    """Given and family name without initials and middle names, so that two articles agree on it."""
    if mention.name.startswith(mention.family):
        return f"{mention.family} {mention.given}"
    return f"{mention.given.split()[0]} {mention.family}"


def _with_title(mention: Mention) -> tuple[int, int]:
    """Where a name stands with its title."""
    title = mention.title_span or mention.span
    return min(mention.start, title.start), max(mention.end, title.end)


def _of_a_year(article: Article, mention: Mention) -> bool:
    """Whether the sentence puts what it tells into a year."""
    start, end = _with_title(mention)
    before, after = article.text[max(0, start - _SENTENCE) : start], article.text[end : end + _SENTENCE]
    return bool(_YEAR_BEFORE.search(before) or _YEAR_AFTER.match(after))
