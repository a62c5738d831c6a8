"""How long each stage of the way takes for a story of 800 words."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from types import MappingProxyType

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source, draw_up
from verify.check.workers import Workers
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.mark.order import mark, plan
from verify.model.article import Article
from verify.plugin.desk import Desk, arrange
from verify.plugin.manager import Plugins
from verify.read.choose import read

Paragraphs = Callable[..., list[str]]
MARKS = (
    "sentences", "quotations", "narration", "names", "people", "quotes", "indirect", "dossiers", "numbers",
    "dates", "days", "forms",
)  # fmt: skip


def as_text(story: list[str]) -> str:
    return "\n\n".join(story)


def as_markdown(story: list[str]) -> str:
    matter = f'---\ntitle: "{story[0]}"\ndate: 2023-11-01\nauthor: Ida Holm\n---\n\n'
    return matter + "\n\n".join(part.replace("“", "*“").replace("”", "”*") for part in story[1:])


def as_html(story: list[str]) -> str:
    body = "\n".join(f"<p>{part.replace('—', '&mdash;')}</p>" for part in story[1:])
    head = "<!doctype html><title>Ferry</title><nav><a href='/'>Home</a></nav>"
    return f"{head}<article><h1>{story[0]}</h1>{body}</article>"


FORMATS = {"txt": as_text, "md": as_markdown, "html": as_html}


@pytest.mark.benchmark(group="read")
@pytest.mark.parametrize("suffix", FORMATS)
def test_reading(benchmark: BenchmarkFixture, paragraphs: Paragraphs, desk: Desk, suffix: str) -> None:
    story = paragraphs()
    data = FORMATS[suffix](story).encode()
    document = benchmark(read, desk.setup.readers, f"story.{suffix}", data)
    assert sum(block.zone == "body" for block in document.blocks) == len(story) - 1


@pytest.mark.benchmark(group="mark")
@pytest.mark.parametrize("name", MARKS)
def test_marking(benchmark: BenchmarkFixture, paragraphs: Paragraphs, desk: Desk, name: str) -> None:
    document = read(desk.setup.readers, "story.txt", as_text(paragraphs()).encode())
    marked = mark(document, plan(desk.setup.markers, MARKS))
    (marker,) = (one for one in desk.setup.markers if one.provides == name)
    before = Article(document, MappingProxyType({need: marked.marks[need] for need in marker.needs}))
    assert benchmark(marker.run, before) == marked.marks[name]


@pytest.mark.benchmark(group="rule")
def test_rules(benchmark: BenchmarkFixture, paragraphs: Paragraphs, desk: Desk) -> None:
    drawn_up = draw_up(desk.setup, many=False)
    article = mark(read(desk.setup.readers, "story.txt", as_text(paragraphs()).encode()), drawn_up.markers)

    def run() -> int:
        return sum(
            len(
                list(one.rule.check(article) if one.options is None else one.rule.check(article, one.options))
            )
            for one in drawn_up.article
        )

    assert benchmark(run) == run()


@pytest.mark.benchmark(group="report")
@pytest.mark.parametrize("name", ["text", "json", "html"])
def test_reporting(benchmark: BenchmarkFixture, paragraphs: Paragraphs, name: str) -> None:
    plugins = Plugins(())
    wishes = Wishes(select=("all",))
    desk = arrange(plugins, Loaded(Settings()), wishes, marks=("quotes",), keep_said=True, keep_copy=True)
    story = as_text(paragraphs()).encode()
    report = check([Source(f"{at}.txt", story) for at in range(50 if benchmark.enabled else 2)], desk.setup)
    reporter = plugins.reporters()[name]

    def run() -> int:
        stream = io.StringIO()
        reporter.write(report, stream)
        return len(stream.getvalue())

    assert benchmark(run) > sum(file.words for file in report.files) // 100


@pytest.mark.benchmark(group="length")
@pytest.mark.parametrize("words", [800, 1600, 3200, 6400, 12800])
def test_time_against_length(
    benchmark: BenchmarkFixture, paragraphs: Paragraphs, desk: Desk, words: int
) -> None:
    source = Source("story.txt", as_text(paragraphs(words)).encode())
    report = benchmark.pedantic(check, ([source], desk.setup), rounds=3 if benchmark.enabled else 1)  # type: ignore[no-untyped-call]
    assert report.problems == ()
    assert report.files[0].words >= words


@pytest.mark.benchmark(group="workers")
@pytest.mark.parametrize("number", [1, 2, 4])
def test_time_against_workers(
    benchmark: BenchmarkFixture, paragraphs: Paragraphs, desk: Desk, number: int
) -> None:
    story = as_text(paragraphs()).encode()
    sources = [Source(f"{at}.txt", story) for at in range(400 if benchmark.enabled else number)]
    run = partial(check, sources, desk.setup, workers=Workers(number, desk.again))
    report = benchmark.pedantic(run, rounds=3 if benchmark.enabled else 1)  # type: ignore[no-untyped-call]
    assert report.problems == ()
    assert len(report.files) == len(sources)


@pytest.mark.benchmark(group="who said what against length")
@pytest.mark.parametrize("words", [12_500, 50_000, 200_000])
def test_who_said_what_against_length(
    benchmark: BenchmarkFixture, paragraphs: Paragraphs, desk: Desk, words: int
) -> None:
    words = words if benchmark.enabled else words // 100
    document = read(desk.setup.readers, "story.txt", as_text(paragraphs(words)).encode())
    markers = plan(desk.setup.markers, ("quotes", "indirect"))
    marked = benchmark.pedantic(mark, (document, markers), rounds=3 if benchmark.enabled else 1)  # type: ignore[no-untyped-call]
    assert len(marked.quotes) > words // 100
    assert len(marked.indirect) > words // 1000


@pytest.mark.benchmark(group="length of a paragraph")
@pytest.mark.parametrize("words", [800, 1600, 3200, 6400, 12800])
def test_time_against_length_of_one_paragraph(
    benchmark: BenchmarkFixture, paragraphs: Paragraphs, desk: Desk, words: int
) -> None:
    story = paragraphs(words)
    source = Source("story.txt", as_text([story[0], " ".join(story[1:])]).encode())
    report = benchmark.pedantic(check, ([source], desk.setup), rounds=3 if benchmark.enabled else 1)  # type: ignore[no-untyped-call]
    assert report.problems == ()
    assert report.files[0].words >= words
