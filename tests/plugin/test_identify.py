"""People whom a plugin knows: asked for once each, where no people file knows them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from verify import Article, Mention, Post, Preference, Record, hookimpl
from verify.check.outcome import Report
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.check.workers import Workers
from verify.config.load import load
from verify.plugin.desk import arrange
from verify.plugin.installed import Installed
from verify.plugin.local import plugins_of
from verify.plugin.manager import Plugins

RULES = ("names/differs-from-people-file", "titles/avoided-title", "titles/office-not-held")
COPY = """ROCK HARBOR, March 4, 2025 — Mayor Helena Marsh said on Monday that the bridge would close.

“We cannot pay,” Helena Marsch said. Marsh left. War Secretary Paul Okafor agreed with Marsh.

Port Ellery is far away, said Dana Whitlow of the Bridge Company.
"""
MARSH = Record(
    "Helena Marsh", "Helena", "Marsh", offices=(Post("mayor", end=datetime.date(2024, 1, 1)),), pronoun="she"
)
OKAFOR = Record("Paul Okafor", titles=(Preference("defense secretary", ("war secretary",)),))
REGISTER = {"Helena Marsh": MARSH, "Helena Marsch": MARSH, "Paul Okafor": OKAFOR}
Identify = Callable[..., object]


def knowing(*identifies: Identify) -> Plugins:
    """A plugin for each of these."""

    def entry(identify: Identify) -> SimpleNamespace:
        return SimpleNamespace(load=lambda: SimpleNamespace(verify_identify=hookimpl(identify)))

    return Plugins(
        Installed(f"register-{number}", "1.0", f"register{number}", entry(one))
        for number, one in enumerate(identifies)
    )


def the_report(plugins: Plugins, *, people: tuple[str, ...] = (), copies: int = 1) -> Report:
    desk = arrange(plugins, load(isolated=True), Wishes(select=RULES), people=people)
    queue = [Source(f"{name}.txt", COPY.encode()) for name in "abcd"[:copies]]
    return check(queue, desk.setup, problems=desk.problems)


def told(report: Report) -> list[str]:
    return [f"{one.text}: {one.message}" for one in report.findings]


def known(mention: Mention) -> Record | None:
    return REGISTER.get(mention.name)


FOUND = [
    "Mayor: the record has Helena Marsh as mayor until January 1, 2024; the story is of March 4, 2025",
    "Marsch: “Marsch” is spelt “Marsh” in the record",
    "War Secretary: “War Secretary” is a title to avoid for Paul Okafor; the record has “defense secretary”",
]


def test_the_rules_about_the_people_file_hold_copy_against_what_a_plugin_knows() -> None:
    report = the_report(knowing(known))
    assert report.problems == ()
    assert told(report) == FOUND
    assert told(the_report(knowing())) == []


def test_each_person_is_asked_for_once_by_the_mention_that_names_them_most_fully() -> None:
    asked: list[tuple[str, str, str]] = []

    def identify(mention: Mention, article: Article) -> None:
        asked.append((mention.name, mention.title, article.entities[mention.entity].name))

    the_report(knowing(identify))
    assert asked == [
        ("Helena Marsh", "Mayor", "Helena Marsh"),
        ("Helena Marsch", "", "Helena Marsch"),
        ("Paul Okafor", "War Secretary", "Paul Okafor"),
        ("Dana Whitlow", "", "Dana Whitlow"),
    ]


def test_the_first_answer_holds_and_the_next_plugin_is_asked_for_the_others_alone() -> None:
    asked: list[str] = []

    def second(mention: Mention) -> Record | None:
        asked.append(mention.name)
        return OKAFOR if mention.name == "Paul Okafor" else Record("Nobody at all")

    report = the_report(knowing(lambda mention: MARSH if mention.given == "Helena" else None, second))
    assert asked == ["Paul Okafor", "Dana Whitlow"]
    assert told(report) == FOUND


def test_whom_a_people_file_knows_nobody_is_asked_for(tmp_path: Path) -> None:
    asked: list[str] = []

    def identify(mention: Mention) -> Record | None:
        asked.append(mention.name)
        return known(mention)

    file = tmp_path / "people.toml"
    file.write_text('[[people]]\nname = "Helena Marsh"\n', encoding="utf-8")
    report = the_report(knowing(identify), people=(str(file),))
    assert asked == ["Paul Okafor", "Dana Whitlow"]
    assert told(report) == ["Marsch: “Marsch” is spelt “Marsh” in the people file", FOUND[2]]


def test_without_a_rule_that_asks_nobody_is_asked() -> None:
    asked: list[str] = []
    desk = arrange(
        knowing(lambda mention: asked.append(mention.name)), load(isolated=True), Wishes(select=("typos",))
    )
    check([Source("a.txt", COPY.encode())], desk.setup)
    assert asked == []


def test_the_article_has_the_marks_that_the_guide_names_whatever_rules_run() -> None:
    seen: set[frozenset[str]] = set()
    for select in (RULES[:1], RULES, ("ALL",)):
        plugins = knowing(lambda article: seen.add(frozenset(article.marks)))
        desk = arrange(plugins, load(isolated=True), Wishes(select=select), marks=("dossiers",))
        check([Source("a.txt", COPY.encode())], desk.setup)
    assert seen == {frozenset(("sentences", "quotations", "names", "people"))}


FAULTS: dict[str, tuple[Identify, str]] = {
    "raises": (lambda mention: mention.tide, "raised AttributeError: "),
    "gives words": (lambda mention: mention.name, "gave a str, not a Record or None"),
    "a record that is none": (
        lambda: Record(3),  # type: ignore[arg-type]
        "gave a Record that is none: Expected `str`, got `int` - at `$.name`",
    ),
    "a record that can be changed": (
        lambda: Record("Helena Marsh", forms=["Helen Marsh"]),  # type: ignore[arg-type]
        "gave a Record that is none: unhashable type: 'list'",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_that_fails_is_named_once_and_the_next_is_asked(fault: str) -> None:
    identify, words = FAULTS[fault]
    report = the_report(knowing(identify, known), copies=3)
    (problem,) = map(str, report.problems)
    assert problem.startswith(f"a.txt: the identifier of register-0 1.0 {words}")
    assert problem.endswith("; and on 2 more articles")
    assert told(report) == FOUND * 3


PLUGIN = """from verify import Record, hookimpl


@hookimpl
def verify_identify(mention):
    return Record("Helena Marsh", "Helena", "Marsh") if mention.given == "Helena" else None
"""


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "verify.toml").write_text(f'plugins = ["register.py"]\nselect = ["{RULES[0]}"]\n')
    (tmp_path / "register.py").write_text(PLUGIN)
    monkeypatch.chdir(tmp_path)
    loaded = load(".")
    desk = arrange(plugins_of(loaded), loaded, Wishes())
    queue = [Source(f"{name}.txt", COPY.encode()) for name in "abcd"]
    one, two = (check(queue, desk.setup, workers=Workers(jobs, desk.again)) for jobs in (1, 2))
    assert one == two
    assert len(tuple(one.findings)) == len(queue)
