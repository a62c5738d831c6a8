"""Where an article first names its speakers, and the quotes of one of them alone."""

from __future__ import annotations

import pytest

from verify.check.outcome import FileReport, Report, Said
from verify.check.page import Page
from verify.check.voices import of_speaker, said
from verify.mark.names import MARKER as NAMES
from verify.mark.narration import MARKER as NARRATION
from verify.mark.order import mark, plan
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.quotes import MARKER
from verify.mark.sentences import MARKER as SENTENCES
from verify.read.formats import MARKDOWN
from verify.read.formats import TEXT as READER

_MARKERS = plan([SENTENCES, QUOTATIONS, NARRATION, NAMES, PEOPLE, MARKER], ["quotes"])


def heard(copy: str) -> list[Said]:
    """The quotes in quotation marks."""
    document = READER.read("a.txt", copy.encode())
    article = mark(document, _MARKERS)
    return [one for one in said(article, Page.of(document)) if one.kind != "indirect"]


@pytest.mark.parametrize(
    ("copy", "place", "words"),
    [
        (
            "Dana Cole leaves\n\nThe chief is out: Commissioner Dana Cole resigned. “No,” Cole said.",
            (3, 19),
            "Commissioner Dana Cole",
        ),
        (
            "Chief leaves\n\n“Dana Cole is out,” Tom Reyes said. It upset Dana Cole. “No,” Cole said.",
            (3, 46),
            "Dana Cole",
        ),
        ("Chief leaves\n\n“I am tired,” said Cole. Dana Cole is 51.", (3, 20), "Cole"),
        ("Dana Cole: I am leaving\n\n“I am tired,” she said on Monday.", (1, 1), "Dana Cole"),
    ],
)
def test_the_story_introduces_a_speaker_where_its_narration_names_them_first(
    copy: str, place: tuple[int, int], words: str
) -> None:
    first = heard(copy)[-1].introduced
    assert first is not None
    assert (first.line, first.column) == place
    assert first.words.startswith(words)
    assert copy[first.start : first.end] == first.words


def test_a_speaker_without_a_name_is_introduced_nowhere() -> None:
    copy = "Fire on the pier\n\n“I saw smoke,” said a fisherman.\n\n“It was loud.”"
    assert [one.introduced for one in heard(copy)] == [None, None]


def test_the_quotes_of_a_speaker_share_one_introduction() -> None:
    copy = "Fire\n\n“I saw smoke,” said Ann Lee, a pilot. “It was black,” she said."
    first, second = heard(copy)
    assert first.introduced is second.introduced is not None
    assert (first.cued, second.called) == ("said", "she")


def test_places_lead_through_markup_to_the_source() -> None:
    copy = "# Fire\n\n*Mayor* **Ann Lee** came at night.\n\n“I saw *smoke*,” Lee said.\n"
    document = MARKDOWN.read("a.md", copy.encode())
    (one,) = said(mark(document, _MARKERS), Page.of(document))
    assert one.introduced is not None
    assert (one.introduced.line, one.introduced.column) == (3, 2)
    assert one.introduced.words == "Mayor Ann Lee"
    assert copy[one.introduced.start : one.introduced.end] == "Mayor* **Ann Lee"


ANN = Said(0, 1, 1, 1, "direct", "“a”", "Ann Maria Lee", "", None, "person", None, 1.0)
BO = Said(2, 3, 1, 3, "direct", "“b”", "Bo Leeson", "", None, "person", None, 1.0)
NOBODY = Said(4, 5, 1, 5, "direct", "“c”", "", "", None, None, None, 0.5)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("lee", [ANN]),
        ("ANN Lee", [ANN]),
        ("lee  ann", [ANN]),
        ("leeson", [BO]),
        ("Cole", []),
        ("Ann Leeson", []),
    ],
)
def test_one_speaker_alone(name: str, kept: list[Said]) -> None:
    report = Report(
        (FileReport("a.txt", "", (), said=(ANN, BO, NOBODY)), FileReport("b.txt", "", ())), (), "1"
    )
    files = of_speaker(report, name).files
    assert [list(file.said) for file in files] == [kept, []]
