"""People, bodies and places as news copy names them, and capitals that name nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark.names import MARKER
from verify.mark.order import mark
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.model.article import Article
from verify.model.marks import Mention
from verify.read.formats import TEXT as READER


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", copy.encode()), [QUOTATIONS, SENTENCES, MARKER])


def named(copy: str, kind: str = "person") -> list[Mention]:
    return [mention for mention in marked(copy).mentions if mention.kind == kind]


@pytest.mark.parametrize(
    ("copy", "name", "given_name", "family"),
    [
        ("The letter came from Jane Roe on Monday.", "Jane Roe", "Jane", "Roe"),
        ("The letter came from Jane P. Roe on Monday.", "Jane P. Roe", "Jane P.", "Roe"),
        ("The letter came from J.R. Halloway on Monday.", "J.R. Halloway", "J.R.", "Halloway"),
        ("The letter came from John Roe Jr. on Monday.", "John Roe Jr.", "John", "Roe"),
        ("The letter came from John Roe, Jr., on Monday.", "John Roe, Jr.", "John", "Roe"),
        ("The letter came from Henry Roe III on Monday.", "Henry Roe III", "Henry", "Roe"),
        ("The letter came from Maria de Souza on Monday.", "Maria de Souza", "Maria", "de Souza"),
        ("The letter came from Peter van der Berg today.", "Peter van der Berg", "Peter", "van der Berg"),
        ("The letter came from Omar al-Rashidi on Monday.", "Omar al-Rashidi", "Omar", "al-Rashidi"),
        ("The letter came from Sinead O’Farrell on Monday.", "Sinead O’Farrell", "Sinead", "O’Farrell"),
        ("The letter came from François Béranger today.", "François Béranger", "François", "Béranger"),
        ("The letter came from Mary-Kate Lund-Olsen.", "Mary-Kate Lund-Olsen", "Mary-Kate", "Lund-Olsen"),
        ("The letter came from Bae Gyu-min on Monday.", "Bae Gyu-min", "Gyu-min", "Bae"),
        ("The letter came from Kim Sung Chol on Monday.", "Kim Sung Chol", "Sung Chol", "Kim"),
        ("The letter came from Wang Zhengxu on Monday.", "Wang Zhengxu", "Zhengxu", "Wang"),
        ("The letter came from Kim Bassett, who lives here.", "Kim Bassett", "Kim", "Bassett"),
        ("The letter came from Tyrelle Henderson today.", "Tyrelle Henderson", "Tyrelle", "Henderson"),
        ("The drummer William “Billy” Hartnell died.", "William “Billy” Hartnell", "William", "Hartnell"),
    ],
)
def test_a_full_name(copy: str, name: str, given_name: str, family: str) -> None:
    (mention,) = named(copy)
    assert (mention.name, mention.given, mention.family) == (name, given_name, family)


@pytest.mark.parametrize(
    ("copy", "name", "title"),
    [
        ("They met Defense Secretary Ann Rowe.", "Ann Rowe", "Defense Secretary"),
        ("They met Secretary of State Ann Rowe.", "Ann Rowe", "Secretary of State"),
        ("They met Secretary of the Interior Ann Rowe.", "Ann Rowe", "Secretary of the Interior"),
        ("They met U.S. Sen. Ann Rowe.", "Ann Rowe", "U.S. Sen."),
        (
            "They met South Korean Defense Minister Bae Gyu-min.",
            "Bae Gyu-min",
            "South Korean Defense Minister",
        ),
        ("They met former president Ann Rowe.", "Ann Rowe", "former president"),
        ("They met Ohio Gov. Ann Rowe.", "Ann Rowe", "Ohio Gov."),
        ("They met Lt. Gen. Mark Whitford.", "Mark Whitford", "Lt. Gen."),
        ("They met White House press secretary Ann Rowe.", "Ann Rowe", "White House press secretary"),
        ("They met campaign spokeswoman Ann Rowe.", "Ann Rowe", "campaign spokeswoman"),
        ("They met Chief of Staff Ann Rowe.", "Ann Rowe", "Chief of Staff"),
        ("They met Mr. Rowe.", "Rowe", "Mr."),
        ("They met Minister Orlovsky.", "Orlovsky", "Minister"),
        ("But Mayor Ann Rowe left.", "Ann Rowe", "Mayor"),
        ("They met Ann Rowe, the mayor of Fairhaven, on Monday.", "Ann Rowe", "mayor of Fairhaven"),
        ("They met Ann Rowe, the bank’s chief executive.", "Ann Rowe", "bank’s chief executive"),
        ("They met Ann Rowe, 45, a teacher, on Monday.", "Ann Rowe", "teacher"),
    ],
)
def test_a_title(copy: str, name: str, title: str) -> None:
    article = marked(copy)
    (mention,) = (m for m in article.mentions if m.kind == "person")
    assert (mention.name, mention.title) == (name, title)
    assert mention.title_span is not None
    assert article.text[slice(*mention.title_span)] == title


@pytest.mark.parametrize(
    "copy",
    [
        "Ann Rowe, who said nothing, left. Rivals were pleased.",
        "Ann Rowe, Sen. Paul Whitlock and others left.",
        "Ann Rowe, served as governor of Ohio.",
        "The talks with Ann Rowe, in the end, failed.",
    ],
)
def test_words_after_a_comma_that_are_no_title(copy: str) -> None:
    assert named(copy)[0].title == ""


@pytest.mark.parametrize(
    "copy",
    [
        "But on Monday the Justice Department said it would appeal.",
        "Meanwhile, Officials in Springfield waited for Congress.",
        "Nobody at Virginia Beach saw Hurricane Doris coming in May.",
        "Republicans and Democrats agreed. Americans cheered on Thanksgiving Day.",
        "The Supreme Court heard it in Washington. Mr. President, he wrote, think again.",
        "Faith Leaders Urge Calm After Long Night In Capital",
        "The Nobel Prize went to the University of Chicago and the Bank of America.",
    ],
)
def test_capitals_that_name_no_person(copy: str) -> None:
    assert named(copy) == []


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("It asked the Department of Justice and the Senate Budget Committee.",
         ["Department of Justice", "Senate Budget Committee"]),
        ("The Coastal News Agency (CNA) said so.", ["Coastal News Agency", "CNA"]),
        ("The Associated Press and Reuters reported it.", ["Associated Press", "Reuters"]),
        ("The Department of Health and Human Services and the Securities and Exchange Commission met.",
         ["Department of Health and Human Services", "Securities and Exchange Commission"]),
        ("Immigration and Customs Enforcement met.", ["Immigration and Customs Enforcement"]),
        ("The Retail and Allied Staff Association met.", ["Retail and Allied Staff Association"]),
        ("The Department of Justice and Congress met.", ["Department of Justice", "Congress"]),
        ("The State Department and Ports Authority met.", ["State Department", "Ports Authority"]),
        ("A group called Parents for Plain Lunchrooms met.", ["Parents for Plain Lunchrooms"]),
        ("The rock band Broken Kettle split.", ["Broken Kettle"]),
        ("The nonprofit Second Helpings runs a pantry.", ["Second Helpings"]),
        ("A local group, Hands Off Our Hospital, marched.", ["Hands Off Our Hospital"]),
        ("Clean Harbour Now, a charity that runs patrols, sued.", ["Clean Harbour Now"]),
        ("A student group known as Rise for Rivers blocked it.", ["Rise for Rivers"]),
        ("She plays in a band called The Slow Lorises.", ["Slow Lorises"]),
        ("Baker Tilly, an accounting firm, was hired.", ["Baker Tilly"]),
        ("The startup Lumenforge grew. The rest is Lumenforge.", ["Lumenforge", "Lumenforge"]),
        ("The group Quixby runs has closed.", []),
        ("Harriet Quixby spoke. The group Quixby addressed has closed.", []),
        ("The group called Quixby a liar.", []),
        ("The group Monday agreed. The Harbour, a group of boats, sank.", []),
        ("Harlan Crowe, a developer, spoke. The publisher Tess Vane spoke.", []),
    ],
)  # fmt: skip
def test_bodies(copy: str, names: list[str]) -> None:
    assert [mention.name for mention in named(copy, "organisation")] == names


def test_places() -> None:
    places = named("From Seoul, South Korea, he flew to New York and St. Louis.", "place")
    assert [place.name for place in places] == ["Seoul", "South Korea", "New York", "St. Louis"]


def test_every_bare_surname_is_a_mention() -> None:
    copy = (
        "Holtzwart defends plan\n\nHarbor director Maren Holtzwart spoke on Tuesday.\n\n"
        "“I told you,” Holtzwart said. Critics of Holtzwart’s plan left. Maren stayed.\n\n"
        "Holtzwart, asked again, was silent."
    )
    article = marked(copy)
    assert [m.name for m in article.mentions if m.kind == "person"] == [
        "Holtzwart", "Maren Holtzwart", "Holtzwart", "Holtzwart", "Maren", "Holtzwart",
    ]  # fmt: skip
    assert {m.entity for m in article.mentions if m.kind == "person"} == {article.mentions[0].entity}


def test_a_speaker_named_by_surname_only() -> None:
    assert [m.name for m in named("“No,” Henderson said. The crowd left.")] == ["Henderson"]
    assert named("Henderson blue is a shade of paint.") == []


def test_a_name_that_no_list_knows_is_learnt_from_its_repetition() -> None:
    copy = "The novel by Zorvela Quixmarn sold well.\n\nThe shop ordered more of it. Then Quixmarn came by."
    assert [m.name for m in named(copy)] == ["Zorvela Quixmarn", "Quixmarn"]


def test_names_inside_quotation_marks_are_marked_so() -> None:
    inside, outside = named("“I trust Jane Roe,” said Paul Whitlock.")
    assert (inside.quoted, outside.quoted) == (True, False)


def test_a_transcript_label() -> None:
    (label,) = named("The interview\n\nWALLACE: Do you agree?\n\nQ: No.")
    assert (label.name, label.family) == ("WALLACE", "Wallace")


_COPY = st.text(
    alphabet=st.sampled_from("Jane Roe von al-’'“”\".,()-\n Gov.Sen. XIÉé the of The &"),
    min_size=0,
    max_size=300,
)


@given(_COPY)
def test_mentions_are_ordered_and_lie_in_their_blocks(copy: str) -> None:
    article = marked(f"Start.\n\n{copy}")
    at = 0
    for mention in article.mentions:
        assert at <= mention.start < mention.end
        at = mention.end
        assert mention.name == " ".join(article.text[mention.start : mention.end].split())
        assert any(block.start <= mention.start and mention.end <= block.end for block in article.blocks)
        if mention.title_span is not None:
            assert mention.title == " ".join(article.text[slice(*mention.title_span)].split())


@pytest.mark.parametrize(
    "piece", ["The ", "Jane Roe ", "Gov. ", "X", "Roe, Jane ", "de la ", "“Jane", "A.", "É-é"]
)
def test_a_hostile_paragraph_ends(piece: str) -> None:
    # Were any pattern or loop quadratic, this would take hours.
    marked(piece * (120_000 // len(piece)))


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("Ann Lee came. In the Harbor Post Lee said so.", ["Ann Lee", "Lee"]),
        ("It shamed former Miss Harbor Alicia Medina.", ["Alicia Medina"]),
        ("Zorvella McQuirk voted.", ["Zorvella McQuirk"]),
        ("On Monday his wife, Jane, called for calm.", ["Jane"]),
        ("Zorvel Williams, Ray’s longtime friend and ally, disagreed.", ["Zorvel Williams"]),
    ],
)
def test_people_whom_only_their_neighbours_show(copy: str, names: list[str]) -> None:
    assert [mention.name for mention in named(copy)] == names


def test_a_title_behind_a_party_and_a_place_of_several_words() -> None:
    copy = "Omar Tidwell, R-Hollin Vale, chair of the water board, left."
    (mention,) = [m for m in marked(copy).mentions if m.name == "Omar Tidwell"]
    assert mention.title == "chair of the water board"


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("Trainer Oscar Lindo came.", ["Oscar Lindo"]),
        ("Welder Joe Moss came.", ["Joe Moss"]),
        ("His counterpart, Liu Fang, left.", ["Liu Fang"]),
        ("They met Per Lund and Jan Kubat.", ["Per Lund", "Jan Kubat"]),
        ("Said Hamdan, a baker, came.", ["Said Hamdan"]),
        ("Said Paul Moss, a baker: “No.”", ["Paul Moss"]),
        ("Deputy Secretary of State for East Asian Affairs Miriam Castle left.", ["Miriam Castle"]),
        ("Lena and Jonas Falk left.", ["Lena", "Jonas Falk"]),
    ],
)
def test_names_at_the_edge_of_what_lists_know(copy: str, names: list[str]) -> None:
    assert [mention.name for mention in named(copy)] == names
