"""Which story of a run does not write a word as the others do."""

from __future__ import annotations

import itertools

from verify.mark import dates, forms, quotations
from verify.mark.order import mark
from verify.read.plain import READER
from verify.store.archive import Archive
from verify.store.facts import Fact, Story
from verify.store.remember import facts
from verify.store.usage import odd_form


def story(path: str, *values: str) -> Story:
    return Story(path, "", frozenset(), tuple(Fact("form", "US", value, 4, 6) for value in values))


def odd(stories: list[Story]) -> dict[str, tuple[str, int, int]]:
    archive = Archive(stories)
    answers = {each.path: odd_form(each, archive, "US") for each in stories}
    return {
        path: (answer.other.path, answer.here, answer.there) for path, answer in answers.items() if answer
    }


def test_the_minority_is_odd_and_points_at_the_first_of_the_others() -> None:
    assert odd([story("a", "points"), story("b", "none"), story("c", "none")]) == {"a": ("b", 1, 2)}


def test_a_tie_goes_to_the_first_path_in_any_order_of_files() -> None:
    stories = [story("a", "none"), story("b", "points"), story("c", "points"), story("d", "none")]
    for order in itertools.permutations(stories):
        assert odd(list(order)) == {"b": ("a", 2, 2), "c": ("a", 2, 2)}


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


def test_nothing_is_remembered_of_marks_that_were_not_made() -> None:
    assert [fact for fact in facts(READER_ONLY) if fact.kind == "form"] == []


READER_ONLY = mark(READER.read("a.txt", b"Harbor vote\n\nThe US envoy left the harbor."), [])
