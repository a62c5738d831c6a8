from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from verify import ProfileFile
from verify.check.house import House
from verify.config.load import Loaded, load
from verify.model.profile import Profile
from verify.plugin.hookspecs import hookimpl
from verify.plugin.house import furnish
from verify.plugin.installed import Installed
from verify.plugin.manager import Plugins

PLUGINS = Plugins(())


def settings(folder: Path, text: str) -> Loaded:
    (folder / "verify.toml").write_text(text, encoding="utf-8")
    return load(config=str(folder / "verify.toml"))


def have(folder: Path, text: str, wanted: str | None = None) -> tuple[House | None, list[str]]:
    loaded = settings(folder, text)
    house, problems = furnish(PLUGINS, loaded, wanted)
    told = (*loaded.problems, *problems)
    return house, [str(problem).replace(f"{folder}/", "") for problem in told]


def name(house: House | None, path: Path) -> str:
    profile: Profile | None = house.choose(str(path)) if house else None
    return profile.name if profile else ""


def test_without_a_profile_there_is_no_house(tmp_path: Path) -> None:
    assert have(tmp_path, "") == (None, [])
    assert have(tmp_path, 'profile = ""') == (None, [])
    assert have(tmp_path, 'profile = "ap"', "") == (None, [])


def test_the_last_table_that_names_a_file_says_its_profile(tmp_path: Path) -> None:
    house, problems = have(
        tmp_path,
        'profile = "ap"\n'
        '[[paths]]\ninclude = ["london/", "*.gb.md"]\nexclude = ["london/wire/"]\nprofile = "guardian"\n'
        '[[paths]]\ninclude = ["london/city/"]\nprofile = "bbc"\n'
        '[[paths]]\ninclude = ["letters/"]\nprofile = ""\n',
    )
    assert problems == []
    names = {
        path: name(house, tmp_path / path)
        for path in ("a.md", "x.gb.md", "london/a.md", "london/wire/a.md", "london/city/a.md", "letters/a.md")
    }
    assert names == {
        "a.md": "ap",
        "x.gb.md": "guardian",
        "london/a.md": "guardian",
        "london/wire/a.md": "ap",
        "london/city/a.md": "bbc",
        "letters/a.md": "",
    }


def test_paths_alone_are_a_house_too(tmp_path: Path) -> None:
    house, problems = have(tmp_path, '[[paths]]\ninclude = ["wire/"]\nprofile = "reuters"\n')
    assert problems == []
    assert [name(house, tmp_path / path) for path in ("wire/a.md", "a.md")] == ["reuters", ""]


def test_overrides_hold_for_the_usual_profile(tmp_path: Path) -> None:
    text = (
        'profile = "ap"\n[profile-overrides.numbers]\npercent = "percent"\n'
        '[[paths]]\ninclude = ["wire/"]\nprofile = "reuters"\n'
    )
    house, problems = have(tmp_path, text)
    assert problems == []
    assert house is not None
    here, wire = house.choose(str(tmp_path / "a.md")), house.choose(str(tmp_path / "wire" / "a.md"))
    assert here is not None
    assert wire is not None
    assert (here.numbers.percent, wire.numbers.percent) == ("percent", "%")


def test_the_command_line_sets_all_of_it_aside(tmp_path: Path) -> None:
    text = (
        'profile = "ap"\n[profile-overrides.numbers]\npercent = "percent"\n'
        '[[paths]]\ninclude = ["wire/"]\nprofile = "reuters"\n'
    )
    house, problems = have(tmp_path, text, "nyt-like")
    assert problems == []
    assert name(house, tmp_path / "wire" / "a.md") == "nyt-like"


def test_what_is_wrong_is_told_by_its_key_and_the_rest_holds(tmp_path: Path) -> None:
    house, problems = have(
        tmp_path,
        'profile = "app"\n'
        '[[paths]]\nprofile = "bbc"\ninclude = ["gb/", "!"]\n'
        '[[paths]]\nprofile = "bcc"\n'
        "[[paths]]\ninclude = 3\nprofile = 'ap'\n"
        "[[paths]]\nprofil = 'ap'\n",
    )
    assert problems == [
        "verify.toml: paths[3].include: expected a list of file patterns, got 3",
        'verify.toml: paths[4]: unknown key "profil" (did you mean "profile"?)',
        'verify.toml: profile: no profile is called "app" (did you mean "ap"?)',
        'verify.toml: paths[2].profile: no profile is called "bcc" (did you mean "bbc"?)',
    ]
    assert house is not None
    assert [profile.name for profile in house.profiles] == ["bbc"]


def test_overrides_without_a_profile_are_told(tmp_path: Path) -> None:
    assert have(tmp_path, "[profile-overrides.words]\ndash = '—'\n") == (
        None,
        ["verify.toml: profile-overrides: there is no profile to say otherwise"],
    )


def plugin(parts: Callable[[], Any]) -> Installed:
    module = type("module", (), {"verify_profiles": staticmethod(hookimpl(parts))})
    entry: Any = type("entry", (), {"load": staticmethod(lambda: module)})
    return Installed("verify-post", "1.0", "post", entry)


def test_a_plugin_adds_a_profile_and_may_build_on_ours(tmp_path: Path) -> None:
    table = tmp_path / "post.toml"
    table.write_text('extends = "ap"\ntitle = "The Carrow Post"\n[words]\nseries-comma = "kept"\n')

    def verify_profiles() -> list[ProfileFile]:
        return [ProfileFile("post", table), ProfileFile("ap", table)]

    plugins = Plugins([plugin(verify_profiles)])
    house, problems = furnish(plugins, settings(tmp_path, 'profile = "post"'))
    assert problems == ()
    assert house is not None
    (profile,) = house.profiles
    assert (profile.name, profile.words.series_comma, profile.words.dash) == ("post", "kept", " — ")
    assert [str(problem) for problem in plugins.problems] == [
        'plugin verify-post 1.0: profile "ap" is skipped: there is one of that name'
    ]


def test_a_plugin_that_gives_something_else_is_named(tmp_path: Path) -> None:
    def verify_profiles() -> list[str]:
        return ["post"]

    plugins = Plugins([plugin(verify_profiles)])
    house, problems = furnish(plugins, settings(tmp_path, 'profile = "post"'))
    assert house is None
    assert 'no profile is called "post"' in str(problems[0])
    assert [str(problem) for problem in plugins.problems] == [
        "plugin verify-post 1.0: verify_profiles gave a str, not a ProfileFile"
    ]
