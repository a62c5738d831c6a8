"""What the README shows is what the commands print; run this file to write what they print now."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest

from verify.plugin.manager import Plugins

README = Path(__file__).parent.parent / "README.md"
_FENCE = re.compile(r"^<!-- (file|prints): (.+) -->\n```\w+\n((?:(?!```).*\n)*)```$", re.MULTILINE)


class Shown(NamedTuple):
    """A command of the README, and where the words that it prints are shown."""

    command: str
    words: str
    start: int
    end: int


def files(readme: str) -> dict[str, str]:
    return {found[2]: found[3] for found in _FENCE.finditer(readme) if found[1] == "file"}


def shown(readme: str) -> list[Shown]:
    found = (match for match in _FENCE.finditer(readme) if match[1] == "prints")
    return [Shown(match[2], match[3], match.start(3), match.end(3)) for match in found]


def printed(command: str, folder: Path) -> str:
    """What the command prints where the files of the README stand."""
    program, *arguments = shlex.split(command)
    assert program == "verify"
    call = [sys.executable, "-c", "from verify.cli.main import main; main()", *arguments]
    env = {"PATH": "/usr/bin:/bin", "VERIFY_DISABLE_PLUGINS": "all"}
    done = subprocess.run(call, cwd=folder, env=env, capture_output=True, check=False, timeout=60)
    assert done.stderr == b""
    # Lines may end in blanks on the screen, but not in the README.
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().rstrip("\n").split("\n"))


def lay_out(readme: str, folder: Path) -> None:
    for name, words in files(readme).items():
        (folder / name).write_text(words, encoding="utf-8", newline="")


@pytest.mark.parametrize("one", shown(README.read_text(encoding="utf-8")), ids=lambda one: one.command)
def test_a_command_prints_what_is_shown(one: Shown, tmp_path: Path) -> None:
    lay_out(README.read_text(encoding="utf-8"), tmp_path)
    assert printed(one.command, tmp_path) == one.words, (
        "to show what it prints now: python tests/test_readme.py"
    )


def test_every_mark_of_the_readme_is_understood() -> None:
    readme = README.read_text(encoding="utf-8")
    marks = len(re.findall(r"^<!-- (?:file|prints): ", readme, re.MULTILINE))
    assert len(files(readme)) + len(shown(readme)) == marks > 0


def test_every_family_is_in_the_readme() -> None:
    readme = README.read_text(encoding="utf-8")
    families = {rule.family for _, rule in Plugins(()).rules()}
    table = readme.partition("\n## Rules\n")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE)) == families


def test_every_link_of_the_documents_leads_somewhere(root: Path) -> None:
    documents = (*root.glob("*.md"), *root.glob("plugins/**/*.md"), *root.glob("verify/**/*.md"))
    assert len(documents) > 7
    for document in documents:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_file_that_the_architecture_names_is_there(root: Path) -> None:
    words = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    names = set(re.findall(r"`([\w./-]+(?:\.(?:py|md|json|toml)|/))`", words))
    for name in names:
        places = (root / name, root / "verify" / name, root / "verify" / "mark" / name)
        assert any(place.exists() for place in places) or [*(root / "verify" / "mark").glob(f"*/{name}")], (
            name
        )
    assert len(names) > 20


def rewrite() -> None:
    """Put what the commands print now into the README."""
    readme = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        lay_out(readme, Path(folder))
        for one in reversed(shown(readme)):
            readme = readme[: one.start] + printed(one.command, Path(folder)) + readme[one.end :]
    README.write_text(readme, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
