"""Settings from the repository's root down to the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.config.load import Cascade, load


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in a folder that has settings of its own, which are none of its business."""
    (tmp_path / "verify.toml").write_text('fail-on = "never"')
    top = tmp_path / "post"
    (top / ".git").mkdir(parents=True)
    monkeypatch.chdir(top)
    return top


def settings(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("repository")
def test_files_from_the_root_of_the_repository_down_add_to_one_another() -> None:
    settings(
        {
            "verify.toml": 'select = ["typos"]\nextend-select = ["style"]\npeople = ["p.toml"]\n'
            '[severity]\ntypos = "info"\nnames = "info"\n[rules."a/b"]\nx = 1\ny = 1\n',
            "news/pyproject.toml": '[tool.verify]\nextend-select = ["quotes"]\nfail-on = "error"\n',
            "news/city/verify.toml": 'select = ["names"]\n[severity]\nnames = "error"\n'
            '[rules."a/b"]\ny = 2\n',
        }
    )
    found = load("news/city/today/a.md").settings
    assert found.select == ("names",)
    assert found.extend_select == ("style", "quotes")
    assert found.severity == {"typos": "info", "names": "error"}
    assert found.rules == {"a/b": {"x": 1, "y": 2}}
    assert (found.fail_on, load("a.md").settings.fail_on) == ("error", "warning")
    assert [str(layer.path) for layer in load("news/city").layers] == [
        "verify.toml",
        "news/pyproject.toml",
        "news/city/verify.toml",
    ]


@pytest.mark.usefixtures("repository")
def test_root_ends_the_search_above() -> None:
    settings({"verify.toml": 'fail-on = "error"', "wire/verify.toml": 'root = true\nignore = ["style"]'})
    assert load("wire/a.md").settings.fail_on == "warning"


def test_without_a_repository_every_folder_above_is_asked(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text('fail-on = "error"')
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "verify.toml").write_text('ignore = ["style"]')
    assert load(str(tmp_path / "a" / "b" / "c.md")).settings.fail_on == "error"


@pytest.mark.usefixtures("repository")
def test_a_way_through_dots_is_the_same_as_the_straight_one() -> None:
    settings({"verify.toml": 'fail-on = "error"', "news/verify.toml": 'ignore = ["style"]', "wire/a.md": ""})
    cascade = Cascade()
    straight = cascade.of("news/a.md")
    assert cascade.of("wire/../news/a.md") is straight
    assert cascade.of(str(Path.cwd() / "news" / "a.md")) is straight
    assert [str(layer.path) for layer in straight.layers] == ["verify.toml", "news/verify.toml"]


@pytest.mark.usefixtures("repository")
def test_a_file_builds_on_another_of_the_repository() -> None:
    settings(
        {
            "shared/verify.toml": 'fail-on = "error"\npeople = ["people.toml"]\n[severity]\ntypos = "info"',
            "news/verify.toml": 'extends = "../shared/verify.toml"\n[severity]\nnames = "info"',
        }
    )
    loaded = load("news/a.md")
    assert loaded.problems == ()
    assert (loaded.settings.fail_on, loaded.settings.severity) == (
        "error",
        {"typos": "info", "names": "info"},
    )
    # What a file names lies where that file lies.
    assert [layer.folder.as_posix() for layer in loaded.layers] == ["shared", "news"]
    assert load(config="news/verify.toml").settings == loaded.settings


CIRCLE = "verify.toml → b.toml → c.toml → b.toml"
TABLES = """
[[paths]]
include = ["a/"]
[[paths]]
severity = {typos = "x"}
[[paths]]
root = true
"""
LEVELS = '"error", "warning", "info" or "off"'
KEYS = "extend-select, ignore, profile, rules, select, severity"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"verify.toml": 'extends = "../verify.toml"'},
            ['verify.toml: extends: "../verify.toml" does not lie in the same repository'],
        ),
        ({"verify.toml": 'extends = "no.toml"'}, ["no.toml: cannot be read: No such file or directory"]),
        (
            {
                f"{one}.toml": f'extends = "{two}.toml"'
                for one, two in (("verify", "b"), ("b", "c"), ("c", "b"))
            },
            [f"c.toml: extends: the files extend one another in a circle: {CIRCLE}"],
        ),
        (
            {"verify.toml": "extends = 3\nroot = 1"},
            [
                "verify.toml: extends: expected the name of a settings file, got 3",
                "verify.toml: root: expected true or false, got 1",
            ],
        ),
        (
            {"verify.toml": TABLES},
            [
                f"verify.toml: paths[1]: says nothing of its files (it may hold {KEYS})",
                f"verify.toml: paths[2].severity.\"typos\": expected {LEVELS}, got 'x'",
                'verify.toml: paths[3]: unknown key "root"',
            ],
        ),
    ],
    ids=["outside", "missing", "circle", "types", "tables"],
)
def test_what_is_wrong_is_told_with_its_place(files: dict[str, str], told: list[str]) -> None:
    settings(files)
    assert [str(problem) for problem in load("a.md").problems] == told


FOLDERS = st.lists(st.sampled_from(("a", "b", "a/c", "a/c/d", "b/c")), min_size=1, unique=True)


@given(FOLDERS, st.permutations(("a/x.md", "a/c/x.md", "a/c/d/x.md", "b/x.md", "b/c/x.md", "x.md")))
def test_what_holds_for_a_path_hangs_on_the_path_alone(
    tmp_path_factory: pytest.TempPathFactory, speaking: list[str], order: list[str]
) -> None:
    top = tmp_path_factory.mktemp("post")
    (top / ".git").mkdir()
    for folder in ("a/c/d", "b/c"):
        (top / folder).mkdir(parents=True)
    for folder in speaking:
        (top / folder / "verify.toml").write_text(f'extend-select = ["{folder}"]')
    cascade = Cascade()
    for path in order:
        above = [folder for folder in speaking if path.startswith(f"{folder}/")]
        assert cascade.of(str(top / path)) == load(str(top / path))
        assert cascade.of(str(top / path)).settings.extend_select == tuple(sorted(above, key=len))
