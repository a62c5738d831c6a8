"""The setup for each article: that of the settings that hold for its path."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from verify import __version__
from verify.check.house import House
from verify.check.renamed import former_names, up_to_date
from verify.check.select import Wishes, choose
from verify.check.setup import Setup
from verify.config.layers import Layer, files
from verify.config.load import Cascade, Loaded
from verify.config.words import Words
from verify.config.words import load as load_words
from verify.mark import identified, sourced, statements, vocabulary
from verify.mark.order import Marker
from verify.model.finding import Problem
from verify.model.roster import Record, Roster
from verify.model.supplied import Library, Supplied
from verify.plugin.engines import Engines
from verify.plugin.house import furnish
from verify.plugin.lexicons import Lexicons
from verify.plugin.manager import Plugins
from verify.plugin.scopes import Scopes, scope_of

_ASKING = frozenset(("sourced", "statements"))
"""The marks for which sources are read."""


class Setups:
    """Puts setups together; what several of them share is made once.

    `wishes`, `people` and `profile` are those of the command line, which go before all settings.
    """

    def __init__(  # noqa: PLR0913 - as many as a run has sides, all by name
        self,
        plugins: Plugins,
        wishes: Wishes,
        *,
        people: tuple[str, ...],
        profile: str | None,
        with_rules: bool,
        marks: frozenset[str],
        keep_said: bool,
        keep_copy: bool,
        supplied: tuple[str, ...],
        timed: bool = False,
        line: Layer | None = None,
    ) -> None:
        self._plugins, self._wishes = plugins, wishes
        self._people, self._profile, self._supplied = people, profile, supplied
        self._with_rules, self._marks, self._keep_said = with_rules, marks, keep_said
        self._keep_copy, self._timed = keep_copy, timed
        self._line = (line,) if line else ()
        self._offered = plugins.rules() if with_rules else ()
        self._readers, self._markers = plugins.readers(), plugins.markers()
        self._memories, self._judges = plugins.memories(), plugins.judges()
        self._identifiers, self._lexicons = plugins.identifiers(), Lexicons(plugins)
        self._rosters: dict[tuple[Path, ...], Roster] = {}
        self._libraries: dict[tuple[Path, ...], Library] = {}
        self._words: dict[tuple[Path, ...], Words] = {}
        self._houses: dict[tuple[str, ...], tuple[House | None, tuple[Problem, ...]]] = {}
        self._made: dict[tuple[str, ...], Setup] = {}
        self._engines = Engines(plugins)

    def of(self, loaded: Loaded, layers: Sequence[Layer]) -> Setup:
        """The setup for articles for which these layers of the settings hold."""
        key = tuple(layer.where for layer in layers)
        if key not in self._made:
            self._made[key] = self._make(loaded, layers)
        return self._made[key]

    def _make(self, loaded: Loaded, layers: Sequence[Layer]) -> Setup:
        plugins, with_rules = self._plugins, self._with_rules
        rules = [rule for _, rule in self._offered]
        owners = {rule.id: plugin for plugin, rule in self._offered}
        former = former_names(rules)
        renewed = [up_to_date(wishes, former) for wishes in (*map(_wishes, layers), self._wishes)]
        places = [wishes for wishes, _ in renewed]
        chosen, problems = choose(rules, places, owners) if with_rules else ((), ())
        roster = self._roster(layers) if with_rules else Roster()
        asked = not _ASKING.isdisjoint(self._marks.union(*(one.rule.needs for one in chosen)))
        library = self._library(layers) if asked else Library()
        words = self._vocabulary(layers) if with_rules else Words(frozenset())
        speaks = with_rules or self._lexicons.wanted
        house, wrong = self._house(loaded) if speaks else (None, ())
        made = self._engines.of((*layers, *self._line))
        met = len(plugins.problems)
        lexicon = self._lexicons.by_path(house)
        unusable = tuple(problem for layer in loaded.layers for problem in scope_of(layer)[1])
        return Setup(
            readers=self._readers,
            markers=_knowing(
                (*self._markers, *made.markers),
                roster.records,
                words.words,
                library.texts,
                asked=bool(self._identifiers),
            ),
            chosen=chosen,
            known=frozenset(owners),
            usual=frozenset(rule.id for rule in rules if rule.default),
            version=__version__,
            memories=self._memories if any(rule.scope == "archive" for rule in rules) else (),
            marks=self._marks,
            keep_said=self._keep_said,
            keep_copy=self._keep_copy,
            house=house if with_rules else None,
            judges=self._judges if with_rules else (),
            identifiers=self._identifiers,
            lexicon=lexicon,
            timed=self._timed,
            today=self._wishes.today,
            files=(
                *self._rosters_of(layers),
                *files(layers, "words"),
                *(self._sources_of(layers) if asked else ()),
                *made.models,
            ),
            problems=(
                *loaded.problems,
                *unusable,
                *made.problems,
                *(wrong if with_rules else ()),
                *plugins.problems[met:],
                *roster.problems,
                *words.problems,
                *library.problems,
                *problems,
            ),
            former=former,
            remarks=tuple(dict.fromkeys(line for _, lines in renewed for line in lines)),
        )

    def _roster(self, layers: Iterable[Layer]) -> Roster:
        """The people files of the settings, which count from their folders, and those named besides."""
        paths = self._rosters_of(layers)
        if paths and paths not in self._rosters:
            from verify.config.people import load

            self._rosters[paths] = load(paths)
        return self._rosters.get(paths, Roster())

    def _rosters_of(self, layers: Iterable[Layer]) -> tuple[Path, ...]:
        return (*files(layers, "people"), *map(Path, self._people))

    def _sources_of(self, layers: Iterable[Layer]) -> tuple[Path, ...]:
        return (*files(layers, "sources"), *map(Path, self._supplied))

    def _library(self, layers: Iterable[Layer]) -> Library:
        """The sources of the settings, and those named besides."""
        paths = self._sources_of(layers)
        if paths and paths not in self._libraries:
            from verify.read.supplied import load

            self._libraries[paths] = load(map(str, paths), self._plugins.readers())
        return self._libraries.get(paths, Library())

    def _vocabulary(self, layers: Iterable[Layer]) -> Words:
        """The words of the files that the settings name."""
        paths = files(layers, "words")
        if paths not in self._words:
            self._words[paths] = load_words(paths)
        return self._words[paths]

    def _house(self, loaded: Loaded) -> tuple[House | None, tuple[Problem, ...]]:
        """The house style, which knows by itself what tables say of which files."""
        key = tuple(layer.where for layer in loaded.layers)
        if key not in self._houses:
            self._houses[key] = furnish(self._plugins, loaded, self._profile)
        return self._houses[key]


def by_path(loaded: Loaded, setups: Setups) -> Callable[[str], Setup]:
    """Which setup an article at a path has; settings that hold alone hold for every folder."""
    cascade, scopes = Cascade(), Scopes()

    def of(path: str) -> Setup:
        here = loaded if loaded.alone else cascade.of_folder(os.path.dirname(path))  # noqa: PTH120 - paths stay strings
        return setups.of(here, scopes.holding(here.layers, path))

    return of


def _wishes(layer: Layer) -> Wishes:
    """What a layer of the settings wishes of the rules."""
    said = layer.said
    return Wishes(
        where=str(layer.path),
        select=said.get("select", ()),
        extend_select=said.get("extend-select", ()),
        ignore=said.get("ignore", ()),
        severity=said.get("severity", {}),
        options=said.get("rules", {}),
        table=layer.table,
    )


def _knowing(
    markers: Iterable[Marker],
    records: tuple[Record, ...],
    words: frozenset[str],
    texts: tuple[Supplied, ...],
    *,
    asked: bool,
) -> tuple[Marker, ...]:
    """The markers, ours made with people, words and sources of the house; a plugin's own stay."""
    sources = None
    if texts:
        from verify.mark.transcripts.shelf import Sources

        sources = Sources(texts)
    ours = {
        id(identified.MARKER): identified.marker(records, asked=asked),
        id(vocabulary.MARKER): vocabulary.marker(words),
        id(sourced.MARKER): sourced.marker(sources),
        id(statements.MARKER): statements.marker(sources),
    }
    return tuple(ours.get(id(one), one) for one in markers)
