from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Chosen
from verify.check.setup import Memory, Setup, Source
from verify.check.verdict import exit_code
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.document import Allowed, Document
from verify.model.finding import Flag, Problem
from verify.model.marks import Quote, Speaker
from verify.model.span import Span
from verify.read.formats import MARKDOWN
from verify.read.formats import TEXT as READER
from verify.read.reader import Reader
from verify.store.archive import Archive
from verify.store.facts import Fact, Story

Make = Callable[..., Rule]
Checked = Callable[..., Report]
STORY = "Bridge reopens\n\nThe bad weather held the crew up, the city engineer said on Monday.\n"


def raising(error: Exception) -> Callable[..., Iterator[Flag]]:
    def find(*_: Any) -> Iterator[Flag]:
        raise error
        yield

    return find


def messages(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


def test_a_finding_of_a_file(checked: Checked, a_rule: Make) -> None:
    report = checked({"a.txt": STORY}, [a_rule()])
    (file,) = report.files
    assert (file.path, file.headline, file.words, file.source) == ("a.txt", "Bridge reopens", 15, STORY)
    assert [(f.rule, f.line, f.column, f.text) for f in file.findings] == [("typos/bad-word", 3, 5, "bad")]
    assert report.problems == ()
    assert exit_code(report, "warning") == 1
    assert exit_code(report, "error") == 0
    assert exit_code(report, "never") == 0


def test_the_order_of_files_changes_nothing(checked: Checked, a_rule: Make) -> None:
    copy = {f"{name}.txt": STORY * (at + 1) for at, name in enumerate("abcdef")}
    rules = [a_rule(), a_rule("on", "style/on"), a_rule("The", "style/the")]
    first = checked(copy, rules)
    shuffled = list(copy.items())
    random.Random(7).shuffle(shuffled)  # noqa: S311 - any order will do
    assert checked(dict(shuffled), reversed(rules)) == replace(first)


def test_a_rule_that_raises_is_named_once_and_the_others_go_on(checked: Checked, a_rule: Make) -> None:
    broken = a_rule(name="style/broken", check=raising(TypeError("no such\nthing")))
    report = checked({"b.txt": STORY, "a.txt": STORY, "c.txt": STORY}, [broken, a_rule()])
    (message,) = messages(report)
    assert message.startswith(
        "a.txt: rule style/broken (verify) raised TypeError: no such thing (test_run.py, line "
    )
    assert message.endswith("; and on 2 more articles")
    assert len(list(report.findings)) == 3
    assert exit_code(report, "never") == 2
    assert report.unread == 0


def test_a_span_outside_the_text_is_the_rules_mishap(checked: Checked, a_rule: Make) -> None:
    report = checked({"a.txt": STORY}, [a_rule(check=lambda _: iter([Flag((0, 9999), "x")]))])
    assert (
        "rule typos/bad-word (verify) raised ValueError: the span 0:9999 lies outside" in messages(report)[0]
    )


def test_a_marker_that_raises_costs_only_what_is_built_on_it(checked: Checked, a_rule: Make) -> None:
    def fail(_: Article) -> None:
        raise RuntimeError("no dictionary")

    markers = (
        Marker("letters", fail),
        Marker("words", lambda article: len(article.text), frozenset({"letters"})),
    )
    rules = [a_rule(name="style/words", needs=frozenset({"words"})), a_rule()]
    report = checked({"a.txt": STORY}, rules, markers=markers)
    assert [finding.rule for finding in report.findings] == ["typos/bad-word"]
    assert messages(report)[0].startswith('a.txt: the marker of "letters" raised RuntimeError: no dictionary')


def test_only_the_marks_that_chosen_rules_need_are_made(checked: Checked, a_rule: Make) -> None:
    made = []
    markers = (
        Marker("letters", lambda _: made.append("letters")),
        Marker("words", lambda _: made.append("words"), frozenset({"letters"})),
        Marker("dear", lambda _: made.append("dear")),
    )
    checked({"a.txt": STORY}, [a_rule(needs=frozenset({"words"}))], markers=markers)
    assert made == ["letters", "words"]


@pytest.mark.parametrize("alone", [True, False])
def test_a_rule_sees_the_marks_it_asked_for_and_those_these_are_made_of(
    checked: Checked, a_rule: Make, *, alone: bool
) -> None:
    markers = (
        Marker("letters", lambda _: 3),
        Marker("words", lambda _: 2, frozenset({"letters"})),
        Marker("lines", lambda _: 1),
    )
    seen: dict[str, list[str]] = {}

    def looking(name: str) -> Rule:
        def look(article: Article) -> Iterator[Flag]:
            seen[name] = sorted(article.marks)
            yield from ()

        return a_rule(name=f"style/{name}", check=look, needs=frozenset({name}))

    def reach(article: Article) -> Iterator[Flag]:
        article.mark("lines")
        yield Flag((0, 1), "x")

    careless = a_rule(name="style/careless", check=reach, needs=frozenset({"words"}))
    others = [] if alone else [looking("lines"), looking("words"), looking("letters")]
    report = checked({"a.txt": STORY}, [careless, *others], markers=markers)
    assert seen == (
        {} if alone else {"lines": ["lines"], "words": ["letters", "words"], "letters": ["letters"]}
    )
    line = reach.__code__.co_firstlineno + 1
    (message,) = messages(report)
    assert message == (
        "a.txt: rule style/careless (verify) raised NotMarked: "
        'the mark "lines" was not asked for: add it to the needs of the rule '
        f"(test_run.py, line {line})"
    )


def test_a_rule_that_raises_is_told_with_the_place_in_its_own_file(checked: Checked, a_rule: Make) -> None:
    def find(article: Article) -> Iterator[Flag]:
        yield Flag((0, len(Path(article.text).read_text("utf-8"))), "x")

    (message,) = messages(checked({"a.txt": STORY}, [a_rule(check=find)]))
    assert message.endswith(f"(test_run.py, line {find.__code__.co_firstlineno + 1})")


def test_where_no_rule_ran_the_report_says_so(checked: Checked, a_rule: Make) -> None:
    across = a_rule(name="claims/days", check=differing, scope="archive")
    assert checked({"a.txt": STORY}, []).idle
    assert checked({"a.txt": STORY}, [across]).idle
    assert not checked({"a.txt": STORY, "b.txt": STORY}, [across]).idle
    assert not checked({"a.txt": STORY}, [a_rule()]).idle


def test_a_rule_that_needs_an_unknown_mark_is_a_problem(checked: Checked, a_rule: Make) -> None:
    report = checked({"a.txt": STORY}, [a_rule(needs=frozenset({"moods"})), a_rule(name="style/x")])
    assert messages(report) == [
        'rule typos/bad-word (verify) cannot run: nothing provides the mark "moods"',
    ]
    assert len(list(report.findings)) == 1


def test_files_that_cannot_be_read_are_told_and_the_others_checked(
    checked: Checked, a_rule: Make, tmp_path: Path
) -> None:
    report = checked({"a.txt": b"caf\xe9 society", "b.txt": STORY}, [a_rule()])
    assert [file.path for file in report.files] == ["b.txt"]
    assert messages(report)[0].startswith("a.txt: ")
    assert (report.unread, exit_code(report, "never")) == (1, 2)
    missing = str(tmp_path / "none.txt")
    setup = Setup((READER,), (), (), frozenset(), frozenset(), "1")
    assert messages(check([Source(missing)], setup)) == [f"{missing}: no such file or directory"]
    gone = Problem("c", "no such file or folder")
    assert check([gone], setup, problems=[Problem("d", "x")]).unread == 1


def test_a_reader_that_raises_something_else_is_named(checked: Checked, a_rule: Make) -> None:
    def read(_path: str, _data: bytes) -> Document:
        raise KeyError("zone")

    report = checked(
        {"a.odd": b"x", "b.txt": STORY}, [a_rule()], readers=(READER, Reader("odd", (".odd",), read))
    )
    (message,) = messages(report)
    assert message.startswith("a.odd: the reader raised KeyError: 'zone' (test_run.py, line ")
    assert report.unread == 1
    assert len(report.files) == 1


def counting(article: Article) -> list[Fact]:
    at = article.text.find("Monday")
    return [Fact("day", "reopening", article.text[at:].split()[0].strip("."), at, at + 6)]


def differing(story: Story, archive: Archive) -> Iterator[Flag]:
    for fact in story.of("day"):
        for theirs in archive.elsewhere(story, "day", fact.subject, within=7):
            if theirs.fact.value != fact.value:
                place = theirs.place(f"{theirs.fact.value} there")
                yield Flag((fact.start, fact.end), "days differ", related=(place,))


def test_an_archive_rule_sees_what_the_other_articles_said(checked: Checked, a_rule: Make) -> None:
    rule = a_rule(name="claims/days", check=differing, scope="archive")
    other = STORY.replace("Monday", "Mondays")
    copy = {"b.txt": STORY, "a.txt": f"More\n{other}", "c.txt": STORY}
    report = checked(copy, [rule], memories=(Memory("verify", counting),))
    at = STORY.index("Monday")
    found = [(f.path, f.start, f.text, len(f.related)) for f in report.findings]
    # Of several flags at one place the first is kept.
    assert found == [("a.txt", at + 5, "Monday", 1), ("b.txt", at, "Monday", 1), ("c.txt", at, "Monday", 1)]
    (elsewhere,) = report.files[1].findings[0].related
    assert (elsewhere.path, elsewhere.line, elsewhere.column) == (
        "a.txt",
        4,
        other.splitlines()[2].index("Monday") + 1,
    )
    assert checked({"a.txt": STORY}, [rule], memories=(Memory("verify", counting),)).files[0].findings == ()


def test_a_fact_is_kept_with_its_words_and_its_place_in_the_source(checked: Checked, a_rule: Make) -> None:
    seen: list[Fact] = []

    def look(story: Story, _archive: Archive) -> Iterator[Flag]:
        seen.extend(story.facts)
        yield from ()

    rule = a_rule(check=look, scope="archive")
    copy = {"a.md": "It *opens* on *Mon*day.\n", "b.txt": STORY}
    checked(copy, [rule], memories=(Memory("verify", counting),), readers=(READER, MARKDOWN))
    assert seen[0] == Fact("day", "reopening", "Monday", 15, 22, "Monday", 1, 16)


def forgetful(_: Article) -> list[Fact]:
    raise ValueError("y")


def test_an_archive_rule_or_a_memory_that_raises_is_named(checked: Checked, a_rule: Make) -> None:
    rules = [a_rule(name="claims/x", check=raising(TypeError("x")), scope="archive"), a_rule()]
    memories = (Memory("plugin odd 1.0", forgetful), Memory("verify", counting))
    report = checked({"a.txt": STORY, "b.txt": STORY}, rules, memories=memories)
    first, second = messages(report)
    assert first.startswith("a.txt: rule claims/x (verify) raised TypeError: x")
    assert second.startswith("a.txt: the memory of plugin odd 1.0 raised ValueError: y")
    assert len(list(report.findings)) == 2


def test_the_story_has_a_date(checked: Checked, a_rule: Make) -> None:
    seen: list[Story] = []

    def look(story: Story, _archive: Archive) -> Iterator[Flag]:
        seen.append(story)
        yield from ()

    def read(path: str, data: bytes) -> Document:
        return replace(READER.read(path, data), metadata={"date": "2024-05-06T08:00:00Z"})

    reader = Reader("text", (".txt",), read)
    checked({"a.txt": STORY, "b.txt": STORY}, [a_rule(check=look, scope="archive")], readers=(reader,))
    assert {story.facts for story in seen} == {()}
    assert [(story.path, story.date) for story in seen] == [("a.txt", "2024-05-06"), ("b.txt", "2024-05-06")]


@pytest.fixture
def allowing() -> Callable[..., Reader]:
    """A reader whose documents hold the allowances given."""

    def make(*wishes: Allowed) -> Reader:
        def read(path: str, data: bytes) -> Document:
            return replace(READER.read(path, data), allowed=wishes)

        return Reader("text", (".txt",), read)

    return make


def outcome(report: Report) -> list[tuple[str, int, str]]:
    return [(finding.rule, finding.start, finding.message) for finding in report.findings]


def test_an_allowance_silences_and_is_told_when_it_silences_nothing(
    checked: Checked, a_rule: Make, allowing: Callable[..., Reader]
) -> None:
    keeper = a_rule(name="structure/unused-allow", check=lambda _: iter(()))
    at = STORY.index("bad")
    rules = [a_rule(), a_rule("on", "style/on"), keeper]
    used = allowing(Allowed("typos/bad-word", at, at + 3, Span(0, 2)), Allowed("style", 0, 999, Span(2, 4)))
    assert outcome(checked({"a.txt": STORY}, rules, readers=(used,))) == []
    unused = allowing(Allowed("typos/bad-word", 0, 3, Span(0, 2)))
    assert outcome(checked({"a.txt": STORY}, [rules[0], keeper], readers=(unused,))) == [
        ("structure/unused-allow", 0, 'nothing here needs the allowance for "typos/bad-word"'),
        ("typos/bad-word", at, '"bad" is wrong'),
    ]
    unknown = allowing(Allowed("typos/bad-wort", 0, 3, Span(0, 2)))
    assert outcome(checked({"a.txt": "All is well."}, rules, readers=(unknown,))) == [
        (
            "structure/unused-allow",
            0,
            'no rule or family is called "typos/bad-wort" (did you mean "typos/bad-word"?)',
        ),
    ]


def test_an_allowance_is_not_accused_when_its_rule_did_not_run(
    checked: Checked, a_rule: Make, allowing: Callable[..., Reader]
) -> None:
    keeper = a_rule(name="structure/unused-allow", check=lambda _: iter(()))
    off = a_rule(name="typos/off")
    broken = a_rule(name="style/broken", check=raising(TypeError("x")))
    known = {"known": frozenset({keeper.id, off.id, broken.id}), "usual": frozenset({keeper.id, off.id})}
    for name in (off.id, "typos", "*", broken.id):
        reader = allowing(Allowed(name, 0, 99, Span(0, 2)))
        assert outcome(checked({"a.txt": "All is well."}, [keeper, broken], readers=(reader,), **known)) == []


def test_an_allowance_of_unused_allowances_is_obeyed(
    checked: Checked, a_rule: Make, allowing: Callable[..., Reader]
) -> None:
    keeper = a_rule(name="structure/unused-allow", check=lambda _: iter(()))
    wishes = (
        Allowed("typos/bad-word", 0, 9, Span(0, 2)),
        Allowed("structure/unused-allow", 0, 9, Span(2, 4)),
    )
    assert outcome(checked({"a.txt": "All is well."}, [keeper, a_rule()], readers=(allowing(*wishes),))) == []


def test_who_said_what_is_kept_in_places_of_the_source(checked: Checked) -> None:
    copy = "“No,” Ann Lee said.\n\n“Yes, we will,” he said. “Never.”"

    def quotes(article: Article) -> tuple[Quote, ...]:
        ann = Speaker("Ann Lee", 6, 13, "person", "mayor")
        he = Speaker("Bo Ray", article.text.index("he said"), article.text.index("he said") + 2, "person")
        last = article.text.index("“Never")
        return (
            Quote(0, 5, "direct", ann, Span(14, 18), 0.91234),
            Quote(21, 36, "direct", he, None, 0.9),
            Quote(last, last + 8, "direct", None, None, 0.5),
            Quote(0, 5, "direct", None, None, 0.5, needs_none="slogan"),
            Quote(0, 5, "indirect", ann, None, 0.5),
        )

    report = checked(
        {"a.txt": copy}, [], markers=(Marker("quotes", quotes),), marks=frozenset({"quotes"}), keep_said=True
    )
    (file,) = report.files
    assert [(v.name, v.title, v.quotes, v.words) for v in file.voices] == [
        ("Bo Ray", "", 1, 3),
        ("Ann Lee", "mayor", 1, 1),
        ("", "", 1, 1),
    ]
    first = next(one for one in file.said if one.confidence == 0.9123)
    assert (first.text, first.speaker, first.mention, first.cue, first.confidence) == (
        "“No,”", "Ann Lee", (6, 13), (14, 18), 0.9123,
    )  # fmt: skip
    assert [(one.start, one.called) for one in file.said] == [
        (0, "Ann Lee"), (0, ""), (0, "Ann Lee"), (21, "he"), (46, ""),
    ]  # fmt: skip


def test_a_chosen_rule_gets_its_options(a_rule: Make) -> None:
    def find(article: Article, limit: int) -> Iterator[Flag]:
        yield Flag((0, limit), article.text[:limit])

    rule = a_rule(check=find, options=int)
    setup = Setup((READER,), (), (Chosen(rule, "error", 3),), frozenset(), frozenset(), "1")
    (finding,) = check([Source("a.txt", STORY.encode())], setup).findings
    assert (finding.text, finding.severity) == ("Bri", "error")
