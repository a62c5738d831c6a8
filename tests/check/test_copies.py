"""Workers that are copies of the process: the same bytes, the same losses, and nobody left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Chosen
from verify.check.setup import Setup, Source
from verify.check.workers import Workers, copyable
from verify.model.article import Article
from verify.model.finding import Flag
from verify.read.formats import TEXT as READER

Verify = Callable[..., subprocess.CompletedProcess[bytes]]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")

MAIN = """
import os, sys, time
sys.path.insert(0, {tests!r})
from test_copies import setup_of
from pathlib import Path
from verify import Flag
from verify.check.run import check
from verify.check.setup import Source
from verify.check.workers import Workers

def asleep(article):
    Path(f"pid-{{os.getpid()}}").touch()
    time.sleep(1)
    yield Flag((0, 1), "slept")

setup = setup_of(asleep)
queue = [Source(f"{{number}}.txt", b"The crew went ashore.") for number in range(6)]
check(queue, setup, workers=Workers(2, lambda: setup, copies=True))
"""


def setup_of(find: Callable[[Article], Iterator[Flag]]) -> Setup:
    """A desk with one rule."""
    made = Rule(
        id="house/worn", check=find, summary="A word is worn.", severity="error", needs=frozenset(),
        since="1", page=Path(), advice="Write another.",
    )  # fmt: skip
    return Setup((READER,), (), (Chosen(made, "error", None),), frozenset(), frozenset(), "1")


def found(report: Report) -> list[tuple[str, str]]:
    return [(file.path, one.message) for file in report.files for one in file.findings]


def test_a_copy_is_at_work_at_once_with_what_no_other_process_could_be_sent() -> None:
    ours = os.getpid()

    def pid(article: Article) -> Iterator[Flag]:
        yield Flag((0, len(article.text)), "here" if os.getpid() == ours else "elsewhere")

    setup = setup_of(pid)
    queue = [Source(f"{at}.txt", b"The crew went ashore.") for at in range(2)]
    report = check(queue, setup, workers=Workers(2, lambda: setup, copies=True))
    assert report.problems == ()
    assert found(report) == [("0.txt", "elsewhere"), ("1.txt", "elsewhere")]


def test_a_copy_that_dies_costs_the_article_it_had_and_another_takes_its_place() -> None:
    ours = os.getpid()

    def ends(article: Article) -> Iterator[Flag]:
        if "sinkhole" in article.text and os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        yield Flag((0, 1), "safe")

    setup = setup_of(ends)
    copy = [b"A sinkhole opened." if at in {1, 2, 8} else b"All was quiet." for at in range(9)]
    queue = [Source(f"{at}.txt", data) for at, data in enumerate(copy)]
    report = check(queue, setup, workers=Workers(2, lambda: setup, copies=True))
    assert [problem.where for problem in report.problems] == ["1.txt", "2.txt", "8.txt"]
    assert {problem.message for problem in report.problems} == {
        "the worker that had it was ended by SIGKILL (was there no memory left?)"
    }
    assert [path for path, _ in found(report)] == [f"{at}.txt" for at in (0, 3, 4, 5, 6, 7)]


def test_where_a_thread_runs_nobody_is_copied() -> None:
    assert copyable()
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    assert not copyable()
    over.set()
    thread.join()


def test_copies_do_not_outlive_the_one_they_are_of(tmp_path: Path) -> None:
    program = MAIN.format(tests=str(Path(__file__).parent))
    run = subprocess.Popen(
        [sys.executable, "-c", program], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    for _ in range(600):
        if len(list(tmp_path.glob("pid-*"))) == 2:
            break
        time.sleep(0.05)
    run.kill()
    # They hold the other ends of these pipes: nothing more can be read once the last of them is gone.
    assert run.communicate(timeout=30) == (b"", b"")
    assert len(list(tmp_path.glob("pid-*"))) == 2


@pytest.mark.parametrize("command", [("check", "--format", "json"), ("quotes", "--format", "jsonl")])
def test_the_same_bytes_with_any_number_of_copies(
    verify: Verify, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "news").mkdir()
    for number in range(14):
        (tmp_path / "news" / f"{number:02}.txt").write_text(
            f"Harbor master resigns on day {number}\n\nThe the ferry left the harbor on Tuesday, March "
            f"{number + 1}, 2024.{' All was quiet.' * number}\n\n“We will sail again,” said Ann Leroy, the "
            f"harbor master. Mr. Leroi added that the crew of {number} was well.\n\n“Never,” she said.\n",
            encoding="utf-8",
        )
    plain = {"VERIFY_DISABLE_PLUGINS": "all"}
    runs = [
        verify(*command, "news", "none.txt", env={**plain, "VERIFY_JOBS": jobs}) for jobs in ("1", "2", "8")
    ]
    told = [(run.returncode, run.stdout, run.stderr) for run in runs]
    assert told[0][0] == 2
    assert told[0] == told[1] == told[2]
