"""A whole run: the article pass over every source, then the archive pass over what they said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing

from msgspec import Struct

from verify.check.across import across
from verify.check.allowances import RULE, Rules, unused
from verify.check.borrowed import Borrowed
from verify.check.described import described
from verify.check.examine import Examined
from verify.check.findings import drop_allowed, drop_repeated, fingerprinted, in_order
from verify.check.held import Held
from verify.check.house import Styled
from verify.check.mishaps import Mishap
from verify.check.mishaps import problems as raised_by
from verify.check.outcome import FileReport, Report, Spent
from verify.check.page import Page
from verify.check.pile import Pile, room_for
from verify.check.setup import Plans, Setup, Source, plans
from verify.check.workers import ALONE, Lost, Workers, examined_by
from verify.model.finding import Finding, Problem
from verify.store.shelf import Shelf


class Records(Struct, frozen=True):
    """What was found in articles before, by the same setup, and what is told of those gone through now."""

    earlier: Callable[[Source], Examined | None] = lambda _source: None
    keep: Callable[[Source, Examined], object] = lambda _source, _found: None


NO_RECORDS = Records()


def check(
    sources: Iterable[Source | Problem],
    setup: Setup,
    each: Callable[[], object] = lambda: None,
    problems: Iterable[Problem] = (),
    shelf: Shelf | None = None,
    workers: Workers = ALONE,
    drawn: Plans | None = None,
    records: Records = NO_RECORDS,
) -> Report:
    """What the chosen rules find in the sources; `each` is called after each article.

    A shelf holds stories of earlier runs, which archive rules then see beside those of this one.
    Articles are let go one by one, and what is left of very many lies in a file; the order of the sources
    changes nothing. A source that is a Problem is a file that could not be found; `problems` are those met
    before. With `workers` other processes examine the articles, which changes nothing either; nor does it
    that the `records` hold what was found in some. The plans of the run are `drawn` up here where they are
    not given.
    """
    queue = tuple(sources)
    unread = {item for item in queue if isinstance(item, Problem)}
    waiting = [item for item in queue if isinstance(item, Source)]
    if drawn is None:
        drawn = plans_of(waiting, setup, shelf)
    room = room_for(sum(one.size() for one in waiting))
    held, styled = Held(room), Styled(drawn.chosen)
    mishaps: list[Mishap] = []
    spent: list[tuple[str, float, int]] = []
    lost: set[Problem] = set()

    def hold(number: int, found: Examined) -> None:
        held.add(number, waiting[number].path, found)
        styled.note(found.findings)
        mishaps.extend(found.mishaps)
        spent.extend(found.spent)

    left = []
    for number, source in enumerate(waiting):
        if found_before := records.earlier(source):
            hold(number, found_before)
            each()
        else:
            left.append(number)
    with closing(examined_by(workers, [waiting[number] for number in left], drawn)) as passed:
        for at, found in passed:
            if isinstance(found, Examined):
                hold(left[at], found)
                records.keep(waiting[left[at]], found)
            elif isinstance(found, Lost):
                lost.add(found.problem)
            else:
                unread.add(found)
            each()
    held.settle()
    raised: set[str] = set()
    beside: Pile[tuple[Finding, ...]] = Pile(room)
    lent = Borrowed(shelf) if shelf is not None else None
    with setup.watch() as watch, held.archive(lent) as archive:
        for places, flags in zip(
            held.by_path(), across(held, drawn, archive, watch, mishaps, raised), strict=True
        ):
            styled.note(flags)
            beside.add(flags, held.size(places[-1]))
    files = _finished(held, beside, styled, drawn, raised, room)
    undone = unread.union(lost, problems, drawn.problems, raised_by(mishaps), lent.problems if lent else ())
    return Report(
        files,
        tuple(sorted(undone, key=lambda problem: (problem.where, problem.message))),
        setup.version,
        len(unread),
        drawn.idle,
        spent=_slowest_first((*spent, *(watch.times() if setup.timed else ()))),
        rules=described(drawn.running),
    )


def plans_of(articles: Sequence[Source], setup: Setup, shelf: Shelf | None) -> Plans:
    """The plans of a run over these articles, which is one of many where a shelf holds others."""
    return plans(setup, (one.path for one in articles), many=len(articles) > 1 or shelf is not None)


def _slowest_first(spent: Iterable[tuple[str, float, int]]) -> tuple[Spent, ...]:
    """The time of each part over all articles."""
    by_part: dict[str, Spent] = {}
    for part, seconds, times in spent:
        before = by_part.get(part, Spent(part, 0.0, 0))
        by_part[part] = Spent(part, before.seconds + seconds, before.times + times)
    return tuple(sorted(by_part.values(), key=lambda one: (-one.seconds, one.part)))


def _finished(
    held: Held,
    beside: Iterable[tuple[Finding, ...]],
    styled: Styled,
    drawn: Plans,
    raised: set[str],
    room: int,
) -> Sequence[FileReport]:
    """The report of each article; `beside` is what archive rules found, path by path."""
    files: Pile[FileReport] = Pile(room)
    for places, flags in zip(held.by_path(), beside, strict=True):
        passed = [held.rest(at) for at in places]
        found = styled.told_once([*(finding for one in passed for finding in one.findings), *flags])
        for at, one in zip(places, passed, strict=True):
            files.add(_report(one, held.page(at), found, drawn, raised), held.size(at))
    return files.settled()


def _report(
    one: Examined, page: Page, found: Sequence[Finding], drawn: Plans, raised: set[str]
) -> FileReport:
    """The findings of one article, those that its author allows left out, in order and named."""
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
