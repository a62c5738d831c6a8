from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from verify.check.outcome import FileReport, Report, Voice
from verify.model.finding import Finding, Problem, Related, Severity
from verify.model.span import Lines
from verify.report.counts import mended
from verify.report.text import summary, write

SOURCE = "Ferry sinks\n\nThe the ferry sank, Ann Lee said. “We saw it,” she said.\nAll were saved.\n"


def finding(
    source: str = SOURCE, words: str = "The the", severity: Severity = "warning", **values: object
) -> Finding:
    lines, start = Lines(source), source.index(words)
    (line, column), (end_line, end_column) = lines.place(start), lines.place(start + len(words))
    made = Finding(
        "a.txt", "typos/doubled-word", severity, 1.0, "“the” stands twice", "Take one out.",
        start, start + len(words), line, column, end_line, end_column, words, (), False, "",  # noqa: FBT003
    )  # fmt: skip
    return replace(made, **values)


def file(*findings: Finding, source: str = SOURCE, **values: object) -> FileReport:
    return replace(FileReport("a.txt", source, findings, headline="Ferry sinks", words=9), **values)


def drawn(*files: FileReport, problems: tuple[Problem, ...] = (), unread: int = 0, **options: Any) -> str:
    stream = io.StringIO()
    write(Report(files, problems, "1", unread), stream, **options)
    return stream.getvalue()


def test_a_finding_as_an_editor_reads_it() -> None:
    related = (Related("a.txt", 71, 74, 4, 1, "and here"), Related("b.txt", 0, 1, 1, 1, "and there"))
    report = drawn(
        file(
            finding(fixes=("The", "the"), related=related),
            finding(words="All", severity="info"),
            voices=(Voice("Ann Lee", "captain", 1, 1200), Voice("Bo", "", 12, 9), Voice("", "", 2, 3)),
        )
    )
    assert report == (
        "a.txt  Ferry sinks\n"
        "  3:1  warning  typos/doubled-word\n"
        "    The the ferry sank, Ann Lee said. “We saw it,” she said.\n"
        "    ^^^^^^^\n"
        "    “the” stands twice\n"
        "    → The or the\n"
        "    see 4:1  and here\n"
        "    see b.txt:1:1  and there\n"
        "  4:1  info  typos/doubled-word\n"
        "    All were saved.\n"
        "    ^^^\n"
        "    “the” stands twice\n"
        "    → Take one out.\n"
        "  Who said what\n"
        "    Ann Lee  captain    1 quote  1,200 words\n"
        "    Bo                12 quotes      9 words\n"
        "    no speaker found: 2\n"
        "\n"
        "1 article: 1 warning, 1 info\n"
    )


def test_what_was_fixed_stands_below_the_summary() -> None:
    report = drawn(file(finding()), closing="Fixed 1 finding in 1 file.")
    assert report.endswith("\n1 article: 1 warning\nFixed 1 finding in 1 file.\n")
    assert "Fixed" not in drawn(file(finding()), closing="Fixed 1 finding in 1 file.", quiet=True)


@pytest.mark.parametrize(
    ("fixed", "files", "more", "would", "words"),
    [
        (3, 2, 2, False, "Fixed 3 findings in 2 files (2 more with --unsafe-fixes)."),
        (1, 1, 0, False, "Fixed 1 finding in 1 file."),
        (1200, 1, 0, True, "Would fix 1,200 findings in 1 file."),
        (0, 0, 4, False, "Nothing fixed (4 more with --unsafe-fixes)."),
        (0, 0, 0, False, "Nothing fixed."),
        (0, 0, 1, True, "Nothing to fix (1 more with --unsafe-fixes)."),
        (0, 0, 0, True, ""),
    ],
)
def test_what_was_fixed_in_one_sentence(
    fixed: int, files: int, more: int, *, would: bool, words: str
) -> None:
    assert mended(fixed, files, more, would=would) == words


def test_quiet_shows_findings_only() -> None:
    silent = file(voices=(Voice("Ann", "", 1, 2),))
    assert drawn(silent, quiet=True) == ""
    report = drawn(silent, file(finding(), voices=silent.voices), quiet=True)
    assert "Who said" not in report
    assert "article" not in report


def test_notes_are_shown() -> None:
    assert "  note: line 3: nothing is named\n" in drawn(file(notes=("line 3: nothing is named",)))


@pytest.mark.parametrize(
    ("severities", "problems", "unread", "words"),
    [
        ([], 0, 0, "1 article: nothing to mark"),
        (["error"], 0, 0, "1 article: 1 error"),
        (
            ["info", "error", "error", "warning"],
            1,
            1,
            "1 article: 2 errors, 1 warning, 1 info; 1 file could not be read",
        ),
        (["info"] * 2, 3, 2, "1 article: 2 info; 2 files could not be read; 1 problem"),
    ],
)
def test_the_summary(severities: list[Severity], problems: int, unread: int, words: str) -> None:
    told = tuple(Problem(str(number), "x") for number in range(problems))
    findings = tuple(finding(severity=severity) for severity in severities)
    assert summary(Report((file(*findings),), told, "1", unread)) == words


def test_a_summary_of_no_rules_promises_nothing() -> None:
    problem = Problem("--select", "no rule or family is called that")
    assert summary(Report((file(),), (), "1", idle=True)) == "1 article: no rule ran"
    assert summary(Report((file(),), (problem,), "1", idle=True)) == "1 article: no rule ran; 1 problem"


def test_a_long_paragraph_is_cut_around_the_words() -> None:
    source = "word " * 500 + "the the " + "more " * 500
    lines = drawn(file(finding(source, "the the"), source=source)).splitlines()
    copy, carets = lines[2], lines[3]
    assert len(copy) <= 100
    assert copy.strip().startswith("…")
    assert copy.endswith("…")
    assert copy[carets.index("^") : len(carets)] == "the the"


def test_wide_and_combining_letters_are_underlined_in_place() -> None:
    source = "首相は e\u0301t the the 日本"
    lines = drawn(file(finding(source, "the the"), source=source)).splitlines()
    # Three letters of two cells, a blank, a letter with its accent in one cell, a "t" and a blank.
    assert lines[3] == "    " + " " * (3 * 2 + 1 + 1 + 1 + 1) + "^^^^^^^"


def test_a_finding_without_width_and_one_over_two_lines() -> None:
    empty = finding(words="The the", end=13, end_column=1, text="")
    assert drawn(file(empty)).splitlines()[3] == "    ^"
    long = drawn(file(finding(words="said.\nAll"))).splitlines()
    assert long[3] == " " * (4 + SOURCE.splitlines()[2].rindex("said.")) + "^^^^^"


def test_nothing_in_the_copy_reaches_the_terminal_as_an_order() -> None:
    evil = "a\x1b[31m\x07\x9b2J\u202eb the the\tc\x7f"
    for color in (False, True):
        drawn_ = drawn(
            file(
                finding(evil, "the the", message=evil, fixes=(evil,), path=evil),
                source=evil, path=evil, headline=evil, voices=(Voice(evil, evil, 1, 1),), notes=(evil,),
            ),
            color=color,
        )  # fmt: skip
        rest = re.sub(r"\x1b\[[0-9;]*m", "", drawn_) if color else drawn_
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", rest)
        assert "␛[31m␇" in rest


def test_colours_are_asked_for_or_come_with_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    plain = drawn(file(finding()))
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", drawn(file(finding()), color=True)) == plain
    assert "\x1b[" in drawn(file(finding()), color=True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in drawn(file(finding()))
    assert "\x1b[" not in drawn(file(finding()), color=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in drawn(file(finding()))
    monkeypatch.setenv("COLUMNS", "0")
    assert re.sub(r"\x1b\[[0-9;]*m", "", drawn(file(finding()), color=True)) == plain


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_there_are_colours_unless_it_is_dumb(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    source = "word " * 50 + "the the " + "more " * 50
    stream = Terminal()
    write(Report((file(finding(source, "the the"), source=source),), (), "1"), stream)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()).splitlines()
    assert stream.getvalue() != "\n".join(lines)
    assert 50 < len(lines[2]) <= 60
    monkeypatch.setenv("TERM", "dumb")
    dumb = Terminal()
    write(Report((file(finding()),), (), "1"), dumb)
    assert "\x1b" not in dumb.getvalue()


@given(st.text(max_size=60), st.text(min_size=1, max_size=30), st.text(max_size=60))
def test_any_copy_can_be_drawn(before: str, words: str, after: str) -> None:
    source = before + words + after
    lines, start = Lines(source), len(before)
    (line, column), (end_line, end_column) = lines.place(start), lines.place(start + len(words))
    one = finding()
    placed = replace(
        one,
        start=start,
        end=start + len(words),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
    )
    report = drawn(file(placed, source=source, headline=""), quiet=True)
    assert report.count("\n") == 7
    assert "^" in report
