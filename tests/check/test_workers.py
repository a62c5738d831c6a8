"""Several processes find what one finds, and whatever ends one of them costs no more than its article."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Verify = Callable[..., subprocess.CompletedProcess[bytes]]

PLUGIN = """
import multiprocessing, os

from verify import Fact, Marker, hookimpl

WORKER = multiprocessing.parent_process() is not None


@hookimpl
def verify_markers():
    def sound(article):
        if "fog" in article.text:
            raise RuntimeError(f"nothing heard in {article.document.path}")
        return article.text.count("!")

    return (Marker("sound", sound),)


@hookimpl
def verify_facts(article):
    if "fog" in article.text:
        raise ValueError(f"nothing remembered of {article.document.path}")
    at = article.text.find("harbor")
    return [Fact("place", "harbor", "harbor", at, at + 6)] if at >= 0 else []


@hookimpl
def verify_rules():
    from house import loud, odd, seen, shared, ends

    more = (ends.late,) if not WORKER and os.environ.get("ODD") == "differs" else ()
    if WORKER and os.environ.get("ODD") == "exits":
        os._exit(4)
    return (loud.loud, odd.odd, seen.seen, shared.shared, ends.ends, *more)
"""
RULES = {
    "loud": """
@rule(severity="info", since="1", needs={"sound"})
def loud(article):
    \"\"\"The copy shouts.\"\"\"
    at = article.text.find("!")
    if at >= 0:
        # Words of a class that no other process can find by its name.
        kind = type("Hidden", (str,), {}) if "gull" in article.text else str
        yield Flag((at, at + 1), kind("the copy shouts"))
""",
    "odd": """
@rule(severity="info", since="1")
def odd(article):
    \"\"\"A storm is more than this rule can take.\"\"\"
    if "storm" in article.text:
        raise LookupError(f"no shelter in {article.document.path}")
    return
    yield
""",
    "seen": """
@rule(severity="info", since="1", needs={"quotes"})
def seen(article):
    \"\"\"Somebody is quoted.\"\"\"
    for quote in article.quotes:
        yield Flag(quote.span, quote.speaker.name if quote.speaker else "nobody")
""",
    "shared": """
@archive_rule(severity="info", since="1")
def shared(story, archive):
    \"\"\"Two stories name the harbor.\"\"\"
    for fact in story.of("place"):
        for told in archive.elsewhere(story, "place", "harbor", within=9):
            yield Flag((fact.start, fact.end), "named there too", related=(told.place("there"),))
""",
    "ends": """
@rule(severity="info", since="1")
def ends(article):
    \"\"\"The process ends, or goes on for long.\"\"\"
    if WORKER and "sinkhole" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if WORKER and "trapdoor" in article.text:
        os._exit(3)
    if "siesta" in article.text:
        Path(f"pid-{os.getpid()}").touch()
        time.sleep(float(os.environ.get("SIESTA", "60")))
    return
    yield


@rule(severity="info", since="1")
def late(article):
    \"\"\"Only one process has this rule.\"\"\"
    yield Flag((0, 1), "here alone")
""",
}
HEAD = """
import multiprocessing, os, signal, time
from pathlib import Path
from verify import Flag, archive_rule, rule

WORKER = multiprocessing.parent_process() is not None

"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An environment with a plugin whose rules and marks raise, and end the process."""
    home = tmp_path / "plugin"
    (home / "verify_odd-0.3.dist-info").mkdir(parents=True)
    (home / "verify_odd-0.3.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: verify-odd\nVersion: 0.3\n"
    )
    (home / "verify_odd-0.3.dist-info" / "entry_points.txt").write_text("[verify]\nodd = odd_hooks\n")
    (home / "odd_hooks.py").write_text(PLUGIN)
    (home / "house").mkdir()
    (home / "house" / "__init__.py").touch()
    for name, body in RULES.items():
        (home / "house" / f"{name}.py").write_text(HEAD + body)
    return {"PYTHONPATH": str(home), "VERIFY_DISABLE_PLUGINS": "verify-example"}


def story(number: int, more: str = "") -> str:
    return (
        f"Harbor master resigns on day {number}\n\n"
        f"The the ferry left the harbor at noon on Tuesday, March {number % 27 + 1}, 2024. {more}\n\n"
        f"“We will sail again,” said Ann Leroy, the harbor master. Mr. Leroi added that the crew of {number} "
        "was well.\n\n“Never,” she said.\n"
    )


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Stories of several formats and lengths, some of them such that a part raises."""
    folder = tmp_path / "news"
    folder.mkdir()
    words = {3: "A storm rose.", 4: "The gulls, a gull too!", 7: "Then came fog.", 8: "A storm in the fog!"}
    for number in range(12):
        copy = story(number, words.get(number, "All was quiet. " * number))
        suffix = {1: ".md", 5: ".html"}.get(number, ".txt")
        if suffix == ".html":
            copy = "".join(f"<p>{part}</p>\n" for part in copy.split("\n\n"))
        (folder / f"{number:02}{suffix}").write_text(copy, encoding="utf-8")
    (folder / "latin.txt").write_bytes(b"Caf\xe9 society\n")
    return folder


def everything(run: subprocess.CompletedProcess[bytes]) -> tuple[int, bytes, bytes]:
    return run.returncode, run.stdout, run.stderr


@pytest.mark.parametrize(
    ("command", "jobs"),
    [
        (("check", "--select", "all", "--format", "json"), ("2", "8")),
        (("check",), ("2",)),
        (("quotes", "--format", "json"), ("2",)),
    ],
)
def test_the_same_bytes_with_any_number_of_workers(
    verify: Verify, news: Path, env: dict[str, str], command: tuple[str, ...], jobs: tuple[str, ...]
) -> None:
    paths = [*sorted(f"news/{path.name}" for path in news.iterdir()), "none.txt"]
    alone = verify(*command, *paths, "--jobs", "1", env=env)
    assert alone.returncode == 2
    for seed, number in enumerate(jobs):
        random.Random(seed).shuffle(paths)  # noqa: S311 - any order will do
        assert everything(verify(*command, *paths, env=env | {"VERIFY_JOBS": number})) == everything(alone)


def test_what_raises_in_workers_is_counted_over_all_of_them(
    verify: Verify, news: Path, env: dict[str, str]
) -> None:
    run = verify("check", news.name, "--select", "house", "--jobs", "2", env=env)
    told = [line.removeprefix("verify: ") for line in run.stderr.decode().splitlines()]
    line = HEAD.count("\n") + RULES["odd"].splitlines().index(
        '        raise LookupError(f"no shelter in {article.document.path}")'
    )
    assert told == [
        (
            "news/03.txt: rule house/odd (verify-odd 0.3) raised LookupError: no shelter in news/03.txt "
            f"(odd.py, line {line + 1}); and on 1 more article"
        ),
        (
            'news/07.txt: the marker of "sound" raised RuntimeError: nothing heard in news/07.txt '
            "(odd_hooks.py, line 13); and on 1 more article"
        ),
        (
            "news/07.txt: the memory of verify-odd 0.3 raised ValueError: nothing remembered of news/07.txt "
            "(odd_hooks.py, line 22); and on 1 more article"
        ),
        next(line for line in told if line.startswith("news/latin.txt: ")),
    ]


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("sinkhole", "was ended by SIGKILL (was there no memory left?)"),
        ("trapdoor", "ended with exit code 3"),
    ],
)
def test_a_worker_that_dies_costs_the_article_it_had(
    verify: Verify, tmp_path: Path, env: dict[str, str], word: str, ending: str
) -> None:
    (tmp_path / "news").mkdir()
    for number in range(9):
        more = f"A {word} opened." if number in {1, 2, 8} else ""
        (tmp_path / "news" / f"{number}.txt").write_text(story(number, more), encoding="utf-8")
    chosen = ("--select", "house/ends,typos/doubled-word", "--format", "jsonl")
    run = verify("check", "news", *chosen, "--jobs", "2", env=env)
    assert run.returncode == 2
    assert run.stderr.decode().splitlines() == [
        f"verify: news/{number}.txt: the worker that had it {ending}" for number in (1, 2, 8)
    ]
    others = [f"news/{number}.txt" for number in (0, 3, 4, 5, 6, 7)]
    assert run.stdout.count(b"\n") == len(others)
    assert run.stdout == verify("check", *others, *chosen, "--jobs", "1", env=env).stdout


@pytest.mark.parametrize("odd", ["differs", "exits"])
def test_where_workers_cannot_arrange_the_same_desk_the_work_is_done_without_them(
    verify: Verify, news: Path, env: dict[str, str], odd: str
) -> None:
    runs = [
        verify("check", news.name, "--select", "all", "--jobs", jobs, env=env | {"ODD": odd})
        for jobs in ("1", "2")
    ]
    assert everything(runs[0]) == everything(runs[1])


def start(tmp_path: Path, env: dict[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    """The command in a group of processes of its own, as a terminal starts it, and with ears for Ctrl-C."""

    def listen() -> None:
        # What a script starts in the background is deaf to it, and so are those tests.
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    return subprocess.Popen(
        [sys.executable, "-c", "from verify.cli.main import main; main()", "check", "news", *arguments],
        cwd=tmp_path, env={"PATH": "/usr/bin:/bin", **env}, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=listen,  # noqa: PLW1509 - no threads here
    )  # fmt: skip


def asleep(tmp_path: Path, many: int) -> list[int]:
    """The workers that have come to the article over which they sleep, once there are so many."""
    for _ in range(600):
        found = [int(path.name.removeprefix("pid-")) for path in tmp_path.glob("pid-*")]
        if len(found) == many:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{len(found)} workers came so far, not {many}")


@pytest.fixture
def long_stories(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for number in range(6):
        (tmp_path / "news" / f"{number}.txt").write_text(story(number, "It was siesta."), encoding="utf-8")


@pytest.mark.usefixtures("long_stories")
def test_an_interrupt_ends_every_worker_at_once(tmp_path: Path, env: dict[str, str]) -> None:
    run = start(tmp_path, env, "--select", "house/ends", "--jobs", "2")
    workers = asleep(tmp_path, 2)
    os.killpg(run.pid, signal.SIGINT)
    assert (*run.communicate(timeout=30), run.returncode) == (b"", b"verify: interrupted\n", 130)
    for pid in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.usefixtures("long_stories")
def test_workers_do_not_outlive_the_one_they_work_for(tmp_path: Path, env: dict[str, str]) -> None:
    run = start(tmp_path, env | {"SIESTA": "1"}, "--select", "house/ends", "--jobs", "2")
    asleep(tmp_path, 2)
    run.kill()
    # They hold the other ends of these pipes: nothing more can be read once the last of them is gone.
    assert run.communicate(timeout=30) == (b"", b"")
    assert len(list(tmp_path.glob("pid-*"))) == 2


def test_a_reader_that_goes_away_early_is_no_error(news: Path, tmp_path: Path) -> None:
    for number in range(300):
        (news / f"more-{number}.txt").write_text("The the crew went ashore.\n")
    command = (
        '{ "$0" -c "from verify.cli.main import main; main()" check news --jobs 2 --format json'
        " --select typos/doubled-word; echo $? >code; } | head -n 1"
    )
    (news / "latin.txt").unlink()
    run = subprocess.run(
        ["/bin/bash", "-c", command, sys.executable],
        capture_output=True, cwd=tmp_path, check=False, timeout=60,
    )  # fmt: skip
    assert (run.stdout, run.stderr) == (b"{\n", b"")
    assert (tmp_path / "code").read_text() == "1\n"
