from __future__ import annotations

from pathlib import Path

import pytest

from verify.config.profile import Resolved, expected, named, overridden, resolve
from verify.model.finding import Problem
from verify.model.profile import POINTS, SECTIONS, Profile
from verify.plugin.manager import Plugins

KNOWN = Plugins(()).profiles()


def house(folder: Path, text: str, name: str = "house.toml") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def read(folder: Path, name: str = "house.toml") -> tuple[Resolved | None, list[str]]:
    found, problems = resolve(name, KNOWN, folder, "verify.toml: profile")
    return found, [str(problem).replace(f"{folder}/", "") for problem in problems]


@pytest.mark.parametrize("name", KNOWN)
def test_every_shipped_profile_says_something_of_every_point(name: str) -> None:
    found, problems = named(name, KNOWN)
    assert problems == ()
    assert found is not None
    assert set(found.origins) == set(POINTS), "a point that is left open says so: any, 0 or nothing"
    assert set(found.origins.values()) == {name}
    assert found.profile.name == name
    assert found.title


@pytest.mark.parametrize("name", KNOWN)
def test_a_shipped_table_says_what_general_knowledge_is(name: str) -> None:
    text = KNOWN[name].read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "confirm it" in text
    found, _ = named(name, KNOWN)
    assert found is not None
    assert found.general


def test_every_point_is_read_by_a_rule() -> None:
    read = {point for _, rule in Plugins(()).rules() for point in rule.points}
    assert set(POINTS) - read == {"attribution.verb"}, "which the message of another rule names"


def test_every_point_and_table_is_explained() -> None:
    for section, kind in SECTIONS.items():
        assert (kind.__doc__ or "").endswith("."), section
    source = Path(SECTIONS["dates"].__module__.replace(".", "/")).with_suffix(".py")
    text = (Path(__file__).parents[2] / source).read_text(encoding="utf-8")
    assert text.count('\n    """') >= len(POINTS)


def test_a_house_extends_a_profile_and_says_some_points_otherwise(tmp_path: Path) -> None:
    house(
        tmp_path,
        'extends = "ap"\ntitle = "The Carrow Post"\n'
        '[numbers]\npercent = "percent"\n[words.instead]\ntowards = ""\nshop = "store"\n',
    )
    found, problems = read(tmp_path)
    assert problems == []
    assert found is not None
    profile, base = found.profile, named("ap", KNOWN)[0]
    assert base is not None
    assert profile.name == "house.toml"
    assert found.title == "The Carrow Post"
    assert profile.numbers.percent == "percent"
    assert profile.numbers.words_to == base.profile.numbers.words_to == 9
    assert profile.dates == base.profile.dates
    assert "towards" not in profile.words.instead
    assert profile.words.instead["shop"] == "store"
    assert profile.words.instead["amidst"] == "amid"
    assert found.origins["numbers.percent"] == "house.toml"
    assert found.origins["words.instead"] == "ap, house.toml"
    assert found.origins["dates.month"] == "ap"
    assert "words.instead" in found.general
    assert "numbers.convert" in found.general


def test_what_a_house_says_itself_is_no_general_knowledge(tmp_path: Path) -> None:
    house(tmp_path, 'extends = "ap"\n[words]\ndash = "—"\n')
    found, _ = read(tmp_path)
    assert found is not None
    assert "words.dash" not in found.general


def test_chains_of_houses_count_from_their_own_folders(tmp_path: Path) -> None:
    (tmp_path / "desks").mkdir()
    house(tmp_path, 'extends = "desks/news.toml"\n[words]\ndash = " – "\n')
    house(tmp_path / "desks", 'extends = "group.toml"\n[titles]\ncourtesy = "any"\n', "news.toml")
    house(tmp_path / "desks", 'extends = "bbc"\n[titles]\ncourtesy = "never"\n', "group.toml")
    found, problems = read(tmp_path)
    assert problems == []
    assert found is not None
    assert (found.profile.words.dash, found.profile.titles.courtesy) == (" – ", "any")
    assert found.profile.dates.order == "day-month"
    assert found.origins["titles.courtesy"] == "desks/news.toml"


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_circle_is_told_and_what_was_read_holds(tmp_path: Path, length: int) -> None:
    for number in range(length):
        after = f"p{(number + 1) % length}.toml"
        house(tmp_path, f'extends = "{after}"\n[numbers]\nwords-to = 10\n', f"p{number}.toml")
    found, (problem,) = read(tmp_path, "p0.toml")
    circle = " → ".join([*(f"p{number}.toml" for number in range(length)), "p0.toml"])
    assert problem.endswith(f"extends: profiles extend one another in a circle: {circle}")
    assert found is not None
    assert found.profile.numbers.words_to == 10


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[dates]\nmonth = "abbr"',
         'dates.month: expected "abbreviated", "short", "full" or "any", got \'abbr\''),
        ("[dates]\nmont = 1", 'unknown point "dates.mont" (did you mean "dates.month"?)'),
        ("[date]\nmonth = 1", 'unknown table "date" (did you mean "dates"?)'),
        ("dates = 1", "dates: expected a table, got 1"),
        ("[numbers]\nwords-to = 7", "numbers.words-to: expected 0, 9 or 10, got 7"),
        ("[numbers]\nwords-to = true", "numbers.words-to: expected 0, 9 or 10, got True"),
        ('[numbers]\nfigures-for = ["age"]',
         'numbers.figures-for: expected a list of "ages", "percent" or "units", got [\'age\']'),
        ("[words]\npoints = 3", "words.points: expected a list of words, got 3"),
        ('[words]\npoints = ["U\\nS"]', "words.points: expected a list of words, got ['U\\nS']"),
        ("[words]\ninstead = 3",
         'words.instead: expected a table of words, such as towards = "toward", got 3'),
        ("[words.instead]\ntowards = 1", 'words.instead."towards": expected a word or two, got 1'),
        ('[words.instead]\n"a|(b" = "c"', 'words.instead."a|(b": expected a word or two, got \'c\''),
        ("[attribution]\nverb = 1", "attribution.verb: expected a word, got 1"),
        ("title = 1", "title: expected text, got 1"),
        ("extends = 1", "extends: expected text, got 1"),
        ("general-knowledge = 1", "general-knowledge: expected a list of points, got 1"),
        ('general-knowledge = ["dates.mont"]',
         "general-knowledge: no point is called 'dates.mont' (did you mean \"dates.month\"?)"),
        ("general-knowledge = [[1]]", "general-knowledge: no point is called [1]"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_key_and_what_was_expected_and_the_rest_holds(
    tmp_path: Path, text: str, message: str
) -> None:
    # A table without a name of its own comes first in TOML.
    own = '[story]\nbyline = "required"\n'
    house(tmp_path, f"{text}\n{own}")
    found, problems = read(tmp_path)
    assert problems == [f"house.toml: {message}"]
    assert found is not None
    assert found.profile.story.byline == "required"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("app", 'verify.toml: profile: no profile is called "app" (did you mean "ap"?)'),
        ("chicago", ('verify.toml: profile: no profile is called "chicago" (there are ap, bbc, guardian,'
                     " nyt-like, reuters; a file ends in .toml)")),
        ("none.toml", "none.toml: cannot be read: No such file or directory"),
        ("../x.toml", 'verify.toml: profile: "../x.toml" does not lie below the folder of the settings'),
        ("/etc/x.toml", 'verify.toml: profile: "/etc/x.toml" does not lie below the folder of the settings'),
        ("a\0.toml", 'verify.toml: profile: "a\0.toml" does not lie below the folder of the settings'),
    ],
)  # fmt: skip
def test_a_profile_that_is_not_there(tmp_path: Path, name: str, message: str) -> None:
    assert read(tmp_path, name) == (None, [message])


def test_a_link_does_not_lead_out_of_the_tree(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    house(tmp_path, "", "secret.toml")
    (inside / "house.toml").symlink_to(tmp_path / "secret.toml")
    found, (problem,) = read(inside)
    assert found is None
    assert problem.endswith("does not lie below the folder of the settings")


def test_an_extension_that_cannot_be_had_leaves_the_house_standing(tmp_path: Path) -> None:
    house(tmp_path, 'extends = "app"\n[titles]\ncourtesy = "never"\n')
    found, problems = read(tmp_path)
    assert problems == ['house.toml: extends: no profile is called "app" (did you mean "ap"?)']
    assert found is not None
    assert found.profile.titles.courtesy == "never"
    assert found.profile.dates == Profile().dates


def test_broken_toml_is_told_with_its_place(tmp_path: Path) -> None:
    house(tmp_path, "[dates]\nmonth =\n")
    found, (problem,) = read(tmp_path)
    assert found is None
    assert problem.startswith("house.toml:2:8: broken TOML: ")


def test_overrides_are_held_to_the_same_points() -> None:
    base = named("ap", KNOWN)[0]
    assert base is not None
    table = {"numbers": {"percent": "percent", "words-to": "nine"}}
    found, problems = overridden(base, table, "verify.toml: profile-overrides")
    assert problems == (
        Problem("verify.toml: profile-overrides", "numbers.words-to: expected 0, 9 or 10, got 'nine'"),
    )
    assert found.profile.numbers.percent == "percent"
    assert found.origins["numbers.percent"] == "verify.toml: profile-overrides"
    assert found.origins["numbers.words-to"] == "ap"


def test_a_file_may_be_named_from_anywhere_on_the_command_line(tmp_path: Path) -> None:
    house(tmp_path, 'extends = "guardian"\n')
    found, problems = named(str(tmp_path / "house.toml"), KNOWN)
    assert problems == ()
    assert found is not None
    assert found.profile.words.spelling == "gb"


@pytest.mark.parametrize("point", POINTS)
def test_what_a_point_takes_can_be_said(point: str) -> None:
    assert expected(point)
