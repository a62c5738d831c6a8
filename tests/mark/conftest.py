"""Sources looked up as the article gives them: copy with the words of a source in [[…]]."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verify.mark.names import MARKER as NAMES
from verify.mark.narration import Word, paragraphs
from verify.mark.order import mark
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.mark.syntax.phrases import Phrase
from verify.mark.who.speakers import Speakers
from verify.model.article import Article
from verify.model.marks import Speaker
from verify.read.formats import TEXT as READER

_HEAD = "Harbor wall delayed\n\n"


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", (_HEAD + copy).encode()), [QUOTATIONS, SENTENCES, NAMES, PEOPLE])


def phrases(copy: str) -> tuple[Article, list[tuple[tuple[Word, ...], Phrase]]]:
    """The article, and the narration's words for every stretch that the copy puts in [[…]]."""
    pieces = copy.replace("[[", "]]").split("]]")
    article = marked("".join(pieces))
    found = []
    at = len(_HEAD)
    for number, piece in enumerate(pieces):
        if number % 2:
            for paragraph in paragraphs(article):
                inside = [
                    index
                    for index, word in enumerate(paragraph.words)
                    if word.text and at <= word.start and word.end <= at + len(piece)
                ]
                if inside:
                    found.append((paragraph.words, Phrase(inside[0], inside[-1])))
        at += len(piece)
    return article, found


def speakers(copy: str) -> list[tuple[Speaker, float]]:
    article, found = phrases(copy)
    resolver = Speakers(article)
    return [resolver.speaker(words, phrase) for words, phrase in found]


def named(copy: str) -> list[str]:
    return [speaker.name for speaker, _ in speakers(copy)]


@pytest.fixture(name="marked")
def fixture_marked() -> Callable[[str], Article]:
    """The article of some copy, with its people marked."""
    return marked


@pytest.fixture(name="phrases")
def fixture_phrases() -> Callable[[str], tuple[Article, list[tuple[tuple[Word, ...], Phrase]]]]:
    """The article of some copy, and the words of its sources."""
    return phrases


@pytest.fixture(name="speakers")
def fixture_speakers() -> Callable[[str], list[tuple[Speaker, float]]]:
    """The speaker of each source of some copy, and how sure that is."""
    return speakers


@pytest.fixture(name="named")
def fixture_named() -> Callable[[str], list[str]]:
    """The name of each source of some copy."""
    return named
