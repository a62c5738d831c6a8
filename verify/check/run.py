"""A whole run: the article pass over every source, then the archive pass over what they said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from types import MappingProxyType

from verify.check.allowances import RULE, Rules, unused
from verify.check.borrowed import Borrowed
from verify.check.bounds import CutShort, bounded
from verify.check.described import described
from verify.check.examine import Examined
from verify.check.findings import drop_allowed, drop_repeated, fingerprinted, in_order, stamp
from verify.check.house import told_once
from verify.check.mishaps import Mishap, of_rule
from verify.check.mishaps import problems as raised_by
from verify.check.outcome import FileReport, Report, Spent
from verify.check.page import Page
from verify.check.select import Chosen
from verify.check.setup import Plans, Setup, Source, plans
from verify.check.watch import Watch
from verify.check.workers import ALONE, Lost, Workers, examined_by
from verify.lexicon.holding import added
from verify.model.finding import Finding, Problem
from verify.store.archive import Archive
from verify.store.facts import Story
from verify.store.shelf import Shelf

_NONE: Mapping[Source, Examined] = MappingProxyType({})


def check(
    sources: Iterable[Source | Problem],
    setup: Setup,
    each: Callable[[], object] = lambda: None,
    problems: Iterable[Problem] = (),
    shelf: Shelf | None = None,
    workers: Workers = ALONE,
    earlier: Mapping[Source, Examined] = _NONE,
    keep: Callable[[Source, Examined], object] = lambda _source, _found: None,
) -> Report:
    """What the chosen rules find in the sources; `each` is called after each article.

    A shelf holds stories of earlier runs, which archive rules then see beside those of this one.
    Articles are let go one by one, their sources at the end; the order of the sources changes nothing.
    A source that is a Problem is a file that could not be found; `problems` are those met before. With
    `workers` other processes examine the articles, which changes nothing either; nor does it that some
    were examined `earlier`, by the same setup. What is found in the others is given to `keep`.
    """
    queue = tuple(sources)
    unread = {item for item in queue if isinstance(item, Problem)}
    waiting = [item for item in queue if isinstance(item, Source)]
    drawn = plans(setup, (one.path for one in waiting), many=len(waiting) > 1 or shelf is not None)
    done = {number: earlier[source] for number, source in enumerate(waiting) if source in earlier}
    for _ in done:
        each()
    left = [number for number in range(len(waiting)) if number not in done]
    lost: set[Problem] = set()
    with closing(examined_by(workers, [waiting[number] for number in left], drawn)) as passed:
        for at, found in passed:
            if isinstance(found, Examined):
                done[left[at]] = found
                keep(waiting[left[at]], found)
            elif isinstance(found, Lost):
                lost.add(found.problem)
            else:
                unread.add(found)
            each()
    examined = sorted((done[number] for number in sorted(done)), key=lambda one: one.page.path)
    mishaps = [mishap for one in examined for mishap in one.mishaps]
    lent = Borrowed(shelf)
    with setup.watch() as watch:
        across, raised = _across(drawn, examined, mishaps, lent, watch)
    kept: dict[str, list[Finding]] = {}
    every = [finding for one in examined for finding in (*one.findings, *across.get(one.page.path, ()))]
    for finding in told_once(every, drawn.chosen):
        kept.setdefault(finding.path, []).append(finding)
    files = tuple(_finished(one, kept.get(one.page.path, ()), drawn, raised) for one in examined)
    undone = unread.union(lost, problems, drawn.problems, raised_by(mishaps), lent.problems)
    told = tuple(sorted(undone, key=lambda problem: (problem.where, problem.message)))
    spent = (*(times for one in examined for times in one.spent), *(watch.times() if setup.timed else ()))
    return Report(
        files,
        told,
        setup.version,
        len(unread),
        drawn.idle,
        spent=_slowest_first(spent),
        rules=described(drawn.running),
    )


def _slowest_first(spent: Iterable[tuple[str, float, int]]) -> tuple[Spent, ...]:
    """The time of each part over all articles."""
    by_part: dict[str, Spent] = {}
    for part, seconds, times in spent:
        before = by_part.get(part, Spent(part, 0.0, 0))
        by_part[part] = Spent(part, before.seconds + seconds, before.times + times)
    return tuple(sorted(by_part.values(), key=lambda one: (-one.seconds, one.part)))


def _across(
    drawn: Plans, examined: Iterable[Examined], mishaps: list[Mishap], lent: Shelf, watch: Watch
) -> tuple[Mapping[str, list[Finding]], set[str]]:
    """What the archive rules of each article find in it, by path, and those of them that raised."""
    stories = [one.story for one in examined if one.story]
    pages = {one.page.path: one.page for one in examined}
    archive = Archive(stories, lent)
    found: dict[str, list[Finding]] = {}
    raised = set()
    for story in stories:
        page = pages[story.path]
        watch.over(len(page.source))
        its, plan = drawn.of(story.path)
        for chosen in plan.archive:
            flags: list[Finding] = []
            try:
                compare = partial(_compare, chosen, story, archive, page, pages, watch, flags)
                with added(its.words_at(story.path)):
                    watch.run(chosen.rule.id, compare)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - a rule may raise anything
                raised.add(chosen.rule.id)
                mishaps.append(of_rule(chosen, story.path, error))
                if not isinstance(error, CutShort):
                    continue
            found.setdefault(story.path, []).extend(flags)
    return found, raised


def _compare(
    chosen: Chosen,
    story: Story,
    archive: Archive,
    page: Page,
    pages: Mapping[str, Page],
    watch: Watch,
    flags: list[Finding],
) -> None:
    """Add what an archive rule finds in a story; where it raises, what it had found by then."""
    arguments = (story, archive) if chosen.rule.options is None else (story, archive, chosen.options)
    for flag in bounded(chosen.rule.check(*arguments)):
        flags.append(stamp(chosen, flag, page, page.itself, pages))
        watch.still()


def _finished(one: Examined, found: Sequence[Finding], drawn: Plans, raised: set[str]) -> FileReport:
    """The findings of one article, those that its author allows left out, in order and named."""
    page = one.page
    setup, plan = drawn.of(page.path)
    holding = tuple(wish for wish in one.allowed if not wish.ended(setup.today))
    kept = list(drop_allowed(found, holding))
    keeper = next((chosen for chosen in setup.chosen if chosen.rule.id == RULE), None)
    if keeper and one.allowed:
        ran = {chosen.rule.id for chosen in (*plan.article, *plan.archive)} - raised - one.raised
        rules = Rules(setup.known, setup.usual, frozenset(ran))
        own = tuple(wish for wish in holding if wish.rule in (RULE, keeper.rule.family))
        kept += drop_allowed(unused(found, one.allowed, rules, keeper, page, setup.today), own)
    findings = tuple(fingerprinted(drop_repeated(in_order(kept)), page))
    return FileReport(
        path=page.path,
        source=page.source if findings or one.copy else "",
        findings=findings,
        voices=one.voices,
        words=one.words,
        headline=one.headline,
        said=one.said,
        notes=one.notes,
        people=one.people,
        copy=one.copy,
        claims=one.claims,
    )
