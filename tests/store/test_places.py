"""The paths of an archive: seen from its folder, and shown from where the user stands."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from verify.store.facts import Fact, Story, Told
from verify.store.places import Places, Shown

FACT = Fact("named", "ann lee", "Ann Lee", 1, 8, "Ann Lee", 1, 2)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with stories of two years, where the user stands in one of them."""
    for year in ("2023", "2024"):
        (tmp_path / "desk" / year).mkdir(parents=True)
        (tmp_path / "desk" / year / "a.md").write_text("Harbor vote")
    (tmp_path / "wire.md").write_text("Harbor vote")
    monkeypatch.chdir(tmp_path / "desk" / "2024")
    return tmp_path / "desk"


def test_an_article_goes_by_one_path_whichever_way_leads_to_it(desk: Path) -> None:
    places = Places("../news.archive")
    (desk / "now").symlink_to("2024")
    ways = ("a.md", "./a.md", "../2024/a.md", str(desk / "2024" / "a.md"), "../now/a.md")
    assert {places.key(way) for way in ways} == {"2024/a.md"}
    assert places.key("gone.md") == "2024/gone.md"
    assert places.key("../../wire.md") == (desk.parent / "wire.md").as_posix()
    assert places.key("../../desk-2/a.md") == (desk.parent / "desk-2" / "a.md").as_posix()
    linked = desk / "2023" / "link.archive"
    linked.symlink_to("../news.archive")
    assert Places(str(linked)).key("a.md") == "2024/a.md"


def test_a_story_is_shown_from_where_the_user_stands(desk: Path) -> None:
    places = Places(str(desk / "news.archive"))
    assert places.shown("2024/a.md") == "a.md"
    assert places.shown("2023/a.md") == "../2023/a.md"
    assert places.shown((desk / "2024" / "b.md").as_posix()) == "b.md"
    assert places.shown((desk.parent / "wire.md").as_posix()) == (desk.parent / "wire.md").as_posix()


def test_a_folder_leads_to_all_that_lies_in_it(desk: Path) -> None:
    places = Places(str(desk / "news.archive"))
    wire = (desk.parent / "wire.md").as_posix()
    keys = ["2023/a.md", "2023-b/a.md", "2024/a.md", "2024/deep/er/b.md", wire]
    found = places.led_to(("a.md", "../2024", "../2023", "../..", "none.md"), keys)
    assert found == {
        "a.md": ["2024/a.md"],
        "../2024": ["2024/a.md", "2024/deep/er/b.md"],
        "../2023": ["2023/a.md"],
        "../..": keys,
        "none.md": [],
    }


class Kept:
    """A shelf with two stories."""

    def told(self, kind: str, subject: str, days: tuple[str, str] | None, most: int) -> list[Told]:
        del kind, subject, days, most
        return [Told("2023/a.md", "2023-05-01", FACT), Told("2024/a.md", "2024-05-01", FACT)]

    def sharing(
        self, names: Collection[str], days: tuple[str, str] | None, least: int, most: int
    ) -> list[Story]:
        del names, days, least, most
        return [Story("2024/a.md", "2024-05-01", (FACT,)), Story("2023/a.md", "2023-05-01", (FACT,))]


def test_an_article_of_the_run_keeps_the_name_that_the_run_has_for_it(desk: Path) -> None:
    shelf = Shown(Kept(), Places(str(desk / "news.archive")), ["./a.md", "<stdin>"])
    assert [told.path for told in shelf.told("named", "ann lee", None, 9)] == ["../2023/a.md", "./a.md"]
    assert [story.path for story in shelf.sharing(["ann lee"], None, 1, 9)] == ["./a.md", "../2023/a.md"]
