"""Quotes are kept under keys that another version of the words shares."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from verify.mark.order import mark, plan
from verify.plugin.manager import Plugins
from verify.read.formats import TEXT as READER
from verify.store.facts import Fact
from verify.store.sayings import said

MARKERS = plan(Plugins().markers(), ["quotes"])
WORDS = "river bridge council winter market harbor school garden engine window ladder paper".split()


def kept(text: str) -> list[Fact]:
    return list(said(mark(READER.read("a.txt", text.encode()), MARKERS)))


def story(words: str, tag: str = "Ines Calloway said") -> str:
    return f"River falls\n\n“{words},” {tag} on Friday in the square.\n"


LONG = "the water came up to the last step and then it stopped"


@given(
    st.lists(st.sampled_from(WORDS), min_size=11, max_size=20),
    st.lists(st.lists(st.sampled_from(WORDS), max_size=15), min_size=4, max_size=4),
)
def test_quotes_with_eleven_words_in_common_share_a_key(shared: list[str], around: list[list[str]]) -> None:
    one, other = (" ".join((*around[side], *shared, *around[side + 1])) for side in (0, 2))
    keys = [{fact.subject for fact in kept(story(words))} for words in (one, other)]
    assert keys[0] & keys[1]


def test_the_speaker_goes_along_and_whoever_else_the_paragraph_names() -> None:
    assert {fact.value for fact in kept(story(LONG))} == {"Ines Calloway"}
    assert {fact.value for fact in kept(story(LONG, "Ines Calloway told Peter Osei"))} == {
        "Ines Calloway; osei"
    }


def test_a_pronoun_is_no_sure_speaker() -> None:
    text = f"River falls\n\nInes Calloway saw it.\n\n“{LONG},” she said on Friday.\n"
    assert {fact.value for fact in kept(text)} == {""}


def test_the_full_name_is_given_where_the_paragraph_has_the_family_name() -> None:
    text = f"River falls\n\nInes Calloway saw it.\n\n“{LONG},” Calloway said on Friday.\n"
    assert {fact.value for fact in kept(text)} == {"Ines Calloway"}


def test_few_words_and_words_that_nobody_said_are_not_kept() -> None:
    assert kept(story("we never saw water like that")) == []
    assert (
        kept("River falls\n\nHer novel, “The Water Came Up to the Last Step and Then It Stopped”, sold well.")
        == []
    )


def test_of_a_long_quote_the_stretch_around_each_key_is_kept() -> None:
    words = [f"{word}{number}" for number in range(40) for word in WORDS[:10]]
    text = story(" ".join(words))
    facts = kept(text)
    assert 0 < len(facts) <= 96
    for fact in facts:
        assert 40 <= len(text[fact.start : fact.end].split()) <= 80
        assert text[fact.start - 1] in "“ "


def test_keys_of_a_speech_are_few_and_the_same_ones_in_another_version() -> None:
    words = [f"{word}{number}" for number in range(300) for word in WORDS[:10]]
    one, other = (kept(story(" ".join(words[cut:]))) for cut in (0, 7))
    assert len(one) == len(other) == 96
    assert len({fact.subject for fact in one} & {fact.subject for fact in other}) > 90


def test_keys_are_the_same_in_every_process() -> None:
    code = (
        "from verify.store.sayings import _kept; from verify.mark.pairs.spoken import spoken;"
        f"print([f'{{number:08x}}' for _, number in _kept(spoken({LONG!r}))])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {str([fact.subject for fact in kept(story(LONG))]) + "\n"}
