from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
STORY = "Prices rise\n\nPrices rose by 5 percent in May, the office said on Monday.\n"


def rules(done: subprocess.CompletedProcess[bytes]) -> list[tuple[str, str]]:
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [(one["path"], one["rule"]) for one in found]


def test_the_profiles_are_listed(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text('profile = "bbc"\n')
    done = verify("profiles")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        "ap        The Associated Press",
        "bbc       BBC News  (chosen here)",
        "guardian  The Guardian",
        "nyt-like  In the manner of The New York Times",
        "reuters   Reuters",
    ]


def test_a_profile_is_shown_as_toml_with_where_each_point_was_said(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text(
        'profile = "house.toml"\n[profile-overrides.numbers]\nwords-to = 10\n', encoding="utf-8"
    )
    (tmp_path / "house.toml").write_text('extends = "ap"\n[numbers]\npercent = "percent"\n', encoding="utf-8")
    done = verify("profiles", "house.toml")
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode()
    assert 'percent = "percent"  # house.toml\n' in shown
    assert "words-to = 10  # verify.toml: profile-overrides\n" in shown
    assert 'figures-for = ["ages", "percent", "units"]  # ap\n' in shown
    assert 'convert = "miles-km"  # ap °\n' in shown
    assert tomllib.loads(shown)["words"]["instead"]["towards"] == "toward"


def test_a_point_that_nobody_speaks_of_is_shown_as_open(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text("")
    assert b'dash = "any"  # nobody: left open\n' in verify("profiles", "house.toml").stdout


def test_a_profile_that_is_wrong_is_told_and_shown_as_far_as_it_goes(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('[dates]\nmonth = "abbr"\norder = "day-month"\n')
    done = verify("profiles", "house.toml")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        'verify: house.toml: dates.month: expected "abbreviated", "short", "full" or "any", got \'abbr\'\n'
    )
    assert b'order = "day-month"  # house.toml\n' in done.stdout
    assert verify("profiles", "app").stderr == b'verify: no profile is called "app" (did you mean "ap"?)\n'


def test_a_check_by_the_settings_and_by_the_command_line(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    for path in ("a.txt", "desk/b.txt"):
        (tmp_path / path).write_text(STORY)
    check = ("check", ".", "--format", "jsonl", "--exit-zero")
    assert rules(verify(*check)) == []
    both = [("a.txt", "style/percent-off-style"), ("desk/b.txt", "style/percent-off-style")]
    assert rules(verify(*check, "--profile", "ap")) == both
    (tmp_path / "verify.toml").write_text(
        'profile = "ap"\n[[paths]]\ninclude = ["desk/"]\nprofile = "nyt-like"\n'
    )
    assert rules(verify(*check)) == both[:1]
    assert rules(verify(*check, "--profile", "")) == []


def test_a_wrong_profile_costs_its_findings_and_the_exit_code(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY + "\nThe goverment said so.\n")
    done = verify("check", "a.txt", "--profile", "app", "--format", "jsonl")
    assert done.returncode == 2
    assert done.stderr == b'verify: --profile: no profile is called "app" (did you mean "ap"?)\n'
    assert rules(done) == [("a.txt", "typos/misspelling")]


def test_the_rules_that_need_a_house_style_are_marked(verify: Verify) -> None:
    lines = verify("rules", "style").stdout.decode().splitlines()
    marked = {line.split()[0] for line in lines if line.endswith("(with a house style)")}
    assert "style/percent-off-style" in marked
    assert "style/mixed-percent-forms" not in marked
    values = json.loads(verify("rules", "style", "--format", "json").stdout)
    assert {one["id"] for one in values if one["points"]} == marked
