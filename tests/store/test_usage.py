"""Which story of a run does not write a word as the others do."""

from __future__ import annotations

import itertools

from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.mark import dates, forms, quotations
from verify.mark.order import mark
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.read.formats import TEXT as READER
from verify.store.archive import Archive
from verify.store.facts import Fact, Story
from verify.store.remember import facts
from verify.store.usage import odd_form


def story(path: str, *values: str) -> Story:
    return Story(path, "", tuple(Fact("form", "US", value, 4, 6) for value in values))


def odd(stories: list[Story], lead: int = 0) -> dict[str, tuple[str, int, int]]:
    archive = Archive(stories)
    answers = {each.path: odd_form(each, archive, "US", lead=lead) for each in stories}
    return {
        path: (answer.other.path, answer.here, answer.there) for path, answer in answers.items() if answer
    }


def test_the_minority_is_odd_and_points_at_the_first_of_the_others() -> None:
    assert odd([story("a", "points"), story("b", "none"), story("c", "none")]) == {"a": ("b", 1, 2)}


def test_a_tie_goes_to_the_first_path_in_any_order_of_files() -> None:
    stories = [story("a", "none"), story("b", "points"), story("c", "points"), story("d", "none")]
    for order in itertools.permutations(stories):
        assert odd(list(order)) == {"b": ("a", 2, 2), "c": ("a", 2, 2)}


def test_the_lead_of_the_others_may_have_to_be_clear() -> None:
    one, others = story("a", "points"), [story(path, "none") for path in "bcde"]
    assert odd([one, *others[:1]], lead=2) == odd([one, *others[:2]], lead=2) == {}
    assert odd([one, *others[:3]], lead=2) == {"a": ("b", 1, 3)}
    two = [one, story("aa", "points")]
    assert odd([*two, *others[:3]], lead=2) == {}
    assert odd([*two, *others], lead=2) == {"a": ("b", 2, 4), "aa": ("b", 2, 4)}


def test_a_story_that_mixes_forms_has_no_say() -> None:
    assert odd([story("a", "none"), story("b", "none", "points")]) == {}


def test_one_form_everywhere_is_no_matter() -> None:
    assert odd([story("a", "none"), story("b", "none"), story("c")]) == {}


def test_the_first_place_of_each_form_is_remembered_and_quotations_are_not() -> None:
    copy = (
        "Harbor vote\n\n“The US kept its word,” she said. The U.S. envoy and the U.S. fleet left on May 3, "
        "and the board of the port was told of it on Nov. 4, two days before the vote on the harbor."
    )
    article = mark(READER.read("a.txt", copy.encode()), [quotations.MARKER, dates.MARKER, forms.MARKER])
    kept = [fact for fact in facts(article) if fact.kind == "form"]
    assert {(fact.subject, fact.value, article.text[fact.start : fact.end]) for fact in kept} == {
        ("US", "points", "U.S."),
        ("date", "Nov. 4", "Nov. 4"),
        ("variety", "us", "harbor"),
    }
    assert min(fact.start for fact in kept) == article.text.index("U.S.")


WORDS = ["The U.S. harbor opens on Oct. 6, she said.", *["The US harbour opens on 6 October, she said."] * 3]


def test_the_rules_speak_in_the_words_of_the_copy() -> None:
    setup = arrange(Plugins(()), load(isolated=True), Wishes(select=("style",))).setup
    copy = [Source(f"{name}.txt", words.encode()) for name, words in zip("abcd", WORDS, strict=True)]
    report = check(copy, setup)
    assert [(one.path, one.rule.partition("/")[2], one.text, one.message) for one in report.findings] == [
        (
            "a.txt", "mixed-abbreviations-across-articles", "U.S.",
            "“U.S.” in this story, but “US” in others (1 against 3)",
        ),
        (
            "a.txt", "mixed-variety-across-articles", "harbor",
            "“harbor” is American spelling, but other stories have British, like “harbour” (1 against 3)",
        ),
        (
            "a.txt", "mixed-date-forms-across-articles", "Oct. 6",
            "“Oct. 6” here, but dates like “6 October” in other stories (1 against 3)",
        ),
    ]  # fmt: skip
    assert report.problems == ()
    pair = [one.rule for one in check(copy[:2], setup).findings]
    assert pair == ["style/mixed-abbreviations-across-articles"]


def test_nothing_is_remembered_of_marks_that_were_not_made() -> None:
    assert [fact for fact in facts(READER_ONLY) if fact.kind == "form"] == []


READER_ONLY = mark(READER.read("a.txt", b"Harbor vote\n\nThe US envoy left the harbor."), [])
