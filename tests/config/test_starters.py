"""What runs verify elsewhere: the files parse, name options and formats that there are, and run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from verify.cli.check import command as check
from verify.cli.init import command as init
from verify.config.starters import ELSEWHERE, starter
from verify.plugin.manager import Plugins

FILES = (".pre-commit-hooks.yaml", "action.yml")


def texts(root: Path) -> dict[str, str]:
    shipped = {name: (root / name).read_text(encoding="utf-8") for name in FILES}
    return shipped | {name: starter(ci=name).text for name in ELSEWHERE}


def calls(value: Any) -> Iterator[list[str]]:
    """Every call of `verify check` in the strings of a file."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from calls(one)
    elif isinstance(value, str):
        for line in value.splitlines():
            if found := re.match(r"\s*verify check\b(.*?)(?:\|\||$)", line):
                yield shlex.split(found[1])


@pytest.mark.parametrize("name", [*FILES, *ELSEWHERE])
def test_every_option_and_format_exists(name: str, root: Path) -> None:
    formats = Plugins(()).reporters()
    found = list(calls(yaml.safe_load(texts(root)[name])))
    assert found
    for words in found:
        usable = [word for word in words if "{" not in word]
        context = check.make_context("check", usable)
        assert context.params["form"] in (None, *formats)
        assert {output.partition("=")[0] for output in context.params["output"]} <= formats.keys()


@pytest.mark.parametrize("name", ELSEWHERE)
def test_init_writes_it_and_never_over_a_file_unasked(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wanted = starter(ci=name)
    assert CliRunner().invoke(init, ["--ci", name], standalone_mode=False).return_value == 0
    path = tmp_path / wanted.path
    assert path.read_text(encoding="utf-8") == wanted.text
    path.write_text("mine")
    done = CliRunner().invoke(init, ["--ci", name], standalone_mode=False)
    assert (done.return_value, path.read_text()) == (2, "mine")
    assert "is there already" in done.output
    assert CliRunner().invoke(init, ["--ci", name, "--force"], standalone_mode=False).return_value == 0
    assert path.read_text(encoding="utf-8") == wanted.text


def test_one_file_at_a_time() -> None:
    done = CliRunner().invoke(init, ["--ci", "github", "--people"])
    assert done.exit_code == 2
    assert isinstance(done.exception, (SystemExit, click.ClickException))


def script(root: Path, step: str) -> str:
    """What a step of the action runs."""
    steps = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    return str(next(one["run"] for one in steps if one.get("name") == step))


@pytest.mark.parametrize(
    ("args", "code"), [("", 1), ("--exit-zero\n--select=typos", 0), ("--fail-on=never", 0), ("--tomorrow", 2)]
)
def test_the_step_of_the_action_checks_and_passes_the_code_on(
    args: str, code: int, root: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "two words"
    folder.mkdir()
    (folder / "a.md").write_text("# Bridge to close\n\nThe goverment will close the bridge, Ann Lee said.\n")
    (tmp_path / "b.md").write_text("# Bridge to open\n\nThe goverment will open the bridge, Ann Lee said.\n")
    verify = tmp_path / "bin" / "verify"
    verify.parent.mkdir()
    verify.write_text(
        f'#!/bin/sh\nexec {sys.executable} -c "from verify.cli.main import main; main()" "$@"\n'
    )
    verify.chmod(0o755)
    outputs = tmp_path / "outputs"
    env = {
        "PATH": f"{verify.parent}{os.pathsep}/usr/bin:/bin",
        "VERIFY_PATHS": "two words\nb.md\n",
        "VERIFY_ARGS": args,
        "VERIFY_DISABLE_PLUGINS": "all",
        "GITHUB_OUTPUT": str(outputs),
    }
    # As GitHub runs it: bash, and the first command that fails ends it.
    call = ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script(root, "Check")]
    done = subprocess.run(
        call, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert outputs.read_text() == f"code={code}\n"
    ended = subprocess.run(
        ["/bin/bash", "-eo", "pipefail", "-c", script(root, "Result")],
        env=env | {"VERIFY_CODE": str(code)},
        check=False,
        timeout=60,
    )
    assert ended.returncode == code
    if code != 2:
        named = re.findall(r"^::error .*?\bfile=([^,]+),", done.stdout, re.MULTILINE)
        assert named == ["b.md", "two words/a.md"]
        assert (tmp_path / "verify.sarif").read_text(encoding="utf-8").count('"typos/misspelling"') > 1
