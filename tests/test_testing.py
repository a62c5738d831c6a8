from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verify.check.rule import Rule
from verify.testing import Place, blocks, check_block, check_page, findings, rules

PAGE = """# typos/bad-word

```article
It was a [[bad]] day.
```

```article min-words=3 names=["Ann"]
It was a day.
```

```article md
# A headline

It was **a [[bad]] and [[bad]] day**.
```

```articles
One.
---
Two [[bad]] ones.
```

```text
Not [[an article]].
```
"""


def test_the_blocks_of_a_page() -> None:
    first, second, third, fourth = blocks(PAGE)
    assert (first.line, first.articles) == (3, (("a.txt", "It was a bad day.\n"),))
    assert first.expected == (Place("a.txt", 9, 12, "bad"),)
    assert (second.expected, dict(second.options)) == ((), {"min-words": 3, "names": ["Ann"]})
    assert third.articles[0] == ("a.md", "# A headline\n\nIt was **a bad and bad day**.\n")
    assert [place.start for place in third.expected] == [25, 33]
    assert [path for path, _ in fourth.articles] == ["a.txt", "b.txt"]
    assert fourth.expected == (Place("b.txt", 4, 7, "bad"),)


def test_a_block_names_its_house_style() -> None:
    (block,) = blocks("```article md profile=ap min-words=3\nA day.\n```\n")
    assert (block.profile, dict(block.options)) == ("ap", {"min-words": 3})
    assert block.articles == (("a.md", "A day.\n"),)


def test_a_block_with_a_house_style_that_there_is_not_fails_with_its_name(a_rule: type[Rule]) -> None:
    (block,) = blocks("```article profile=app\nA day.\n```\n")
    with pytest.raises(RuntimeError, match=r"no profile is called \"app\" \(did you mean \"ap\"\?\)"):
        check_block(a_rule(), block)  # type: ignore[call-arg]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "bad_word.md"
    path.write_text(PAGE.replace(' min-words=3 names=["Ann"]', ""), encoding="utf-8")
    return path


def test_a_page_that_the_rule_keeps(page: Path, a_rule: type[Rule]) -> None:
    assert check_page(a_rule(page=page)) == []  # type: ignore[call-arg]


def test_a_page_that_the_rule_breaks_says_what_was_missed_and_what_was_too_much(
    page: Path, a_rule: type[Rule]
) -> None:
    page.write_text("# x\n\n```article\nA [[good]] and a bad day.\n```\n", encoding="utf-8")
    (wrong,) = check_page(a_rule(page=page))  # type: ignore[call-arg]
    assert wrong == (
        'bad_word.md, line 3: missed: "good" (a.txt 2:6)\nflagged without a mark: "bad" (a.txt 13:16)'
    )


RULE = '''
from verify import Article, Flag, hookimpl, rule


@rule(severity="info", since="1.0")
def weather(article: Article):
    """The weather is told."""
    at = article.text.find("rain")
    if at >= 0:
        yield Flag((at, at + 4), "so it rained")


@hookimpl
def verify_rules():
    return [weather]
'''
GUIDE = """# desk/weather

```article
There was [[rain]].
```

```article
There was rain.
```

```article
There was sun.
```
"""


@pytest.mark.slow
def test_the_author_of_a_plugin_runs_the_pages_with_pytest(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "__init__.py").touch()
    (desk / "weather.py").write_text(RULE, encoding="utf-8")
    (desk / "weather.md").write_text(GUIDE, encoding="utf-8")
    (desk / "notes.md").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["verify.testing"]', encoding="utf-8")
    info = tmp_path / "verify_desk-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: verify-desk\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[verify]\ndesk = desk.weather\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "desk"],
        cwd=tmp_path, env=dict(os.environ) | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert "1 failed, 2 passed" in done.stdout
    assert 'desk/weather, line 7 of its page\nflagged without a mark: "rain" (a.txt 10:14)' in done.stdout
    assert "weather.md::line-7-silent" in done.stdout


def test_pages_are_collected_beside_their_rules(root: Path, pytestconfig: pytest.Config) -> None:
    assert pytestconfig.pluginmanager.has_plugin("verify.testing")
    page = root / "rules" / "structure" / "unused_allow.md"
    assert len(list(blocks(page.read_text(encoding="utf-8")))) == 6


PEOPLE_PAGE = """# titles/avoided-title

```toml people.toml
[[people]]
name = "Ann Lee"
titles = [{avoid = ["boss"], use = "chief"}]
```

```article
The paper

[[Boss]] Ann Lee left.
```

```toml verify.toml
people = []
```

```article
The paper

Boss Ann Lee left.
```

```toml
not = "a file"
```
"""


def test_files_of_a_page_lie_beside_the_articles_below_them() -> None:
    first, second = blocks(PEOPLE_PAGE)
    assert [name for name, _ in first.files] == ["people.toml"]
    assert [name for name, _ in second.files] == ["people.toml", "verify.toml"]
    rule = next(one for one in rules() if one.id == "titles/avoided-title")
    assert [one.text for one in findings(rule, first)] == ["Boss"]
    assert findings(rule, second) == ()  # the settings name no people file


def test_settings_of_a_page_give_the_rule_its_options() -> None:
    rule = next(one for one in rules() if one.id == "quotes/unattributed-quote")
    table = f'```toml verify.toml\n[rules."{rule.id}"]\nmin-words = 50\n```\n'
    copy = "The bridge\n\nThe bridge will close.\n\n“It is cold and wet and we are tired of it all.”\n"
    article = f"```article\n{copy}```\n"
    (usual,), (long,) = blocks(article), blocks(table + article)
    assert len(findings(rule, usual)) == 1
    assert findings(rule, long) == ()


def test_a_mistake_in_a_file_of_a_page_fails_its_blocks() -> None:
    rule = next(one for one in rules() if one.id == "titles/avoided-title")
    (block,) = blocks("```toml people.toml\n[[people]]\nnane = 1\n```\n\n```article\nCopy.\n```\n")
    with pytest.raises(RuntimeError, match='unknown key "nane"'):
        findings(rule, block)


def test_each_of_several_articles_has_a_name_of_its_own(verify_findings: Callable[..., Any]) -> None:
    copies = ["Cup\n\nHe won the the cup.\n"] * 30
    found = verify_findings("typos/doubled-word", *copies, name="c.txt")
    assert len({one.path for one in found}) == len(copies)
    assert [one.path for one in found][:3] == ["1.txt", "2.txt", "3.txt"]
    assert {"b.txt", "c.txt", "z.txt"} <= {one.path for one in found}
