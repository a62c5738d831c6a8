from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verify.check.outcome import Report
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.model.finding import Problem
from verify.packs.load import rules
from verify.plugin.desk import arrange
from verify.plugin.local import plugins_of
from verify.testing import check_page

HOUSE = """
title = "The Carrow Post"

[[rule]]
id = "house/plain-words"
severity = "info"
reason = "Short words are read faster."
link = "https://style.example/plain"
since = "2019"
safe = true
except = ["utilise the slipway"]
flagged = ["The port will [[utilise]] both piers [[in order to]] load faster. [[Utilise]] them now."]
silent = ["“We utilise it,” said Ida Holm. Crews utilise the slipway."]
[rule.instead]
utilise = "use"
"in order to" = ["to", "so as to"]

[[rule]]
id = "house/units"
message = "“{word}”: one kilometre or ten, the unit is km, as in {instead}"
quotes = true
flagged = ["“It is [[12 kms]] away,” she said."]
silent = ["It is 12 km away."]
[rule.replace]
'(\\d+) ?kms\\b' = '\\1 km'
"""
ARTICLE = "Port grows\n\nThe port will Utilise both piers, 12 kms apart. “They UTILISE it,” said Ida Holm.\n"
Run = Callable[..., Report]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Check an article in a folder with these packs; VERIFY_DISABLE_PLUGINS leaves packs alone."""
    monkeypatch.setenv("VERIFY_DISABLE_PLUGINS", "all")
    monkeypatch.chdir(tmp_path)

    def go(settings: str = "", article: str = ARTICLE, **packs: str) -> Report:
        Path("verify.toml").write_text(settings, encoding="utf-8")
        Path("rules").mkdir(exist_ok=True)
        for name, text in packs.items():
            Path("rules", f"{name}.toml").write_text(text, encoding="utf-8")
        Path("a.txt").write_text(article, encoding="utf-8")
        loaded = load("a.txt")
        desk = arrange(plugins_of(loaded), loaded, Wishes())
        return check([Source("a.txt")], desk.setup, problems=(*loaded.problems, *desk.problems))

    return go


def told(report: Report, family: str = "house") -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f.rule, f.text, f.fixes) for f in report.findings if f.rule.startswith(family)]


def test_the_packs_beside_the_settings_are_rules_like_others(run: Run) -> None:
    report = run(house=HOUSE)
    assert report.problems == ()
    assert told(report) == [
        ("house/plain-words", "Utilise", ("Use",)),
        ("house/units", "12 kms", ("12 km",)),
    ]
    first, second = (finding for finding in report.findings if finding.rule.startswith("house"))
    assert (first.severity, first.safe, first.message) == (
        "info", True, "“Utilise”, but the house writes “Use”",
    )  # fmt: skip
    assert second.message == "“12 kms”: one kilometre or ten, the unit is km, as in 12 km"


def test_settings_choose_grade_and_set_them(run: Run) -> None:
    settings = 'ignore = ["house/units"]\n[severity]\nhouse = "error"\n[rules."house/plain-words"]\n'
    report = run(settings + "quotes = true\n", house=HOUSE)
    assert [(f.text, f.severity) for f in report.findings] == [("Utilise", "error"), ("UTILISE", "error")]
    report = run(settings + 'exceptions = ["utilise both piers"]\n', house=HOUSE)
    assert list(report.findings) == []


def test_an_author_may_allow_them(run: Run) -> None:
    allowed = "---\nallow: [house/plain-words -- the name of the plan]\n---\n" + ARTICLE
    Path("a.md").write_text(allowed, encoding="utf-8")
    run(house=HOUSE)
    loaded = load("a.md")
    desk = arrange(plugins_of(loaded), loaded, Wishes())
    assert told(check([Source("a.md")], desk.setup)) == [("house/units", "12 kms", ("12 km",))]


def test_packs_that_are_named_stand_for_the_folder(run: Run) -> None:
    assert told(run("packs = []", house=HOUSE)) == []
    report = run('packs = ["rules/house.toml", "rules/none.toml", "../other.toml", "a.txt"]', house=HOUSE)
    assert len(told(report)) == 2
    assert [str(problem) for problem in report.problems] == [
        'verify.toml: packs: "../other.toml" does not lie below the folder of the settings',
        'verify.toml: packs: "a.txt" does not end in .toml',
        'verify.toml: packs: "rules/none.toml" is not there',
    ]


def test_a_folder_of_that_name_beside_no_settings_is_no_business_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFY_DISABLE_PLUGINS", "all")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "odd.toml").write_text("[dice]\nsides = 6\n")
    for name, text in (("pyproject.toml", "[tool.verify]\n"), ("other.toml", "")):
        (tmp_path / name).write_text(text)
        plugins = plugins_of(load(str(tmp_path)))
        plugins.rules()
        assert (plugins.plugins(), plugins.problems) == ((), [])


def test_the_examples_are_the_tests_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(HOUSE, encoding="utf-8")
    plain, units = rules(path)
    assert not isinstance(plain, Problem)
    assert not isinstance(units, Problem)
    assert check_page(plain) == check_page(units) == []
    page = plain.read_page()
    assert page.startswith("# house/plain-words\n\nWords stand for which the house writes others.\n")
    assert "- “in order to” → “to” or “so as to”" in page
    assert "See <https://style.example/plain>." in page
    path.write_text(HOUSE.replace("[[utilise]]", "utilise"), encoding="utf-8")
    broken = next(rules(path))
    assert not isinstance(broken, Problem)
    assert check_page(broken) == [
        'house.toml, page of house/plain-words, line 20: flagged without a mark: "utilise" (a.txt 14:21)',
    ]


def test_mistakes_are_told_at_their_place_and_the_rest_holds(run: Run) -> None:
    pack = """
titel = "x"
[[rule]]
id = "house/sound"
words = ["port", " ", "--"]
patterns = ["(", "apart"]
[[rule]]
id = "house/sound"
words = ["piers"]
[[rule]]
id = "no family"
words = "port"
[[rule]]
id = "house/idle"
[[rule]]
id = "house/examples"
words = ["x"]
flagged = ["no mark"]
silent = ["```"]
[[rule]]
words = ["x"]
serverity = "info"
"""
    report = run(house=pack)
    assert [text for _, text, _ in told(report)] == ["port", "apart"]
    none = 'rules/house.toml:20:1: id: expected a family and a name, such as "house/plain-words"'
    assert [str(problem) for problem in report.problems] == [
        "rules/house.toml:12:1: words: expected a list of words and phrases, got 'port'",
        "rules/house.toml:13:1: house/idle looks for nothing: give it words, instead, patterns or replace",
        "rules/house.toml:18:12: flagged: an example here marks what is flagged with [[…]]",
        "rules/house.toml:19:11: silent: an example is copy, with no ``` in it",
        f"{none}, and there is none",
        'rules/house.toml:22:1: unknown key "serverity" (did you mean "severity"?)',
        'rules/house.toml:2:1: unknown key "titel" (did you mean "title"?)',
        "rules/house.toml:5:18: ' ' is no word or phrase (a pattern goes under patterns)",
        "rules/house.toml:5:23: '--' is no word or phrase (a pattern goes under patterns)",
        "rules/house.toml:6:13: house/sound: the pattern '(' is no pattern: missing ) at position 1",
        'rules/house.toml:8:1: a second rule is called "house/sound"; it is left out',
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[rule]\n", "rules/house.toml:1:"),
        ('[[rule]]\nid = "a"\nid = "b"\n', "rules/house.toml:3:1: broken TOML: duplicate key"),
        ("", "rules/house.toml:1:1: there is no [[rule]] in it"),
        ("rule = 3", "rules/house.toml:1:1: there is no [[rule]] in it"),
        ("x = " + "[" * 10_000, "rules/house.toml:1:"),
        (".".join("a" * 500) + " = 1", "rules/house.toml"),
    ],
)
def test_a_pack_that_cannot_be_read_is_one_line(run: Run, text: str, expected: str) -> None:
    report = run(house=text)
    assert str(report.problems[0]).startswith(expected)
    assert told(report) == []


def test_a_pattern_that_runs_for_ever_is_named_and_nothing_else_is_lost(run: Run) -> None:
    slow = '\n[[rule]]\nid = "house/slow"\npatterns = ["(?:a|aa)+$", "piers"]\n'
    article = ARTICLE + "\n" + "a" * 5000 + "!\n"
    report = run(house=HOUSE + slow, article=article)
    why = "was cut short: a pattern ran for longer than 1 s: '(?:a|aa)+$'"
    assert [str(problem) for problem in report.problems] == [
        f"a.txt: rule house/slow (rules/house.toml) {why}"
    ]
    expected = [*told(run(house=HOUSE, article=article)), ("house/slow", "piers", ())]
    assert sorted(told(report)) == sorted(expected)
