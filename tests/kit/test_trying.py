"""`verify try` and `verify compare`: a rule over many articles, and what two runs find differently."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.kit.sampled import wilson

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
RULE = "typos/doubled-word"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(6):
        copy = f"Bridge {number} shuts\n\nThe bridge will will shut on day {number}, the city said.\n"
        (folder / f"{number}.txt").write_text(copy)
    return folder


def test_a_sample_is_the_same_for_one_seed_and_says_how_often_the_rule_speaks(
    verify: Verify, stories: Path
) -> None:
    run = verify("try", RULE, stories.name, "--sample", "2", "--seed", "1")
    lines = run.stdout.decode().splitlines()
    assert lines[0] == f"{RULE}: 6 findings in 6 articles, 71.43 in 1,000 words"
    assert [line.partition("  ")[0] for line in lines if line[:1].isdigit()] == ["1/2", "2/2"]
    assert verify("try", RULE, stories.name, "--sample", "2", "--seed", "1").stdout == run.stdout
    others = {verify("try", RULE, stories.name, "--sample", "2", "--seed", str(n)).stdout for n in (2, 3, 4)}
    assert others != {run.stdout}
    assert (run.stderr, run.returncode) == (b"", 0)


def test_answers_saved_before_count_and_are_shown(verify: Verify, stories: Path, tmp_path: Path) -> None:
    report = verify("check", stories.name, "--select", RULE, "--format", "jsonl")
    answers = [json.loads(line) | {"right": number != 0} for number, line in
               enumerate(report.stdout.decode().splitlines()[:3])]  # fmt: skip
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in answers))
    run = verify("try", RULE, stories.name, "--save", "a.jsonl")
    lines = run.stdout.decode().splitlines()
    assert lines[-1] == "right: 2 of 3, 66.7% (95 % interval 20.8% to 93.9%)"
    assert [line[-7:] for line in lines if line.endswith("]")] == ["[wrong]", "[right]", "[right]"]
    (tmp_path / "a.jsonl").write_text('{"rule": 1}\n')
    run = verify("try", RULE, stories.name, "--save", "a.jsonl")
    assert run.stderr == b"" or run.stderr.startswith(b"verify: a.jsonl:1: is no answer")
    (tmp_path / "a.jsonl").write_text("[]\n")
    run = verify("try", RULE, stories.name, "--save", "a.jsonl")
    assert (run.stderr, run.returncode) == (b"verify: a.jsonl:1: is no answer of verify try\n", 2)


def until(terminal: int, words: bytes, key: bytes = b"") -> bytes:
    """What the terminal shows up to these words; the key is struck until something comes of it.

    A key struck before the command listens is dropped, as it is for a reader who is too quick.
    """
    seen = b""
    for _ in range(60):
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 4096)
        elif key:
            os.write(terminal, key)
        if words in seen:
            return seen
    raise AssertionError(seen)


@pytest.mark.slow
def test_at_a_terminal_a_key_answers(stories: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    program = "from verify.cli.main import main; main()"
    arguments = ["try", RULE, stories.name, "--sample", "4", "--save", "a.jsonl"]
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments], cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs,
        env={"PATH": "/usr/bin:/bin", "VERIFY_DISABLE_PLUGINS": "all", "TERM": "xterm"},
    ) as running:  # fmt: skip
        os.close(theirs)
        seen = until(ours, b"q to end ")
        for key in (b"y", b"n", b"x"):
            seen = until(ours, b"q to end ", key)
        seen = until(ours, b"% to ", b"q")
        assert running.wait(60) == 0
    os.close(ours)
    assert b"right: 1 of 2, 50.0%" in seen
    kept = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    assert [one["right"] for one in kept] == [True, False]
    assert {one["rule"] for one in kept} == {RULE}


def test_a_rule_that_there_is_not_is_told_with_the_nearest(verify: Verify, stories: Path) -> None:
    run = verify("try", "typos/doubled-words", stories.name)
    message = b'verify: no rule is called "typos/doubled-words" (did you mean "typos/doubled-word"?)\n'
    assert (run.stderr, run.returncode) == (message, 2)


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_interval_holds_the_share_and_narrows_with_more_answers(right: int, wrong: int) -> None:
    low, high = wilson(right, right + wrong)
    assert 0 <= low <= high <= 1
    if right + wrong:
        assert low - 1e-9 <= right / (right + wrong) <= high + 1e-9
        closer = wilson(10 * right, 10 * (right + wrong))
        assert closer.high - closer.low < high - low


def test_the_interval_is_wilson_s() -> None:
    assert [round(end, 4) for end in wilson(8, 10)] == [0.4902, 0.9433]
    assert [round(end, 4) for end in wilson(0, 20)] == [0.0, 0.1611]


def test_two_settings_are_compared_rule_by_rule(verify: Verify, stories: Path, tmp_path: Path) -> None:
    (stories / "0.txt").write_text("Bridge shuts\n\nThe goverment will will shut it.\n")
    (tmp_path / "a.toml").write_text(f'select = ["{RULE}"]\n')
    (tmp_path / "b.toml").write_text(
        f'select = ["typos"]\nexclude = ["1.txt"]\n[severity]\n"{RULE}" = "info"\n'
    )
    run = verify("compare", "a.toml", "b.toml", "stories")
    lines = run.stdout.decode().splitlines()
    assert lines[0] == f"{RULE}: 1 gone, 5 changed"
    assert lines[1:3] == [
        "  - stories/0.txt:3:15  error  “will will”  “will” stands twice",
        "  + stories/0.txt:3:15  info  “will will”  “will” stands twice",
    ]
    assert lines[-4:] == [
        "typos/misspelling: 1 added",
        "  + stories/0.txt:3:5  error  “goverment”  “goverment” looks like a slip for “government”",
        "",
        "a.toml against b.toml: 1 added, 1 gone, 5 changed in 6 articles",
    ]
    assert (run.stderr, run.returncode) == (b"", 1)
    assert verify("compare", "a.toml", "b.toml", "stories", "--exit-zero").returncode == 0


def test_saved_findings_are_compared_with_settings(verify: Verify, stories: Path, tmp_path: Path) -> None:
    verify("check", stories.name, "--format", "jsonl", "--output", "before.jsonl", "--exit-zero")
    run = verify("compare", "before.jsonl", "", stories.name)
    assert run.stdout.decode() == "before.jsonl against no settings: no difference\n"
    assert run.returncode == 0
    (tmp_path / "after.jsonl").write_text("{}\n")
    run = verify("compare", "before.jsonl", "after.jsonl")
    message = b"verify: after.jsonl:1: is no finding as --format jsonl writes it\n"
    assert (run.stderr, run.returncode) == (message, 2)


OWN = '''"""A copy of a rule of the house, under its name."""

from verify import Flag, rule


@rule(severity="warning", since="1", needs={"sourced"}, advice="Look.")
def doubled_word(article):
    """A source was looked into."""
    for held in article.sourced:
        yield Flag((0, 6), f"a source was asked for quote {held.quote}")
'''


def test_a_rule_in_a_file_is_tried_though_one_of_its_name_is_installed_and_sources_are_read_for_it(
    verify: Verify, tmp_path: Path
) -> None:
    (tmp_path / "typos").mkdir()
    (tmp_path / "typos" / "__init__.py").touch()
    (tmp_path / "typos" / "doubled_word.py").write_text(OWN)
    (tmp_path / "typos" / "doubled_word.md").touch()
    (tmp_path / "verify.toml").write_text('sources = ["said.txt"]\nprofil = "ap"\n')
    (tmp_path / "said.txt").write_text("Ida Holm: We will open the pier before the month of June.\n")
    (tmp_path / "a.txt").write_text("Pier shut\n\n“We will open the the pier in June,” said Ida Holm.\n")
    run = verify("try", "typos/doubled_word.py", "a.txt")
    assert run.stdout.decode().startswith(f"{RULE}: 1 finding in 1 article")
    assert "a source was asked for quote 0" in run.stdout.decode()
    # What is wrong in the settings is told all the same.
    message = b'verify: verify.toml: unknown key "profil" (did you mean "profile"?)\n'
    assert (run.stderr, run.returncode) == (message, 2)


def test_two_settings_are_compared_on_the_day_that_is_said(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "<!-- verify: ignore typos/doubled-word until 2027-01-31 -- dialect -->\n\nThe the pier shut.\n"
    )
    (tmp_path / "a.toml").write_text('select = ["speakers"]\n')
    (tmp_path / "b.toml").write_text('select = ["typos/doubled-word"]\n')
    for day, code in (("2027-01-31", 0), ("2027-02-01", 1)):
        assert verify("compare", "a.toml", "b.toml", "a.md", "--today", day).returncode == code
