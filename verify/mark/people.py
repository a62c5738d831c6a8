"""Gathers the mentions of an article into the people, bodies and places for which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.late import late
from verify.lexicon.sources import MEN, WOMEN
from verify.mark.naming.one import courtesy_gender, given_gender
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Entity, Gender, Mention

_PRONOUN = late(
    r"[^A-Z“”\"\n]{0,100}?\b(?:([Hh]e|[Ss]he|[Hh]is|[Hh]erself|[Hh]imself)\b"
    r"|([Hh]er)(?= (?!(?:up|in|out|on|to|for|with|as|at|and|or|that|by|from|off|down|over|again)\b)[a-z]))"
)
"""The first pronoun after a name, with no other name between; "her" only where it owns something."""
_MALE = frozenset(("he", "his", "himself"))
_KIN = late(r"\b(?:his|her|their|my|[’']s) (?:[a-z-]{1,20} ){0,2}([a-z]{3,15}),? \Z")
_BACK = 60
_VOTERS = 8


def people(article: Article) -> tuple[Entity, ...]:
    """The people, bodies and places of the article; `Mention.entity` is an index into them."""
    groups: list[list[int]] = []
    for index, mention in enumerate(article.mentions):
        while mention.entity >= len(groups):
            groups.append([])
        groups[mention.entity].append(index)
    return tuple(_entity(article, group) for group in groups)


def _entity(article: Article, group: Sequence[int]) -> Entity:
    mentions = [article.mentions[index] for index in group]
    first = mentions[0]
    if first.kind != "person":
        # An acronym in the headline is the same body as its full name below.
        fullest = max(mentions, key=lambda mention: len(mention.name))
        return Entity(fullest.name, first.kind, tuple(group))
    fullest = max(mentions, key=lambda mention: (bool(mention.given) + bool(mention.family), -mention.start))
    title = next((m.title for m in mentions if m.given and m.title), "") or next(
        (m.title for m in mentions if m.title), ""
    )
    shared = fullest.given and fullest.family and fullest.family not in fullest.name
    return Entity(
        f"{fullest.name} {fullest.family}" if shared else fullest.name,  # "Ann and Paul Lee": Ann Lee
        "person",
        tuple(group),
        fullest.given,
        fullest.family,
        title,
        _gender(article.text, mentions, fullest),
    )


def _gender(text: str, mentions: Sequence[Mention], fullest: Mention) -> Gender:
    for mention in mentions:
        told = courtesy_gender(mention.title)
        if told:
            return told
    first = mentions[0]
    kin = _KIN.search(text, max(0, first.start - _BACK), first.start)
    if kin and (kin[1] in MEN or kin[1] in WOMEN):
        return "m" if kin[1] in MEN else "f"  # "her husband, Max"
    found = (_PRONOUN.match(text, mention.end) for mention in mentions[:_VOTERS])
    men = [(match[1] or match[2]).lower() in _MALE for match in found if match]
    by_name = given_gender(fullest)
    if by_name and not (len(men) > 1 and set(men) == {by_name == "f"}):
        return by_name  # lists of names err less often than the nearest pronoun, if all do not agree
    votes = 2 * sum(men) - len(men)
    return "m" if votes > 0 else "f" if votes < 0 else ""


MARKER = Marker("people", people, frozenset(("names",)))
