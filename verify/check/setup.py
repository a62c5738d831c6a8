"""Everything a run needs, put together before the first file is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field

from verify.check.house import House
from verify.check.memory import MEMORY
from verify.check.select import Chosen
from verify.check.watch import PATIENCE, Watch
from verify.lexicon.added import NOTHING, Added
from verify.mark.order import Marker, NoMarker, plan
from verify.model.article import Article
from verify.model.finding import SEVERITIES, Finding, Judgement, Problem
from verify.model.marks import Mention
from verify.model.roster import Record
from verify.read.reader import Reader
from verify.store.facts import Fact


class Source(Struct, frozen=True):
    """An article to check: the path it goes by, and its bytes where they are not to be read from there."""

    path: str
    data: bytes | None = None

    def size(self) -> int:
        """How many bytes it has; 0 where they cannot be had, which is told when it is opened."""
        if self.data is not None:
            return len(self.data)
        try:
            return Path(self.path).stat().st_size
        except OSError:
            return 0


class Memory(Struct, frozen=True):
    """One plugin's way of remembering facts of an article."""

    plugin: str
    facts: Callable[[Article], Iterable[Fact]]


class Judge(Struct, frozen=True):
    """One plugin's way of taking a finding otherwise; None leaves it as it is."""

    plugin: str
    judge: Callable[[Finding, Article], Judgement | None]


class Identifier(Struct, frozen=True):
    """One plugin's way of saying who somebody is; None is somebody whom it does not know."""

    plugin: str
    identify: Callable[[Mention, Article], Record | None]


class Setup(Struct, frozen=True):
    """Readers, markers and chosen rules of a run.

    `known` are the ids of all rules there are, `usual` of those that run unless told otherwise; `marks`
    are marks wanted beside those that the rules need. `keep_said` and `keep_copy` let the report carry the
    quotes and the copy of every article. `house` says which profile holds for an article,
    `elsewhere` which setup where the settings differ from folder to folder; `problems` is what was wrong
    in those that this one was made from, `remarks` what the user should know of them, though nothing is
    wrong. `today` is the day of the run, as 2027-01-31, on which allowances may have ended; without one
    none has. `lexicon` gives the words that plugins add for a path, `identifiers` are asked who somebody
    is. `files` are those that the markers were made with: people, words. `former` leads from ids
    that rules had once to those of today. `patience` is for how many seconds a part may go on over an
    article, `memory` by how many bytes the process may grow meanwhile, `timed` whether the time is told.
    """

    readers: tuple[Reader, ...]
    markers: tuple[Marker, ...]
    chosen: tuple[Chosen, ...]
    known: frozenset[str]
    usual: frozenset[str]
    version: str
    memories: tuple[Memory, ...] = ()
    marks: frozenset[str] = frozenset()
    keep_said: bool = False
    keep_copy: bool = False
    house: House | None = None
    judges: tuple[Judge, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    lexicon: Callable[[str], Added] | None = None
    patience: float = PATIENCE
    memory: int = MEMORY
    timed: bool = False
    elsewhere: Callable[[str], Setup] | None = None
    problems: tuple[Problem, ...] = ()
    today: str = ""
    files: tuple[Path, ...] = ()
    former: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[str, ...] = ()

    def at(self, path: str) -> Setup:
        """The setup for the article at a path."""
        return self.elsewhere(path) if self.elsewhere else self

    def watch(self) -> Watch:
        """A watch over the parts of one article."""
        return Watch(self.patience, self.memory)

    def words_at(self, path: str) -> Added:
        """The words that plugins add for the article at a path."""
        return self.lexicon(path) if self.lexicon else NOTHING


class Plan(Struct, frozen=True):
    """The markers of a run in their order, and the rules that have all the marks they need.

    `sight` holds, by the rule's id, the marks that it asked for and those that these are made of.
    `remembers` says that archive rules run, over this article or another.
    """

    markers: tuple[Marker, ...]
    article: tuple[Chosen, ...]
    archive: tuple[Chosen, ...]
    sight: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]
    remembers: bool = False


class Plans(Struct, frozen=True):
    """The plan of each article of a run; articles with one setup share one.

    `across` are the marks that archive rules read anywhere in the run: what is remembered of an article
    does not hang on the rules that run over it.
    """

    setup: Setup
    many: bool
    across: frozenset[str] = frozenset()
    drawn: dict[int, tuple[Setup, Plan]] = field(default_factory=dict)

    def of(self, path: str) -> tuple[Setup, Plan]:
        """The setup and the plan for the article at a path."""
        setup = self.setup.at(path)
        if id(setup) not in self.drawn:
            self.drawn[id(setup)] = setup, draw_up(setup, many=self.many, across=self.across)
        return self.drawn[id(setup)]

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """The rules that run over any article, each as often as settings choose it."""
        return tuple(chosen for setup, _ in self.drawn.values() for chosen in setup.chosen)

    @property
    def running(self) -> tuple[Chosen, ...]:
        """The rules that have all they need, each once, as gravely as it is taken anywhere."""
        gravest: dict[str, Chosen] = {}
        for _, drawn in self.drawn.values():
            for one in (*drawn.article, *drawn.archive):
                other = gravest.setdefault(one.rule.id, one)
                if SEVERITIES.index(one.severity) > SEVERITIES.index(other.severity):
                    gravest[one.rule.id] = one
        return tuple(gravest.values())

    @property
    def problems(self) -> frozenset[Problem]:
        """What was wrong in the settings, and rules that cannot run."""
        return frozenset(problem for _, plan in self.drawn.values() for problem in plan.problems)

    @property
    def idle(self) -> bool:
        """Whether no rule runs at all."""
        return not any(plan.article or plan.archive for _, plan in self.drawn.values())


def plans(setup: Setup, paths: Iterable[str], *, many: bool) -> Plans:
    """The plans of a run over these articles, every one drawn up."""
    needs: set[str] = set()
    drawn = Plans(setup, many)
    paths = tuple(paths)
    for path in paths:
        for chosen in drawn.of(path)[1].archive:
            needs |= chosen.rule.needs
    if needs:
        drawn = Plans(setup, many, frozenset(needs))
    for path in paths:
        drawn.of(path)
    if not drawn.drawn:
        # Without an article, what is wrong in the settings is told all the same.
        drawn.drawn[id(setup)] = setup, draw_up(setup, many=many)
    return drawn


def draw_up(setup: Setup, *, many: bool, across: frozenset[str] = frozenset()) -> Plan:
    """What runs: only the markers that the rules need, and archive rules only where there are several."""
    needs: set[str] = set()
    article: list[Chosen] = []
    archive: list[Chosen] = []
    sight: dict[str, frozenset[str]] = {}
    problems = list(setup.problems)
    house = setup.house
    markers = (*setup.markers, house.marker()) if house else setup.markers
    for mark in sorted(setup.marks | across):
        try:
            plan(markers, (mark,))
        except NoMarker as error:
            problems.append(Problem("", str(error)))
        else:
            needs.add(mark)
    for chosen in setup.chosen:
        if chosen.rule.scope == "archive" and not many:
            continue
        if chosen.rule.points and not (house and house.speaks_of(chosen.rule.points)):
            continue
        try:
            made = plan(markers, chosen.rule.needs)
        except NoMarker as error:
            problems.append(Problem("", f"rule {chosen.rule.id} ({chosen.plugin}) cannot run: {error}"))
            continue
        needs |= chosen.rule.needs
        sight[chosen.rule.id] = frozenset(marker.provides for marker in made)
        (archive if chosen.rule.scope == "archive" else article).append(chosen)
    remembers = bool(archive or across)
    return Plan(plan(markers, needs), tuple(article), tuple(archive), sight, tuple(problems), remembers)
