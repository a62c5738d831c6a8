"""The page of a rule as its test: every article block is run, and what is found held against its marks.

`[[…]]` in a block marks exactly what the rule must flag; a block without marks must stay silent.
A block ```` ```toml people.toml ```` (or any other name that ends so) is a file that lies beside the
articles of the blocks after it; a block ```` ```source speech.txt ```` is a source for their quotes.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Chosen, Wishes
from verify.check.setup import Setup, Source
from verify.config.load import load
from verify.config.options import build
from verify.lexicon.late import late
from verify.model.finding import Finding, Problem
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins

_FENCE = late(
    r"^```(articles?|toml(?= +[\w-]+\.toml$)|source(?= +[\w-]+\.\w+$))(?: +([^\n]*))?\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_SETTINGS = "verify.toml"
_TODAY = "2026-06-30"
"""The day on every page: allowances that end earlier have ended."""
_PEOPLE = "people.toml"
_SOURCES = "sources"
_BETWEEN = late(r"^---\n", re.MULTILINE)
_PROFILE = "profile="
_SUFFIXES = {"md": ".md", "html": ".html", "text": ".txt"}


class Place(NamedTuple):
    """A stretch of an article of a block: offsets into its source, marks taken out."""

    path: str
    start: int
    end: int
    text: str


class Block(Struct, frozen=True):
    """A block of a page: its articles by path, what must be flagged in them, options and house style.

    `files` are the settings and other files that lie beside the articles, by name.
    """

    line: int
    articles: tuple[tuple[str, str], ...]
    expected: tuple[Place, ...]
    options: tuple[tuple[str, Any], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    profile: str = ""


def blocks(page: str) -> Iterator[Block]:
    """The blocks ```` ```article ```` and ```` ```articles ```` of a page, in its order.

    After the word may stand a format (md, html), a house style (`profile=ap`) and options of the rule
    (`min-words=3`). In `articles` lines of `---` part one article from the next; they go by the names
    a.txt, b.txt and so on.
    A block ```` ```toml NAME ```` is a file for the blocks after it, until another of its name follows:
    `verify.toml` the settings, `people.toml` a people file that holds where no settings say otherwise.
    A block ```` ```source NAME ```` is a source that quotes are held against, such as `meeting.srt`.
    """
    files: dict[str, str] = {}
    for fence in _FENCE.finditer(page):
        kind, words, body = fence[1], (fence[2] or "").split(), fence[3]
        if kind == "source":
            body, words = body.removesuffix("\n"), [f"{_SOURCES}/{words[0]}"]
        if kind in ("source", "toml"):
            files[words[0]] = body
            continue
        suffix = next((_SUFFIXES[word] for word in words if word in _SUFFIXES), ".txt")
        profile = next((word[len(_PROFILE) :] for word in words if word.startswith(_PROFILE)), "")
        settings = (word for word in words if "=" in word and not word.startswith(_PROFILE))
        options = tomllib.loads("\n".join(settings))
        parts = _BETWEEN.split(body) if kind == "articles" else [body]
        articles, expected = [], []
        for number, part in enumerate(parts):
            path = f"{chr(ord('a') + number)}{suffix}"
            text, spans = _unmarked(part)
            articles.append((path, text))
            expected += [Place(path, start, end, text[start:end]) for start, end in spans]
        line = page.count("\n", 0, fence.start()) + 1
        yield Block(
            line, tuple(articles), tuple(expected), tuple(options.items()), tuple(files.items()), profile
        )


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans that they stood around."""
    text, spans = "", []
    for part in re.split(r"(\[\[.*?\]\])", marked, flags=re.DOTALL):
        if part.startswith("[[") and part.endswith("]]"):
            spans.append((len(text), len(text) + len(part) - 4))
            text += part[2:-2]
        else:
            text += part
    return text, spans


def has_blocks(page: str) -> bool:
    """Whether a page has article blocks, or files for them."""
    return _FENCE.search(page) is not None


def findings(rule: Rule, block: Block) -> tuple[Finding, ...]:
    """What the rule finds in the articles of a block; raises RuntimeError for what could not be run."""
    desk = _desk(block.files, block.profile)
    table = {**desk.options.get(rule.id, {}), **dict(block.options)}
    options = build(rule.options, table, rule.id)[0] if rule.options else None
    # An allowance in a block speaks of another rule, which must then have its say.
    others = [
        Chosen(other, other.severity, other.options() if other.options else None)
        for other in rules()
        if other.id != rule.id and any(other.id in text for _, text in block.articles)
    ]
    chosen = Chosen(rule, rule.severity, options)
    setup = replace(desk.setup, chosen=(*others, chosen), memories=_plugins().memories())
    sources = [Source(path, text.encode()) for path, text in block.articles]
    report = check(sources, setup, problems=desk.problems)
    if report.problems:
        raise RuntimeError("; ".join(str(problem) for problem in report.problems))
    return tuple(finding for finding in report.findings if finding.rule == rule.id)


def places(rule: Rule, block: Block) -> set[Place]:
    """Where the rule flags something in a block; raises RuntimeError for what could not be run."""
    return {Place(one.path, one.start, one.end, one.text) for one in findings(rule, block)}


def check_block(rule: Rule, block: Block) -> str:
    """What is wrong with the rule in this block, or nothing."""
    found = places(rule, block)
    missed = _listed(set(block.expected) - found)
    surplus = _listed(found - set(block.expected))
    parts = [f"missed: {missed}" if missed else "", f"flagged without a mark: {surplus}" if surplus else ""]
    return "\n".join(part for part in parts if part)


def check_page(rule: Rule) -> list[str]:
    """What is wrong with the rule on its page, block by block."""
    page = rule.read_page()
    failed = ((block, check_block(rule, block)) for block in blocks(page))
    name = f"{rule.page.name}, {f'page of {rule.id}, ' if rule.written else ''}line"
    return [f"{name} {block.line}: {wrong}" for block, wrong in failed if wrong]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the house and of the plugins installed here."""
    return tuple(rule for _, rule in _plugins().rules())


def plain_setup() -> Setup:
    """A run without settings, in which every rule, reader and mark of the plugins installed is at hand."""
    return _desk(()).setup


@cache
def _plugins() -> Plugins:
    return Plugins()


class _Desk(NamedTuple):
    """What a block is checked with: the parts of a run, its settings’ options, what is wrong in them."""

    setup: Setup
    options: Mapping[str, Mapping[str, Any]]
    problems: tuple[Problem, ...]


@cache
def _desk(files: tuple[tuple[str, str], ...], profile: str = "") -> _Desk:
    """The desk as the files set it up: settings where they say so, and a people file that lies there."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / _SOURCES).mkdir()
        for name, text in files:
            (Path(folder) / name).write_text(text, encoding="utf-8")
        names = dict(files)
        loaded = load(config=str(Path(folder) / _SETTINGS)) if _SETTINGS in names else load(isolated=True)
        people = [str(Path(folder) / _PEOPLE)] if _PEOPLE in names and _SETTINGS not in names else []
        supplied = [str(Path(folder) / name) for name in names if name.startswith(f"{_SOURCES}/")]
        desk = arrange(
            _plugins(), loaded, Wishes(today=_TODAY), marks=("sourced",) if supplied else (), people=people,
            profile=profile or None, supplied=supplied,
        )  # fmt: skip
        # A plugin that fails is told where rules are loaded, and is no fault of the page.
        wrong = tuple(problem for problem in desk.problems if problem not in _plugins().problems)
        return _Desk(desk.setup, loaded.settings.rules, wrong)


def _listed(places: Iterable[Place]) -> str:
    return ", ".join(f'"{place.text}" ({place.path} {place.start}:{place.end})' for place in sorted(places))
