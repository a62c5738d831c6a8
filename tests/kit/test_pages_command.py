"""`verify test`: rules that no plugin offers yet, run, compared with their page, and watched."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
RULE = '''
from verify import Article, Flag, rule


def place(text, at):
    if at < 0:
        return None
    return (at, at + 4)


@rule(severity="info", since="1.0")
def weather(article: Article):
    """The weather is told."""
    if article.text.strip() == "never":
        raise ValueError
    span = place(article.text, article.text.find("rain"))
    if span:
        yield Flag(span, "so it rained")
'''
PAGE = """# desk/weather

```article
There was [[rain]].
```

```articles
There was rain.
---
Was there [[sun]]?
```
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "weather.py").write_text(RULE)
    (folder / "weather.md").write_text(PAGE)
    (folder / "notes.md").write_text(PAGE)
    return folder


def test_a_block_that_fails_is_shown_as_a_difference(verify: Verify, desk: Path) -> None:
    run = verify("test", "desk", "--no-coverage")
    assert run.stdout.decode() == (
        "FAILED  desk/weather  2 blocks\n"
        "  desk/weather.md, line 7\n"
        "    --- expected a.txt\n"
        "    +++ found a.txt\n"
        "    -There was rain.\n"
        "    +There was [[rain]].\n"
        "    --- expected b.txt\n"
        "    +++ found b.txt\n"
        "    -Was there [[sun]]?\n"
        "    +Was there sun?\n"
        "1 rule: 1 block as expected, 1 not\n"
    )
    assert run.returncode == 1
    assert desk.is_dir()


def test_lines_that_no_block_runs_are_named(verify: Verify, desk: Path) -> None:
    (desk / "weather.md").write_text("# x\n\n```article\nThere was [[rain]].\n```\n")
    run = verify("test", "desk/weather.py")
    assert run.stdout.decode().splitlines()[1] == "  no block runs line 7, 15 of weather.py"
    (desk / "weather.md").write_text("# x\n\n```article\nThere was [[rain]].\n```\n\n```article\nSun.\n```\n")
    run = verify("test", "desk/weather.md", "desk")
    assert run.stdout.decode().splitlines()[:2] == [
        "ok      desk/weather  2 blocks", "  no block runs line 15 of weather.py"
    ]  # fmt: skip
    assert run.stdout.decode().count("desk/weather") == 1


@pytest.mark.parametrize(
    ("copy", "message"),
    [
        ("import nothing_like_this", "desk/weather.py: cannot be imported: ModuleNotFoundError"),
        ("x = 1", 'desk/weather.py: makes no rule called "desk/weather", as its place says'),
    ],
)
def test_a_file_that_makes_no_rule_is_told(verify: Verify, desk: Path, copy: str, message: str) -> None:
    (desk / "weather.py").write_text(copy)
    run = verify("test", "desk")
    assert message in run.stderr.decode()
    assert (run.stderr.decode().count("\n"), run.returncode) == (1, 2)


def test_a_rule_that_raises_fails_its_block(verify: Verify, desk: Path) -> None:
    (desk / "weather.md").write_text("# x\n\n```article\nnever\n```\n")

    run = verify("test", "desk", "--no-coverage")
    assert "line 3\n    cannot be run: " in run.stdout.decode()
    assert "ValueError" in run.stdout.decode()
    assert run.returncode == 1


def test_a_path_without_rules_is_told(verify: Verify, desk: Path) -> None:
    run = verify("test", "desk/notes.md", "nowhere")
    assert run.stderr.decode().splitlines() == [
        "verify: desk/notes.md: is no rule: a rule is a .py file and a .md file of one name",
        "verify: nowhere: is no rule: a rule is a .py file and a .md file of one name",
    ]
    assert (run.returncode, desk.is_dir()) == (2, True)


def test_rules_of_the_house_are_run_where_they_lie(verify: Verify, root: Path) -> None:
    run = verify("test", str(root / "rules" / "typos" / "doubled_word.md"))
    assert run.stdout.decode().startswith("ok      typos/doubled-word  ")
    assert run.returncode == 0


def test_an_example_of_a_pack_that_fails_is_shown_and_words_without_one_are_named(
    verify: Verify, tmp_path: Path
) -> None:
    (tmp_path / "house.toml").write_text(
        '[[rule]]\nid = "house/words"\nwords = ["ebb", "flow"]\npatterns = [\'\\d+ kms\', \'\\d+ knots\']\n'
        'flagged = ["The [[ebb]] is 3 knots."]\n',
        encoding="utf-8",
    )
    run = verify("test", "house.toml")
    assert run.returncode == 1
    told = run.stdout.decode().splitlines()
    assert told[0] == "FAILED  house/words  1 block"
    assert told[1].startswith("  house.toml, page of house/words, line ")
    assert told[2:] == [
        "    --- expected",
        "    +++ found",
        "    -The [[ebb]] is 3 knots.",
        "    +The [[ebb]] is [[3 knots]].",
        r"  no example holds flow, \d+ kms",
        "1 rule: 0 blocks as expected, 1 not",
    ]
