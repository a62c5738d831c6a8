"""An engine of a plugin makes marks in place of ours, where settings or the command line choose it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.plugin.installed import installed

ENGINE = """
from pathlib import Path

from verify import Engine, Marker, NoEngine, Quote, Speaker, hookimpl

def everybody(name):
    def quotes(article):
        return tuple(
            Quote(start, end, "direct", Speaker(name, start, end, "person"), None, 1.0, block=0)
            for start, end in ((one.start, one.end) for one in article.quotations.spans)
        )
    return quotes

def chorus(models):
    if models is None:
        name = "the chorus"
    elif not (models / "name.txt").is_file():
        raise NoEngine(f"there is no name in {models}: write one")
    else:
        name = (models / "name.txt").read_text()
    yield Marker("quotes", everybody(name), frozenset(("quotations",)))

def broken(models):
    return 1 / 0

@hookimpl
def verify_engines():
    return Engine("chorus", chorus), Engine("broken", broken)
"""
COPY = "Tide\n\n“It rose three feet,” said Ann Lee, the pilot. “We left.”\n"
Command = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    (tmp_path / "verify.toml").write_text('plugins = ["engine.py"]\n')
    (tmp_path / "engine.py").write_text(ENGINE)
    (tmp_path / "tide.txt").write_text(COPY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def ask(verify: Command) -> Command:
    """Run the command with the plugin beside the settings, and none that is installed."""
    alone = {"VERIFY_DISABLE_PLUGINS": ",".join(one.distribution for one in installed())}
    return lambda *arguments, **env: verify(*arguments, env=alone | env)


def speakers(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    quotes = [json.loads(line) for line in done.stdout.splitlines()]
    return [one["speaker"]["name"] for one in quotes if one["kind"] != "indirect"]


def test_an_engine_is_used_only_where_somebody_chooses_it(ask: Command, folder: Path) -> None:
    asked = ("quotes", "tide.txt", "--format", "jsonl")
    assert speakers(ask(*asked)) == ["Ann Lee", "Ann Lee"]
    assert speakers(ask(*asked, "--engine", "chorus")) == ["the chorus", "the chorus"]
    (folder / "verify.toml").write_text('plugins = ["engine.py"]\nengine = "chorus"\n')
    assert speakers(ask(*asked)) == ["the chorus", "the chorus"]
    assert speakers(ask(*asked, "--engine", "default")) == ["Ann Lee", "Ann Lee"]
    assert speakers(ask(*asked, VERIFY_ENGINE="default")) == ["Ann Lee", "Ann Lee"]


def test_models_are_seen_from_the_settings_or_from_where_one_stands(ask: Command, folder: Path) -> None:
    (folder / "news" / "voices").mkdir(parents=True)
    (folder / "news" / "voices" / "name.txt").write_text("the crew")
    (folder / "news" / "verify.toml").write_text('engine = "chorus"\nmodels = "voices"\n')
    (folder / "tide.txt").rename(folder / "news" / "tide.txt")
    asked = ("quotes", "news/tide.txt", "--format", "jsonl")
    assert speakers(ask(*asked)) == ["the crew", "the crew"]
    assert speakers(ask(*asked, "--engine", "chorus", "--models", "news/voices")) == ["the crew", "the crew"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--engine", "chorsu"], '--engine: there is no engine "chorsu" (did you mean "chorus"?)'),
        (["--engine", "stanza"], '--engine: there is no engine "stanza": pip install "verify-copy[stanza]"'),
        (
            ["--engine", "chorus", "--models", "none"],
            '--engine: the engine "chorus" cannot be had: there is no name in none: write one',
        ),
        (
            ["--engine", "broken"],
            '--engine: the engine "broken" failed: ZeroDivisionError: division by zero (engine.py, line 24)',
        ),
    ],
)
def test_what_is_missing_is_one_line_and_the_rest_is_still_reported(
    options: list[str], told: str, ask: Command
) -> None:
    done = ask("quotes", "tide.txt", "--format", "jsonl", *options)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [f"verify: {told}"]
    assert speakers(done) == ["Ann Lee", "Ann Lee"]


def test_settings_that_name_no_engine_there_is_are_told_with_their_place(ask: Command, folder: Path) -> None:
    (folder / "verify.toml").write_text('engine = "parser"\n')
    done = ask("check", "tide.txt", "--quiet")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ['verify: verify.toml: engine: there is no engine "parser"']


def test_several_processes_use_the_engine_too(ask: Command, folder: Path) -> None:
    for number in range(4):
        (folder / f"{number}.txt").write_text(COPY, encoding="utf-8")
    alone = ask("quotes", ".", "--format", "jsonl", "--engine", "chorus", "--jobs", "1")
    assert set(speakers(alone)) == {"the chorus"}
    together = ask("quotes", ".", "--format", "jsonl", "--engine", "chorus", "--jobs", "2")
    assert together.stdout == alone.stdout
