"""The page as a whole: what its template is given, and the policy that lets nothing else run in it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from verify.check.described import Described
from verify.check.outcome import FileReport, Report
from verify.model.finding import SEVERITIES
from verify.report.cells import neutral
from verify.report.counts import counted
from verify.report.pages.article import ArticlePage, article, counts
from verify.report.pages.index import Index, article_id
from verify.report.pages.markdown import html
from verify.report.pages.words import Words
from verify.report.text import summary

_HERE = Path(__file__).parent
_GRAVEST_FIRST = tuple(reversed(SEVERITIES))


class RulePage(NamedTuple):
    """A rule that found something: its page, and the numbers and names of its notes."""

    id: str
    rule: str
    summary: str
    page: Markup | None
    notes: tuple[tuple[int, str], ...]


class Entry(NamedTuple):
    """An article in the table of contents."""

    id: str
    headline: str
    path: str
    words: int
    quotes: int
    counts: dict[str, int]


def chunks(report: Report) -> Iterator[str]:
    """The page, piece by piece, so that no more than one article is laid out at a time."""
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, finalize=_finalized,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["counted"] = counted
    style, script = (_HERE / "report.css").read_text("utf-8"), (_HERE / "report.js").read_text("utf-8")
    rules = _rules(report)
    found = Counter((one.rule.partition("/")[0], one.severity) for one in report.findings)
    return environment.get_template("report.html.jinja").generate(
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - a file of ours
        script=Markup(script),  # noqa: S704 - as above
        summary=summary(report),
        version=report.version,
        severities=_GRAVEST_FIRST,
        totals=Counter(one.severity for one in report.findings),
        families=sorted({family for family, _ in found}),
        found=found,
        words=sum(file.words for file in report.files),
        problems=report.problems,
        contents=[_entry(file, number) for number, file in enumerate(report.files)],
        articles=_articles(report, rules),
        written=Words,
        rules=rules,
    )


def _finalized(value: object) -> object:
    """No control character of the copy, nor of a path or a message, reaches the page."""
    return neutral(value) if type(value) is str else value


def _policy(style: str, script: str) -> str:
    """Only this style and this script; nothing is loaded, sent or framed, whatever the copy holds."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _articles(report: Report, rules: tuple[RulePage, ...]) -> Iterator[ArticlePage]:
    names = {rule.rule: rule.id for rule in rules}
    index = Index(report.files)
    laid_out = partial(article, index=index, rules=names)
    first = 1
    for number, file in enumerate(report.files):
        yield laid_out(file, number, first=first)
        first += len(file.findings)


def _entry(file: FileReport, number: int) -> Entry:
    quotes = sum(one.spoken for one in file.said)
    return Entry(article_id(number), file.headline, file.path, file.words, quotes, counts(file))


def _rules(report: Report) -> tuple[RulePage, ...]:
    """The rules that found something, by their ids; of each the page, where it can be read."""
    notes: dict[str, list[tuple[int, str]]] = {}
    count = 0
    for number, file in enumerate(report.files):
        for at, finding in enumerate(file.findings):
            count += 1
            notes.setdefault(finding.rule, []).append((count, f"{article_id(number)}-n{at + 1}"))
    known = {rule.id: rule for rule in report.rules}
    return tuple(
        RulePage(f"r{number + 1}", rule, known[rule].summary, _page(known[rule]), tuple(notes[rule]))
        for number, rule in enumerate(sorted(notes.keys() & known.keys()))
    )


def _page(rule: Described) -> Markup | None:
    """The page of a rule; where it has none, or a plugin's is lost, its sentence has to do."""
    words = rule.words()
    return html(words) if words.strip() else None
