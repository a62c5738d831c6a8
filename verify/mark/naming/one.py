"""A person, body or place while its mentions are being gathered, and the keys under which it is found."""

from __future__ import annotations

from msgspec import Struct

from verify.lexicon.given import gender
from verify.mark.naming.apart import Told
from verify.mark.naming.given_names import agree, is_initial, same_given
from verify.mark.naming.offices import words_of
from verify.mark.naming.reading import fold, without_article
from verify.mark.naming.wordlist import listed
from verify.model.marks import Gender, Kind, Mention

_MALE = listed("mr sir lord congressman spokesman king prince father chairman businessman")
_FEMALE = listed("mrs ms miss lady dame congresswoman spokeswoman queen princess madam chairwoman")
_BEHIND = frozenset("of for to with at in on under".split())


class One(Struct):
    """Somebody, or a body or place, with what is known so far from the mentions joined to it.

    `full` and `bare` count mentions that give the whole name and a part of it; `sentences` are those in
    which the whole name stands, `heads` the last words of the titles; `since` is the mention from which
    on a bare name may mean this person, whom the copy calls no relation of one named before, and `unlike`
    its words for that one. `courtesy` says that a title told the gender, and no list of names.
    """

    kind: Kind
    sex: Gender = ""
    courtesy: bool = False
    eastern: bool = False
    suffix: str = ""
    givens: list[str] = []
    full: list[int] = []
    sentences: dict[int, str] = {}
    heads: set[str] = set()
    told: Told | None = None
    introduced: int = -1
    since: int = -1
    unlike: frozenset[str] = frozenset()
    bare: int = 0

    def may_be(self, given: str, *, eastern: bool) -> bool:
        """Whether somebody of this given name may be this person, all that it is called so far considered."""
        if self.eastern or eastern:
            return any(same_given(one, given) for one in self.givens)
        if self.is_called(given):
            return True
        enough = any if is_initial(given) else all
        return enough(agree(one, given) for one in self.givens)

    def is_called(self, given: str) -> bool:
        """Whether this very given name, but for its spelling, has been joined."""
        return given in self.givens or any(same_given(one, given) for one in self.givens)


def family_key(family: str) -> str:
    """A family name as it is looked up: folded, written in one, without the article of Arabic names."""
    return fold(without_article(family)).replace(" ", "") or fold(family)


def whole_keys(mention: Mention) -> tuple[str, ...]:
    """A name in full as it is looked up where a hyphen may be lost: Ann Lee-Carter is Ann Lee Carter."""
    if " " not in mention.given and "-" not in mention.family:
        return ()
    return (f"whole {fold(mention.given)}{fold(mention.family)}".replace(" ", ""),)


def is_eastern(mention: Mention) -> bool:
    """Whether the family name stands first."""
    return (
        bool(mention.family)
        and not mention.name.endswith(mention.family)
        and mention.name.startswith(mention.family)
    )


def courtesy_gender(title: str) -> Gender:
    """The gender that a title tells ("Mrs.", "spokesman"), or nothing."""
    for word in words_of(title):
        if word in _BEHIND:
            return ""  # "adviser to Mr. Roe" tells nothing of the adviser
        if word in _MALE:
            return "m"
        if word in _FEMALE:
            return "f"
    return ""


def given_gender(mention: Mention) -> Gender:
    """The gender of the given name; a syllable of a name in eastern order tells nothing."""
    if not mention.given:
        return ""
    return gender(mention.given if is_eastern(mention) else mention.given.split()[0])


def sex_of(mention: Mention) -> Gender:
    """The gender that the title tells, else the given name."""
    return courtesy_gender(mention.title) or given_gender(mention)
