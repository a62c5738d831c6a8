"""Everything a run needs, put together before the first file is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from verify.check.house import House
from verify.check.select import Chosen
from verify.check.watch import PATIENCE
from verify.mark.order import Marker, NoMarker, plan
from verify.model.article import Article
from verify.model.finding import Finding, Judgement, Problem
from verify.read.reader import Reader
from verify.store.facts import Fact


@dataclass(frozen=True, slots=True)
class Source:
    """An article to check: the path it goes by, and its bytes where they are not to be read from there."""

    path: str
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """One plugin's way of remembering facts of an article."""

    plugin: str
    facts: Callable[[Article], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Judge:
    """One plugin's way of taking a finding otherwise; None leaves it as it is."""

    plugin: str
    judge: Callable[[Finding, Article], Judgement | None]


@dataclass(frozen=True, slots=True)
class Setup:
    """Readers, markers and chosen rules of a run.

    `known` are the ids of all rules there are, `usual` of those that run unless told otherwise; `marks`
    are marks wanted beside those that the rules need. `keep_said` and `keep_copy` let the report carry the
    quotes and the copy of every article. `house` says which profile holds for an article.
    `patience` is for how many seconds a part may go on over an article, `timed` whether that is told.
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
    patience: float = PATIENCE
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The markers of a run in their order, and the rules that have all the marks they need.

    `sight` holds, by the rule's id, the marks that it asked for and those that these are made of.
    """

    markers: tuple[Marker, ...]
    article: tuple[Chosen, ...]
    archive: tuple[Chosen, ...]
    sight: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]


def draw_up(setup: Setup, *, many: bool) -> Plan:
    """What runs: only the markers that the rules need, and archive rules only where there are several."""
    needs: set[str] = set()
    article: list[Chosen] = []
    archive: list[Chosen] = []
    sight: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    house = setup.house
    markers = (*setup.markers, house.marker()) if house else setup.markers
    for mark in sorted(setup.marks):
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
    return Plan(plan(markers, needs), tuple(article), tuple(archive), sight, tuple(problems))
