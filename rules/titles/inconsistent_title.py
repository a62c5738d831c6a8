"""One person, two offices, one article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from verify import Article, Elsewhere, Entity, Flag, Span, rule
from verify.lexicon.late import late
from verify.mark.naming.capitals import UPPER
from verify.mark.naming.offices import Office, clash, office
from verify.mark.naming.reading import fold

_HEAD = (
    r"President|Minister|Secretary|Sens?\.|Senator|Reps?\.|Representative|Congressman|Congresswoman|"
    r"Govs?\.|Governor|Mayor|Attorney General|District Attorney|Ambassador|Speaker|Justice|Judge|Sheriff|"
    r"(?:Police|Fire) Chief|Premier|Chancellor|Treasurer|Comptroller"
)
_WORD = rf"[{UPPER}][\w’'-]*[^\W\d_]"
_CALLED = late(
    rf"(?P<head>{_HEAD})(?P<field> of (?:the )?[A-Z][a-z]+)? "
    rf"(?P<name>{_WORD}(?: (?:[{UPPER}]\. )?(?!{_HEAD}){_WORD}){{0,3}})"
)
_BEFORE = late(r"(?<!\w)(?:(?:[Aa]nti|[Pp]ro)-)?(?P<field>[A-Z][a-z]+ )?\Z")
"""What may stand before the head of a title, its field ("Treasury", "Vice") first."""
_PAST = late(r"\b(?:former|late)(?: [A-Z][\w.]*){0,2} $", re.IGNORECASE)
_THEN = late(r"\b(?:as|when|while)(?: [\w.’'-]+){0,2} $", re.IGNORECASE)
"""What tells, before an office in apposition, that it was held then: "As the state's governor, Roe …"."""
_AHEAD = 30
_JOINED = ("-", "’", "'")
_WITHOUT_FIELD = frozenset(("president", "secretary", "senator"))
"""Offices by which copy calls either of two people of one family name ("President Roe", "Secretary Roe")."""
_POSSESSIVE = late(r"[’']s?$")


class _Held(Struct, frozen=True):
    """An office as the copy gives it to somebody, with the name beside it; `ahead` says before it."""

    office: Office
    words: str
    span: Span
    name: str
    ahead: bool


def _by_person(article: Article) -> Iterator[list[_Held]]:
    """The formal offices beside the names of each person, before them or in apposition."""
    people = [person for person in article.entities if person.kind == "person"]
    own = {person.name: set(_in_full(article, person)) for person in people}
    held_by: dict[str, Counter[Office]] = defaultdict(Counter)
    size = Counter(fold(person.family) for person in people)
    for person in people:
        held_by[fold(person.family)].update(own[person.name])
    for person in people:
        if len(person.mentions) < 2:
            continue
        family = fold(person.family)
        theirs = held_by[family] - Counter(own[person.name])
        offices = []
        for index in person.mentions:
            mention = article.mentions[index]
            title = mention.title_span
            if title is None or (held := office(mention.title)) is None or held.past:
                continue
            ahead = title.end < mention.start <= title.end + 1
            if _past(article.text, title.start, beside=ahead):
                continue
            if mention.given or size[family] < 2 or not _another(held, theirs):
                offices.append(_Held(held, mention.title, title, person.name, ahead))
        yield offices


def _in_full(article: Article, person: Entity) -> Iterator[Office]:
    """The offices beside the full name of a person, held now or once."""
    for index in person.mentions:
        mention = article.mentions[index]
        if mention.given and (held := office(mention.title)) is not None:
            yield held


def _another(held: Office, theirs: Iterable[Office]) -> bool:
    """Whether a bare name with this office may stand for another of the family."""
    plain = held.head in _WITHOUT_FIELD and not held.fields
    return plain or any(not clash(held, other) for other in theirs)


def _by_word(article: Article) -> Iterator[list[_Held]]:
    """Offices before one and the same word, whether or not the word is known for a name.

    A group holds the full forms ("Gov. Jane Roe") of one family name, and the short ones ("Mayor Roe").
    Capitals may run on behind a full name, so that any word but its first may be the family's.
    """
    full: dict[str, list[_Held]] = defaultdict(list)
    short: dict[str, list[_Held]] = defaultdict(list)
    for held in _called(article):
        words = held.name.split()
        if len(words) == 1:
            short[words[0]].append(held)
        for word in words[1:]:
            full[word].append(held)
    people: dict[str, set[int]] = defaultdict(set)
    for mention in article.mentions:
        if mention.given and mention.family:
            people[mention.family].add(mention.entity)
    for word, bare in short.items():
        if len({held.name.split()[0] for held in full[word]}) != 1:
            continue
        if len(people[word]) < 2:
            yield [*full[word], *bare]
            continue
        # Two people of the family are named in full, and it is the office of neither.
        theirs = {held.office for held in full[word]}
        yield [*full[word], *(held for held in bare if not _another(held.office, theirs))]


def _called(article: Article) -> Iterator[_Held]:
    """Every formal office before capitals that may be a name."""
    text = article.text
    for block in article.blocks:
        if block.zone in ("furniture", "code"):
            continue
        for match in _CALLED.finditer(text, block.start, block.end):
            start = match.start()
            if text[start - 1 : start].isalnum():
                continue
            before = _BEFORE.search(text, max(block.start, start - _AHEAD), start)
            if before is None or _joined(text, before.start()):
                continue
            title = Span(start - len(before["field"] or ""), match.start("name") - 1)
            words = text[title.start : title.end]
            held = office(words)
            if held is not None and not _past(text, title.start, beside=True):
                yield _Held(held, words, title, _POSSESSIVE.sub("", match["name"]), ahead=True)


def _joined(text: str, start: int) -> bool:
    """Whether a hyphen or an apostrophe ties the words to the one before ("Then-Sen. Roe")."""
    return text[start - 1 : start] in _JOINED and text[start - 2 : start - 1].isalnum()


def _past(text: str, start: int, *, beside: bool) -> bool:
    """Whether the words before a title say that the office is held no longer, or was held then."""
    before = max(0, start - _AHEAD)
    return bool(_PAST.search(text, before, start) or (not beside and _THEN.search(text, before, start)))


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
        for odd, usual, oftener in _odd(group):
            if odd.span.end in said:
                continue
            said.add(odd.span.end)
            yield Flag(
                odd.span,
                f"{usual.name} is “{odd.words}” here and “{usual.words}” elsewhere in the article",
                related=(Elsewhere(usual.span, f"called “{usual.words}” here"),),
                fixes=(usual.words,) if oftener and odd.ahead and usual.ahead else (),
                confidence=0.9,
            )


def _odd(group: Sequence[_Held]) -> Iterator[tuple[_Held, _Held, bool]]:
    """Each office that clashes with the one given most often (or first), that one, whether oftener."""
    by_office: dict[Office, list[_Held]] = defaultdict(list)
    for held in group:
        by_office[held.office].append(held)
    if len(by_office) < 2:
        return
    usual, *others = sorted(by_office.values(), key=lambda same: (-len(same), same[0].span.start))
    for same in others:
        if clash(same[0].office, usual[0].office):
            for held in same:
                yield held, usual[0], len(usual) > len(same)
