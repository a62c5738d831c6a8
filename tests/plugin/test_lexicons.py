"""Words that plugins add: known to marks and rules of the copy that they are for, and of no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from verify import Lexicon, hookimpl
from verify.check.explained import Explained, explained
from verify.check.outcome import Report
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.check.workers import Workers
from verify.config.load import load
from verify.lexicon.added import NOTHING
from verify.lexicon.cues import cue_forms, finite_forms
from verify.lexicon.given import gender, is_given, is_surname
from verify.lexicon.holding import added
from verify.lexicon.offered import together
from verify.mark.naming.offices import is_head, office
from verify.plugin.desk import Desk, arrange
from verify.plugin.installed import Installed
from verify.plugin.local import plugins_of
from verify.plugin.manager import Plugins

COPY = """Harbor vote

Portreeve Hannick Quend said on Monday that the stathe would close. The owner of the stathe agreed.

“We cannot pay,” averred Ostrel Zellweg, the portreeve of Wick. Later Ostrel left.

“It is a pity,” she bleated.
"""
COAST = Lexicon(
    words={"stathe"},
    given_names={"Hannick": "m", "Ostrel": "f"},
    surnames={"Quend"},
    cues={"bleat", "aver avers averred averring"},
    titles={"portreeve"},
)


def speaking(*lexicons: object, calls: list[str] | None = None, of: str = "en") -> Plugins:
    """A plugin that gives these words of a language, and writes down each language that it is asked for."""

    @hookimpl
    def verify_lexicons(language: str) -> Iterable[object]:
        if calls is not None:
            calls.append(language)
        return lexicons if language == of else ()

    entry = SimpleNamespace(load=lambda: SimpleNamespace(verify_lexicons=verify_lexicons))
    return Plugins((Installed("coast", "1.0", "coast", entry),))


def desk_of(plugins: Plugins, *marks: str) -> Desk:
    return arrange(plugins, load(isolated=True), Wishes(), marks=marks, keep_said=True)


def the_report(plugins: Plugins) -> Report:
    desk = desk_of(plugins, "quotes", "dossiers")
    return check([Source("a.txt", COPY.encode())], desk.setup, problems=desk.problems)


def told(report: Report) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in report.findings]


def people(report: Report) -> list[tuple[str, str, str]]:
    (file,) = report.files
    return [(one.name, one.title, one.pronoun) for one in file.people if one.kind == "person"]


def test_without_them_the_copy_is_read_otherwise() -> None:
    report = the_report(Plugins(()))
    assert ("typos/misspelling", "stathe") in told(report)
    assert [name for name, _, _ in people(report)] == ["Portreeve Hannick Quend"]


def test_words_names_cues_and_titles_are_known_to_marks_and_rules() -> None:
    report = the_report(speaking(COAST))
    assert report.problems == ()
    assert not {rule for rule, _ in told(report)} & {"typos/misspelling", "quotes/unattributed-quote"}
    assert people(report) == [
        ("Hannick Quend", "Portreeve", ""),
        ("Ostrel Zellweg", "portreeve of Wick", "she"),
    ]
    (file,) = report.files
    said = [(one.speaker, one.cue is not None) for one in file.said if one.kind == "direct"]
    assert said == [("Ostrel Zellweg", True), ("Ostrel Zellweg", True)]


def test_a_plugin_that_knows_nothing_changes_nothing() -> None:
    assert told(the_report(speaking(Lexicon()))) == told(the_report(Plugins(())))
    calls: list[str] = []
    assert told(the_report(speaking(calls=calls))) == told(the_report(Plugins(())))
    assert calls == ["en"]


def test_why_a_quote_has_its_speaker_is_explained_by_the_same_words() -> None:
    found = explained(Source("a.txt", COPY.encode()), desk_of(speaking(COAST), "quotes").setup, 5)
    assert isinstance(found, Explained)
    assert found.said.speaker == "Ostrel Zellweg"


def test_a_word_that_ours_know_stays_what_it_is_but_for_who_bears_a_name() -> None:
    assert (gender("Robin"), gender("José"), is_given("Ostrel")) == ("", "m", False)
    more = Lexicon(given_names={"Robin": "f", "JOSE": "f"}, cues={"describe"}, titles={"senator", "Mayor."})
    with added(together((more,))):
        assert (gender("Robin"), gender("José")) == ("f", "f")
        assert cue_forms()["described"] == ("name", "finite")
        assert (office("former Senator"), office("portreeve Lee")) == (office("former senator"), None)
        assert is_head("mayor")
    assert gender("Robin") == ""


def test_the_forms_of_a_verb_are_made_unless_they_are_given() -> None:
    with added(together((COAST,))):
        forms = {form: kind for form, kind in cue_forms().items() if form.startswith(("bleat", "aver"))}
        assert {"bleated", "averred"} <= finite_forms("say")
    assert forms == {
        "bleat": ("say", "base"), "bleats": ("say", "finite"), "bleated": ("say", "finite"),
        "bleating": ("say", "ing"), "aver": ("say", "base"), "avers": ("say", "finite"),
        "averred": ("say", "finite"), "averring": ("say", "ing"),
    }  # fmt: skip
    assert "bleated" not in cue_forms()


def test_they_hold_inside_the_block_and_in_no_other_thread() -> None:
    answers: list[bool] = []
    with added(together((COAST,))):
        assert is_surname("quend")
        thread = Thread(target=lambda: answers.append(is_surname("Quend")))
        thread.start()
        thread.join()
        with added(NOTHING):
            answers.append(is_surname("Quend"))
        answers.append(is_surname("Quend"))
    assert [*answers, is_surname("Quend")] == [False, False, True, False]


SETTINGS = """select = ["typos/misspelling"]
profile = "ap"
[[paths]]
include = ["london/"]
profile = "guardian"
[[paths]]
include = ["wild/"]
profile = ""
"""
PLUGIN = """from verify import Lexicon, hookimpl


@hookimpl
def verify_lexicons(language):
    return [Lexicon(words={"en": {"stathe"}, "en-GB": {"recieve"}, "en-US": {"goverment"}}[language])]
"""
SLIPS = "Bridge to close\n\nThe owner of the stathe will recieve money of the goverment, Ann Lee said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "verify.toml").write_text(f'plugins = ["coast.py"]\n{SETTINGS}')
    (tmp_path / "coast.py").write_text(PLUGIN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("folder")
def test_those_of_a_variety_hold_where_the_house_style_settles_the_spelling(jobs: int) -> None:
    loaded = load(".")
    desk = arrange(plugins_of(loaded), loaded, Wishes())
    queue = [Source(path, SLIPS.encode()) for path in ("a.txt", "london/b.txt", "wild/c.txt")]
    report = check(queue, desk.setup, problems=desk.problems, workers=Workers(jobs, desk.again))
    assert report.problems == ()
    assert [(one.path, one.text) for one in report.findings] == [
        ("a.txt", "recieve"),
        ("london/b.txt", "goverment"),
        ("wild/c.txt", "recieve"),
        ("wild/c.txt", "goverment"),
    ]


def test_each_language_is_asked_for_once_in_a_run() -> None:
    calls: list[str] = []
    desk = arrange(speaking(calls=calls), load(isolated=True), Wishes(), profile="guardian")
    check([Source(f"{name}.txt", COPY.encode()) for name in "abc"], desk.setup)
    assert calls == ["en", "en-GB"]


def endless() -> Iterator[str]:
    while True:
        yield "word"


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("stathe", "verify_lexicons gave a str, not a Lexicon"),
        (Lexicon(words="stathe"), "gave a Lexicon that is none: Expected `array`, got `str` - at `$.words`"),
        (Lexicon(words=endless()), "gave a Lexicon that is none: Expected `array`, got "),  # type: ignore[arg-type]
        (Lexicon(words={"the stathe"}), 'none: words: expected one word, got "the stathe"'),
        (Lexicon(surnames=[1]), "none: Expected `str`, got `int` - at `$.surnames[0]`"),  # type: ignore[list-item]
        (Lexicon(given_names={"Ann": "x"}), "none: Invalid enum value 'x' - at `$.given_names[...]`"),  # type: ignore[dict-item]
        (Lexicon(titles={"member of the moot"}), "none: titles: expected one word, got "),
        (Lexicon(cues={""}), 'none: cues: expected a verb, and its forms behind it, got ""'),
    ],
)
def test_one_that_is_not_sound_is_told_and_the_others_hold(given: object, fault: str) -> None:
    report = the_report(speaking(given, COAST))
    (problem,) = map(str, report.problems)
    assert problem.startswith("plugin coast 1.0: ")
    assert fault in problem
    assert told(report) == told(the_report(speaking(COAST)))
