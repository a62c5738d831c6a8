"""One person, two offices, one article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify import Article, Elsewhere, Flag, Span, rule
from verify.mark.naming.capitals import UPPER
from verify.mark.naming.offices import Office, clash, office
from verify.mark.naming.reading import fold

_HEAD = (
    r"President|Minister|Secretary|Sens?\.|Senator|Reps?\.|Representative|Congressman|Congresswoman|"
    r"Govs?\.|Governor|Mayor|Attorney General|District Attorney|Ambassador|Speaker|Justice|Judge|Sheriff|"
    r"(?:Police|Fire) Chief|Premier|Chancellor|Treasurer|Comptroller"
)
_FIELD = r"(?:[A-Z][a-z]+ )?"
_CALLED = re.compile(
    rf"(?<![\w’'-])(?P<title>{_FIELD}(?:{_HEAD})(?: of (?:the )?[A-Z][a-z]+)?) "
    rf"(?P<name>[{UPPER}][\w’'-]*[^\W\d_](?: (?:[{UPPER}]\. )?(?!{_HEAD})[{UPPER}][\w’'-]*[^\W\d_]){{0,2}})"
)
_WITHOUT_FIELD = frozenset(("president", "secretary", "senator"))
"""Offices by which copy calls either of two people of one family name ("President Roe", "Secretary Roe")."""
_POSSESSIVE = re.compile(r"[’']s?$")


class _Held(NamedTuple):
    """An office as the copy gives it to somebody, with the name beside it."""

    office: Office
    words: str
    span: Span
    name: str


def _by_person(article: Article) -> Iterator[list[_Held]]:
    """The formal offices beside the names of each person, before them or in apposition."""
    families = Counter(fold(person.family) for person in article.entities if person.kind == "person")
    for person in article.entities:
        if person.kind != "person" or len(person.mentions) < 2:
            continue
        offices = []
        for index in person.mentions:
            mention = article.mentions[index]
            if mention.title_span is None or (held := office(mention.title)) is None or held.past:
                continue
            shared = not mention.given and families[fold(person.family)] > 1
            if not shared or held.fields or held.head not in _WITHOUT_FIELD:
                offices.append(_Held(held, mention.title, mention.title_span, person.name))
        yield offices


def _by_word(article: Article) -> Iterator[list[_Held]]:
    """Offices before one and the same word, whether or not the word is known for a name.

    A group holds the full forms ("Gov. Jane Roe") of one last word, and the short ones ("Mayor Roe").
    Where the copy names two people of that family in full nobody can tell whom the short form means.
    """
    text = article.text
    groups: dict[str, list[_Held]] = defaultdict(list)
    for block in article.blocks:
        if block.zone in ("furniture", "code"):
            continue
        for match in _CALLED.finditer(text, block.start, block.end):
            words = _POSSESSIVE.sub("", match["name"]).split()
            held = office(match["title"])
            if held is None or text[max(0, match.start() - 12) : match.start()].lower().rstrip().endswith(
                "former"
            ):
                continue
            groups[words[-1]].append(_Held(held, match["title"], Span(*match.span("title")), " ".join(words)))
    people: dict[str, set[int]] = defaultdict(set)
    for mention in article.mentions:
        if mention.given and mention.family:
            people[mention.family].add(mention.entity)
    for word, group in groups.items():
        if len(people[word]) < 2 and len({held.name for held in group if " " in held.name}) == 1:
            yield group


@rule(
    severity="warning",
    since="0.1",
    needs={"names", "people"},
    advice="Check which office is right, and give one.",
)
def inconsistent_title(article: Article) -> Iterator[Flag]:
    """One person is given two offices that nobody holds at once."""
    said: set[int] = set()
    for group in (*_by_person(article), *_by_word(article)):
        for odd, usual in _odd(group):
            if odd.span.end in said:
                continue
            said.add(odd.span.end)
            yield Flag(
                odd.span,
                f"{usual.name} is “{odd.words}” here and “{usual.words}” elsewhere in the article",
                related=(Elsewhere(usual.span, f"called “{usual.words}” here"),),
                confidence=0.9,
            )


def _odd(group: Sequence[_Held]) -> Iterator[tuple[_Held, _Held]]:
    """Each office that clashes with the one given most often (or first), beside that one."""
    by_office: dict[Office, list[_Held]] = defaultdict(list)
    for held in group:
        by_office[held.office].append(held)
    if len(by_office) < 2:
        return
    usual, *others = sorted(by_office.values(), key=lambda same: (-len(same), same[0].span.start))
    for same in others:
        if clash(same[0].office, usual[0].office):
            for held in same:
                yield held, usual[0]
