"""One story under each house style: exactly what is marked, and what stays silent."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from verify.check.outcome import Report
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.model.finding import Finding
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins

STYLED = Path(__file__).parents[2] / "fixtures" / "styled"
PLUGINS = Plugins(())


class Marked(NamedTuple):
    rule: str
    text: str
    fix: str
    safe: bool = False


def checked(path: Path, profile: str | None) -> Report:
    desk = arrange(PLUGINS, load(isolated=True), Wishes(), profile=profile)
    assert desk.problems == ()
    return check([Source(path.as_posix())], desk.setup)


def house(path: Path, profile: str) -> list[Marked]:
    """What the rules that read a profile mark."""
    readers = {rule.id for _, rule in PLUGINS.rules() if rule.points}
    report = checked(path, profile)
    assert report.problems == ()
    return [marked(one) for one in report.findings if one.rule in readers]


def marked(one: Finding) -> Marked:
    return Marked(one.rule, one.text, one.fixes[0] if one.fixes else "", one.safe)


@pytest.mark.parametrize("name", ["ap", "guardian"])
def test_a_story_in_the_style_of_the_house_is_silent(name: str) -> None:
    report = checked(STYLED / f"{name}.txt", name)
    assert report.problems == ()
    assert [(one.line, one.rule, one.text) for one in report.findings] == []


def test_everything_that_is_not_ap_is_marked_and_nothing_that_is_quoted() -> None:
    assert house(STYLED / "off_style.txt", "ap") == [
        Marked("structure/dateline-off-style", "Stennish, Aldova – November 3, 2025 –", "STENNISH, Aldova —"),
        Marked("claims/unanchored-date", "this week", ""),
        Marked("style/number-off-style", "9", "nine"),
        Marked("titles/title-off-style", "Governor", "Gov."),
        Marked("style/percent-off-style", "7.5 percent", "7.5%", safe=True),
        Marked("style/dash-off-style", " -- ", " — ", safe=True),
        Marked("style/dash-off-style", " -- ", " — ", safe=True),
        Marked("style/number-off-style", "forty", "40"),
        Marked("style/series-comma-off-style", "cars, trucks, and mail", "cars, trucks and mail"),
        Marked("style/word-off-style", "towards", "toward", safe=True),
        Marked("style/spelling-off-style", "harbours", "harbors"),
        Marked("titles/courtesy-title", "Mr. Orrin", "Orrin"),
        Marked("speakers/verb-off-style", "stated", ""),
        Marked("style/missing-conversion", "14 miles", "14 miles (23 kilometers)"),
        Marked("style/abbreviation-off-style", "US", "U.S."),
        Marked("style/date-off-style", "September 9th 2025", "Sept. 9, 2025"),
        Marked("speakers/platform-off-style", "tweeted", "posted on X"),
        Marked("titles/capital-off-style", "Mayor", "mayor"),
        Marked("structure/missing-byline", "The Northern News Service contributed to this report.", ""),
    ]


def test_the_same_story_at_other_houses() -> None:
    story = STYLED / "off_style.txt"
    rules = {
        name: sorted({one.rule for one in house(story, name)}) for name in ("bbc", "guardian", "nyt-like")
    }
    assert rules == {
        "bbc": [
            "speakers/platform-off-style",
            "structure/dateline-off-style",
            "style/dash-off-style",
            "style/date-off-style",
            "style/number-off-style",
            "style/percent-off-style",
        ],
        "guardian": [
            "speakers/platform-off-style",
            "structure/dateline-off-style",
            "style/dash-off-style",
            "style/date-off-style",
            "style/number-off-style",
            "style/percent-off-style",
            "style/series-comma-off-style",
            "titles/capital-off-style",
            "titles/courtesy-title",
        ],
        "nyt-like": [
            "speakers/platform-off-style",
            "speakers/verb-off-style",
            "structure/dateline-off-style",
            "style/abbreviation-off-style",
            "style/date-off-style",
            "style/number-off-style",
            "style/series-comma-off-style",
            "style/spelling-off-style",
            "style/word-off-style",
            "titles/capital-off-style",
            "titles/title-off-style",
        ],
    }
    assert Marked("structure/dateline-off-style", "Stennish, Aldova – November 3, 2025 –", "") in house(
        story, "bbc"
    )
    wire = house(story, "reuters")
    assert wire[0] == Marked(
        "structure/dateline-off-style",
        "Stennish, Aldova – November 3, 2025 –",
        "",
    )


def test_without_a_profile_the_same_story_has_none_of_it() -> None:
    readers = {rule.id for _, rule in PLUGINS.rules() if rule.points}
    assert not readers & {one.rule for one in checked(STYLED / "off_style.txt", None).findings}


def test_a_mixture_is_told_once(tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(
        "Prices rise\n\nPrices rose by 5 percent in the US in May, and by 7% on Nov. 4 in the U.S.."
        " On November 9 the color and the colour of the notes changed.\n",
        encoding="utf-8",
    )
    alone = {one.rule for one in checked(story, None).findings}
    assert alone == {
        "style/mixed-abbreviations",
        "style/mixed-date-forms",
        "style/mixed-percent-forms",
        "style/mixed-spelling-variety",
    }
    assert {one.rule for one in checked(story, "ap").findings} == {
        "style/abbreviation-off-style",
        "style/date-off-style",
        "style/percent-off-style",
        "style/spelling-off-style",
    }


def test_the_safe_fixes_alone_leave_nothing_that_is_safely_wrong(tmp_path: Path) -> None:
    """Applied unread, the safe fixes must give copy in which their rules have nothing left to mend."""
    text = (STYLED / "off_style.txt").read_text(encoding="utf-8")
    safe = [one for one in checked(STYLED / "off_style.txt", "ap").findings if one.safe]
    assert len(safe) == 4
    for one in sorted(safe, key=lambda one: -one.start):
        text = text[: one.start] + one.fixes[0] + text[one.end :]
    story = tmp_path / "a.txt"
    story.write_text(text, encoding="utf-8")
    assert [one.rule for one in checked(story, "ap").findings if one.safe] == []


@pytest.mark.parametrize(
    ("table", "copy", "expected"),
    [
        ('[words]\nseries-comma = "kept"',
         "The drill used ships, planes and trucks. It drew crews from Carrow, waited, and left.",
         [Marked("style/series-comma-off-style", "ships, planes and trucks", "ships, planes, and trucks")]),
        ('[words]\nspelling = "oxford"', "They organised labor and organized labour.",
         [Marked("style/spelling-off-style", "organised", "organized"),
          Marked("style/spelling-off-style", "labor", "labour")]),
        ('[words]\ndash = "—"', "The ferry — the last — sails—at last – again, on the Oslo–Bergen line.",
         [Marked("style/dash-off-style", " — ", "—"), Marked("style/dash-off-style", " — ", "—"),
          Marked("style/dash-off-style", " – ", "—")]),
        ('[dates]\nmonth = "short"', "It closed on Nov. 4, November 5 and March 6, and opened in Jan. 2024.",
         [Marked("style/date-off-style", "Nov. 4", "Nov 4"),
          Marked("style/date-off-style", "November 5", "Nov 5"),
          Marked("style/date-off-style", "March 6", "Mar 6"),
          Marked("style/date-off-style", "Jan. 2024", "January 2024")]),
        ('[dates]\nyear = "commas"',
         "It closed on Nov. 4, 2024 in Carrow, on Nov. 5, 2024, and on May 6 2024.",
         [Marked("style/date-off-style", "Nov. 4, 2024", "Nov. 4, 2024,"),
          Marked("style/date-off-style", "May 6 2024", "May 6, 2024", safe=True)]),
        ('[numbers]\npercent = "per cent"', "It rose by 5%, by 6 percent and by 7 per cent (8%).",
         [Marked("style/percent-off-style", "5%", "5 per cent", safe=True),
          Marked("style/percent-off-style", "6 percent", "6 per cent", safe=True)]),
        ("[numbers]\nwords-to = 10", "They had 10 boats, eleven cars and 9 planes.",
         [Marked("style/number-off-style", "10", "ten"), Marked("style/number-off-style", "eleven", "11"),
          Marked("style/number-off-style", "9", "nine")]),
        ('[attribution]\nposts = "Twitter"', "“It is late,” Ann Lee posted on X on Monday.",
         [Marked("speakers/platform-off-style", "posted on X", "")]),
        ('[titles.forms]\n"the Rev." = "Rev."\nSenator = "Sen."',
         "On Monday Senator Paul Okafor met the Attorney General, and a senator of Aldova.",
         [Marked("titles/title-off-style", "Senator", "Sen.")]),
        ('[dateline]\nplace = "plain"\nagency = "NNS"\ndash = "–"',
         "CARROW, Aldova — The mine reopened on Monday.",
         [Marked("structure/dateline-off-style", "CARROW, Aldova —", "Carrow, Aldova (NNS) –")]),
        ('[dateline]\ndate = "required"', "CARROW, Aldova — The mine reopened on Monday.",
         [Marked("structure/dateline-off-style", "CARROW, Aldova —", "")]),
    ],
)  # fmt: skip
def test_what_other_houses_may_say(tmp_path: Path, table: str, copy: str, expected: list[Marked]) -> None:
    """Each point takes more than the shipped profiles say of it."""
    (tmp_path / "house.toml").write_text(table, encoding="utf-8")
    story = tmp_path / "a.txt"
    story.write_text(f"News of the day\n\n{copy}\n", encoding="utf-8")
    assert house(story, str(tmp_path / "house.toml")) == expected
