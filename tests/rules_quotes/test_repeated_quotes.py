"""The rules that compare the quotes of one story, on whole articles: exact places, fixes and silence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.check.rule import Rule
from verify.model.finding import Finding
from verify.testing import Block, findings, rules

QUOTES = {rule.id: rule for rule in rules() if rule.family == "quotes"}
PULL, TOLD, TWO = (
    QUOTES[f"quotes/{name}"]
    for name in ("pull-quote-differs", "quote-told-differently", "same-words-two-speakers")
)
WORDS = "river bridge council winter market harbor school garden engine window ladder paper".split()
BETWEEN = (
    "The vote is due in May.\n\nAbout sixty people came, some of them with signs.\n\nIt rained all day.\n\n"
)


def found(rule: Rule, text: str, **options: int) -> list[Finding]:
    return list(findings(rule, Block(1, (("a.txt", text),), (), tuple(options.items()))))


def story(first: str, second: str, *, pull: bool = False) -> str:
    again = f"“{second}”" if pull else f"“{second},” Tully told the board on Friday."
    lead = f"“{first},” said Marion Tully, who leads the council."
    return f"Pool stays\n\n{lead}\n\n{BETWEEN}{again}\n\nIt rained."


@pytest.mark.parametrize(
    ("said", "pulled", "flagged", "fix"),
    [
        ("It will cost us forty dollars a head", "It will cost us sixty dollars a head", "sixty", "forty"),
        ("We never once asked for the money", "We never asked for the money", "never", "never once"),
        ("We never asked for the money at all", "We never once asked for the money at all", "never once",
         "never"),
        ("They took the roof and then the bell and went", "They stole the roof and then the bell or went",
         "stole the roof and then the bell or", "took the roof and then the bell and"),
    ],
)  # fmt: skip
def test_a_pull_quote_is_mended_where_it_departs(said: str, pulled: str, flagged: str, fix: str) -> None:
    (one,) = found(PULL, story(said, pulled, pull=True))
    assert (one.text, one.fixes) == (flagged, (fix,))
    (there,) = one.related
    assert story(said, pulled, pull=True)[there.start : there.end] == fix


@pytest.mark.parametrize(
    "again",
    [
        "it will cost us forty dollars a head and nobody asked",
        "It will cost us … a head and nobody asked",
        "It will cost us . . . a head and nobody asked",
        "It will cost us [about] forty dollars a head and nobody asked",
        "It will cost us, um, forty dollars a head and nobody asked",
        "It will cost us forty-dollars a head, and nobody asked",
    ],
)
def test_cuts_brackets_fillers_and_points_are_no_other_words(again: str) -> None:
    said = "It will cost us forty dollars a head and nobody asked"
    for pull in (False, True):
        text = story(said, again, pull=pull)
        assert found(PULL, text) == found(TOLD, text) == []


def test_of_two_tellings_the_later_is_flagged_and_the_earlier_shown() -> None:
    text = story(
        "We will open it in June and keep it open for good",
        "We will open it in May and keep it open for good",
    )
    (one,) = found(TOLD, text)
    assert (one.text, one.fixes) == ("May", ())
    assert text[one.related[0].start : one.related[0].end] == "June"
    assert found(PULL, text) == []


def test_a_headline_with_a_word_of_its_own_is_flagged_once() -> None:
    head = "Tully: “We will drown before we close the pool”"
    text = f"{head}\n\n“We will {{}} before we close the pool,” said Marion Tully.\n"
    own, told = text.format("resign"), text.format("sooner drown")
    headline = QUOTES["quotes/headline-quote-not-in-body"]
    assert [one.text for one in found(headline, own)] == ["“We will drown before we close the pool”"]
    assert found(PULL, own) == found(headline, told) == []
    assert [(one.text, one.fixes) for one in found(PULL, told)] == [("will", ())]


def test_other_people_may_say_it_otherwise() -> None:
    text = story("We will open it in June and keep it open", "We will open it in May and keep it open")
    assert found(TOLD, text.replace("Tully told", "Carl Brandvold told")) == []


def test_few_words_are_left_alone_unless_the_desk_asks() -> None:
    text = story("We will open it in June for good", "We will open it in May for good")
    assert found(TOLD, text, **{"min-words": 9}) == []
    assert [one.text for one in found(TOLD, text)] == ["May"]


def test_a_quote_has_one_speaker_unless_one_repeats_the_other() -> None:
    said = "The water came up to the last step and then it stopped"
    text = f"Dam holds\n\n“{said},” said Ines Calloway.\n\n{BETWEEN}“{said},” Peter Osei said.\n"
    (one,) = found(TWO, text)
    assert one.message == "Peter Osei says here what Ines Calloway says before, in the same words"
    assert text[one.related[0].start : one.related[0].end] == f"“{said},”"
    assert (
        found(TWO, text.replace("Peter Osei said.", "Peter Osei said, repeating what Calloway had said."))
        == []
    )
    assert found(TWO, text.replace("Peter Osei", "Ines Calloway")) == []


def test_a_word_that_grows_in_lower_case_moves_nothing() -> None:
    said = "In İzmir and in İçel they took the roof and then the doors"
    (one,) = found(PULL, story(said, said.replace("took", "stole"), pull=True))
    assert (one.text, one.fixes) == ("stole", ("took",))


sentence = st.lists(st.sampled_from(WORDS), min_size=8, max_size=30)


@settings(max_examples=25, deadline=None)
@given(words=sentence, pull=st.booleans())
def test_the_same_words_are_never_flagged(words: list[str], pull: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    said = f"We {' '.join(words)}"
    text = story(said, said, pull=pull)
    assert found(PULL, text) == found(TOLD, text) == found(TWO, text) == []


@settings(max_examples=25, deadline=None)
@given(words=st.permutations(WORDS), at=st.integers(4, 7))
def test_a_new_word_is_found_wherever_it_stands(words: list[str], at: int) -> None:
    changed = [*words[:at], "zebra", *words[at + 1 :]]
    (one,) = found(PULL, story(f"We {' '.join(words)}", f"We {' '.join(changed)}", pull=True))
    assert (one.text, one.fixes) == ("zebra", (words[at],))


@pytest.mark.parametrize("mess", ["[" * 3000, "“" * 150, "‘a’ " * 150, "… " * 500, "“a b c d e f g” " * 90])
def test_hostile_copy_raises_nothing(mess: str) -> None:
    for rule in QUOTES.values():
        found(rule, f"Pool stays\n\n“{mess} we go” said Ann Lee.\n\n{mess}")
