"""Whom the words that name a source stand for."""

from __future__ import annotations

import pytest

from verify.mark.names import MARKER as NAMES
from verify.mark.narration import Word, paragraphs
from verify.mark.order import mark
from verify.mark.people import MARKER as PEOPLE
from verify.mark.phrases import Phrase
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.mark.speakers import Speakers, head_noun, noun_type
from verify.model.article import Article
from verify.model.marks import Speaker
from verify.read.plain import READER

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


@pytest.mark.parametrize(
    ("copy", "name", "kind", "title"),
    [
        ("They heard [[Maren Holt]].", "Maren Holt", "person", ""),
        ("They heard [[Springfield Mayor Maren Holt of the Harbor Party]].", "Maren Holt", "person",
         "Springfield Mayor"),
        ("They heard [[Maren Holt (Ward 3)]].", "Maren Holt", "person", ""),
        ("They heard [[the New York Times]].", "New York Times", "organisation", ""),
        ("They heard [[Seoul]].", "Seoul", "place", ""),
        ("They heard [[a spokesman for Maren Holt]].", "a spokesman for Maren Holt", "unnamed", ""),
        ("They heard [[Maren Holt’s lawyer]].", "Maren Holt’s lawyer", "unnamed", ""),
        ("They heard [[Maren Holt’s office]].", "Maren Holt’s office", "organisation", ""),
        ("They heard [[the New York-based bank]].", "the New York-based bank", "organisation", ""),
        ("They heard [[officials in Seoul]].", "officials in Seoul", "group", ""),
        ("They heard [[an angry crowd]].", "an angry crowd", "group", ""),
        ("They heard [[the police]].", "the police", "organisation", ""),
        ("They heard [[a report by the bank]].", "a report by the bank", "document", ""),
        ("They heard [[a woman who had lost her boat]].", "a woman who had lost her boat", "unnamed", ""),
    ],
)  # fmt: skip
def test_kinds_of_speakers(copy: str, name: str, kind: str, title: str) -> None:
    ((speaker, sure),) = speakers(copy)
    assert (speaker.name, speaker.type, speaker.title) == (name, kind, title)
    assert sure >= 0.95


def test_a_name_is_the_mention_without_its_title() -> None:
    copy = "They heard [[Springfield Mayor Maren Holt]]."
    ((speaker, _),) = speakers(copy)
    article, _ = phrases(copy)
    assert article.text[slice(*speaker.span)] == "Maren Holt"
    assert article.entities[speaker.entity].name == "Maren Holt"


def test_a_short_name_stands_for_the_fullest() -> None:
    assert named("Mayor Maren Holt came.\n\n[[Holt]] spoke. [[Ms. Holt]] left.") == ["Maren Holt"] * 2
    assert [s.title for s, _ in speakers("Mayor Maren Holt came.\n\n[[Holt]] spoke.")] == ["Mayor"]


def test_a_pronoun_stands_for_whoever_leads_the_sentence_before() -> None:
    assert named("Paul Hall met Peter Lund. [[He]] spoke.") == ["Paul Hall"]
    assert named("Paul Hall met Susan Lund. [[She]] spoke. [[He]] listened.") == ["Susan Lund", "Paul Hall"]
    assert named("Paul Hall came. It rained. [[He]] spoke.") == ["Paul Hall"]
    assert named("In Peter Lund’s house Paul Hall lit a fire. [[He]] spoke.") == ["Paul Hall"]
    assert named("It rained. With Peter Lund came Paul Hall. [[He]] spoke.") == ["Paul Hall"]


def test_whoever_stands_behind_an_opening_preposition_does_not_lead() -> None:
    assert named("With Peter Lund came Paul Hall. [[He]] spoke.") == ["Paul Hall"]


def test_a_pronoun_stands_for_whoever_was_last_to_speak() -> None:
    assert named("Paul Hall met Peter Lund. Then [[Lund]] spoke.\n\n[[He]] left.") == ["Peter Lund"] * 2


def test_a_pronoun_without_anybody_has_no_name() -> None:
    for before in ("It rained.", "Susan Hall came.", "The “Paul Hall” sank."):
        copy = f"{before} [[He]] spoke."
        ((speaker, sure),) = speakers(copy)
        assert (speaker.name, speaker.type, speaker.entity) == ("", "person", -1)
        assert sure < 0.5


def test_the_further_away_the_less_sure() -> None:
    ((_, near), (_, far)) = speakers("Paul Hall came. [[He]] spoke. It rained. It snowed. [[He]] left.")
    assert far < near < 1


def test_they_stands_for_the_group_that_spoke_last() -> None:
    assert named("[[The protesters]] came. [[They]] spoke.") == ["The protesters"] * 2
    ((speaker, sure),) = speakers("It rained. [[They]] spoke.")
    assert (speaker.name, speaker.type) == ("", "group")
    assert sure < 0.5


def test_an_office_stands_for_its_holder() -> None:
    assert named("Mayor Maren Holt came.\n\n[[The mayor]] spoke.") == ["Maren Holt"]
    assert named("Maren Holt, the mayor of Ames, met Paul Hall.\n\n[[The mayor]] spoke.") == ["Maren Holt"]
    assert named("Gov. Maren Holt met Mayor Paul Hall.\n\n[[The mayor]] spoke.") == ["Paul Hall"]


def test_an_office_that_nobody_holds_stands_for_itself() -> None:
    assert named("Mayor Maren Holt came.\n\nThen [[a mayor]] spoke.") == ["a mayor"]
    assert named("Mayor Maren Holt came.\n\n[[The senator]] spoke.") == ["The senator"]


def test_one_of_many_is_not_the_holder() -> None:
    assert named("Police spokesman Paul Hall came.\n\n[[A spokesman]] spoke.") == ["A spokesman"]


def test_an_office_abbreviated() -> None:
    assert named("Mayor Maren Holt met Sen. Paul Hall.\n\n[[The senator]] spoke.") == ["Paul Hall"]


def test_a_body_under_its_last_word() -> None:
    ((speaker, _),) = speakers("The European Command met.\n\n[[The command]] spoke.")
    assert (speaker.name, speaker.type) == ("European Command", "organisation")
    assert named("The European Command met.\n\n[[The agency]] spoke.") == ["The agency"]


def test_it_stands_for_a_body_under_its_short_form() -> None:
    copy = "The European Command met.\n\n[[The command]] spoke. [[It]] left."
    assert named(copy) == ["European Command"] * 2


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("a spokesman for the governor", "spokesman"),
        ("the oldest member of the council", "member"),
        ("a woman who had lost her boat", "woman"),
        ("two senior officials in Seoul", "officials"),
        ("police", "police"),
    ],
)
def test_the_noun_that_a_phrase_is_about(phrase: str, noun: str) -> None:
    _, ((words, place),) = phrases(f"They heard [[{phrase}]].")
    assert head_noun(words, place) == noun


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("Ann Poe met a driver on Monday. [[The driver]] saw it.", "The driver"),
        ("Ann Poe, a driver for the city, came on Monday. [[The driver]] saw it.", "Ann Poe"),
        ("Ann Poe was a driver. [[The driver]] saw it.", "Ann Poe"),
        ("Mayor Ann Poe spoke. A spokesman for Tom Ray did not. [[The spokesman]] left.", "The spokesman"),
        ("Ann Poe jailed Tom Ray. [[His lawyer]] left.", "His lawyer"),
        ("Ann Poe jailed Tom Ray. [[The victim’s mother]] left.", "The victim’s mother"),
        ("Ann Poe will run it. A spokesman declined to comment. [[She]] left.", ""),
        ("Ann Poe will run it. The yard declined to comment. [[She]] left.", "Ann Poe"),
    ],
)
def test_a_description_or_pronoun_that_means_somebody_new(copy: str, name: str) -> None:
    assert named(copy) == [name]


@pytest.mark.parametrize(
    ("noun", "determiner", "kind"),
    [
        ("report", "the", "document"),
        ("lawsuit", "a", "document"),
        ("agency", "an", "organisation"),
        ("police", "", "organisation"),
        ("officials", "", "group"),
        ("crowd", "the", "group"),
        ("sailors", "the", "group"),
        ("witness", "the", "unnamed"),
        ("waitress", "the", "unnamed"),
        ("series", "a", "unnamed"),
        ("woman", "a", "unnamed"),
        ("seamstress", "the", "unnamed"),
    ],
)
def test_what_a_noun_names(noun: str, determiner: str, kind: str) -> None:
    assert noun_type(noun, determiner) == kind
