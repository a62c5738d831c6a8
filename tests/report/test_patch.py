"""A patch that `patch` and `git apply` turn into the same bytes as the fixes."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.fix.run import Change
from verify.report.patch import patch, show


def change(before: bytes, after: bytes, path: str = "a.txt") -> Change:
    return Change(0, path, before, after, 1)


def test_a_patch_as_it_is_known() -> None:
    before = b"".join(b"line %d\n" % number for number in range(1, 31))
    after = (
        before.replace(b"line 4\n", b"LINE 4\n").replace(b"line 9\n", b"LINE 9\n").replace(b"30\n", b"31\n")
    )
    assert patch([change(before, after, "news/a b.txt")]).decode().split("\n") == [
        "--- news/a b.txt\t", "+++ news/a b.txt\t", "@@ -1,12 +1,12 @@", " line 1", " line 2", " line 3",
        "-line 4", "+LINE 4", " line 5", " line 6", " line 7", " line 8", "-line 9", "+LINE 9", " line 10",
        " line 11", " line 12", "@@ -27,4 +27,4 @@", " line 27", " line 28", " line 29", "-line 30",
        "+line 31", "",
    ]  # fmt: skip


def test_a_file_that_ends_without_a_line_end() -> None:
    assert patch([change(b"a a", b"a")]) == (
        b"--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-a a\n\\ No newline at end of file\n+a\n"
        b"\\ No newline at end of file\n"
    )


def test_a_name_that_would_break_a_line_is_quoted() -> None:
    assert patch([change(b"a a\n", b"a\n", 'a"b\n\x1b.txt')]).startswith(b'--- "a\\"b\\n\\033.txt"\n')


LINES = st.lists(
    st.sampled_from((b"a\n", b"b\r\n", b"\n", b"c\rd\n", b"\xff\n", b"-- x\n", b"@@ \n")), max_size=30
)


@settings(max_examples=25, deadline=None)
@given(lines=LINES, at=st.sets(st.integers(0, 29), min_size=1), ended=st.booleans())
@pytest.mark.parametrize("tool", ["patch", "git"])
def test_the_tools_apply_it(
    tool: str,
    tmp_path_factory: pytest.TempPathFactory,
    *,
    lines: list[bytes],
    at: set[int],
    ended: bool,
) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"no {tool} here")
    lines = lines or [b"a\n"]
    fixed = [b"new " + line if number in at else line for number, line in enumerate(lines)]
    before, after = b"".join(lines), b"".join(fixed)
    if not ended:
        before, after = before[:-1], after[:-1]
    if before == after:
        return
    folder = tmp_path_factory.mktemp("patch")
    story = folder / "a.txt"
    story.write_bytes(before)
    applied(tool, folder, patch([change(before, after)]))
    assert story.read_bytes() == after


def applied(tool: str, folder: Path, data: bytes) -> None:
    call = ["patch", "-p0", "--quiet"] if tool == "patch" else ["git", "apply", "-p0", "--whitespace=nowarn"]
    env = {"PATH": "/usr/bin:/bin", "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    done = subprocess.run(call, cwd=folder, input=data, capture_output=True, check=False, env=env, timeout=60)
    assert done.returncode == 0, done.stderr.decode()


def test_for_a_reader_no_control_reaches_the_terminal() -> None:
    stream = io.StringIO()
    before = "Caf\xe9 \x1b[31m the the\r\nsank\r\n".encode("utf-16")
    after = before.replace("the the".encode("utf-16-le"), "the".encode("utf-16-le"))
    show([change(before, after)], stream, color=False)
    shown = stream.getvalue()
    assert "\x1b" not in shown
    assert "\r" not in shown
    assert shown.splitlines()[3].startswith("-Café")
    show([change(before, after)], stream, color=True)
    assert "\x1b[32m+" in stream.getvalue()
