from __future__ import annotations

from pathlib import Path

import pytest

from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.model.finding import Problem
from verify.plugin.desk import arrange, sources
from verify.plugin.manager import Plugins


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("news/a.txt", "news/b.txt", "drafts/c.txt", "drafts/deep/d.txt", "e.odd"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Copy.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str, text: str = "") -> list[str]:
    Path("verify.toml").write_text(text)
    loaded = load(paths[0])
    setup = arrange(Plugins(()), loaded, Wishes()).setup
    return [str(one) if isinstance(one, Problem) else one.path for one in sources(paths, setup, loaded)]


@pytest.mark.usefixtures("repository")
def test_articles_of_a_folder() -> None:
    assert found(".") == ["drafts/c.txt", "drafts/deep/d.txt", "news/a.txt", "news/b.txt"]
    assert found("news", "./news/a.txt") == ["news/a.txt", "news/b.txt"]


@pytest.mark.usefixtures("repository")
def test_include_and_exclude_hold_for_what_is_found_not_for_what_is_named() -> None:
    assert found(".", text='exclude = ["drafts/"]') == ["news/a.txt", "news/b.txt"]
    assert found(".", text='include = ["drafts/*.txt", "b.txt"]') == ["drafts/c.txt", "news/b.txt"]
    both = 'include = ["drafts/"]\nexclude = ["deep/"]'
    assert found(".", text=both) == ["drafts/c.txt"]
    assert found("./drafts/c.txt", "e.odd", text='exclude = ["drafts/", "*.odd"]') == [
        "./drafts/c.txt",
        "e.odd",
    ]


def test_patterns_count_from_the_folder_of_the_settings(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "verify.toml").write_text('exclude = ["/drafts/deep/"]')
    monkeypatch.chdir(repository / "drafts")
    loaded = load(".")
    setup = arrange(Plugins(()), loaded, Wishes()).setup
    assert list(sources(["."], setup, loaded)) == [Source("c.txt")]


@pytest.mark.usefixtures("repository")
def test_patterns_that_mean_nothing_are_named_and_the_others_hold() -> None:
    text = 'exclude = ["a\\\\", "[z-a]", "news/"]\ninclude = ["!"]'
    assert found(".", text=text) == []
    assert found(".", text=text.partition("\n")[0]) == ["drafts/c.txt", "drafts/deep/d.txt"]
    desk = arrange(Plugins(()), load("."), Wishes())
    assert [str(problem) for problem in desk.problems] == [
        'verify.toml: exclude: "a\\" is no file pattern',
        'verify.toml: exclude: "[z-a]" is no file pattern',
    ]


def test_what_was_wrong_in_the_settings_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "verify.toml"
    path.write_text('selekt = []\nignore = ["nothing"]\n')
    desk = arrange(Plugins(()), load(config=str(path)), Wishes(select=("structure",)))
    problems = [str(problem) for problem in desk.problems if not problem.where.startswith("verify.")]
    assert problems == [
        f'{path}: unknown key "selekt" (did you mean "select"?)',
        f'{path}: ignore: no rule or family is called "nothing"',
    ]
    assert {chosen.rule.family for chosen in desk.setup.chosen} == {"structure"}


PERSON = '[[people]]\nname = "Ann Lee"\navoid = ["Anne Leigh"]\n'


def people_of(repository: Path, *people: str) -> list[str]:
    """What is told of an article, with the settings of the repository and people files beside them."""
    (repository / "news" / "a.txt").write_text("A headline\n\nAnne Leigh spoke to the council on Monday.\n")
    loaded = load("news/a.txt")
    desk = arrange(Plugins(()), loaded, Wishes(), people=people)
    report = check([Source("news/a.txt")], desk.setup, problems=desk.problems)
    return [f"{one.rule} {one.fixes[0]}" for one in report.findings] + [str(one) for one in report.problems]


def test_people_files_count_from_the_settings_or_from_where_one_stands(repository: Path) -> None:
    told = ["names/differs-from-people-file Ann Lee"]
    (repository / "desk.toml").write_text(PERSON)
    assert people_of(repository) == []
    assert people_of(repository, "desk.toml") == told
    (repository / "news" / "verify.toml").write_text('people = ["../desk.toml"]')
    assert people_of(repository) == told
    # The same file named twice is read once, and is no namesake of itself.
    assert people_of(repository, "desk.toml", "news/../desk.toml") == told


def test_a_mistake_in_a_people_file_is_told_and_the_rest_holds(repository: Path) -> None:
    (repository / "desk.toml").write_text(PERSON + "[[people]]\nnane = 1\n")
    (repository / "verify.toml").write_text('people = ["desk.toml", "none.toml"]')
    assert people_of(repository) == [
        "names/differs-from-people-file Ann Lee",
        "desk.toml:4:1: name: expected a name, and there is none",
        'desk.toml:5:1: unknown key "nane" (did you mean "name"?)',
        "none.toml: cannot be read: no such file or directory",
    ]


def test_who_asks_for_no_rule_reads_no_people_file(repository: Path) -> None:
    (repository / "verify.toml").write_text('people = ["none.toml"]')
    assert arrange(Plugins(()), load("."), Wishes(), with_rules=False).problems == ()
