"""Indirect quotes: their places, how sure they are, and that hostile copy costs nothing out of proportion."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.mark.order import Marker, mark, plan
from verify.model.article import Article
from verify.model.marks import Quote
from verify.plugin.builtin import verify_markers
from verify.read.formats import TEXT as READER

_MARKERS = plan([one for one in verify_markers() if isinstance(one, Marker)], ["indirect"])
_PIECES = st.lists(
    st.sampled_from([
        "Maren Holt", "the mayor", "he", "she", "they", "his lawyer", "officials", "who", "said", "says",
        "told reporters", "according to", "announced", "believes", "that", "the harbor would open", "in May",
        "on Monday", ",", ".", "“We wait,”", "“no”", "and", "but", "because", "it was late", ":", "added",
        "the plan to", "’s claim that", "asked whether", "\n\n", "“", "”", "—", "(", ")", "LEE",
    ]),
    max_size=40,
).map(" ".join)  # fmt: skip


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", f"Harbor wall delayed\n\n{copy}".encode()), _MARKERS)


def told(copy: str) -> list[tuple[str, str]]:
    """Each statement as (speaker, words reported)."""
    article = marked(copy)
    return [(one.speaker.name, article.text[one.start : one.end]) for one in article.indirect if one.speaker]


def test_what_somebody_is_reported_to_say_has_cue_speaker_and_place() -> None:
    article = marked("Maren Holt, who runs the harbor, said on Monday that the wall would stand.")
    (quote,) = article.indirect
    assert article.text[quote.start : quote.end].rstrip(".") == "that the wall would stand"
    assert quote.cue is not None
    assert article.text[quote.cue.start : quote.cue.end] == "said"
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.type) == ("Maren Holt", "person")
    assert (quote.kind, quote.quotation) == ("indirect", -1)


def test_a_pronoun_is_led_to_whoever_spoke_last() -> None:
    copy = "“The wall will stand,” Maren Holt said. She said that the stone came from the quarry."
    assert [speaker for speaker, _ in told(copy)] == ["Maren Holt"]


def test_no_statement_begins_with_the_comma_behind_its_cue() -> None:
    copy = "Officials said, on the whole, that the wall would stand. Maren Holt believes, win or lose, in it."
    assert [words[:1].isalpha() for _, words in told(copy)] == [True, True]


@pytest.mark.parametrize(
    "copy",
    [
        "The wall is four miles long. It was built in 1911 and mended twice.",
        "“The wall will stand,” Maren Holt said.",
        "He said: “The wall will stand.”",
        "“We wait,” he said on Monday, and left for the harbor.",
    ],
)
def test_nothing_is_reported_where_nobody_speaks_or_a_quote_has_the_cue(copy: str) -> None:
    assert told(copy) == []


def test_what_a_quote_says_is_not_told_again() -> None:
    article = marked("She said the plan was “dead in the water” and would not be heard of again this year.")
    quotations = [(one.start, one.end) for one in article.quotations.spans]
    for one in article.indirect:
        assert not any(start < one.end and one.start < end for start, end in quotations)


@given(_PIECES)
@settings(max_examples=150, deadline=None)
def test_every_statement_lies_in_one_paragraph_and_outside_quotations(copy: str) -> None:
    article = marked(copy)
    assert list(article.indirect) == sorted(article.indirect, key=lambda one: (one.start, one.end))
    for quote in article.indirect:
        block = article.blocks[quote.block]
        assert block.start <= quote.start < quote.end <= block.end
        assert 0.0 < quote.confidence <= 1.0
        assert quote.speaker is not None
        assert quote.cue is not None
        assert not any(
            one.start < quote.end and quote.start < one.end for one in article.quotations.spans if one.closed
        )


@given(_PIECES)
@settings(max_examples=50, deadline=None)
def test_the_same_copy_gives_the_same_statements(copy: str) -> None:
    def seen() -> list[Quote]:
        return list(marked(copy).indirect)

    assert seen() == seen()
