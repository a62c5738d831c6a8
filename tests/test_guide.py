"""The guide for authors, followed to the letter: its files written, its commands run, in an empty folder."""

from __future__ import annotations

import os
import re
import site
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

GUIDE = Path(__file__).parent.parent / "plugins" / "README.md"
_STEP = re.compile(
    r"^<!-- (?P<kind>file|run|prints)(?:: (?P<name>[^\n]+?))? -->\n"
    r"(?P<fence>`{3,4})\w+\n(?P<words>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


class Step(NamedTuple):
    kind: str
    name: str
    words: str


def steps() -> Iterator[Step]:
    section = GUIDE.read_text(encoding="utf-8").split("## Your first rule in five minutes")[1].split("\n## ")
    text = section[0]
    # Headings inside a page of the guide are no sections of it.
    for part in section[1:]:
        if part.startswith("Tools for authors"):
            break
        text += f"\n## {part}"
    for found in _STEP.finditer(text):
        yield Step(found["kind"], found["name"] or "", found["words"])


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An environment in which this Verify, and what it needs, is installed, and another plugin can be."""
    folder = tmp_path / "environment"
    venv.create(folder)
    (packages,) = (folder / "lib").glob("python*/site-packages")
    lines = (f"import site; site.addsitedir({path!r})" for path in site.getsitepackages())
    (packages / "of_the_tests.pth").write_text("\n".join(lines))
    programs = {"verify": "verify.cli.main", "pytest": "pytest", "pip": "pip._internal.cli.main"}
    for name, program in programs.items():
        script = folder / "bin" / name
        script.write_text(
            f"#!{folder / 'bin' / 'python'}\nfrom {program} import main\nraise SystemExit(main())\n"
        )
        script.chmod(0o755)
    return folder


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the guide speaks to a shell")
def test_the_guide_does_what_it_says(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    env = {
        "PATH": f"{desk / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "VERIFY_DISABLE_PLUGINS": "verify-example,verify-ninjs", "HOME": str(tmp_path), "COLUMNS": "100",
    }  # fmt: skip
    printed, met = "", []
    for step in steps():
        met.append(step.kind)
        if step.kind == "file":
            (folder / step.name).parent.mkdir(parents=True, exist_ok=True)
            (folder / step.name).write_text(step.words, encoding="utf-8")
        elif step.kind == "run":
            done = subprocess.run(
                ["/bin/sh", "-ec", step.words], cwd=folder, env=env, capture_output=True, text=True,
                check=False, timeout=300,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout + done.stderr
            printed = done.stdout
        elif step.name == "with":
            assert [line for line in step.words.splitlines() if line not in printed] == []
        else:
            assert printed == step.words
    assert met == ["file", "run", "prints", "file", "file", "run", "prints", "run", "prints"]
