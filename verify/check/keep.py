"""The pass that fills an archive: each article read, marked and remembered, without any rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from verify.check.examine import marked, opened
from verify.check.mishaps import Mishap
from verify.check.mishaps import problems as told
from verify.check.remember import remembered
from verify.check.setup import Plan, Setup, Source, draw_up
from verify.lexicon.holding import added
from verify.model.finding import Problem
from verify.model.span import Lines
from verify.store.facts import Story
from verify.store.places import Places
from verify.store.shelf import Keeper, Kept, NoShelf, Tally

_BATCH = 100
"""How many stories are kept at a time: what an interrupted run has to do again at the most."""


class Filed(Struct, frozen=True):
    """What became of the articles, and the problems: those that could not be read, and others."""

    tally: Tally
    problems: tuple[Problem, ...]


def keep(
    sources: Iterable[Source | Problem],
    setup: Setup,
    keeper: Keeper,
    places: Places,
    edition: str,
    each: Callable[[], object] = lambda: None,
) -> Filed:
    """Add the articles to an archive; what it holds already is not even marked.

    `edition` says who reads: what another one remembered is read anew.
    """
    plan = draw_up(setup, many=False)
    mishaps: list[Mishap] = []
    problems = set(plan.problems)
    tally = Tally()
    batch: list[Kept] = []
    try:
        for source in sources:
            try:
                path, key, data = _taken(source, places)
                digest = blake2b(edition.encode() + b"\0" + data, digest_size=16).digest()
                if keeper.holds(key, digest):
                    tally += Tally(unchanged=1)
                elif story := _story(Source(path, data), setup, plan, mishaps):
                    batch.append(Kept(replace(story, path=key), digest))
            except _NotKept as error:
                problems.add(error.problem)
            if len(batch) == _BATCH:
                tally += keeper.add(batch)
                batch.clear()
            each()
        if batch:
            tally += keeper.add(batch)
    except NoShelf as error:
        problems.add(error.problem)
    problems.update(told(mishaps))
    return Filed(tally, tuple(sorted(problems, key=lambda problem: (problem.where, problem.message))))


def forget(paths: Iterable[str], keeper: Keeper, places: Places) -> tuple[int, tuple[Problem, ...]]:
    """Take articles, or all that lie in folders, out of an archive: how many, and the paths of none."""
    try:
        found = places.led_to(paths, keeper.paths())
        keys = {key for below in found.values() for key in below}
        removed = keeper.remove(keys) if keys else 0
    except NoShelf as error:
        return 0, (error.problem,)
    return removed, tuple(
        Problem(path, "nothing of it is in the archive") for path, below in found.items() if not below
    )


class _NotKept(Exception):
    """An article stays out of the archive."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(path, message)


def _taken(source: Source | Problem, places: Places) -> tuple[str, str, bytes]:
    """The path of an article, the one that it has in the archive, and its bytes."""
    if isinstance(source, Problem):
        raise _NotKept(source.where, source.message)
    key = places.key(source.path)
    if not _is_text(key):
        raise _NotKept(source.path, "cannot be kept: its name is no text")
    try:
        data = Path(source.path).read_bytes() if source.data is None else source.data
    except OSError as error:
        words = error.strerror or str(error)
        raise _NotKept(source.path, words[:1].lower() + words[1:]) from None
    return source.path, key, data


def _story(source: Source, setup: Setup, plan: Plan, mishaps: list[Mishap]) -> Story | None:
    """What is remembered of an article, or None where a part of the run raised over it."""
    before = len(mishaps)
    with setup.watch() as watch:
        document = opened(source, setup, watch)
        if isinstance(document, Problem):
            raise _NotKept(document.where, document.message)
        with added(setup.words_at(source.path)):
            article = marked(document, plan.markers, mishaps, watch, setup.identifiers)
            story = remembered(article, Lines(document.source), setup.memories, mishaps, watch)
    if len(mishaps) > before:
        # Half remembered, it would count as known from now on.
        return None
    if not all(_is_text(fact.kind, fact.subject, fact.value, fact.words) for fact in story.facts):
        raise _NotKept(source.path, "cannot be kept: what a plugin remembers of it is no text")
    return story


def _is_text(*words: str) -> bool:
    try:
        "".join(words).encode()
    except (TypeError, UnicodeEncodeError):
        return False
    return True
