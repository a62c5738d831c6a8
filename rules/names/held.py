"""How the other stories of a year spell the names that lie close to one of this story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from verify import Archive, Fact, Story, Told
from verify.mark.naming.reading import fold

_YEAR = 366
folded = lru_cache(maxsize=4096)(fold)
"""The form in which spellings are compared; a run asks for the same few names again and again."""


class Forms(Struct, frozen=True):
    """The spellings of one key in other stories: the places of each, by the folded name, in order."""

    told: Mapping[str, Sequence[Told]]

    @classmethod
    def of(cls, story: Story, archive: Archive, fact: Fact) -> Forms:
        """Those of the stories at most a year away that share the key of a "spelt" fact."""
        forms: dict[str, list[Told]] = defaultdict(list)
        for one in archive.elsewhere(story, "spelt", fact.subject, within=_YEAR):
            forms[folded(one.fact.value)].append(one)
        return cls(forms)

    def stories(self, name: str) -> int:
        """How many other stories spell it so."""
        return len({told.path for told in self.told.get(name, ())})


def may_differ(archive: Archive, fact: Fact, rivals: Callable[[str, str], bool]) -> bool:
    """Whether a spelling under the key of a fact may be its rival, as far as that is known at little cost."""
    values = archive.values("spelt", fact.subject)
    return values is None or any(value != fact.value and rivals(fact.value, value) for value in values)
