"""The words that plugins add, for the language in which each article is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from verify.check.house import House
from verify.lexicon.added import Added
from verify.plugin.manager import Plugins

if TYPE_CHECKING:
    from verify.lexicon.offered import Lexicon

_LANGUAGE = ("en",)
_VARIETIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"us": ("en", "en-US"), "gb": ("en", "en-GB"), "oxford": ("en", "en-GB", "en-GB-oxendict")}
)
"""By the spelling that a house style settles, the languages in which its copy is written, as IETF tags."""


class Lexicons:
    """Asks plugins for their words, once for each language that some article of the run may be in."""

    def __init__(self, plugins: Plugins) -> None:
        self._plugins = plugins
        self._given: dict[str, tuple[Lexicon, ...]] = {}
        self._added: dict[tuple[str, ...], Added] = {}
        self.wanted = plugins.implemented("verify_lexicons")

    def by_path(self, house: House | None) -> Callable[[str], Added] | None:
        """The words added for an article, by its path; None where no plugin has any to give."""
        if not self.wanted:
            return None
        usual = self._of(_LANGUAGE)
        if house is None:
            return lambda _path: usual
        spellings = {profile.words.spelling for profile in house.profiles}
        made = {one: self._of(_VARIETIES.get(one, _LANGUAGE)) for one in sorted(spellings)}

        def of(path: str) -> Added:
            profile = house.choose(path)
            return made.get(profile.words.spelling, usual) if profile else usual

        return of

    def _of(self, languages: tuple[str, ...]) -> Added:
        for one in languages:
            if one not in self._given:
                self._given[one] = self._plugins.lexicons(one)
        if languages not in self._added:
            from verify.lexicon.offered import together

            # What is said of a variety goes before what is said of the language.
            lexicons = chain.from_iterable(self._given[one] for one in reversed(languages))
            self._added[languages] = together(lexicons)
        return self._added[languages]
