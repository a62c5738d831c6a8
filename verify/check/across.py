"""The archive pass: each story of a run held against the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from verify.check.bounds import CutShort, bounded
from verify.check.findings import stamp
from verify.check.held import Held
from verify.check.mishaps import Mishap, of_rule
from verify.check.page import Page
from verify.check.select import Chosen
from verify.check.setup import Plans
from verify.check.watch import Watch
from verify.lexicon.holding import added
from verify.model.finding import Finding
from verify.store.archive import Archive
from verify.store.facts import Story


def across(
    held: Held, drawn: Plans, archive: Archive, watch: Watch, mishaps: list[Mishap], raised: set[str]
) -> Iterator[tuple[Finding, ...]]:
    """What archive rules find in the article of each path, in order; which of them raised is noted."""
    pages = held.pages()
    for places in held.by_path():
        found: list[Finding] = []
        for at in places:
            story = held.story(at)
            if story is None:
                continue
            setup, plan = drawn.of(story.path)
            if not plan.archive:
                continue
            page = held.page(places[-1])
            watch.over(len(page.source))
            for chosen in plan.archive:
                flags: list[Finding] = []
                comparing = partial(_compare, chosen, story, archive, page, pages, watch, flags)
                try:
                    with added(setup.words_at(story.path)):
                        watch.run(chosen.rule.id, comparing)
                except (Exception, SystemExit) as error:  # noqa: BLE001 - a rule may raise anything
                    raised.add(chosen.rule.id)
                    mishaps.append(of_rule(chosen, story.path, error))
                    if not isinstance(error, CutShort):
                        continue
                found += flags
        yield tuple(found)


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
