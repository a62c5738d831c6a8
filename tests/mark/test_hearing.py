"""Cues and what they report: weighed when marking as they were described when learning, and made once."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from verify.mark import narration
from verify.mark.indirect import MARKER as INDIRECT
from verify.mark.names import MARKER as NAMES
from verify.mark.order import mark, plan
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.quotes import MARKER as QUOTES
from verify.mark.sentences import MARKER as SENTENCES
from verify.mark.sources.contents import contents
from verify.mark.sources.hearing import describe, hearings, shared, spots
from verify.mark.told.reported import WHOLE, weights
from verify.model.article import Article
from verify.read.formats import TEXT as READER

_ALL = [SENTENCES, QUOTATIONS, NAMES, PEOPLE, narration.MARKER, QUOTES, INDIRECT]
_COPY = """Harbor wall delayed

Mayor Ann Lee said on Monday that the wall would cost $4 million, and that she had told the council so.

“It leaks,” said Bo Ray, who runs the ferry. He believes the wall will fall unless it is mended, according
to a letter that he sent. The wall, engineers warned, is 90 years old.

Lee: No new taxes.
"""


def _article(copy: str = _COPY) -> Article:
    return mark(READER.read("a.txt", copy.encode()), plan(_ALL, ["indirect"]))


def test_what_is_weighed_is_what_was_learnt() -> None:
    learnt = json.loads(files("verify.mark").joinpath("data/indirect.json").read_text(encoding="utf8"))
    table = weights()
    seen = 0
    for paragraph in narration.paragraphs(_article()):
        words = paragraph.words
        for spot in spots(words, table.words, ()):
            features = shared(words, spot, list)
            assert shared(words, spot, table.cue) == sum(learnt["cue"].get(f, 0) for f in features)
            for hearing in hearings(words, spot.at):
                features = describe(words, spot, hearing, list)
                assert describe(words, spot, hearing, table.cue) == sum(
                    learnt["cue"].get(f, 0) for f in features
                )
                told = list(contents(words, spot, hearing, table.content))
                described = list(contents(words, spot, hearing, list))
                assert [(one.first, one.last) for one in told] == [(one.first, one.last) for one in described]
                for one, other in zip(told, described, strict=True):
                    assert one.load == sum(learnt["content"].get(f, 0) for f in other.load)
                    seen += 1
    assert seen > 10


def test_weights_are_whole_hundredths() -> None:
    learnt = json.loads(files("verify.mark").joinpath("data/indirect.json").read_text(encoding="utf8"))
    for table in (learnt["cue"], learnt["content"]):
        assert all(isinstance(weight, int) and abs(weight) < 10 * WHOLE for weight in table.values())


@pytest.mark.parametrize(
    ("copy", "cue", "above", "that"),
    [
        ("Ann Lee said he hoped that it would end.", "said", "", 2),
        ("Ann Lee said he hoped that it would end.", "hoped", "said", 1),
        ("It was over, she said. He hoped it would end.", "hoped", "", 0),
    ],
)
def test_a_cue_knows_its_sentence(copy: str, cue: str, above: str, that: int) -> None:
    (words,) = (one.words for one in narration.paragraphs(_article(f"Wall delayed\n\n{copy}\n"))[-1:])
    (spot,) = (one for one in spots(words, {cue}, ()) if words[one.at].low == cue)
    assert (spot.above, spot.that) == (above, that)
    assert [words[index].low for index in (spot.start - 1, spot.stop) if index >= 0][-1] == narration.STOP


def test_a_place_that_a_quotation_has_taken_is_no_cue() -> None:
    (words,) = (
        one.words for one in narration.paragraphs(_article("Wall delayed\n\nAnn Lee said so.\n"))[-1:]
    )
    place = next(word.start for word in words if word.low == "said")
    assert [words[one.at].low for one in spots(words, {"said"}, {place})] == []


def test_the_narration_is_made_before_the_first_who_reads_it() -> None:
    order = [marker.provides for marker in plan(_ALL, ["indirect"])]
    assert order.index("narration") < order.index("quotes") < order.index("indirect")
    article = _article()
    assert narration.paragraphs(article) is article.marks["narration"]
