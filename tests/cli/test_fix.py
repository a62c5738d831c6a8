"""`verify check --fix` and `--diff`, as a user runs them."""

from __future__ import annotations

import codecs
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
COPY = (
    "Ferry runs aground\n\nThe captain said that the the boat “will sail again,” and the goverment left,"
    "known to all, made made no promise. Lindqvist spoke. Lindqvist left, and Lindqvsit came.\n"
)
FIXED = (
    "Ferry runs aground\n\nThe captain said that the boat “will sail again,” and the government left, "
    "known to all, made made no promise. Lindqvist spoke. Lindqvist left, and Lindqvsit came.\n"
)
RULES = ("--select", "typos,names/inconsistent-spelling")
CODINGS = {
    "utf-8": lambda text: text.encode(),
    "mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "mixed": lambda text: text.replace("\n", "\r\n", 1).encode(),
    "bare": lambda text: text.rstrip("\n").encode(),
    "utf-16-le": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16-be": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "clean.txt").write_text(
        "Ferry sails\n\nAll were glad on Monday.\n", encoding="utf-8"
    )
    (tmp_path / "news" / "slip.txt").write_text(COPY, encoding="utf-8")
    return tmp_path / "news" / "slip.txt"


def test_fixes_are_made_and_what_is_left_is_reported(verify: Verify, story: Path) -> None:
    run = verify("check", *RULES, "--fix")
    assert (run.returncode, run.stderr) == (1, b"")
    assert story.read_text(encoding="utf-8") == FIXED
    shown = run.stdout.decode()
    assert "made made" in shown
    assert "the the" not in shown
    assert shown.splitlines()[-1] == "Fixed 3 findings in 1 file (2 more with --unsafe-fixes)."
    again = verify("check", *RULES, "--fix")
    assert again.stdout.decode().splitlines()[-1] == "Nothing fixed (2 more with --unsafe-fixes)."
    assert story.read_text(encoding="utf-8") == FIXED


def test_unsafe_fixes_leave_nothing_but_the_speakers_words(verify: Verify, story: Path) -> None:
    run = verify("check", *RULES, "--fix", "--unsafe-fixes")
    assert run.returncode == 0
    assert story.read_text(encoding="utf-8") == FIXED.replace("made made", "made").replace(
        "Lindqvsit", "Lindqvist"
    )
    assert run.stdout.decode().splitlines()[-1] == "Fixed 5 findings in 1 file."


def test_json_stays_json(verify: Verify, story: Path) -> None:
    run = verify("check", *RULES, "--fix", "--format", "jsonl")
    found = [json.loads(line) for line in run.stdout.decode().splitlines()]
    assert [(one["text"], one["safe"]) for one in found] == [("made made ", False), ("Lindqvsit", False)]
    assert (run.stderr, run.returncode) == (b"", 1)
    assert story.read_text(encoding="utf-8") == FIXED


def test_quiet_says_nothing_where_all_is_well(verify: Verify, story: Path) -> None:
    story.write_text("Ferry runs\n\nThe captain said that the the boat sank.\n", encoding="utf-8")
    run = verify("check", *RULES, "--fix", "--quiet")
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert story.read_text(encoding="utf-8") == "Ferry runs\n\nThe captain said that the boat sank.\n"


@pytest.mark.parametrize("coding", CODINGS)
def test_the_patch_makes_what_the_fixes_make(verify: Verify, story: Path, coding: str) -> None:
    before, after = CODINGS[coding](COPY), CODINGS[coding](FIXED)
    story.write_bytes(before)
    run = verify("check", *RULES, "--diff", cwd=story.parent)
    assert run.returncode == 1
    assert run.stderr.decode() == "Would fix 3 findings in 1 file (2 more with --unsafe-fixes).\n"
    assert story.read_bytes() == before, "nothing is written"
    env = {"PATH": "/usr/bin:/bin", "GIT_CEILING_DIRECTORIES": str(story.parent.parent)}
    for call in (["patch", "-p0", "--quiet"], ["git", "apply", "-p0"]):
        if shutil.which(call[0]):
            story.write_bytes(before)
            done = subprocess.run(
                call,
                cwd=story.parent,
                input=run.stdout,
                capture_output=True,
                check=False,
                env=env,
                timeout=60,
            )
            assert (done.returncode, story.read_bytes()) == (0, after), done.stderr
    story.write_bytes(before)
    verify("check", *RULES, "--fix", cwd=story.parent)
    assert story.read_bytes() == after


def test_a_page_in_a_charset_of_its_own_keeps_it(verify: Verify, story: Path) -> None:
    page = (
        '<!doctype html>\r\n<meta charset="windows-1252">\r\n<h1>Caf\xe9s &amp; ferries</h1>\r\n'
        "<p>Zo\xeb said that the the boat&nbsp;sank \x97 on <b>a&#32;a</b> pier, \x93the the\x94 end.</p>\r\n"
    ).encode("latin-1")
    story.with_suffix(".html").write_bytes(page)
    diff = verify("check", *RULES, "--diff", "news/slip.html")
    assert b"-<p>Zo\xeb said that the the boat" in diff.stdout
    verify("check", *RULES, "--fix", "news/slip.html")
    assert story.with_suffix(".html").read_bytes() == page.replace(b"that the the", b"that the")


def test_a_diff_of_nothing_is_nothing_and_0(verify: Verify, story: Path) -> None:
    run = verify("check", *RULES, "--diff", "news/clean.txt")
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    run = verify("check", *RULES, "--diff", "--exit-zero", "--quiet", "--output", "fixes.patch")
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert (
        (story.parent.parent / "fixes.patch")
        .read_bytes()
        .startswith(b"--- news/slip.txt\n+++ news/slip.txt\n@@")
    )
    run = verify("check", *RULES, "--diff", "none.txt")
    assert (run.returncode, run.stderr) == (2, b"verify: none.txt: no such file or folder\n")


def test_standard_input_comes_out_mended(verify: Verify) -> None:
    data = CODINGS["crlf"](COPY)
    run = verify("check", "-", "--fix", *RULES, stdin=data)
    assert (run.returncode, run.stdout) == (1, CODINGS["crlf"](FIXED))
    told = run.stderr.decode().splitlines()
    assert told[0] == "<stdin>  Ferry runs aground"
    assert told[-1] == "Fixed 3 findings in 1 file (2 more with --unsafe-fixes)."


@pytest.mark.parametrize("data", [b"Ferry sails\r\n\r\nAll were glad.", b"\x89PNG\r\n\x1a\n\0", b""])
def test_standard_input_with_nothing_to_fix_comes_out_as_it_was(verify: Verify, data: bytes) -> None:
    run = verify("check", "-", "--fix", "--quiet", *RULES, stdin=data)
    assert run.stdout == data
    assert run.returncode == (2 if b"PNG" in data else 0)


def test_standard_input_is_never_written_to_the_file_that_lends_its_name(verify: Verify, story: Path) -> None:
    run = verify("check", "-", "--fix", "--stdin-filename", "news/slip.txt", "--format", "jsonl", *RULES,
                 "--output", "found.jsonl", stdin=COPY.encode())  # fmt: skip
    assert run.stdout.decode() == FIXED
    assert story.read_text(encoding="utf-8") == COPY
    assert (story.parent.parent / "found.jsonl").read_text(encoding="utf-8").count("\n") == 2


def test_a_file_that_may_not_be_written_is_told_and_the_others_are_fixed(verify: Verify, story: Path) -> None:
    other = story.with_name("other.txt")
    other.write_text(COPY, encoding="utf-8")
    story.chmod(0o444)
    run = verify("check", *RULES, "--fix", "--format", "jsonl")
    assert run.returncode == 2
    assert run.stderr.decode() == "verify: news/slip.txt: cannot be fixed: the file is read-only\n"
    assert (story.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")) == (COPY, FIXED)
    paths = [json.loads(line)["path"] for line in run.stdout.decode().splitlines()]
    assert (paths.count("news/slip.txt"), paths.count("news/other.txt")) == (5, 2), "reported as it stands"


def test_a_link_in_a_folder_is_passed_over_and_one_that_is_named_is_written_through(
    verify: Verify, story: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(COPY, encoding="utf-8")
    (story.parent / "link.txt").symlink_to(outside)
    assert verify("check", *RULES, "--fix", "news").returncode == 1
    assert outside.read_text(encoding="utf-8") == COPY
    run = verify("check", *RULES, "--fix", "news/*.txt")
    assert run.returncode == 2
    assert run.stderr.decode() == (
        "verify: news/link.txt: cannot be fixed: reached through a symbolic link; name the file itself\n"
    )
    assert verify("check", *RULES, "--fix", "news/link.txt").returncode == 1
    assert outside.read_text(encoding="utf-8") == FIXED
    assert (story.parent / "link.txt").is_symlink()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes into every folder")
def test_in_a_read_only_folder_nothing_is_written(verify: Verify, story: Path) -> None:
    story.parent.chmod(0o555)
    run = verify("check", *RULES, "--fix")
    story.parent.chmod(0o755)
    assert run.returncode == 2
    assert run.stderr.decode() == "verify: news/slip.txt: cannot be fixed: permission denied\n"
    assert story.read_text(encoding="utf-8") == COPY


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--unsafe-fixes",), "verify: --unsafe-fixes goes with --fix or --diff (see verify check --help)"),
        (("--diff", "--format", "json"), "verify: --diff writes a patch, not json (see verify check --help)"),
    ],
)
def test_what_makes_no_sense_is_refused(verify: Verify, arguments: tuple[str, ...], words: str) -> None:
    run = verify("check", *arguments)
    assert (run.returncode, run.stderr.decode()) == (2, f"{words}\n")
