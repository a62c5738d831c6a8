"""Why a quote got its speaker: the same choice as marking makes, in words that a person reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from verify.mark import narration
from verify.mark.names import MARKER as NAMES
from verify.mark.narration import MARKER as NARRATION
from verify.mark.order import mark, plan
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.quotes import MARKER
from verify.mark.reasons import Reason, Reasons, compared, reasons
from verify.mark.sentences import MARKER as SENTENCES
from verify.mark.sources.candidates import Candidate, Scene
from verify.mark.sources.flow import flow
from verify.mark.sources.plain_words import PATTERNS, pattern, reading, understood
from verify.mark.sources.ranker import Ranking, rank, weights
from verify.model.article import Article
from verify.model.marks import Quote, Speaker
from verify.read.formats import TEXT as READER

_MARKERS = plan([SENTENCES, QUOTATIONS, NARRATION, NAMES, PEOPLE, MARKER], ["quotes"])

COPY = """Harbor wall delayed

The wall at Hollin Bay will not be ready this year, Mayor Paul Whitlock announced.

“We ran out of stone,” Whitlock said. “And of time,” he added.

Maren Holt, who runs the fish market, was angry. “They promised it to us twice,” she said.

“I have heard it all,” said Tom Reyes, a pilot. His favorite song is “Stone and Sand.”

Reyes said:

“It was a bad plan.”

According to the mayor, the work is “nearly done,” and Holt called it “a joke.”

“Nobody asked us.

“Nobody ever will,” Holt said.

“Sell it.”

— Dana Cole, of Carrow

Q: “Is it safe?”

The Harbor Board, “a paper tiger,” meets on Friday. “Bring soup,” it wrote in a statement.
"""


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", copy.encode()), _MARKERS)


ARTICLE = marked(COPY)
QUOTED = [quote for quote in ARTICLE.quotes if quote.quotation >= 0]


def why(words: str) -> Reasons:
    """The reasons of the quote that begins with the words."""
    return reasons(ARTICLE, next(quote for quote in QUOTED if words in ARTICLE.text[quote.start : quote.end]))


def said(span: tuple[int, int]) -> str:
    return ARTICLE.text[span[0] : span[1]]


@pytest.mark.parametrize("quote", QUOTED, ids=lambda quote: ARTICLE.text[quote.start : quote.end][:20])
def test_the_choice_is_that_of_marking(quote: Quote) -> None:
    found = reasons(ARTICLE, quote)
    assert found.quote is quote
    assert found.nobody + sum(one.share for one in found.contenders) == pytest.approx(1)
    assert [one.share for one in found.contenders] == sorted(
        (one.share for one in found.contenders), reverse=True
    )
    paragraphs = list(narration.paragraphs(ARTICLE))
    sources = flow(paragraphs, ARTICLE.quotations.spans, ARTICLE.text)
    (made,) = (one for one in sources if one.quotation == quote.quotation)
    if made.source is None:
        assert (found.chosen, found.carried, quote.speaker) == (-1, False, None)
        assert made.probability == pytest.approx(
            max(found.nobody, *(one.share for one in found.contenders), 0)
        )
    elif found.carried:
        assert found.chosen == -1
    else:
        chosen = found.contenders[found.chosen]
        assert chosen.share == pytest.approx(made.probability)
        assert chosen.speaker == quote.speaker
        assert chosen.cue == quote.cue


def test_the_contenders_are_named_as_they_would_be_marked() -> None:
    found = why("They promised")
    names = {said(one.span): one.speaker.name for one in found.contenders}
    assert names["she"] == "Maren Holt"
    assert names["he"] == "Paul Whitlock"
    assert said(found.contenders[0].span) == "she"
    assert "a source and a verb of saying follow the quote (“…,” Lee said)" in found.contenders[0].proposed
    assert found.contenders[0].sure < 1


def test_a_quotation_that_goes_on_has_its_speaker_from_there() -> None:
    found = why("Nobody asked")
    assert found.quote.speaker is not None
    assert found.quote.speaker.name == "Maren Holt"
    assert found.carried == (found.chosen < 0)


def test_indirect_speech_is_explained_without_a_choice() -> None:
    speaker = Speaker("Paul Whitlock", 60, 73, "person")
    quote = Quote(30, 50, "indirect", speaker, None, 0.6, quotation=-1)
    assert reasons(ARTICLE, quote) == Reasons(quote, (), 0.0, (), -1)


def test_a_quote_that_is_none_of_ours_is_explained_without_a_choice() -> None:
    stray = replace(QUOTED[0], start=1, end=2)
    assert reasons(ARTICLE, stray).contenders == ()


def test_asking_why_changes_nothing() -> None:
    for quote in QUOTED:
        assert reasons(ARTICLE, quote) == reasons(ARTICLE, quote)
    assert marked(COPY).quotes == ARTICLE.quotes


def test_two_lists_of_reasons_are_compared_word_by_word() -> None:
    one = (Reason("it is a name", 2.0), Reason("it signs", 0.5))
    other = (Reason("it is a name", 2.001), Reason("it is far", 1.5))
    assert compared(one, other) == (Reason("it is far", -1.5), Reason("it signs", 0.5))
    assert compared(one, one) == ()


# -- words -------------------------------------------------------------------------------------


def features_of(copy: str) -> set[str]:
    """Every feature that the candidates of the copy's quotations get, and those of nobody."""
    found: set[str] = set()

    def watch(_scene: Scene, candidates: list[Candidate], none: list[str]) -> Ranking:
        found.update(none, *(candidate.features for candidate in candidates))
        return rank(candidates, none)

    article = marked(copy)
    list(flow(list(narration.paragraphs(article)), article.quotations.spans, article.text, watch))
    return found


def test_every_feature_of_the_ranker_has_a_reading() -> None:
    features = features_of(COPY) | set(weights())
    assert len(features) > 1000
    assert sorted(feature for feature in features if not understood(feature)) == []


def test_every_pattern_of_the_ranker_has_a_reading() -> None:
    proposed = {feature for feature in weights() if feature.startswith("first ")}
    assert proposed
    assert {feature.removeprefix("first ") for feature in proposed} <= PATTERNS.keys()


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("by quote, source, cue", "a source and a verb of saying follow the quote (“…,” Lee said)"),
        ("by quote, source ,|w|<stop>", "a source follows the quote (“…,” Lee, who laughed)"),
        ("by spoke last Cl.", "said the quote before, further up"),
        ("by says 2 sentences after he", "speaks 2 sentences after the quote’s"),
        ("by by name", "“by” names the source"),
        ("at L1q0 he", "stands before the quote, a sentence off"),
        ("at R0q2", "stands after the quote, in its sentence, quotes between"),
        ("far L0 0", "stands next to the quote"),
        ("far R1 1", "stands 1 word from the quote"),
        ("far R1 6", "stands 10 to 14 words from the quote"),
        ("far R1 9", "stands far from the quote"),
        ("kind she", "is the pronoun “she”"),
        ("kind an", "is described with “a” or “an”"),
        ("after <stop>", "begins its sentence"),
        ("after other", "comes after other words"),
        ("after that", "comes after “that”"),
        ("cue said", "the cue is “said”"),
        ("cue say finite sc", "the cue is a verb of saying"),
        ("cue at -1 say", "the cue stands right before the quote"),
        ("cue at 9 say", "the cue stands 9 words or more after the quote"),
        ("gap 1", "source and cue stand side by side"),
        ("gap 2", "1 word stands between source and cue"),
        ("gap 4", "several words stand between source and cue"),
        ("proposed 4 times", "4 hints or more point to it"),
        ("none titled True", "the words are capitalised like a title"),
        ("none before called", "“called” comes before the quote"),
        ("none c1w", "the quote has one word and begins with a small letter"),
        ("none <stop>|,|w",
         "the quote ends in a comma, with nothing before it and other words after it in its sentence"),
    ],
)  # fmt: skip
def test_a_feature_reads_as_english(feature: str, words: str) -> None:
    assert reading(feature) == words


@pytest.mark.parametrize(
    "feature", ["weather fine", "by magic Cl.", "first magic", "none weather", "", "at home"]
)
def test_a_feature_without_a_reading_is_shown_as_it_is(feature: str) -> None:
    assert reading(feature) == feature


@given(st.sampled_from(sorted(weights())[::25]), st.text("Lq019 -|,.<>chem", max_size=5), st.text(max_size=9))
def test_features_yet_unknown_are_read_without_fail(feature: str, more: str, other: str) -> None:
    for unknown in (
        feature + more,
        feature + other,
        feature.replace("0", more),
        feature.partition(" ")[0] + other,
    ):
        assert reading(unknown) or not unknown


def test_a_pattern_without_a_reading_goes_by_its_name() -> None:
    assert pattern("magic") == "magic"
    assert pattern("says 1 sentences before") == "speaks a sentence before the quote’s"
