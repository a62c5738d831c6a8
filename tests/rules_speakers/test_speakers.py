"""The rules about speakers, on whole articles: what they never speak of, and what odd copy does."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.check.rule import Rule
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.mark.order import Marker, mark, plan
from verify.model.article import Article
from verify.model.finding import Flag
from verify.plugin.house import furnish
from verify.plugin.manager import Plugins
from verify.read.formats import TEXT as READER
from verify.testing import rules

SPEAKERS = {rule.id: rule for rule in rules() if rule.family == "speakers"}
each_rule = pytest.mark.parametrize("rule", SPEAKERS.values(), ids=list(SPEAKERS))


@cache
def markers() -> tuple[Marker, ...]:
    needs = {need for rule in SPEAKERS.values() for need in rule.needs}
    house, problems = furnish(Plugins(()), Loaded(Settings()), "ap")
    assert house is not None
    assert problems == ()
    return plan((*Plugins(()).markers(), house.marker()), needs)


def article(text: str) -> Article:
    return mark(READER.read("a.txt", text.encode()), markers())


def flags(rule: Rule, copy: Article) -> list[Flag]:
    return list(rule.check(copy, rule.options()) if rule.options else rule.check(copy))


def told(rule: str, text: str) -> list[str]:
    copy = article(text)
    return [copy.text[slice(*flag.span)] for flag in flags(SPEAKERS[f"speakers/{rule}"], copy)]


@each_rule
def test_what_stands_in_quotation_marks_is_the_speakers_own(rule: Rule) -> None:
    copy = article(
        "A reading in the park\n\n"
        "“Sources said so. According to Ann Lee, she said no. A senior adviser said yes. Critics say maybe. "
        "Minsk called it. The mayor said it, he smiled. Somebody assured that it was. It is widely believed "
        "that it will. The Post reported, citing the Times. The source said it, they stated, she tweeted,” "
        "Ann Lee, a poet, said.\n"
    )
    assert flags(rule, copy) == []


@each_rule
def test_nobody_is_no_source(rule: Rule) -> None:
    copy = article(
        "Door stays shut\n\n"
        "“Who is in?” the sheriff, Ann Lee, said. Nobody answered. No one replied to letters. None of them "
        "said a word, and nobody told her why. “Hello?” she said.\n"
    )
    assert flags(rule, copy) == []


@each_rule
def test_what_is_told_without_quotation_marks_is_nobodys_quote(rule: Rule) -> None:
    copy = article(
        "Dam holds\n\nThe mayor claimed that the dam would hold. Minsk stated that it would not. "
        "She said he admitted it, and he smiled.\n"
    )
    assert flags(rule, copy) == []


PIECES = st.sampled_from(
    [
        *"""“ ” " ‘ ’ , . ? ! : — ( ) Lee Ann Ann-Marie Minsk Reuters he she said says told claimed stated
        tweeted smiled sources source critics some many according to of the a which who close familiar with
        and in 2024 say believe adviser an one mayor it is was The According Critics Some A""".split(),
        "\n\n",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=60))
def test_any_words_in_any_order_give_flags_inside_the_copy(words: list[str]) -> None:
    copy = article("Headline\n\n" + " ".join(words))
    for rule in SPEAKERS.values():
        for flag in flags(rule, copy):
            assert 0 <= flag.span[0] < flag.span[1] <= len(copy.text)
            assert flag.message


def test_one_verb_that_serves_two_quotations_is_one_finding() -> None:
    text = "Fares rise\n\nThe mayor, Ann Lee, claimed that fares were “low” and buses “clean as a church.”\n"
    assert told("judging-verb", text) == ["claimed"]


@pytest.mark.parametrize(
    ("ending", "found"),
    [
        ("“Yes,” he smiled.", ["smiled"]),
        ("“Yes!” he laughed.", ["laughed"]),
        ("“Yes,” laughed Lee.", ["laughed"]),
        ("“Yes!” Lee laughed.", []),
        ("“Yes.” He smiled.", []),
        ("“Yes,” he smiled and said.", []),
        ("“Yes” he smiled", []),
    ],
)
def test_a_gesture_is_one_only_where_the_sentence_goes_on(ending: str, found: list[str]) -> None:
    assert told("gesture-as-speech", f"Vote counted\n\nAnn Lee won on Monday. {ending}\n") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The minister  assured  that the dam would hold.", ["assured"]),
        ("The minister, Paolo Reyes, quietly informed that it would.", ["informed"]),
        ("He called them and assured that it would hold.", ["assured"]),
        ("He was called and told that it would hold.", []),
        ("Told that it would hold, he left.", []),
        ("The minister assured them that it would hold.", []),
        ("She tells that one to children.", []),
    ],
)
def test_a_verb_lacks_its_listener_only_where_somebody_uses_it(sentence: str, found: list[str]) -> None:
    assert told("verb-without-listener", f"Dam holds\n\n{sentence}\n") == found


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("", ["two sources"]),
        (" They were not authorized to speak.", []),
        (" They asked not to be named.", []),
        (" Both spoke on condition of anonymity.", []),
        (" They would not give their names for fear of losing work.", []),
    ],
)
def test_any_reason_for_having_no_name_will_do(reason: str, found: list[str]) -> None:
    text = f"Ferry line to close\n\nThe line will close in May, two sources said on Monday.{reason}\n"
    assert told("anonymous-without-reason", text) == found


@pytest.mark.parametrize(
    ("date", "found"),
    [("July 23, 2023", []), ("July 24, 2023", ["tweeted"]), ("May 1", []), ("Feb. 2, 2031", ["tweeted"])],
)
def test_tweeting_ends_with_the_name_of_the_platform(date: str, found: list[str]) -> None:
    text = (
        f"Mayor answers\n\nSTENNISH, {date} (NNA) — The mayor, Ann Lee, tweeted that the ferry would stay.\n"
    )
    assert told("dated-platform-verb", text) == found
