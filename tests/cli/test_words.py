"""`verify words`, and the word list of a house in a run."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
COPY = "Ferry sails\n\nThe goverment of the minsiter met, and the minsiter’s chief spoke.\n"


def slips(verify: Verify) -> list[str]:
    run = verify("check", "a.txt", "--select", "typos", "--format", "jsonl")
    return [json.loads(line)["text"] for line in run.stdout.splitlines()]


def test_words_that_the_house_adds_are_left_alone(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(COPY)
    assert slips(verify) == ["goverment", "minsiter", "minsiter"]
    run = verify("words", "add", "minsiter", "Goverment")
    assert (run.returncode, run.stdout) == (0, b"words.txt: added minsiter, Goverment\n")
    assert run.stderr == b'verify: no settings name words.txt: write words = ["words.txt"] in verify.toml\n'
    (tmp_path / "verify.toml").write_text('words = ["words.txt"]\n')
    assert slips(verify) == ["goverment"], "a word with a capital stands for no other"
    run = verify("words", "add", "minsiter")
    assert (run.returncode, run.stdout, run.stderr) == (0, b"words.txt: has them already\n", b"")
    assert verify("words", "list").stdout == b"Goverment\nminsiter\n"


def test_what_is_no_word_is_refused_and_a_broken_list_is_told(verify: Verify, tmp_path: Path) -> None:
    assert verify("words", "add", "two words").returncode == 2
    assert not (tmp_path / "words.txt").exists()
    (tmp_path / "a.txt").write_text(COPY)
    (tmp_path / "words.txt").write_text("minsiter\n42\n")
    (tmp_path / "verify.toml").write_text('words = ["words.txt"]\n')
    run = verify("check", "a.txt", "--select", "typos", "--quiet")
    assert run.returncode == 2
    assert run.stderr == b'verify: words.txt:2: "42": expected one word a line\n'
    assert b"goverment" in run.stdout


def test_a_list_of_words_is_no_article(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(COPY)
    (tmp_path / "words.txt").write_text("minsiter\ngoverment\n")
    (tmp_path / "verify.toml").write_text('words = ["words.txt"]\n')
    run = verify("check", ".", "--select", "typos", "--format", "json")
    assert [file["path"] for file in json.loads(run.stdout)["files"]] == ["a.txt"]
