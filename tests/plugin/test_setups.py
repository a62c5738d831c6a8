"""One run over folders with settings of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.check.workers import Workers
from verify.config.load import load
from verify.plugin.desk import arrange, sources
from verify.plugin.manager import Plugins

SLIP = "Bridge to close\n\nThe goverment will close the the bridge, Ann Lee said on Monday.\n"
DEFENCE = "Base to close\n\nDefence Secretary Paul Okafor said on Monday that the base would close.\n"
WAR = "Base to stay\n\nWar Secretary Paul Okafor said on Tuesday that the base would stay open.\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def told(files: dict[str, str], *line: str, jobs: int = 1, first: str = ".") -> list[str]:
    """What a run over the folder finds, as path, severity and rule, and its problems."""
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    loaded = load(first)
    desk = arrange(Plugins(()), loaded, Wishes(select=line))
    queue = list(sources(["."], desk.setup, loaded))
    report = check(queue, desk.setup, problems=desk.problems, workers=Workers(jobs, desk.again))
    found = [f"{one.path} {one.severity} {one.rule}" for one in report.findings]
    return found + [str(problem) for problem in report.problems]


NESTED = {
    "verify.toml": 'select = ["typos"]\n[severity]\n"typos/doubled-word" = "info"',
    "a.txt": SLIP,
    "wire/verify.toml": 'ignore = ["typos/misspelling"]',
    "wire/b.txt": SLIP,
    "wire/raw/verify.toml": 'select = ["typos/misspelling"]\n[severity]\ntypos = "warning"',
    "wire/raw/c.txt": SLIP,
}


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_folder_has_the_rules_of_its_settings(jobs: int) -> None:
    assert told(NESTED, jobs=jobs) == [
        "a.txt error typos/misspelling",
        "a.txt info typos/doubled-word",
        "wire/b.txt info typos/doubled-word",
        "wire/raw/c.txt warning typos/misspelling",
    ]


def test_the_command_line_goes_before_every_file_and_the_first_path_changes_nothing() -> None:
    everywhere = told(NESTED, "typos/misspelling")
    assert [one.split()[0] for one in everywhere] == ["a.txt", "wire/b.txt", "wire/raw/c.txt"]
    assert told(NESTED, first="wire/raw/c.txt") == told(NESTED)


def test_tables_of_paths_say_which_rules_run_and_how_grave_they_are() -> None:
    text = (
        'select = ["typos"]\nignore = ["typos/doubled-word"]\n'
        '[[paths]]\ninclude = ["opinion/"]\nignore = ["typos"]\n'
        '[[paths]]\ninclude = ["letters/"]\nextend-select = ["typos/doubled-word"]\n'
        '[paths.severity]\ntypos = "info"\n'
        '[[paths]]\ninclude = ["letters/2020/"]\nselect = ["typos/misspelling"]\n'
    )
    files = dict.fromkeys(("a.txt", "opinion/b.txt", "letters/c.txt", "letters/2020/d.txt"), SLIP)
    assert told({"verify.toml": text} | files) == [
        "a.txt error typos/misspelling",
        "letters/2020/d.txt info typos/misspelling",
        "letters/c.txt info typos/misspelling",
        "letters/c.txt info typos/doubled-word",
    ]


def test_options_of_a_rule_may_differ_from_folder_to_folder() -> None:
    copy = "Bridge to close\n\nThe council met. “I saw the the dealys in the the goverment,” Ann Lee said.\n"
    files = {
        "verify.toml": 'select = ["typos/misspelling"]\n'
        '[[paths]]\ninclude = ["q/"]\nrules = {"typos/misspelling" = {quotes = false}}',
        "a.txt": copy,
        "q/b.txt": copy,
    }
    assert {one.split()[0] for one in told(files)} == {"a.txt"}


HINT = ' (did you mean "typos/misspelling"?)'
RULE = "titles/inconsistent-title-across-articles"


def test_an_archive_rule_asks_the_settings_of_the_story_and_remembers_all_others() -> None:
    files = {"a.txt": DEFENCE, "wire/b.txt": WAR, "verify.toml": f'select = ["{RULE}"]'}
    both = told(files)
    assert both == [f"wire/b.txt warning {RULE}"]
    # The other story is held against nothing, but what it says is known.
    near = {"verify.toml": 'select = ["typos"]', "wire/verify.toml": f'select = ["{RULE}"]'}
    assert told(files | near) == both
    assert told(files | {"wire/verify.toml": 'select = ["typos"]'}) == []


def test_what_is_wrong_in_a_nested_file_is_told_and_all_else_is_checked() -> None:
    files = NESTED | {"wire/verify.toml": 'ignore = ["typos/misspeling"]\nselekt = 1'}
    assert told(files)[-2:] == [
        'wire/verify.toml: unknown key "selekt" (did you mean "select"?)',
        f'wire/verify.toml: ignore: no rule or family is called "typos/misspeling"{HINT}',
    ]
    # A table that speaks of no article of the run is read all the same.
    text = '[[paths]]\ninclude = ["none/", "!"]\nignore = ["tipos"]\nprofile = "app"\n'
    assert [line for line in told({"verify.toml": text, "wire/verify.toml": "", "wire/raw/verify.toml": ""})
            if line.startswith("verify.toml")] == [
        'verify.toml: paths[1].ignore: no rule or family is called "tipos" (did you mean "typos"?)',
        'verify.toml: paths[1].include: "!" is no file pattern',
        'verify.toml: paths[1].profile: no profile is called "app" (did you mean "ap"?)',
    ]  # fmt: skip


def test_every_file_must_let_an_article_in() -> None:
    files = NESTED | {"verify.toml": 'exclude = ["raw/"]', "wire/verify.toml": 'include = ["*.md"]'}
    told(files)
    loaded = load(".")
    setup = arrange(Plugins(()), loaded, Wishes()).setup
    assert list(sources(["."], setup, loaded)) == [Source("a.txt")]


def test_people_and_house_style_of_a_folder_hold_there_alone() -> None:
    person = '[[people]]\nname = "Ann Lee"\navoid = ["Anne Leigh"]\n'
    copy = "Bridge to close\n\nAnne Leigh said 5 percent of the bridge was gone.\n"
    files = {
        "verify.toml": 'select = ["names/differs-from-people-file", "style/percent-off-style"]\n'
        'profile = "ap"\n',
        "city/verify.toml": 'people = ["people.toml"]\n[profile-overrides.numbers]\npercent = "percent"',
        "city/people.toml": person,
        "a.txt": copy,
        "city/b.txt": copy,
    }
    assert told(files) == [
        "a.txt warning style/percent-off-style",
        "city/b.txt error names/differs-from-people-file",
    ]
