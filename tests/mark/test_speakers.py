"""Whom the words that name a source stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verify.mark.narration import Word
from verify.mark.syntax.phrases import Phrase
from verify.mark.who.nouns import head_noun, noun_type
from verify.model.article import Article
from verify.model.marks import Speaker

Phrases = Callable[[str], tuple[Article, list[tuple[tuple[Word, ...], Phrase]]]]
Resolved = Callable[[str], list[tuple[Speaker, float]]]
Named = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("copy", "name", "kind", "title"),
    [
        ("They heard [[Maren Holt]].", "Maren Holt", "person", ""),
        ("They heard [[Springfield Mayor Maren Holt of the Harbor Party]].", "Maren Holt", "person",
         "Springfield Mayor"),
        ("They heard [[Maren Holt (Ward 3)]].", "Maren Holt", "person", ""),
        ("They heard [[Maren Holt KC]].", "Maren Holt", "person", ""),
        ("They heard [[the New York Times]].", "New York Times", "organisation", ""),
        ("They heard [[Harbor Freight Corp HBF.N]].", "Harbor Freight Corp", "organisation", ""),
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
def test_kinds_of_speakers(copy: str, name: str, kind: str, title: str, speakers: Resolved) -> None:
    ((speaker, sure),) = speakers(copy)
    assert (speaker.name, speaker.type, speaker.title) == (name, kind, title)
    assert sure >= 0.75


def test_a_name_is_the_mention_without_its_title(phrases: Phrases, speakers: Resolved) -> None:
    copy = "They heard [[Springfield Mayor Maren Holt]]."
    ((speaker, _),) = speakers(copy)
    article, _ = phrases(copy)
    assert article.text[slice(*speaker.span)] == "Maren Holt"
    assert article.entities[speaker.entity].name == "Maren Holt"


def test_a_short_name_stands_for_the_fullest(speakers: Resolved, named: Named) -> None:
    assert named("Mayor Maren Holt came.\n\n[[Holt]] spoke. [[Ms. Holt]] left.") == ["Maren Holt"] * 2
    assert [s.title for s, _ in speakers("Mayor Maren Holt came.\n\n[[Holt]] spoke.")] == ["Mayor"]


def test_a_pronoun_stands_for_whoever_leads_the_sentence_before(named: Named) -> None:
    assert named("Paul Hall met Peter Lund. [[He]] spoke.") == ["Paul Hall"]
    assert named("Paul Hall met Susan Lund. [[She]] spoke. [[He]] listened.") == ["Susan Lund", "Paul Hall"]
    assert named("Paul Hall came. It rained. [[He]] spoke.") == ["Paul Hall"]
    assert named("In Peter Lund’s house Paul Hall lit a fire. [[He]] spoke.") == ["Paul Hall"]
    assert named("It rained. With Peter Lund came Paul Hall. [[He]] spoke.") == ["Paul Hall"]


def test_whoever_stands_behind_an_opening_preposition_does_not_lead(named: Named) -> None:
    assert named("With Peter Lund came Paul Hall. [[He]] spoke.") == ["Paul Hall"]


def test_a_pronoun_stands_for_whoever_was_last_to_speak(named: Named) -> None:
    assert named("Paul Hall met Peter Lund. Then [[Lund]] spoke.\n\n[[He]] left.") == ["Peter Lund"] * 2


def test_a_pronoun_without_anybody_has_no_name(speakers: Resolved) -> None:
    for before in ("It rained.", "Susan Hall came.", "The “Paul Hall” sank."):
        copy = f"{before} [[He]] spoke."
        ((speaker, sure),) = speakers(copy)
        assert (speaker.name, speaker.type, speaker.entity) == ("", "person", -1)
        assert sure < 0.5


def test_the_further_away_the_less_sure(speakers: Resolved) -> None:
    ((_, near), (_, far)) = speakers("Paul Hall came. [[He]] spoke. It rained. It snowed. [[He]] left.")
    assert far < near < 1


def test_they_stands_for_the_group_that_spoke_last(speakers: Resolved, named: Named) -> None:
    assert named("[[The protesters]] came. [[They]] spoke.") == ["The protesters"] * 2
    ((speaker, sure),) = speakers("It rained. [[They]] spoke.")
    assert (speaker.name, speaker.type) == ("", "group")
    assert sure < 0.5


def test_an_office_stands_for_its_holder(named: Named) -> None:
    assert named("Mayor Maren Holt came.\n\n[[The mayor]] spoke.") == ["Maren Holt"]
    assert named("Maren Holt, the mayor of Ames, met Paul Hall.\n\n[[The mayor]] spoke.") == ["Maren Holt"]
    assert named("Gov. Maren Holt met Mayor Paul Hall.\n\n[[The mayor]] spoke.") == ["Paul Hall"]


def test_an_office_that_nobody_holds_stands_for_itself(named: Named) -> None:
    assert named("Mayor Maren Holt came.\n\nThen [[a mayor]] spoke.") == ["a mayor"]
    assert named("Mayor Maren Holt came.\n\n[[The senator]] spoke.") == ["The senator"]


def test_one_of_many_is_not_the_holder(named: Named) -> None:
    assert named("Police spokesman Paul Hall came.\n\n[[A spokesman]] spoke.") == ["A spokesman"]


def test_an_office_abbreviated(named: Named) -> None:
    assert named("Mayor Maren Holt met Sen. Paul Hall.\n\n[[The senator]] spoke.") == ["Paul Hall"]


def test_a_body_under_its_last_word(speakers: Resolved, named: Named) -> None:
    ((speaker, _),) = speakers("The European Command met.\n\n[[The command]] spoke.")
    assert (speaker.name, speaker.type) == ("European Command", "organisation")
    assert named("The European Command met.\n\n[[The agency]] spoke.") == ["The agency"]


def test_it_stands_for_a_body_under_its_short_form(named: Named) -> None:
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
def test_the_noun_that_a_phrase_is_about(phrase: str, noun: str, phrases: Phrases) -> None:
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
def test_a_description_or_pronoun_that_means_somebody_new(copy: str, name: str, named: Named) -> None:
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


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("Ann Poe asked Tom Ray about the wall.\n\n“It holds,” [[he]] said.", "Tom Ray"),
        ("Ann Poe asked Mia Ray about it. “It holds,” said Ann Poe. [[She]] left.", "Ann Poe"),
        ("Tom Ray’s been saying for weeks that Paul Hall is not ready. [[He]] left.", "Tom Ray"),
        ("Tom Ray praised Paul Hall. [[He]] left.", "Tom Ray"),
        (
            "While Tom Ray had songs, that worries Paul Hall, president of the Harbor Club.\n\n[[He]] left.",
            "Paul Hall",
        ),
        ("Ann Poe spoke. It is an issue again, with Mia Ray attacking the plan.\n\n[[She]] left.", "Mia Ray"),
        ("Tom Ray came.\n\nA president who ordered the dam will hand over to Paul Hall. [[He]] left.", ""),
        ("The mayor was speaking in Ames hours after Tom Ray mocked Paul Hall.\n\n[[He]] left.", ""),
        ("My mother moved to Ames. [[My mother]] laughed. Then [[she]] left.", "My mother"),
    ],
)
def test_whom_a_pronoun_takes_up(copy: str, name: str, named: Named) -> None:
    assert named(copy)[-1] == name


def test_whoever_is_only_reported_is_not_taken_up(named: Named) -> None:
    copy = "Tom Ray hit back, saying that the paper’s [[Paul Hall]] reported a rift. [[He]] left."
    assert named(copy) == ["Paul Hall", "Tom Ray"]


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("Tom Ray spoke in Ames.\n\n[[The Ohio senator]] left.", "Tom Ray"),
        ("Tom Ray spoke in Ames.\n\n[[The 63-year-old senator]] left.", "Tom Ray"),
        ("Mayor Tom Ray spoke in Ames.\n\n[[The Ohio senator]] left.", "The Ohio senator"),
        ("Tom Ray was asked about it.\n\n[[The moderator]] went on.", "The moderator"),
        ("Tom Ray came. [[The Italian]] left.", "Tom Ray"),
        ("Tom Ray came. [[The Gull]] left.", "The Gull"),
        ("It rained. [[His former partner at Lenox]], Tom B. Ray, left.", "Tom B. Ray"),
        ("Businessman Tom Ray met Mia Hall. [[The businesswoman]] left.", "Mia Hall"),
    ],
)
def test_whom_a_description_takes_up(copy: str, name: str, named: Named) -> None:
    assert named(copy) == [name]


@pytest.mark.parametrize(
    ("copy", "name", "kind"),
    [
        ("Ann Poe’s campaign is standing firm. [[It]] left.", "Ann Poe’s campaign", "organisation"),
        (
            "Mayor Ann Poe came. Poe’s campaign is standing firm. [[It]] left.",
            "Ann Poe’s campaign",
            "organisation",
        ),
        ("The report is out. [[It]] warns.", "The report", "document"),
        ("[[The report]] warns. [[It]] adds.", "The report", "document"),
        ("Ann Poe and Tom Ray, a clerk, and Mia Hall came. [[They]] left.", "", "group"),
        (
            "Senators Ann E. Poe, Republican of Iowa, and Tom Ray agree. [[They]] left.",
            "Ann E. Poe and Tom Ray",
            "group",
        ),
        ("In a study with Ann Poe and Tom Ray all was counted. [[They]] left.", "", "group"),
        ("[[The protesters]] came. [[It]] left.", "", "unnamed"),
    ],
)
def test_what_it_and_they_take_up(copy: str, name: str, kind: str, speakers: Resolved) -> None:
    speaker, sure = speakers(copy)[-1]
    assert (speaker.name, speaker.type) == (name, kind)
    assert sure < 0.8


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("The Harbor Times led with it. [[The newspaper]] was harsh.", "Harbor Times"),
        ("Coastal Motors fell. The Harbor Times wrote of it. [[The company]] was harsh.", "Coastal Motors"),
        ("The Harbor Times led with it. [[The company]] was harsh.", "The company"),
        ("The Coastal Fund met. The CF was late.\n\n[[The CF report]] warns.", "The CF report"),
        (
            "The Coastal Monetary Fund met. CMF staff came.\n\n[[The CMF report]] warns.",
            "The Coastal Monetary Fund report",
        ),
        (
            "A report by the Harbor Commission came. It rained.\n\n[[The report]] warns.",
            "A report by the Harbor Commission",
        ),
        (
            "In May, a group of parents sent a letter to the mayor.\n\n[[The letter]] warns.",
            "letter from a group of parents",
        ),
        (
            "Ann Poe and Tom Ray, of Ames, Iowa, have filed a lawsuit.\n\n[[The lawsuit]] warns.",
            "The lawsuit",
        ),
        (
            "In her book, The White Gull: My Years, Ann Poe says so.\n\n[[The book]] warns.",
            "The White Gull: My Years",
        ),
        ("Ann Poe’s campaign met. It rained.\n\n[[The campaign]] was harsh.", "Ann Poe’s campaign"),
        (
            "It rained. [[Officials]] at the Harbor Commission were late.",
            "Officials at the Harbor Commission",
        ),
        ("Ann Poe came. [[A spokesman for Poe]] was late.", "A spokesman for Ann Poe"),
    ],
)
def test_the_fullest_words_for_a_body_or_a_document(copy: str, name: str, named: Named) -> None:
    assert named(copy) == [name]


@pytest.mark.parametrize("words", ["Nobody", "No one", "None of them", "Neither", "Nothing"])
def test_nobody_is_no_source(words: str, speakers: Resolved) -> None:
    ((speaker, sure),) = speakers(f"Ann Poe came. [[{words}]] answered.")
    assert (speaker.name, speaker.entity) == ("", -1)
    assert sure < 0.5


@pytest.mark.parametrize("place", ["R-Ames", "R-Hollin Vale", "D-St. Mary’s Bay"])
def test_party_and_place_stand_for_the_name_before(place: str, named: Named) -> None:
    copy = f"State Rep. Omar Tidwell, [[{place}]], who voted against it, left."
    assert named(copy) == ["Omar Tidwell"]


def test_who_stands_for_the_name_before(named: Named) -> None:
    assert named("It cheered Maren Holt, [[who]] left.") == ["Maren Holt"]
    assert named("It cheered those [[who]] left.") == [""]


def test_the_first_person_is_whoever_writes(named: Named) -> None:
    tail = "\n\nNora Vance is a teacher in Ames."
    assert named(f"It was late. [[I]] left.{tail}") == ["Nora Vance"]
    assert named(f"It was late. [[I]] left. Then [[she]] spoke.{tail}") == ["Nora Vance", ""]
    assert named("It was late. [[I]] left.\n\nNora Vance came.") == [""]


def test_a_pronoun_that_is_contracted_with_its_verb(named: Named) -> None:
    assert named("Maren Holt came. [[She’d]] spoken. [[You've]] left.") == ["Maren Holt", ""]


def test_a_rank_of_the_police_before_the_surname(named: Named) -> None:
    copy = "Detective Constable Ray Whitlock came.\n\n[[DC Whitlock]] spoke. [[DC Comics]] left."
    assert named(copy) == ["Ray Whitlock", "DC Comics"]


def test_a_misspelt_surname_is_its_person(named: Named) -> None:
    assert named("Tyra McClenney came.\n\n[[McLenney]] said so. [[She]] left.") == ["Tyra McClenney"] * 2


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("Bill Lund spoke in Ames for his wife Ann Lund.\n\n[[Lund]] left.", "Bill Lund"),
        ("Ted Lund spoke. Lund left. Tom Ray accused Rafe Lund of it.\n\n[[Lund]] was calm.", "Ted Lund"),
        ("Ted Lund spoke. Lund left.\n\nRafe Lund spoke in Ames.\n\n[[Lund]] was calm.", "Rafe Lund"),
        ("Jon Lund met John Lund. [[John Lund]] left.", "John Lund"),
        ("Jon Lund met John Lund. [[Jon Lund]] left.", "Jon Lund"),
        ("Paul Hall met Ann Lund and Tom Lund. [[Ms. Lund]] left.", "Ann Lund"),
    ],
)
def test_which_of_two_people_with_one_surname(copy: str, name: str, speakers: Resolved) -> None:
    ((speaker, sure),) = speakers(copy)
    assert speaker.name == name
    assert sure >= 0.9


def test_a_shared_surname_alone_is_less_sure(speakers: Resolved) -> None:
    ((_, alone), (_, whole)) = speakers("Jon Lund met Ted Lund. [[Lund]] left. [[Ted Lund]] stayed.")
    assert alone < whole == 1.0


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("Tom Ray spoke. [[A reporter]] asked about it. “Yes,” [[he]] said.", "Tom Ray"),
        ("Tom Ray spoke. The radio talker made a case for Paul Hall. [[He]] left.", "Tom Ray"),
        ("When Tom Ray hinted that Cuba would sue, [[Paul Hall]] fired back. [[He]] left.", "Paul Hall"),
        ("Tom Ray spoke. Like Paul Hall, many are up at dawn. [[He]] left.", "Tom Ray"),
    ],
)
def test_who_is_not_taken_up(copy: str, name: str, named: Named) -> None:
    assert named(copy)[-1] == name
