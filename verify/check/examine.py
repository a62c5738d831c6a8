"""The article pass: one source read, marked and held against the rules, then let go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct

from verify.check.bounds import CutShort, bounded
from verify.check.findings import stamp
from verify.check.house import MARK, heard
from verify.check.judging import judged
from verify.check.mishaps import Mishap, of_part, of_rule, problems
from verify.check.outcome import Claim, Copy, Named, Said, Voice
from verify.check.page import Page, from_text
from verify.check.remember import remembered
from verify.check.renamed import allowed_today
from verify.check.select import Chosen
from verify.check.setup import Identifier, Plan, Setup, Source
from verify.check.voices import said, voices
from verify.check.watch import Watch
from verify.lexicon.holding import added
from verify.mark.identified import SHOWN
from verify.mark.order import Marker, Unmarked
from verify.model.article import Article
from verify.model.document import Allowed, Document
from verify.model.finding import Finding, Problem
from verify.read.choose import read
from verify.read.reader import Unreadable
from verify.store.facts import Story

Shown = TypeVar("Shown")


class Examined(Struct, frozen=True):
    """What is left of an article after its pass: small, but for the source of its page."""

    page: Page
    findings: tuple[Finding, ...]
    raised: frozenset[str]
    allowed: tuple[Allowed, ...]
    notes: tuple[str, ...]
    headline: str
    words: int
    voices: tuple[Voice, ...]
    said: tuple[Said, ...]
    people: tuple[Named, ...]
    copy: Copy | None
    claims: tuple[Claim, ...]
    story: Story | None
    mishaps: tuple[Mishap, ...]
    spent: tuple[tuple[str, float, int], ...] = ()


def examine(source: Source, setup: Setup, plan: Plan) -> Examined | Problem:
    """Read, mark and check one article; a file that cannot be read is a problem."""
    with setup.watch() as watch:
        document = opened(source, setup, watch)
        if isinstance(document, Problem):
            return document
        with added(setup.words_at(source.path)):
            return _examined(document, setup, plan, watch)


def _examined(document: Document, setup: Setup, plan: Plan, watch: Watch) -> Examined:
    """What is found in an article that was read."""
    mishaps: list[Mishap] = []
    watch.over(len(document.text))
    article = marked(document, plan.markers, mishaps, watch, setup.identifiers)
    page = Page.of(document)
    findings: list[Finding] = []
    raised: set[str] = set()
    judges = list(setup.judges)
    seen: dict[frozenset[str], Article] = {}
    speaking = heard(plan.article, article.marks.get(MARK))
    raised |= {one.rule.id for one in plan.article} - {one.rule.id for one in speaking}
    for chosen in speaking:
        sight = plan.sight[chosen.rule.id]
        if not sight <= article.marks.keys():
            raised.add(chosen.rule.id)
            continue
        if sight not in seen:
            seen[sight] = _through(article, sight)
        found: list[Finding] = []
        try:
            watch.run(chosen.rule.id, partial(_check, chosen, seen[sight], page, watch, found))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a rule may raise anything; the others go on
            raised.add(chosen.rule.id)
            mishaps.append(of_rule(chosen, page.path, error))
            if not isinstance(error, CutShort):
                continue
        findings += judged(found, seen[sight], judges, mishaps, watch) if judges else found
    quotes = _listed("quotes", said, article, page, setup, mishaps)
    people = _listed("dossiers", _gathered, article, page, setup, mishaps)
    claims = _listed("statements", _claimed, article, page, setup, mishaps)
    allowed, renamed = allowed_today(document, setup.former)
    told = remembered(article, page.lines, setup.memories, mishaps, watch) if plan.remembers else None
    return Examined(
        page=page,
        findings=tuple(findings),
        raised=frozenset(raised),
        allowed=allowed,
        notes=(*document.notes, *renamed),
        headline=_headline(document),
        words=len(document.text.split()),
        voices=voices(quotes),
        said=quotes if setup.keep_said else (),
        people=people,
        copy=Copy(document.text, document.blocks, document.map) if setup.keep_copy else None,
        claims=claims,
        story=told,
        mishaps=tuple(mishaps),
        spent=watch.times() if setup.timed else (),
    )


def opened(source: Source, setup: Setup, watch: Watch | None = None) -> Document | Problem:
    """The source as read; a file that cannot be read is a problem."""
    watch = watch or Watch()
    try:
        data = Path(source.path).read_bytes() if source.data is None else source.data
        watch.over(len(data))
        document = watch.run("reading", partial(read, setup.readers, source.path, data))
    except OSError as error:
        return Problem(source.path, _lowered(error.strerror or str(error)))
    except Unreadable as error:
        return Problem(source.path, " ".join(str(error).split()))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin's reader may raise anything
        return next(problems([of_part("the reader", source.path, error)]))
    if not isinstance(document, Document):
        return Problem(source.path, f"the reader gave a {type(document).__name__}, not a Document")
    return document


def marked(
    document: Document,
    markers: Iterable[Marker],
    mishaps: list[Mishap],
    watch: Watch | None = None,
    identifiers: Sequence[Identifier] = (),
) -> Article:
    """The article with its marks; a marker that raises costs its own mark and those built on it.

    Where one says that there is nothing to mark, the rules that read its mark are silent. Whom the marker
    of "identified" does not know, the `identifiers` are asked for.
    """
    watch = watch or Watch()
    marks: dict[str, Any] = {}
    for marker in markers:
        if not marker.needs <= marks.keys():
            continue
        article = Article(document, MappingProxyType(marks))
        try:
            part = f"the mark {marker.provides}"
            made = watch.run(part, partial(marker.run, article), marker.patience)
            if identifiers and marker.provides == "identified" and marker.needs >= SHOWN:
                from verify.check.identifying import identified

                made = identified(made, article, identifiers, mishaps, watch)
            marks[marker.provides] = made
        except Unmarked:
            continue
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a marker may raise anything; the others go on
            mishaps.append(of_part(f'the marker of "{marker.provides}"', document.path, error))
    return Article(document, MappingProxyType(marks))


def _listed(
    mark: str,
    show: Callable[[Article, Page], Iterable[Shown]],
    article: Article,
    page: Page,
    setup: Setup,
    mishaps: list[Mishap],
) -> tuple[Shown, ...]:
    """What a command shows of a mark that it asked for; the mark may be a plugin's, and unlike ours."""
    if mark not in article.marks or mark not in setup.marks:
        return ()
    try:
        return tuple(show(article, page))
    except Exception as error:  # noqa: BLE001 - as above
        mishaps.append(of_part(f'the mark "{mark}" cannot be shown: it', page.path, error))
        return ()


def _gathered(article: Article, page: Page) -> Iterable[Named]:
    from verify.check.gathered import gathered

    return gathered(article, page)


def _claimed(article: Article, page: Page) -> Iterable[Claim]:
    from verify.check.claimed import claimed

    return claimed(article, page)


def _through(article: Article, sight: frozenset[str]) -> Article:
    """The article with these marks alone: what a rule finds must not hang on what others asked for."""
    return Article(article.document, MappingProxyType({name: article.marks[name] for name in sight}))


def _check(chosen: Chosen, article: Article, page: Page, watch: Watch, found: list[Finding]) -> None:
    """Add to `found` what the rule finds; where it raises, what it had found by then."""
    rule = chosen.rule
    flags = rule.check(article) if rule.options is None else rule.check(article, chosen.options)
    place = from_text(article.document)
    for flag in bounded(flags):
        found.append(stamp(chosen, flag, page, place, {}))
        watch.still()


def _headline(document: Document) -> str:
    """The first headline in the copy, else the title that its metadata gives."""
    for block in document.blocks:
        if block.zone == "headline":
            return " ".join(document.text[block.start : block.end].split())
    return document.metadata.get("title", "")


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
