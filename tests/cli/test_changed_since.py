"""`verify check --changed-since`: what the changes of a real repository brought about, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = subprocess.CompletedProcess[bytes]
Verify = Callable[..., Run]
Git = Callable[..., str]
FERRY = (
    "Ferry runs aground\n\nThe captain said that the the boat had left.\n\nNobody was hurt on Monday.\n\n"
    "The line is to pay for the damage.\n"
)
MAYOR = "Mayor stays\n\nThe goverment said nothing.\n\nThe council heard him on Tuesday.\n"
ONLY = ("--select", "typos/doubled-word,typos/misspelling")


@pytest.fixture
def git(tmp_path: Path) -> Git:
    names = {f"GIT_{who}_{what}": "Ann" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    config = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": "/usr/bin:/bin"}

    def run(*arguments: str, cwd: Path = tmp_path) -> str:
        command = ["git", "-c", "init.defaultBranch=main", *arguments]
        done = subprocess.run(command, cwd=cwd, env=config | names, check=True, capture_output=True)
        return done.stdout.decode()

    return run


@pytest.fixture
def news(tmp_path: Path, git: Git) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "mayor.txt").write_text(MAYOR, encoding="utf-8")
    git("init", "-q")
    commit(git)
    return folder


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "copy")


def edit(file: Path, before: str, after: str) -> None:
    copy = file.read_text(encoding="utf-8")
    assert before in copy
    file.write_text(copy.replace(before, after), encoding="utf-8")


def since(verify: Verify, revision: str = "HEAD", *more: str, **values: Any) -> Run:
    return verify(
        "check", *(more or ("news",)), *ONLY, "--changed-since", revision, "--format", "jsonl", **values
    )


def told(run: Run) -> list[tuple[str, str]]:
    assert run.returncode in (0, 1), run.stderr
    return [(one["path"], one["text"].strip()) for one in map(json.loads, run.stdout.decode().splitlines())]


def test_old_findings_block_no_edit_and_new_ones_are_told(verify: Verify, news: Path) -> None:
    nothing = since(verify)
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, b"", b"")
    edit(news / "ferry.txt", "on Monday", "late on Monday")
    assert told(since(verify)) == []
    edit(news / "ferry.txt", "Nobody was", "The goverment said that nobody was")
    run = since(verify)
    assert (run.returncode, told(run)) == (1, [("news/ferry.txt", "goverment")])


def test_an_old_slip_in_the_paragraph_that_was_touched_is_not_new(verify: Verify, news: Path) -> None:
    edit(news / "ferry.txt", "had left.", "had already left.")
    assert told(since(verify)) == []
    edit(news / "ferry.txt", "already left.", "already recieved help.")
    assert told(since(verify)) == [("news/ferry.txt", "recieved")]


def test_a_moved_paragraph_keeps_its_old_slip(verify: Verify, news: Path) -> None:
    slip = "The captain said that the the boat had left.\n\n"
    edit(news / "ferry.txt", slip, "")
    edit(news / "ferry.txt", "The line", f"{slip}The line")
    assert told(since(verify)) == []


def test_new_files_are_wholly_new_and_renamed_ones_are_not(verify: Verify, news: Path, git: Git) -> None:
    (news / "untracked.txt").write_text("New\n\nHe saw the the boat.\n", encoding="utf-8")
    (news / "added.txt").write_text("New\n\nShe recieved it.\n", encoding="utf-8")
    git("add", "news/added.txt")
    (news / "archive").mkdir()
    git("mv", "news/mayor.txt", "news/archive/the mayor\u00e9.txt")
    edit(news / "archive" / "the mayor\u00e9.txt", "on Tuesday", "untill Tuesday")
    assert told(since(verify)) == [
        ("news/added.txt", "recieved"),
        ("news/archive/the mayor\u00e9.txt", "untill"),
        ("news/untracked.txt", "the the"),
    ]


def test_what_others_did_meanwhile_is_no_change_of_ours(verify: Verify, news: Path, git: Git) -> None:
    git("checkout", "-q", "-b", "mine")
    edit(news / "mayor.txt", "heard him", "recieved him")
    commit(git)
    git("checkout", "-q", "main")
    edit(news / "ferry.txt", "the the boat", "the boat")
    commit(git)
    git("checkout", "-q", "mine")
    edit(news / "ferry.txt", "to pay", "to to pay")
    assert told(since(verify, "main")) == [("news/ferry.txt", "to to"), ("news/mayor.txt", "recieved")]
    assert told(since(verify, "HEAD")) == [("news/ferry.txt", "to to")]
    git("checkout", "-q", "--orphan", "apart")
    assert len(told(since(verify, "main"))) == 3, "nothing in common: held against main itself"


def test_a_comparison_with_an_article_that_was_not_touched(verify: Verify, tmp_path: Path, git: Git) -> None:
    one = "ROCK HARBOR, Nov. 3, 2025 — {} Odran Fell signed the treaty in Port Ellery.\n\nHe spoke at noon.\n"
    two = "PORT ELLERY, Nov. 4, 2025 — {} Odran Fell left the town by ship.\n\nHe did not speak.\n"
    (tmp_path / "a.txt").write_text(one.format("Defense Minister"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(two.format("Defense Minister"), encoding="utf-8")
    (tmp_path / "c.txt").write_text("Weather\n\nIt rained.\n", encoding="utf-8")
    git("init", "-q")
    commit(git)
    rule = ("--select", "titles/inconsistent-title-across-articles", "--format", "jsonl")
    edit(tmp_path / "a.txt", "Defense Minister", "Finance Minister")
    whole = verify("check", *rule)
    changed = verify("check", *rule, "--changed-since", "HEAD")
    assert told(changed) == told(whole) != []
    assert told(verify("check", "a.txt", *rule, "--changed-since", "HEAD")) == []
    commit(git)
    edit(tmp_path / "a.txt", "He spoke", "He talked")
    edit(tmp_path / "b.txt", "left the town", "left town")
    assert told(verify("check", *rule, "--changed-since", "HEAD")) == []


def test_fail_on_new_shows_what_was_there_in_the_articles_touched(verify: Verify, news: Path) -> None:
    edit(news / "ferry.txt", "on Monday", "late on Monday")
    run = since(verify, "HEAD", "news", "--fail-on", "new")
    assert (run.returncode, told(run)) == (0, [("news/ferry.txt", "the the")])
    assert json.loads(run.stdout)["known"] is True
    edit(news / "ferry.txt", "Nobody", "The goverment said nobody")
    run = since(verify, "HEAD", "news", "--fail-on", "new")
    assert (run.returncode, len(told(run))) == (1, 2)


def test_with_a_baseline_too_a_finding_must_be_new_to_both(verify: Verify, news: Path) -> None:
    edit(news / "ferry.txt", "Nobody", "The goverment said nobody")
    verify("baseline", "news", *ONLY, "--baseline", "known.json")
    edit(news / "mayor.txt", "heard him", "recieved him")
    assert told(since(verify, "HEAD", "news", "--baseline", "known.json")) == [("news/mayor.txt", "recieved")]


def test_only_the_articles_touched_are_read_where_no_rule_compares(
    verify: Verify, news: Path, git: Git
) -> None:
    (news / "broken.txt").write_bytes(b"\xff\xfe\x00")
    commit(git)
    edit(news / "ferry.txt", "Nobody", "The goverment said nobody")
    assert told(since(verify)) == [("news/ferry.txt", "goverment")]
    run = verify("check", "news", "--changed-since", "HEAD", "--format", "jsonl")
    assert run.returncode == 2
    assert run.stderr.decode().splitlines()[-1].startswith("verify: news/broken.txt: ")


def test_settings_of_git_and_of_a_hook_change_nothing(verify: Verify, news: Path, git: Git) -> None:
    for key, value in {
        "diff.noprefix": "true", "diff.interHunkContext": "9", "diff.context": "9", "color.ui": "always",
        "diff.external": "false", "diff.relative": "true", "diff.renames": "copies", "diff.submodule": "log",
        "core.fsmonitor": "touch ran; false",
    }.items():  # fmt: skip
        git("config", key, value)
    edit(news / "ferry.txt", "Nobody", "The goverment said nobody")
    copy = (news / "ferry.txt").read_text(encoding="utf-8")
    (news / "ferry.txt").write_text(copy + "\n++ b/x\n\n@@ -1 +1,99 @@\n\ndiff --git a b\n", encoding="utf-8")
    hook = {"GIT_DIR": "elsewhere/.git", "GIT_INDEX_FILE": "elsewhere/index"}
    assert told(since(verify, "HEAD", "news", env=hook)) == [("news/ferry.txt", "goverment")]
    assert told(since(verify, "HEAD", ".", cwd=news)) == [("ferry.txt", "goverment")]
    assert not (news.parent / "ran").exists()


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("revision", "complaint"),
    [
        ("nowhere", '--changed-since: "nowhere" is no commit of this repository (is it fetched?)'),
        ("HEAD:news", '--changed-since: "HEAD:news" is no commit of this repository (is it fetched?)'),
        ("", '--changed-since: "" is no revision'),
        ("--output=x", '--changed-since: "--output=x" is no revision'),
        (
            "HEAD; touch x",
            '--changed-since: "HEAD; touch x" is no commit of this repository (is it fetched?)',
        ),
    ],
)
def test_a_revision_that_is_none_is_told(
    revision: str, complaint: str, verify: Verify, tmp_path: Path
) -> None:
    run = verify("check", "news", f"--changed-since={revision}")
    assert (run.returncode, run.stdout, run.stderr.decode()) == (2, b"", f"verify: {complaint}\n")
    assert not (tmp_path / "x").exists()


def test_where_there_is_no_git_or_no_repository_that_is_told(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MAYOR, encoding="utf-8")
    run = since(verify, "HEAD", "a.txt")
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.decode().startswith("verify: --changed-since: not a git repository")
    run = since(verify, "HEAD", "a.txt", env={"PATH": str(tmp_path)})
    assert run.stderr.decode() == "verify: --changed-since: git is not installed, or not found\n"
    run = since(verify, "HEAD", "-", stdin=b"x")
    assert (run.returncode, b"standard input has no history" in run.stderr) == (2, True)


def test_articles_of_elsewhere_are_named_and_the_others_checked(
    verify: Verify, news: Path, tmp_path: Path
) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.txt"
    outside.write_text(MAYOR, encoding="utf-8")
    edit(news / "ferry.txt", "Nobody", "The goverment said nobody")
    run = since(verify, "HEAD", "news", str(outside))
    assert (run.returncode, run.stdout.count(b"\n")) == (2, 1)
    assert run.stderr.decode().splitlines() == [
        "1 known finding is not shown (--fail-on new shows them).",
        f"verify: {outside}: lies outside the repository {tmp_path.resolve()}",
    ]


@pytest.mark.usefixtures("news")
def test_what_makes_no_sense_together_is_refused(verify: Verify) -> None:
    for more in (("--changed-since", "HEAD", "--fix"), ("--fail-on", "new")):
        run = verify("check", "news", *more)
        assert (run.returncode, run.stdout) == (2, b"")


def test_rules_that_compare_articles_are_asked_for_where_only_a_table_has_them(
    verify: Verify, news: Path, git: Git, tmp_path: Path
) -> None:
    rule = "titles/inconsistent-title-across-articles"
    (tmp_path / "verify.toml").write_text(
        f'ignore = ["all"]\n[[paths]]\ninclude = ["news/**"]\nselect = ["{rule}"]\n', encoding="utf-8"
    )
    for name, office in (("ferry", "Defense"), ("mayor", "Defense")):
        (news / f"{name}.txt").write_text(
            f"PORT ELLERY, Nov. 4, 2025 — {office} Minister Odran Fell left the town.\n", encoding="utf-8"
        )
    commit(git)
    edit(news / "mayor.txt", "Defense", "Finance")
    run = verify("check", "news", "--changed-since", "HEAD", "--format", "jsonl")
    assert rule in {json.loads(line)["rule"] for line in run.stdout.splitlines()}
