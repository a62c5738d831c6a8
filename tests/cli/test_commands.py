from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from verify import __version__
from verify.cli.app import COMMANDS
from verify.cli.main import main
from verify.config.sample import SAMPLE

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
STORY = "Ferry runs aground\n\n“We will sail again,” Ann Lee, the captain, said on Monday.\n"


def test_a_bare_command_shows_the_help(verify: Verify) -> None:
    bare, asked = verify(), verify("--help")
    assert (bare.returncode, bare.stdout, bare.stderr) == (0, asked.stdout, b"")
    assert bare.stdout.startswith(b"Usage: verify [OPTIONS] COMMAND [ARGS]...\n\n")


def test_the_help_shows_every_command_whole(verify: Verify) -> None:
    listed = verify("--help").stdout.decode().partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == [
        "check",
        "quotes",
        "people",
        "claims",
        "baseline",
        "archive",
        "rules",
        "explain",
        "profiles",
        "plugins",
        "words",
        "schema",
        "config",
        "init",
        "new",
        "test",
        "try",
        "compare",
    ]
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--version"], 0, "verify "),
        (["check", "-h"], 0, "Usage: verify check "),
        (["check", "none"], 2, "0 "),
    ],
)
def test_python_runs_the_package_as_the_command(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "verify", *arguments],
        capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60,
    )  # fmt: skip
    assert done.returncode == code
    assert done.stdout.startswith(words)


def test_the_version_is_told_without_loading_the_house(verify: Verify) -> None:
    assert verify("--version").stdout.decode() == f"verify {__version__}\n"
    program = (
        "import sys; sys.argv = ['verify', '--version']; from verify.cli.main import main; main();"
        "print(sorted({'click', 'pluggy', 'rich', 'msgspec', 'verify.check'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_check_of_plain_text_loads_neither_colours_nor_html(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    program = (
        "import sys; from verify.cli.app import run; run(['check', '.', '--output', 'out']);"
        "heavy = {'rich', 'lxml', 'pathspec', 'yaml', 'pyromark', 'regex', 'pytest'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_quotes_are_listed_in_three_formats(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (quote,) = (json.loads(line) for line in verify("quotes", "--format", "jsonl").stdout.splitlines())
    assert list(quote) == ["path", "start", "end", "kind", "text", "speaker", "cue", "confidence"]
    assert quote["text"] == STORY[quote["start"] : quote["end"]]
    assert quote["speaker"]["name"] == "Ann Lee"
    assert STORY[quote["speaker"]["start"] : quote["speaker"]["end"]] == "Ann Lee"
    assert STORY[quote["cue"]["start"] : quote["cue"]["end"]] == "said"
    whole = json.loads(verify("quotes", "--format", "json").stdout)
    assert whole["files"][0]["quotes"] == [quote]
    run = verify("quotes")
    assert run.returncode == 0
    assert "Ann Lee" in run.stdout.decode()
    assert verify("quotes", "-", "--format", "jsonl", stdin=STORY.encode()).stdout.count(b"<stdin>") == 1


def test_the_rules_are_listed(verify: Verify) -> None:
    lines = verify("rules").stdout.decode().splitlines()
    rules = json.loads(verify("rules", "--format", "json").stdout)
    assert [line.split()[0] for line in lines] == [rule["id"] for rule in rules]
    assert {rule["family"] for rule in json.loads(verify("rules", "typos", "--format", "json").stdout)} == {
        "typos"
    }
    typos = verify("rules", "typos").stdout.decode().splitlines()
    listed = [line.split() for line in lines if line.startswith("typos/")]
    assert [line.split() for line in typos] == listed != []


def test_a_rule_is_explained_by_its_page(verify: Verify, root: Path) -> None:
    page = (root / "rules" / "structure" / "unused_allow.md").read_bytes()
    assert verify("explain", "structure/unused-allow").stdout == page


def test_a_family_is_explained_by_its_rules(verify: Verify) -> None:
    run = verify("explain", "titles")
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout == verify("rules", "titles").stdout
    assert run.stdout.count(b"\n") >= 3


def test_init_writes_the_sample_and_never_over_a_file_unasked(verify: Verify, tmp_path: Path) -> None:
    path = tmp_path / "verify.toml"
    assert verify("init").returncode == 0
    assert path.read_text(encoding="utf-8") == SAMPLE
    path.write_text("mine")
    run = verify("init")
    assert (run.returncode, run.stderr) == (
        2,
        b"verify: verify.toml: is there already (--force writes over it)\n",
    )
    assert path.read_text() == "mine"
    assert verify("init", "--force").returncode == 0
    assert path.read_text(encoding="utf-8") == SAMPLE


def test_init_writes_a_people_file_that_check_takes(verify: Verify, tmp_path: Path) -> None:
    assert verify("init", "--people").stdout == b"wrote people.toml\n"
    assert verify("init", "--people").returncode == 2
    copy = "Talks\n\nU.S. War Secretary Pete Hegseth met Gil-su Noh in Seoul.\n"
    (tmp_path / "a.txt").write_text(copy)
    run = verify("check", "a.txt", "--people", "people.toml", "--format", "jsonl")
    assert run.returncode == 1
    assert [json.loads(line)["fixes"] for line in run.stdout.splitlines()] == [
        ["Defense Secretary"],
        ["Noh Gil-su"],
    ]
    missing = verify("check", "a.txt", "--people", "none.toml", "--quiet")
    assert (missing.returncode, missing.stderr) == (
        2,
        b"verify: none.toml: cannot be read: no such file or directory\n",
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(verify: Verify, command: str) -> None:
    run = verify(command, "--help")
    assert run.returncode == 0
    assert run.stdout.decode().startswith(f"Usage: verify {command} ")


@pytest.mark.parametrize(
    "arguments", ["--version", "--help", "rules", "explain typos/misspelling", "check a.txt"]
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_an_output_that_cannot_be_written_is_one_line(tmp_path: Path, arguments: str) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "verify", *arguments.split()],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "verify: standard output: cannot be written: no space left on device\n"


@pytest.mark.skipif(os.name != "posix", reason="closes streams in a shell")
@pytest.mark.parametrize(
    ("closed", "message"),
    [
        ("check - <&-", "<stdin>: standard input is closed"),
        (
            "--version >&-",
            "standard output is closed (to throw the report away, send it to the null device)",
        ),
        (
            "check a.txt >&-",
            "standard output is closed (to throw the report away, send it to the null device)",
        ),
    ],
)
def test_a_closed_stream_is_one_line(tmp_path: Path, closed: str, message: str) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "{sys.executable}" -m verify {closed}'],
        stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, f"verify: {message}\n")


def test_an_interrupt_ends_with_130_and_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def interrupted(_path: Path) -> bytes:
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", interrupted)
    monkeypatch.setattr(sys, "argv", ["verify", "check", str(tmp_path), "--isolated"])
    with pytest.raises(SystemExit, match=r"^130$"):
        main()
    assert capsys.readouterr().err == "verify: interrupted\n"
