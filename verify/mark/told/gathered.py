"""Gathers what the copy tells of each person: forms of the name, parts, party and body, age, pronoun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.words import is_word
from verify.mark.naming.ages import age
from verify.mark.naming.beside import Beside, beside
from verify.mark.naming.near import slips
from verify.mark.naming.one import courtesy_gender
from verify.mark.told.roles import is_office, of_title, roles, same
from verify.mark.told.ties import Bodies, bodies, home, party
from verify.model.article import Article
from verify.model.marks import Dossier, Entity, Form, Mention, Pronoun
from verify.model.span import Span

_PRONOUN = late(r"(?!, (?:\d{1,3}, )?(?:his|her) )[^A-Z“”\"\n.;]{0,100}?\b(he|she|his|himself|herself)\b")
_THEY = late(r"[^.\n]{0,60}\buses? (?:the pronouns )?[“\"‘]?they\b")
_AS: dict[str, Pronoun] = {"he": "he", "his": "he", "himself": "he", "she": "she", "herself": "she"}
_SURE = 0.75
_MOST = 200
"""Mentions of one person that are read for what stands beside them, and people who may be misspelt."""
_LONG = 5
_CAPITALS = 4
"""Words of a title that a form of the name takes along ("Defense Secretary Lee")."""


def dossiers(article: Article) -> tuple[Dossier, ...]:
    """One dossier for each entity, in the order of the text, a misspelt name under the one that it means."""
    entities = article.entities
    misspelt = _misspelt(entities)
    strays = {article.mentions[index].entity for indices in misspelt.values() for index in indices}
    unread = _unread(article)
    known = Bodies(article.mentions)
    heard = _heard(article)
    found = []
    for number, entity in enumerate(entities):
        if number in strays:
            continue
        indices = sorted((*entity.mentions, *misspelt.get(number, ())))
        forms = _forms(article, indices, unread.get(number, ()))
        if entity.kind != "person":
            found.append(Dossier(number, forms))
            continue
        places = [beside(article.text, article.mentions[index]) for index in indices[:_MOST]]
        title, parts = _parts(places)
        ties = tuple(_ties(article, places, known))
        years = next((years for place in places if (years := age(place)) > 0), -1)
        pronoun = _pronoun(places, entity, heard.get(number, Counter()))
        found.append(Dossier(number, forms, title, parts, ties, years, pronoun))
    return tuple(found)


def _misspelt(entities: Sequence[Entity]) -> dict[int, list[int]]:
    """The mentions of bare names that no list knows, by the one person from whose name they are one slip."""
    people = (number for number, entity in enumerate(entities) if entity.kind == "person" and entity.given)
    full = list(islice(people, _MOST))
    found: dict[int, list[int]] = {}
    for entity in entities:
        name = entity.family
        if entity.kind != "person" or entity.given or len(name) < _LONG:
            continue
        if is_surname(name) or is_given(name) or is_word(name.lower()):
            continue
        near = [one for one in full if slips(entities[one].family.lower(), name.lower()) == 1]
        if len(near) == 1:
            found.setdefault(near[0], []).extend(entity.mentions)
    return found


def _unread(article: Article) -> dict[int, list[Span]]:
    """Where a speaker is named by a word that is no mention, such as a slip of the family name."""
    named = {mention.start for mention in article.mentions}
    found: dict[int, list[Span]] = {}
    for quote in (*article.quotes, *article.indirect):
        speaker = quote.speaker
        if speaker is None or speaker.entity < 0 or speaker.start in named:
            continue
        word = article.text[speaker.start : speaker.end]
        near = article.entities[speaker.entity].family
        if word.isalpha() and len(word) >= _LONG and slips(word.lower(), near.lower()) == 1:
            found.setdefault(speaker.entity, []).append(speaker.span)
    return found


def _forms(article: Article, indices: Iterable[int], more: Iterable[Span]) -> tuple[Form, ...]:
    """Every form of the name in the order of the copy, a title with capitals before it included."""
    mentions = (article.mentions[index] for index in indices)
    named = [(mention.span, _form(article.text, mention)) for mention in mentions]
    words = [(span, article.text[span.start : span.end]) for span in dict.fromkeys(more)]
    by_form: dict[str, list[Span]] = {}
    for span, text in sorted((*named, *words)):
        by_form.setdefault(text, []).append(span)
    return tuple(Form(text, tuple(spans)) for text, spans in by_form.items())


def _form(text: str, mention: Mention) -> str:
    title = mention.title_span
    if title is None or not title.end < mention.start <= title.end + 1:
        return mention.name
    words = text[title.start : title.end].split()
    capital = all(word[0].isupper() or word in ("of", "the") for word in words)
    return f"{' '.join(words)} {mention.name}" if capital and len(words) <= _CAPITALS else mention.name


def _parts(places: Sequence[Beside]) -> tuple[str, tuple[str, ...]]:
    """The office, else the first part, and whatever else the copy says that the person is."""
    titles = [title for place in places if (title := of_title(place))]
    title = next((title for title in titles if is_office(title)), titles[0] if titles else "")
    parts: list[str] = []
    for place in places:
        for said in roles(place):
            words = " ".join(said.split())
            if any(other and same(words, other) for other in (title, *parts)):
                continue
            parts.append(words)
    return " ".join(title.split()), tuple(parts)


def _ties(article: Article, places: Sequence[Beside], known: Bodies) -> Iterator[str]:
    """Party, bodies and home, each once, in the order of the copy."""
    told: set[str] = set()
    for place in places:
        names = [article.entities[body.entity].name for body in bodies(place, known)]
        for name in (party(place), *names, "" if names else home(place)):
            if name and name not in told:
                told.add(name)
                yield name


def _heard(article: Article) -> dict[int, Counter[Pronoun]]:
    """Which pronouns stand for whom beside what they said, where that is sure."""
    found: dict[int, Counter[Pronoun]] = {}
    for quote in (*article.quotes, *article.indirect):
        speaker = quote.speaker
        if speaker is None or speaker.entity < 0 or quote.confidence < _SURE:
            continue
        pronoun = _AS.get(article.text[speaker.start : speaker.end].lower())
        if pronoun:
            found.setdefault(speaker.entity, Counter())[pronoun] += 1
    return found


def _pronoun(places: Sequence[Beside], entity: Entity, heard: Counter[Pronoun]) -> Pronoun:
    """The pronoun that the copy uses for a person; one that only follows the name must fit the name."""
    told: Counter[Pronoun] = Counter(heard)
    for place in places:
        courtesy = courtesy_gender(place.mention.title)
        if courtesy:
            told["he" if courtesy == "m" else "she"] += 1
        if _THEY.match(place.text, place.end):
            return "they"
        found = _PRONOUN.match(place.text, place.end)
        pronoun: Pronoun = _AS[found[1]] if found else ""
        if pronoun and entity.gender in ("", "m" if pronoun == "he" else "f"):
            told[pronoun] += 1
    unlike: Pronoun = "she" if entity.gender == "m" else "he" if entity.gender == "f" else ""
    if unlike and told[unlike] == 1:
        del told[unlike]  # a single pronoun that the name contradicts is somebody else's more often
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]
