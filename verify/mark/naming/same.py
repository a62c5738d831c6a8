"""Which names of an article stand for one person."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from verify.lexicon.given import is_given
from verify.lexicon.grammar import KIN
from verify.mark.naming.acronyms import acronyms
from verify.mark.naming.apart import UNRELATED, Told, alias, contradict, not_related, suffix, told
from verify.mark.naming.capitals import nickname
from verify.mark.naming.given_names import first_of
from verify.mark.naming.offices import words_of
from verify.mark.naming.one import One, courtesy_gender, family_key, is_eastern, sex_of, whole_keys
from verify.mark.naming.reading import fold
from verify.model.marks import Mention

_WORDS = 24
_ABOUT = frozenset("of for with about to from on against like than and".split())
"""Words after which a name is not what the sentence is about."""
_BETWEEN = (" and ", ", and ", ", ", " & ")
"""What stands between the names of a list."""
_NEAR = 400
"""Letters within which a full name decides whom the bare name after it means."""
_MANY = 50
"""How many people of one name are told apart; no article has more."""


def join(mentions: Sequence[Mention], text: str, sentences: Sequence[int]) -> tuple[Mention, ...]:
    """The mentions with `entity` set: the number of the person, body or place that each stands for.

    `sentences` are the offsets at which sentences start.
    """
    number = _Gathering(mentions, text, sentences).numbers()
    order: dict[int, int] = {}
    return tuple(
        replace(mention, entity=order.setdefault(one, len(order)))
        for mention, one in zip(mentions, number, strict=True)
    )


class _Gathering:
    """The people, bodies and places of one article, while their mentions are joined one by one.

    Names in full come first, since a bare name may stand above the full one that it is short for.
    """

    def __init__(self, mentions: Sequence[Mention], text: str, sentences: Sequence[int]) -> None:
        self._mentions = mentions
        self._text = text
        self._sentences = sentences
        self._ones: list[One] = []
        self._by_key: dict[str, list[int]] = {}
        self._number = [-1] * len(mentions)
        self._relations = any(word in text for word in UNRELATED)

    def numbers(self) -> list[int]:
        """For each mention the number of the one that it is joined to."""
        short = acronyms(self._mentions)
        for index, mention in enumerate(self._mentions):
            if mention.kind != "person":
                name = fold(mention.name)
                self._number[index] = self._thing(mention, short.get(name, name))
            elif mention.given and mention.family:
                self._number[index] = self._full(index)
        for index, one in enumerate(self._number):
            if one < 0:
                self._number[index] = found = self._short(index)
                self._ones[found].bare += 1
                self._learn_title(found, self._mentions[index])
        return self._number

    def _thing(self, mention: Mention, name: str) -> int:
        known = self._by_key.setdefault(f"{mention.kind} {name}", [])
        if not known:
            known.append(len(self._ones))
            self._ones.append(One(mention.kind))
        return known[0]

    def _known(self, key: str) -> list[int]:
        return self._by_key.get(key, [])[-_MANY:]

    def _is_alias(self, index: int) -> bool:
        """Whether the copy gives this name as another of whoever is named right before it."""
        return index > 0 and alias(self._text, self._mentions[index - 1], self._mentions[index])

    def _learn_title(self, one: int, mention: Mention) -> None:
        if mention.title:
            self._ones[one].heads.add(mention.title.rpartition(" ")[2])

    # -- names in full -------------------------------------------------------------------------

    def _full(self, index: int) -> int:
        mention = self._mentions[index]
        number = self._number[index - 1] if self._is_alias(index) else -1
        if number < 0:
            number = self._bearer(index)
        if number < 0:
            number = len(self._ones)
            self._ones.append(One("person", eastern=is_eastern(mention)))
        one = self._ones[number]
        sex = courtesy_gender(mention.title)
        if sex and not one.courtesy:
            one.sex, one.courtesy = sex, True
        one.sex = one.sex or sex_of(mention)
        one.suffix = one.suffix or suffix(mention.name)
        if one.introduced < 0:
            one.introduced = index
        if self._relations and (others := told(self._text, mention).unrelated) is not None:
            one.since, one.unlike = index, others
        if mention.given not in one.givens:
            one.givens.append(mention.given)
            for key in {f"given {part}" for part in (*_callable(mention), mention.given)}:
                self._file(key, number)
            for part in mention.given.split()[1:]:
                self._file(f"part {family_key(part)}", number)
            for key in whole_keys(mention):
                self._file(key, number)
        self._file(family_key(mention.family), number)
        one.sentences[self._sentence(mention)] = mention.given
        self._learn_title(number, mention)
        if not _aside(self._text, mention):
            one.full.append(index)
        return number

    def _file(self, key: str, number: int) -> None:
        bearers = self._by_key.setdefault(key, [])
        if number not in bearers[-_MANY:]:
            bearers.append(number)

    def _bearer(self, index: int) -> int:
        """Who of those named before bears this full name, or -1 where it is somebody new."""
        mention = self._mentions[index]
        eastern = is_eastern(mention)
        bearers = [
            number
            for number in self._known(family_key(mention.family))
            if self._ones[number].givens and self._ones[number].may_be(mention.given, eastern=eastern)
        ]
        if not bearers:
            bearers = [number for key in whole_keys(mention) for number in self._known(key)]
        same = [number for number in bearers if not self._told_apart(self._ones[number], index)]
        very = [number for number in same if self._ones[number].is_called(mention.given)] or same
        if len(very) < 2:
            return very[0] if very else -1
        return self._meant(very, index)

    def _told_apart(self, one: One, index: int) -> bool:
        """Whether the copy shows that the one named before and the one named here are two."""
        mention = self._mentions[index]
        if self._listed_with(one, index):
            return True  # "George Lee and George W. Lee"
        there = one.sentences.get(self._sentence(mention))
        if there is not None and first_of(there) != first_of(mention.given):
            return True  # "Jon and John Lee", "Bill Lee and his brother William Lee"
        title = courtesy_gender(mention.title)
        if title and one.courtesy and title != one.sex:
            return True
        ending = suffix(mention.name)
        if ending and one.suffix and ending != one.suffix:
            return True
        if not one.is_called(mention.given):
            return False
        here = told(self._text, mention)
        if here.another or (here.kin and there is not None):
            return True
        return contradict(self._told(one), here, beside_it=there is not None)

    def _listed_with(self, one: One, index: int) -> bool:
        """Whether the full name stands beside another of the same person, as two people's do."""
        if not index or self._mentions[index - 1].name == self._mentions[index].name:
            return False
        before = self._mentions[index - 1]
        between = self._text[before.end : self._mentions[index].start]
        full = before.given and before.family and self._ones[self._number[index - 1]] is one
        return bool(full) and between in _BETWEEN

    def _told(self, one: One) -> Told:
        if one.told is None:
            one.told = told(self._text, self._mentions[one.introduced])
        return one.told

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self._sentences, mention.start)

    # -- parts of names ------------------------------------------------------------------------

    def _short(self, index: int) -> int:
        """The person for whom a bare family or given name stands."""
        mention = self._mentions[index]
        if self._is_alias(index):
            number = self._number[index - 1]
            self._file(f"part {family_key(mention.family)}", number)
            return number
        key = family_key(mention.family) if mention.family else f"given {mention.given}"
        same = self._known(key)
        if not same:
            # "Archie said", "Sir Malcolm", "Ms. Lee-Carter": a name that may be given name and family name.
            other = f"given {mention.family}" if mention.family else family_key(mention.given)
            same = self._known(other) or self._known(f"part {key}")
        ending = suffix(mention.name)
        if ending:
            same = [one for one in same if self._ones[one].suffix == ending] or same
        if self._relations:
            same = self._related(same, index)
        sex = courtesy_gender(mention.title)
        if sex:
            # "Mr. Roe" is not Jane Roe, even where the article names no other Roe in full.
            same = [one for one in same if self._ones[one].sex == sex] or [
                one for one in same if not self._ones[one].sex
            ]
        if same:
            one = same[0] if len(same) == 1 else self._meant(same, index)
            self._ones[one].sex = self._ones[one].sex or sex
            return one
        self._ones.append(One("person", sex=sex_of(mention)))
        self._file(key, len(self._ones) - 1)
        return len(self._ones) - 1

    def _related(self, same: Sequence[int], index: int) -> list[int]:
        """Those of one name whom a bare name may mean where the copy calls one no relation of another."""
        mention, ones = self._mentions[index], self._ones
        title = set(words_of(mention.title))
        if index and not_related(self._text, mention):
            other = ones[self._number[index - 1]]
            other.unlike |= title
            return [one for one in same if ones[one] is not other]
        return [one for one in same if ones[one].since <= index and not title & ones[one].unlike]

    def _meant(self, same: Sequence[int], index: int) -> int:
        """Of several people with one name: the one of that office, or just named in full, or named most.

        Whoever is named in full only further on is not meant where another has been named before.
        """
        ones, mentions = self._ones, self._mentions
        same = [one for one in same if ones[one].introduced <= index] or same
        here = mentions[index].start
        office = mentions[index].title.rpartition(" ")[2]
        titled = [one for one in same if office and office in ones[one].heads]
        if len(titled) == 1:
            return titled[0]
        nearest, distance = -1, _NEAR
        for one in same:
            before = bisect_right(ones[one].full, index) - 1
            if before >= 0 and here - mentions[ones[one].full[before]].start < distance:
                nearest, distance = one, here - mentions[ones[one].full[before]].start
        if nearest >= 0:
            return nearest
        return max(same, key=lambda one: (len(ones[one].full) + ones[one].bare, -one))


def _callable(mention: Mention) -> tuple[str, ...]:
    """By what alone somebody may be called: the first given name, in the East either, and a nickname."""
    parts = mention.given.split()
    if is_eastern(mention) and not is_given(mention.given):
        return tuple(parts)
    short = nickname(mention.name)
    return (parts[0], short) if short else (parts[0],)


def _aside(text: str, mention: Mention) -> bool:
    """Whether a full name only helps to say something of somebody else ("his wife Ann Lee", "of Ann Lee").

    Whoever is named so does not take over the bare family name.
    """
    start = mention.title_span.start if mention.title_span else mention.start
    start = min(start, mention.start)
    if text.startswith(("’s ", "'s "), mention.end) or (mention.title and mention.title.lower() in KIN):
        return True
    before = text[max(0, start - _WORDS) : start].rpartition("\n")[2].lower().split()
    if not before:
        return False
    last = before[-1].strip(",")
    if last.endswith("ed") and len(before) > 1:
        return before[-2][-1].isalpha()  # "accused Ann Lee", but not "…,” added Ann Lee"
    return last in KIN or (last in _ABOUT and before[-2:] != ["according", "to"])
