"""Quotes held against a source, wording by wording."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark import sourced
from verify.mark.transcripts.compare import Compared, compared, pieces
from verify.mark.transcripts.fold import Fold, folded
from verify.mark.transcripts.shelf import Sources
from verify.mark.transcripts.words import stretches, words_of
from verify.model.article import Article
from verify.model.document import Block, Document
from verify.model.marks import Quote, Speaker
from verify.model.span import SourceMap, Span
from verify.model.supplied import Held, Supplied, gravest

HEARING = """MAYOR LINDQVIST: We will not close the harbor this year, and I can't promise that we will keep
every ferry running through the long winter months. The council has to find the money first.
I am grateful to everybody who came here tonight, um, because the quay belongs to all of us.
We organize the health care fair on 10 March. We don't owe the U.S. navy 5% of anything.
"""
RELEASE = "The county will pay for the bridge, the road and the lights. It is not able to pay for the quay."


def supplied(path: str, text: str) -> Supplied:
    return Supplied(path, text, text, SourceMap.identity(len(text)))


SOURCES = Sources((supplied("hearing.txt", HEARING), supplied("release.txt", RELEASE)))


def held(quote: str, sources: Sources = SOURCES) -> list[Compared | None]:
    return [compared(sources, quote, words) for words in stretches(quote, 0, len(quote))]


def verdicts(quote: str) -> list[str]:
    return [one.verdict if one else "" for one in held(quote)]


@pytest.mark.parametrize(
    "quote",
    [
        "We will not close the harbor this year",
        "we will NOT close the harbor — this year!",
        "I am grateful to everybody who came here tonight because the quay belongs to all of us",
        "grateful to everybody who came here tonight, uh, because the quay",
        "We organize the healthcare fair",
        "We don’t owe the US navy",
        "The council has to find the money [sic] first",
        "[W]e will not close the harbor",
        "the quay belongs to all",
        "It is not able to pay for the quay",
    ],
)
def test_the_words_stand_there(quote: str) -> None:
    assert verdicts(quote) == ["verbatim"]


@pytest.mark.parametrize(
    ("quote", "words", "source"),
    [
        ("We will close the harbor this year", "", "not"),
        ("We will never not close the harbor this year", "never", ""),
        ("They will not close the harbor this year", "They", "We"),
        ("We will not close the harbor next year", "next", "this"),
        ("I can promise that we will keep every ferry running", "can", "can't"),
        ("I am so grateful to everybody who came here", "so", ""),
        ("We will not close every harbor this year", "every", "the"),
        ("The county will pay for the bridge, the quay and the lights", "quay", "road"),
        (
            "grateful to everybody who came here last night, because the quay belongs",
            "last night",
            "tonight",
        ),
        ("the quay belongs to most of us", "most", "all"),
    ],
)
def test_a_word_is_another(quote: str, words: str, source: str) -> None:
    (found,) = held(quote)
    assert found is not None
    assert found.verdict == "changed"
    assert [(one.words, one.source) for one in found.differences if one.kind == "changed"] == [
        (words, source)
    ]


@pytest.mark.parametrize(
    ("quote", "negated"),
    [
        ("We will close the harbor this year", True),
        ("I can promise that we will keep every ferry running", True),
        ("We owe the U.S. navy 5% of anything", True),
        ("We will not close the harbor next year", False),
    ],
)
def test_a_not_that_is_lost_is_told(quote: str, negated: bool) -> None:  # noqa: FBT001 - a column of the table
    (found,) = held(quote)
    assert found is not None
    assert [one.negated for one in found.differences] == [negated]


@pytest.mark.parametrize(
    ("quote", "words", "source"),
    [
        ("We organise the health care fair", "organise", "organize"),
        ("We organize the health care fair on ten March", "ten", "10"),
        ("I cannot promise that we will keep every ferry running", "cannot", "can't"),
        ("We do not owe the U.S. navy 5% of anything", "do not", "don't"),
        ("close the harbour this year", "harbour", "harbor"),
        ("the harbour", "harbour", "harbor"),
    ],
)
def test_a_word_is_spelt_otherwise(quote: str, words: str, source: str) -> None:
    (found,) = held(quote)
    assert found is not None
    assert found.verdict == "respelt"
    assert (found.differences[0].words, found.differences[0].source) == (words, source)


def test_words_left_out_are_a_cut_and_not_where_an_ellipsis_stands() -> None:
    cut = "We will not close the harbor this year, and I can't promise that the council has to find the money"
    (found,) = held(cut)
    assert found is not None
    assert [(one.kind, one.source) for one in found.differences] == [
        ("cut", "we will keep\nevery ferry running through the long winter months")
    ]
    assert verdicts(cut.replace("that the", "that … the")) == ["verbatim", "verbatim"]


def test_two_places_run_together() -> None:
    quote = "The council has to find the money first. The county will pay for the bridge, the road"
    (found,) = held(quote)
    assert found is not None
    assert found.verdict == "joined"
    assert [quote[slice(*one.span)] for one in found.differences] == ["first. The"]
    assert [SOURCES.passage(spot).path for spot in found.spots] == ["hearing.txt", "release.txt"]


@pytest.mark.parametrize(
    "quote",
    ["Nobody has ever asked the fishermen about any of this", "a slow goodbye to us", "we close the harbor"],
)
def test_words_of_which_nothing_stands_there(quote: str) -> None:
    assert verdicts(quote) == ["absent"]


@pytest.mark.parametrize("quote", ["", "…", "harbor", "a slow goodbye", "[the mayor]"])
def test_too_few_words_tell_nothing(quote: str) -> None:
    assert verdicts(quote) in ([], [""])


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        ("The county, she said, was ", "changed"),
        ("The county, she said, was not ", "verbatim"),
        ("She denied that the county was ", "verbatim"),
        ("It was not late. The county was ", "changed"),
    ],
)
def test_a_not_before_the_quotation_may_be_told_in_other_words(before: str, verdict: str) -> None:
    text = f"{before}“able to pay for the quay.”"
    (words,) = stretches(text, len(before), len(text))
    found = compared(SOURCES, text, words)
    assert found is not None
    assert found.verdict == verdict


def test_a_long_quote_is_compared_in_pieces() -> None:
    text = " ".join(f"word{number}" for number in range(250))
    assert [len(piece) for piece in pieces(words_of(text, 0, len(text)))] == [62, 63, 62, 63]
    assert list(pieces([])) == []


def article(text: str, speakers: list[str], path: str = "story.txt") -> Article:
    """An article in which each line is a quote of a speaker."""
    quotes, blocks, at = [], [], 0
    for number, (line, name) in enumerate(zip(text.splitlines(), speakers, strict=True)):
        end = at + len(line)
        speaker = Speaker(name, at, at, "person") if name else None
        quotes.append(Quote(at, end, "direct", speaker, None, 1.0, quotation=number, block=number))
        blocks.append(Block("body", at, end))
        at = end + 1
    document = Document(path, text, text, tuple(blocks), SourceMap.identity(len(text)))
    return Article(document, MappingProxyType({"quotes": tuple(quotes)}))


def marked(one: Article, *texts: Supplied) -> tuple[Held, ...]:
    found: tuple[Held, ...] = sourced.marker(Sources(texts)).run(one)
    return found


def test_a_speaker_is_heard_where_the_sources_hold_other_words_or_the_name() -> None:
    text = "“We will not close the harbor”\n“Nobody asked us about it”\n“Nor will we ask”\n“No one is there”"
    speakers = ["Karin Lindqvist", "Karin Lindqvist", "Ola Dahl", ""]
    found = marked(
        article(text, speakers), supplied("hearing.txt", HEARING.replace("MAYOR LINDQVIST", "MAYOR"))
    )
    assert [(one.verdict, one.heard) for one in found] == [
        ("verbatim", True), ("absent", True), ("absent", False), ("absent", False)
    ]  # fmt: skip
    labelled = marked(article(text.splitlines()[1], ["Karin Lindqvist"]), supplied("hearing.txt", HEARING))
    assert [one.heard for one in labelled] == [True]


def test_in_many_sources_a_few_words_may_be_somebody_elses() -> None:
    padding = "Rain fell on the empty square all day and nobody came. " * 5000
    one = article("“the quay belongs to most of us”", ["Ola Dahl"])
    few, many = supplied("a.txt", HEARING), supplied("a.txt", HEARING + padding)
    assert [found.verdict for found in marked(one, few)] == ["changed"]
    assert [found.verdict for found in marked(one, many)] == ["absent"]


def test_an_article_among_the_sources_is_no_source_of_its_own() -> None:
    one = article("“We will not close the harbor”", ["Karin Lindqvist"], path="hearing.txt")
    (found,) = marked(one, supplied("hearing.txt", HEARING))
    assert found.verdict == "absent"


def test_without_sources_nothing_is_needed_and_nothing_found() -> None:
    assert sourced.marker(Sources(())) is sourced.MARKER
    assert sourced.MARKER.needs == frozenset()
    assert sourced.MARKER.run(article("“We will”", [""])) == ()


def test_the_gravest_verdict_counts_for_the_quote() -> None:
    def one(verdict: str) -> Held:
        return Held(0, Span(0, 1), verdict)  # type: ignore[arg-type]

    assert gravest([one("verbatim"), one("changed"), one("absent")]) == "changed"
    assert gravest([]) is None


TEXTS = st.text(st.sampled_from("aBcé “’.\n１Šß日İ"), max_size=200)


@given(TEXTS, st.integers(0, 200))
def test_every_letter_is_led_back_to_its_place(text: str, number: int) -> None:
    fold = Fold(text * 60)
    assert fold.letters == folded(text) * 60
    if fold.letters:
        letter = number * 31 % len(fold.letters)
        at = fold.place(letter)
        assert folded((text * 60)[at]) == fold.letters[letter : letter + 1]
        assert len(folded((text * 60)[:at])) == letter


@given(TEXTS)
def test_any_text_is_its_own_source(text: str) -> None:
    sources = Sources((supplied("a.txt", text),))
    for words in stretches(text, 0, len(text)):
        found = compared(sources, text, words)
        assert found is None or found.verdict in ("verbatim", "absent", "cut")


@pytest.mark.parametrize(
    "hostile", ["a" * 300_000, "a " * 150_000, "[" * 300_000, "(" * 300_000, "." * 300_000]
)
def test_hostile_text_is_compared_in_time(hostile: str) -> None:
    sources = Sources((supplied("a.txt", hostile), supplied("b.txt", HEARING)))
    for words in list(stretches(hostile, 0, 20_000))[:5]:
        for piece in list(pieces(words))[:5]:
            compared(sources, hostile, piece)


def test_a_source_of_one_endless_word_costs_no_more_than_others() -> None:
    sources = Sources((supplied("a.txt", "ab" * 3_000_000),))
    for quote in ("ab ab ab ab ab ab", "abab abba abab abab", "ba " * 60):
        for words in stretches(quote, 0, len(quote)):
            compared(sources, quote, words)
