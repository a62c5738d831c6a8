"""`verify baseline`, and `verify check --baseline`: only what is new is told."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = subprocess.CompletedProcess[bytes]
Verify = Callable[..., Run]
OLD = "Ferry runs aground\n\nThe captain said that the the boat had left, and the goverment said so too.\n"
DOUBLED = "Two of a kind\n\nThe mayors were were late on Monday in town.\n"
ONLY = ("--select", "typos/doubled-word,typos/misspelling")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "ferry.txt").write_text(OLD, encoding="utf-8")
    (folder / "mayor.txt").write_text(DOUBLED, encoding="utf-8")
    return folder


def lines(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def told(run: Run) -> list[str]:
    return [one["text"].strip() for one in lines(run)]


def check(verify: Verify, *more: str) -> Run:
    return verify("check", "news", *ONLY, "--baseline", "known.json", "--format", "jsonl", *more)


def settle(verify: Verify, *more: str) -> Run:
    return verify("baseline", "news", *ONLY, "--baseline", "known.json", *more)


def errors(run: Run) -> str:
    return run.stderr.decode()


@pytest.mark.usefixtures("news")
def test_the_file_is_one_line_a_finding_sorted_and_stable(verify: Verify, tmp_path: Path) -> None:
    run = settle(verify)
    assert (run.returncode, run.stdout.decode(), errors(run)) == (0, "known.json: 3 findings written\n", "")
    written = (tmp_path / "known.json").read_text(encoding="utf-8")
    assert written == (
        '{\n  "version": 1,\n  "findings": [\n'
        '    {"path": "news/ferry.txt", "rule": "typos/doubled-word", "text": "the the", '
        '"before": "The captain said that", "after": "boat had left, and"},\n'
        '    {"path": "news/ferry.txt", "rule": "typos/misspelling", "text": "goverment", '
        '"before": "had left, and the", "after": "said so too."},\n'
        '    {"path": "news/mayor.txt", "rule": "typos/doubled-word", "text": "were were", '
        '"before": "The mayors", "after": "late on Monday in"}\n'
        "  ]\n}\n"
    )
    again = settle(verify)
    assert again.stdout.decode() == "known.json: 3 findings, 0 added, 0 taken out\n"
    assert (tmp_path / "known.json").read_text(encoding="utf-8") == written


def test_what_moves_stays_known_and_what_is_new_is_told(verify: Verify, news: Path) -> None:
    settle(verify)
    quiet = check(verify)
    assert (quiet.returncode, quiet.stdout) == (0, b"")
    assert errors(quiet) == "3 known findings are not shown (--fail-on new shows them).\n"
    (news / "older").mkdir()
    (news / "ferry.txt").rename(news / "older" / "run-aground.txt")
    (news / "mayor.txt").write_text(DOUBLED + "\nHe thanked the the council.\n", encoding="utf-8")
    run = check(verify)
    assert (run.returncode, told(run)) == (1, ["the the"])
    assert lines(run)[0]["path"] == "news/mayor.txt"


def test_an_update_prunes_and_takes_new_findings_in_only_when_asked(verify: Verify, news: Path) -> None:
    settle(verify)
    (news / "mayor.txt").write_text(
        "Two of a kind\n\nThe mayor said he recieved a letter.\n", encoding="utf-8"
    )
    run = check(verify)
    assert told(run) == ["recieved"]
    assert "known.json: 1 entry of the baseline is no longer found.\n" in errors(run)
    pruned = settle(verify)
    assert pruned.stdout.decode() == (
        "known.json: 2 findings, 0 added, 1 taken out; 1 new finding left out (--add takes them in)\n"
    )
    assert told(check(verify)) == ["recieved"]
    assert settle(verify, "--add").stdout.decode() == "known.json: 3 findings, 1 added, 0 taken out\n"
    assert check(verify).returncode == 0


def test_a_run_over_one_article_or_rule_says_nothing_of_the_others(verify: Verify, news: Path) -> None:
    settle(verify)
    (news / "ferry.txt").write_text("Ferry runs aground\n\nThe captain said nothing.\n", encoding="utf-8")
    named = ("--baseline", "known.json", *ONLY)
    assert "no longer" not in errors(verify("check", "news/mayor.txt", *named))
    assert "2 entries" in errors(verify("check", "news/ferry.txt", *named))
    run = verify("baseline", "news", "--baseline", "known.json", "--select", "typos/misspelling")
    assert run.stdout.decode() == "known.json: 2 findings, 0 added, 1 taken out\n"
    (news / "ferry.txt").unlink()
    run = verify("baseline", "news/mayor.txt", *named)
    assert run.stdout.decode() == "known.json: 2 findings, 0 added, 0 taken out\n"
    assert settle(verify).stdout.decode() == "known.json: 1 finding, 0 added, 1 taken out\n"


def test_equal_findings_are_counted(verify: Verify, news: Path) -> None:
    slip = "\n\nIt will be be good as new.\n"
    (news / "ferry.txt").write_text(f"Ferry{slip}{slip}", encoding="utf-8")
    (news / "mayor.txt").unlink()
    assert settle(verify).stdout.decode() == "known.json: 2 findings written\n"
    assert '"count": 2' in (news.parent / "known.json").read_text(encoding="utf-8")
    (news / "ferry.txt").write_text(f"Ferry{slip}{slip}{slip}", encoding="utf-8")
    assert len(lines(check(verify))) == 1


@pytest.mark.usefixtures("news")
def test_fail_on_new_shows_all_and_fails_for_new_ones(verify: Verify, news: Path) -> None:
    settle(verify)
    known = check(verify, "--fail-on", "new")
    assert (known.returncode, errors(known)) == (0, "")
    assert [one["known"] for one in lines(known)] == [True, True, True]
    (news / "mayor.txt").write_text(DOUBLED + "\nHe recieved a letter.\n", encoding="utf-8")
    run = check(verify, "--fail-on", "new")
    assert run.returncode == 1
    assert [("known" in one, one["text"].strip()) for one in lines(run)] == [
        (True, "the the"), (True, "goverment"), (True, "were were"), (False, "recieved"),
    ]  # fmt: skip
    text = verify("check", "news", *ONLY, "--baseline", "known.json", "--fail-on", "new").stdout.decode()
    assert "  error  typos/doubled-word  known\n" in text
    assert text.endswith("2 articles: 4 errors, 3 of them known\n")


@pytest.mark.usefixtures("news")
def test_the_settings_name_a_baseline_beside_them(verify: Verify, tmp_path: Path) -> None:
    settings = 'select = ["typos/doubled-word"]\nbaseline = "lists/known.json"\n'
    (tmp_path / "news" / "verify.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "news" / "lists").mkdir()
    run = verify("baseline", "news")
    assert run.stdout.decode() == "news/lists/known.json: 2 findings written\n"
    assert '"path": "../' not in (tmp_path / "news" / "lists" / "known.json").read_text(encoding="utf-8")
    assert verify("check", "news").returncode == 0
    assert verify("check", "ferry.txt", cwd=tmp_path / "news").returncode == 0
    assert verify("check", "news", "--baseline", "").returncode == 1


@pytest.mark.usefixtures("news")
def test_without_a_name_the_file_lies_beside_the_settings(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text("", encoding="utf-8")
    assert b"verify-baseline.json: 3 findings written\n" in verify("baseline", "news", *ONLY).stdout
    assert (tmp_path / "verify-baseline.json").is_file()


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, 'no such baseline ("verify baseline" writes one)'),
        ("", "not a baseline: Input data was truncated"),
        ('{"version": 1, "findings": [', "not a baseline: Input data was truncated"),
        ('{"version": 1, "findings": [\n<<<<<<< HEAD\n', "holds the marks of a merge that was not finished"),
        ('{"version": 9, "findings": []}', "a baseline of version 9; this Verify reads version 1"),
        ('{"version": 1, "findings": [{"path": "a"}]}', "missing required field `rule` - at `$.findings[0]`"),
        ('{"version": 1, "findings": [{"path": "a", "rule": "b", "text": 1}]}', "at `$.findings[0].text`"),
        ('{"version": 1, "findings": [{"path": "a", "rule": "b", "text": "", "count": 0}]}', "less than 1"),
        ("[" * 100_000, "not a baseline: "),
        ("\udcff", "not a baseline: "),
    ],
)  # fmt: skip
def test_a_broken_baseline_is_one_problem_and_everything_is_told(
    content: str | None, complaint: str, verify: Verify, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "known.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    run = check(verify)
    assert (run.returncode, told(run)) == (2, ["the the", "goverment", "were were"])
    (line,) = errors(run).splitlines()
    assert line.startswith("verify: known.json: ")
    assert complaint in line
    if content is not None:
        again = settle(verify, "--add")
        assert (again.returncode, again.stdout) == (2, b"")
        assert (tmp_path / "known.json").read_bytes() == content.encode("utf-8", "surrogateescape")


def test_where_not_all_could_be_checked_nothing_is_taken_out(verify: Verify, news: Path) -> None:
    settle(verify)
    (news / "ferry.txt").write_bytes(b"\xff\xfe\x00")
    run = settle(verify)
    assert run.returncode == 2
    assert run.stdout.decode() == (
        "known.json: 3 findings, 0 added, 0 taken out\n"
        "Nothing was taken out, since not everything could be checked.\n"
    )
    assert errors(run).startswith("verify: news/ferry.txt: ")


@pytest.mark.usefixtures("news")
def test_what_cannot_be_written_or_makes_no_sense_is_told(verify: Verify, tmp_path: Path) -> None:
    run = verify("baseline", "news", *ONLY, "--baseline", "nowhere/known.json")
    assert (run.returncode, run.stdout) == (2, b"")
    assert errors(run).splitlines() == [
        "verify: nowhere/known.json: cannot be written: no such file or directory"
    ]
    run = verify("baseline", "-", *ONLY, stdin=b"x")
    assert run.returncode == 2
    assert "standard input" in errors(run)
    run = settle(verify, "--prune")
    assert (run.returncode, (tmp_path / "known.json").exists()) == (2, False)


def test_fixes_are_made_of_known_findings_too(verify: Verify, news: Path) -> None:
    settle(verify)
    (news / "mayor.txt").write_text(DOUBLED + "\nHe begged the the council.\n", encoding="utf-8")
    assert check(verify, "--fix").returncode == 0
    assert "the the" not in (news / "ferry.txt").read_text(encoding="utf-8")


def test_findings_that_rest_on_sources_can_be_settled_for(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Pier shut\n\n“We will not open the pier before the month of June,” said Ida Holm.\n",
        encoding="utf-8",
    )
    (tmp_path / "said.txt").write_text(
        "Ida Holm: We will open the pier before the month of June.\n", encoding="utf-8"
    )
    run = verify("check", "a.txt", "--sources", "said.txt", "--format", "jsonl")
    assert b'"quotes/differs-from-source"' in run.stdout
    run = verify("baseline", "a.txt", "--sources", "said.txt")
    assert run.stdout == b"verify-baseline.json: 1 finding written\n"
    run = verify("check", "a.txt", "--sources", "said.txt", "--baseline", "verify-baseline.json", "-q")
    assert (run.returncode, run.stdout) == (0, b"")
