"""Finds the record of the people file that somebody named in an article is, or nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.words import is_word
from verify.mark.naming.given_names import nicknames
from verify.mark.naming.near import slips
from verify.mark.naming.offices import office
from verify.mark.naming.posts import same_office
from verify.mark.naming.reading import fold
from verify.model.marks import Gender
from verify.model.roster import Evidence, Record

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_SHORT = 4
"""Letters that a name must have for one slip in it to be told from another name."""
_BARE = 6
"""Letters that a family name must have to be known without its given name, with a slip in it."""
_PRONOUNS: dict[str, Gender] = {"he": "m", "him": "m", "she": "f", "her": "f"}


class Named(Struct, frozen=True):
    """Somebody as an article names them: every form, given and family name, titles, gender."""

    forms: frozenset[str]
    given: str
    family: str
    titles: tuple[str, ...] = ()
    gender: Gender = ""


class Index(Struct):
    """The records by what they may be recognised by; made once for a run."""

    records: Sequence[Record]
    forms: dict[str, list[int]] = {}
    turned: dict[str, list[int]] = {}
    families: dict[str, list[int]] = {}
    givens: dict[str, list[int]] = {}
    initials: dict[str, list[int]] = {}

    def __post_init__(self) -> None:
        for number, one in enumerate(self.records):
            for form in {squash(form) for form in (one.name, *one.forms, *one.avoid)}:
                self.forms.setdefault(form, []).append(number)
            if not one.family:
                continue
            if one.given:
                turned = (one.given, one.family) if one.family_first else (one.family, one.given)
                self.turned.setdefault(squash(" ".join(turned)), []).append(number)
                self.givens.setdefault(_first(one.given), []).append(number)
            family = squash(one.family)
            self.families.setdefault(family, []).append(number)
            self.initials.setdefault(family[:1], []).append(number)

    def find(self, somebody: Named) -> tuple[Record, Evidence] | None:
        """The one record that this must be, with what proves it; None where none is, or several may be."""
        steps: tuple[tuple[Evidence, list[int]], ...] = (
            ("name", self._by_form(somebody)),
            ("given", self._by_given(somebody)),
            ("near", self._near(somebody)),
            ("office", self._by_office(somebody)),
        )
        for by, found in steps:
            if found:
                one = self._only(found, somebody)
                return None if one is None else (one, by)
        return None

    def _only(self, found: Iterable[int], somebody: Named) -> Record | None:
        """The one record found, or of several the one whose office the article gives."""
        numbers = list(dict.fromkeys(found))
        if len(numbers) > 1:
            numbers = [number for number in numbers if _holds(self.records[number], somebody)]
        return self.records[numbers[0]] if len(numbers) == 1 else None

    def _by_form(self, somebody: Named) -> list[int]:
        """Records of which the article writes some form, whatever its accents, hyphens and capitals."""
        keys = sorted({squash(form) for form in somebody.forms} - {""})
        found = [number for key in keys for number in self.forms.get(key, ())]
        if found:
            return found
        turned = (number for key in keys for number in self.turned.get(key, ()))
        return [n for n in turned if self.records[n].family_first or _holds(self.records[n], somebody)]

    def _by_given(self, somebody: Named) -> list[int]:
        """Records of the family whose given name means the same: a short form, or with an initial more."""
        if not (somebody.given and somebody.family):
            return []
        return [
            number
            for number in self.families.get(squash(somebody.family), ())
            if _may_be(self.records[number], somebody) and _same_given(self.records[number], somebody)
        ]

    def _near(self, somebody: Named) -> list[int]:
        """Records one slip away in one part of the name, with the other part the same."""
        given, family = _first(somebody.given), squash(somebody.family)
        if not family:
            return []
        near = []
        if given:
            for number in self.givens.get(given, ()):
                one = self.records[number]
                if (
                    _slip(squash(one.family), family)
                    and _may_be(one, somebody)
                    and self._proven(
                        one,
                        somebody,
                        somebody.family,
                        real=is_surname(somebody.family) or family[:1] != squash(one.family)[:1],
                    )
                ):
                    near.append(number)
            for number in self.families.get(family, ()):
                one = self.records[number]
                if (
                    _slip(_first(one.given), given)
                    and _may_be(one, somebody)
                    and self._proven(
                        one,
                        somebody,
                        somebody.given,
                        real=_first(one.given)[:1] != given[:1]
                        or (is_given(somebody.given.split()[0]) and not _doubled(_first(one.given), given)),
                    )
                ):
                    near.append(number)
        elif len(family) >= _BARE and not _real(somebody.family):
            for number in self.initials.get(family[:1], ()):
                one = self.records[number]
                if _slip(squash(one.family), family) and _may_be(one, somebody) and _holds(one, somebody):
                    near.append(number)
        return near

    def _proven(self, one: Record, somebody: Named, part: str, *, real: bool) -> bool:
        """Whether a part of the name is surely a slip: a name in its own right needs the office as well."""
        return _holds(one, somebody) or not (real or (part and is_word(part.lower())))

    def _by_office(self, somebody: Named) -> list[int]:
        """Records of the bare family name that hold the office which the article gives with it."""
        if somebody.given or not somebody.family:
            return []
        return [
            number
            for number in self.families.get(squash(somebody.family), ())
            if _may_be(self.records[number], somebody) and _holds(self.records[number], somebody)
        ]


def squash(name: str) -> str:
    """A name in the form in which two are compared: letters alone, no case, accents, hyphens or spaces."""
    return fold(name).replace(" ", "")


def _first(given: str) -> str:
    return fold(given.split(maxsplit=1)[0]) if given else ""


def _slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORT and slips(one, other) == 1


def _doubled(one: str, other: str) -> bool:
    """Whether two names differ by a letter written once or twice ("Hilary", "Hillary")."""
    short, long = sorted((one, other), key=len)
    return any(
        long[:at] + long[at + 1 :] == short and long[at] in long[at - 1 : at] for at in range(len(long))
    )


def _real(word: str) -> bool:
    return is_surname(word) or is_given(word) or is_word(word.lower())


def _holds(one: Record, somebody: Named) -> bool:
    """Whether the article gives an office that the record has, or a title that the house avoids for it."""
    known = [
        *(post.title for post in one.offices),
        *(title for wish in one.titles for title in (wish.use, *wish.avoid)),
    ]
    return any(same_office(title, held) for title in somebody.titles for held in known)


def _may_be(one: Record, somebody: Named) -> bool:
    """Whether nothing that the article tells speaks against the record: gender, or an office of others."""
    pronoun = _PRONOUNS.get(one.pronoun.casefold().partition("/")[0], "")
    if pronoun and somebody.gender and pronoun != somebody.gender:
        return False
    others = [title for title in somebody.titles if office(title) is not None]
    return not others or not one.offices or _holds(one, somebody)


def _same_given(one: Record, somebody: Named) -> bool:
    """Whether two given names may be one's: equal or a short form, no initial and no "Jr." against it."""
    mine, theirs = one.given.split(), somebody.given.split()
    if not mine or not (_suffixes((one.name,)) >= _suffixes(somebody.forms)):
        return False
    a, b = fold(mine[0]), fold(theirs[0])
    short = a[:1] == b[:1] and min(len(a), len(b)) == 1
    if a != b and not nicknames(a, b) and not (short and _holds(one, somebody)):
        return False  # "P. Hegseth" alone is anybody's.
    first, second = fold("".join(mine[1:])), fold("".join(theirs[1:]))
    return not (first and second) or first.startswith(second) or second.startswith(first)


def _suffixes(names: Iterable[str]) -> set[str]:
    return {word for name in names if (word := name.rpartition(" ")[2].rstrip(".").casefold()) in _SUFFIXES}
