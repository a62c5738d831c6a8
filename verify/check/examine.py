"""The article pass: one source read, marked and held against the rules, then let go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from verify.check.claimed import claimed
from verify.check.findings import stamp
from verify.check.gathered import gathered
from verify.check.house import MARK, heard
from verify.check.mishaps import Mishap, describe, of_part, of_rule
from verify.check.outcome import Claim, Copy, Named, Said, Voice
from verify.check.page import Page, from_text
from verify.check.remember import remembered
from verify.check.renamed import allowed_today
from verify.check.select import Chosen
from verify.check.setup import Plan, Setup, Source
from verify.check.voices import said, voices
from verify.mark.order import Marker, Unmarked
from verify.model.article import Article
from verify.model.document import Allowed, Document
from verify.model.finding import Finding, Problem
from verify.read.choose import read
from verify.read.reader import Unreadable
from verify.store.facts import Story


@dataclass(frozen=True, slots=True)
class Examined:
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


def examine(source: Source, setup: Setup, plan: Plan) -> Examined | Problem:
    """Read, mark and check one article; a file that cannot be read is a problem."""
    document = opened(source, setup)
    if isinstance(document, Problem):
        return document
    mishaps: list[Mishap] = []
    article = marked(document, plan.markers, mishaps)
    page = Page.of(document)
    findings: list[Finding] = []
    raised: set[str] = set()
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
        try:
            findings.extend(_checked(chosen, seen[sight], page))
        except Exception as error:  # noqa: BLE001 - a rule may raise anything; the others go on
            raised.add(chosen.rule.id)
            mishaps.append(of_rule(chosen, page.path, error))
    quotes = tuple(said(article, page)) if "quotes" in article.marks and "quotes" in setup.marks else ()
    shown = "dossiers" in article.marks and "dossiers" in setup.marks
    allowed, renamed = allowed_today(document, setup.former)
    told = remembered(article, page.lines, setup.memories, mishaps) if plan.remembers else None
    stated = "statements" in article.marks and "statements" in setup.marks
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
        people=tuple(gathered(article, page)) if shown else (),
        copy=Copy(document.text, document.blocks, document.map) if setup.keep_copy else None,
        claims=tuple(claimed(article, page)) if stated else (),
        story=told,
        mishaps=tuple(mishaps),
    )


def opened(source: Source, setup: Setup) -> Document | Problem:
    """The source as read; a file that cannot be read is a problem."""
    try:
        data = Path(source.path).read_bytes() if source.data is None else source.data
        return read(setup.readers, source.path, data)
    except OSError as error:
        return Problem(source.path, _lowered(error.strerror or str(error)))
    except Unreadable as error:
        return Problem(source.path, " ".join(str(error).split()))
    except Exception as error:  # noqa: BLE001 - a plugin's reader may raise anything; the other files go on
        return Problem(source.path, f"the reader raised {describe(error)}")


def marked(document: Document, markers: Iterable[Marker], mishaps: list[Mishap]) -> Article:
    """The article with its marks; a marker that raises costs its own mark and those built on it.

    Where one says that there is nothing to mark, the rules that read its mark are silent.
    """
    marks: dict[str, Any] = {}
    for marker in markers:
        if not marker.needs <= marks.keys():
            continue
        try:
            marks[marker.provides] = marker.run(Article(document, MappingProxyType(marks)))
        except Unmarked:
            continue
        except Exception as error:  # noqa: BLE001 - a marker may raise anything; the others go on
            mishaps.append(of_part(f'the marker of "{marker.provides}"', document.path, error))
    return Article(document, MappingProxyType(marks))


def _through(article: Article, sight: frozenset[str]) -> Article:
    """The article with these marks alone: what a rule finds must not hang on what others asked for."""
    return Article(article.document, MappingProxyType({name: article.marks[name] for name in sight}))


def _checked(chosen: Chosen, article: Article, page: Page) -> list[Finding]:
    rule = chosen.rule
    flags = rule.check(article) if rule.options is None else rule.check(article, chosen.options)
    place = from_text(article.document)
    return [stamp(chosen, flag, page, place, {}) for flag in flags]


def _headline(document: Document) -> str:
    """The first headline in the copy, else the title that its metadata gives."""
    for block in document.blocks:
        if block.zone == "headline":
            return " ".join(document.text[block.start : block.end].split())
    return document.metadata.get("title", "")


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
