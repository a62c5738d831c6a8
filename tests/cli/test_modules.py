"""The house out of one file is the house out of many, and never an older one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

import verify as house

STORY = "HARTWELL — The council voted to to close the pier, said Mayor Ada Lindqvist.\n"
RULES = Path(__file__).parents[2] / "rules"
Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(sys.implementation.name != "cpython", reason="CPython's files")


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house copied into a folder of its own, each module compiled beside it as an installer does."""
    site = tmp_path_factory.mktemp("site")
    ignored = shutil.ignore_patterns("__pycache__", "*.md")
    shutil.copytree(Path(house.__file__).parent, site / "verify", ignore=ignored)
    shutil.copytree(RULES, site / "verify" / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(site / "verify")], check=True)
    return site


@pytest.fixture
def run(copied: Path, tmp_path: Path) -> Run:
    """Run a command, or a program, of the copied house."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")

    def call(*arguments: str, program: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        program = program or "from verify.cli.main import main; main()"
        # Before the finders of an editable installation, the path is asked.
        program = f"import sys; sys.path.insert(0, {str(copied)!r}); {program}"
        usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path,
            env={
                **usual,
                "XDG_CACHE_HOME": str(tmp_path),
                "LOCALAPPDATA": str(tmp_path),
                "VERIFY_DISABLE_PLUGINS": "all",
                **environment,
            },
        )  # fmt: skip

    return call


def place(folder: Path) -> Path:
    (found,) = folder.glob("verify/modules-*") if sys.platform != "darwin" else folder.rglob("modules-*")
    return found


LOADERS = (
    "from verify.cli.modules import use; use(); before = set(sys.modules);"
    "from verify.cli.app import run; run();"
    "print(*sorted({type(made.__loader__).__name__ for name, made in sys.modules.items()"
    " if name.startswith('verify.') and name not in before}))"
)


def test_a_run_leaves_the_modules_to_the_next(run: Run, tmp_path: Path) -> None:
    first = run("check", "story.txt")
    assert "typos/doubled-word" in first.stdout
    left = place(tmp_path).read_bytes()
    second = run("check", "story.txt")
    assert (second.stdout, second.stderr, second.returncode) == (first.stdout, "", 1)
    assert place(tmp_path).read_bytes() == left
    assert run("check", "story.txt", program=LOADERS).stdout.splitlines()[-1] == "_Kept"
    # Another command finds what they share, and leaves what it needs besides.
    run("check", "--select", "all", "--format", "html", "story.txt")
    assert len(place(tmp_path).read_bytes()) > len(left)


def test_a_module_is_the_same_to_whoever_asks(copied: Path, run: Run) -> None:
    run("check", "story.txt")
    program = (
        "from verify.cli.modules import use; use(); import inspect, verify.mark, verify.mark.names as names;"
        "print(names.__file__, names.__cached__, names.__package__, *verify.mark.__path__, sep='\\n');"
        "print(inspect.getsource(names).splitlines()[0], type(names.__loader__).__name__)"
    )
    folder = copied / "verify" / "mark"
    compiled = folder / "__pycache__" / f"names.{sys.implementation.cache_tag}.pyc"
    *places, last = run(program=program).stdout.splitlines()
    assert places == [str(folder / "names.py"), str(compiled), "verify.mark", str(folder)]
    assert last.startswith('"""')
    assert last.endswith("_Kept")


def test_a_source_that_changed_is_imported_as_ever(copied: Path, run: Run) -> None:
    run("check", "story.txt")
    rule = copied / "verify" / "rules" / "typos" / "doubled_word.py"
    before = rule.read_text(encoding="utf-8")
    stat = rule.stat()
    try:
        rule.write_text(before.replace('severity="error"', 'severity="info"'), encoding="utf-8")
        assert " info " in run("check", "story.txt").stdout
    finally:
        rule.write_text(before, encoding="utf-8")
        os.utime(rule, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert " info " not in run("check", "story.txt").stdout


@pytest.mark.parametrize("damage", ["empty", "head", "index", "cut", "python"])
def test_a_damaged_file_is_not_used(run: Run, tmp_path: Path, damage: str) -> None:
    whole = run("check", "story.txt")
    data = place(tmp_path).read_bytes()
    damaged = {
        "empty": b"",
        "head": b"\xff" * 8 + data[8:],
        "index": data[:400] + bytes([data[400] ^ 1]) + data[401:],
        "cut": data[: len(data) // 2],
        "python": data.replace(MAGIC_NUMBER, b"\x00\x00\r\n", 1),
    }[damage]
    assert damaged != data
    place(tmp_path).write_bytes(damaged)
    again = run("check", "story.txt")
    assert (again.stdout, again.stderr, again.returncode) == (whole.stdout, "", 1)
    assert run("check", "story.txt", program=LOADERS).stdout.splitlines()[-1] == "_Kept"


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_damaged_code_is_not_run(run: Run, tmp_path: Path, part: float) -> None:
    whole = run("check", "story.txt")
    data = bytearray(place(tmp_path).read_bytes())
    at = int(len(data) * part)
    data[at : at + 4096] = bytes(4096)
    place(tmp_path).write_bytes(data)
    again = run("check", "story.txt")
    assert (again.stdout, again.stderr, again.returncode) == (whole.stdout, "", 1)
    run("check", "story.txt")
    assert run("check", "story.txt", program=LOADERS).stdout.splitlines()[-1] == "_Kept"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system keeps the folder for the user")
def test_code_that_others_may_write_is_not_used(run: Run, tmp_path: Path) -> None:
    run("check", "story.txt")
    assert place(tmp_path).stat().st_mode & 0o777 == 0o600
    place(tmp_path).chmod(0o620)
    program = LOADERS.replace("from verify.cli.app import run; run();", "import verify.mark.names;")
    assert run(program=program).stdout == "SourceFileLoader\n"
    run("check", "story.txt")
    assert place(tmp_path).stat().st_mode & 0o777 == 0o600
    assert run(program=program).stdout == "_Kept\n"


def test_code_of_another_kind_is_neither_used_nor_kept(run: Run, tmp_path: Path) -> None:
    run("check", "story.txt", PYTHONOPTIMIZE="1")
    assert not list(tmp_path.rglob("modules-*"))
