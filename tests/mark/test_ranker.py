"""The weights that choose between the possible sources of a quotation."""

from __future__ import annotations

import math
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark import narration
from verify.mark.narration import Paragraph
from verify.mark.order import mark
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.mark.sources.candidates import Candidate, Scene, candidates
from verify.mark.sources.features import describe, none_features
from verify.mark.sources.flow import Sourced, flow
from verify.mark.sources.ranker import Ranking, rank, score, weights
from verify.mark.syntax.phrases import Phrase
from verify.model.article import Article
from verify.read.formats import TEXT as READER

_HEAD = "Harbor wall delayed\n\n"
_FEATURES = st.lists(st.sampled_from([*sorted(weights())[::40], "never seen"]), max_size=12)


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", (_HEAD + copy).encode()), [QUOTATIONS, SENTENCES])


def sourced(copy: str) -> list[Sourced]:
    article = marked(copy)
    return list(flow(list(narration.paragraphs(article)), article.quotations.spans, article.text))


def named(copy: str) -> list[str]:
    """The words chosen for each quotation; "" where nobody was chosen."""
    found = []
    for source in (one.source for one in sourced(copy)):
        words = source.paragraph.words[source.source.first : source.source.last + 1] if source else ()
        found.append(" ".join(word.text for word in words))
    return found


def first_list(copy: str) -> tuple[list[Candidate], list[str]]:
    """The candidates for the first quotation of the copy, described, and what speaks for nobody."""
    scene: Scene = sourced(copy)[0].scene
    found = candidates(scene, None, None)
    describe(scene, found)
    return found, none_features(scene)


def candidate(features: list[str], prior: float = 0.0) -> Candidate:
    return Candidate(Paragraph(0, (), ()), Phrase(0, 0), -1, "", features, prior)


def test_every_weight_is_a_finite_number() -> None:
    table = weights()
    assert len(table) > 100
    assert "" not in table
    assert all(math.isfinite(value) for value in table.values())
    # A weight so large that it decides alone would be a sign of copy learnt by heart.
    assert max(abs(value) for value in table.values()) < 10


def test_the_file_is_sorted_so_that_a_change_can_be_read() -> None:
    assert list(weights()) == sorted(weights())


@pytest.mark.parametrize(
    "copy",
    [
        "“The harbor can wait for a year,” said Maren Holt.",
        "“The harbor can wait for a year,” Maren Holt said.",
        "Maren Holt said, “The harbor can wait for a year.”",
        "The harbor “can wait for a year,” according to Maren Holt.",
    ],
)
def test_a_plain_attribution_outweighs_nobody(copy: str) -> None:
    found, none = first_list(copy)
    outcome = rank(found, none)
    chosen, probability = outcome.candidate, outcome.probability
    assert chosen is not None
    words = chosen.paragraph.words
    assert [word.text for word in words[chosen.source.first : chosen.source.last + 1]] == ["Maren", "Holt"]
    assert score(chosen.features, weights()) + chosen.prior > score(none, weights()) + 2
    assert probability > 0.9


def test_nobody_outweighs_whoever_stands_beside_a_title() -> None:
    assert named("Maren Holt came early. The band played “Harbor Lights” twice on the quay.") == [""]


def test_of_nobody_and_nothing_nobody_is_certain() -> None:
    assert rank([], ["none"]) == Ranking(None, 1.0)


def test_a_guess_between_many_says_nothing() -> None:
    alike = [candidate([], 6.0) for _ in range(4)]
    assert rank(alike, []).candidate is None
    assert rank(alike, []).probability < 0.25
    assert rank(alike[:1], []).candidate is alike[0]


def test_the_prior_counts() -> None:
    weak, strong = candidate([], 0.0), candidate([], 5.0)
    assert rank([weak, strong], []).candidate is strong
    assert rank([strong, weak], []).candidate is strong


def test_a_feature_never_seen_weighs_nothing() -> None:
    assert score(["never seen", "none"], {"none": 0.5}) == 0.5


@given(st.lists(st.tuples(_FEATURES, st.floats(-6, 6)), max_size=8), _FEATURES)
def test_the_outcome_is_a_probability_and_always_the_same(
    lists: list[tuple[list[str], float]], none: list[str]
) -> None:
    found = [candidate(features, prior) for features, prior in lists]
    outcome = rank(found, none)
    # The likeliest of n possibilities has at least 1/n.
    assert 1 / (len(found) + 1) - 1e-9 <= outcome.probability <= 1
    assert outcome.candidate is None or outcome.candidate in found
    assert rank(found, none) == outcome


def test_a_quotation_that_carries_on_knows_who_began_it() -> None:
    seen: list[list[str]] = []

    def choose(scene: Scene, found: list[Candidate], none: list[str]) -> Ranking:
        del scene, none
        carried = "by the quotation carries on"
        seen.append([one.paragraph.words[one.source.last].text for one in found if carried in one.features])
        return Ranking(found[0] if found else None, 1.0)

    article = marked(
        "Maren Holt wrote: “We wait.\n\n“It rains.\n\n“It pours.”\n\n“It snows,” Paul Hall said."
    )
    paragraphs = list(narration.paragraphs(article))
    list(flow(paragraphs, article.quotations.spans, article.text, choose))
    assert seen == [[], ["Holt"], ["Holt"], []]


def test_the_same_article_gives_the_same_choices() -> None:
    copy = "“We wait,” Maren Holt said. “We wait,” she added.\n\nPaul Hall called it “a farce” and left."
    assert named(copy) == ["Maren Holt", "she", "Paul Hall"]
    one, two = sourced(copy), sourced(copy)
    assert [(s.quotation, s.probability) for s in one] == [(s.quotation, s.probability) for s in two]


def test_the_order_of_sets_never_shows() -> None:
    copy = (
        "Mayor Maren Holt met Paul Hall.\n\n“We wait,” she said, and Hall called it “a farce.” “Go,” said "
        "the mayor.\n\n“It rains,” a sailor said.\n\n“It pours.”"
    )
    program = (
        "import sys; from verify.mark import names, order, people, quotations, quotes, sentences\n"
        "from verify.read.formats import TEXT as READER\n"
        "markers = [quotations, sentences, names, people, quotes]\n"
        "article = order.mark(READER.read('a.txt', sys.stdin.buffer.read()), [m.MARKER for m in markers])\n"
        "print(ascii(article.quotes))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program], input=(_HEAD + copy).encode(), check=True, capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed}, timeout=60,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(said) == 1
    assert said.pop().count(b"Quote(") == 5
