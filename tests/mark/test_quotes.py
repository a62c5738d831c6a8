"""Who said what: each quote of a short article with its speaker, the mention, the cue, and its kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.mark.names import MARKER as NAMES
from verify.mark.narration import MARKER as NARRATION
from verify.mark.order import mark, plan
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.quotes import MARKER
from verify.mark.sentences import MARKER as SENTENCES
from verify.model.article import Article
from verify.read.formats import TEXT as READER

Row = tuple[str, str, str, str, str]

_HEAD = "Harbor wall delayed\n\n"
_MARKERS = plan([SENTENCES, QUOTATIONS, NARRATION, NAMES, PEOPLE, MARKER], ["quotes"])


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", (_HEAD + copy).encode()), _MARKERS)


def rows(copy: str) -> list[Row]:
    """Each quote as (speaker's name, mention, cue, kind, why it needs no speaker), "" for none."""
    article = marked(copy)
    found = []
    for quote in article.quotes:
        name, mention = "", ""
        if quote.speaker is not None:
            name, mention = quote.speaker.name, article.text[quote.speaker.start : quote.speaker.end]
        cue = article.text[quote.cue.start : quote.cue.end] if quote.cue else ""
        found.append((name, mention, cue, str(quote.kind), str(quote.needs_none)))
    return found


def by(name: str, cue: str = "said", kind: str = "direct", mention: str = "") -> Row:
    return (name, mention or name, cue, kind, "")


HOLT, PAUL = "Maren Holt", "Paul Whitlock"
NOBODY = ("", "", "", "direct", "")


@pytest.mark.parametrize(
    ("cue", "copy"),
    [
        ("said", "“The harbor will open in May,” said Maren Holt."),
        ("quoted", "The Ames Gazette quoted Maren Holt as saying: “The harbor will open in May.”"),
        ("quoted", "“The harbor will open in May,” the Ames Gazette quoted Maren Holt as saying."),
        ("quoted", "Maren Holt was quoted as saying, “The harbor will open in May.”"),
        ("said", "“The harbor will open in May,” Maren Holt said."),
        ("said", '"The harbor will open in May," Maren Holt said.'),
        ("said", "‘The harbour will open in May,’ Maren Holt said."),
        ("said", "“The harbor will open in May”, said Maren Holt."),
        ("said", "‘He told me “go away” and left,’ Maren Holt said."),
        ("said", "“My father told me, ‘Never sell the boat,’ and I never did,” Maren Holt said."),
        ("said", "“The harbor is closed, Maren Holt said. Nobody came."),
        ("said", "“[We] have time …” Maren Holt said."),
        ("said", "“100 years is enough,” Maren Holt said."),
        ("said", "Maren Holt said, “The harbor will open in May.”"),
        ("told", "Maren Holt told the council: “The harbor will open in May.”"),
        ("tweeted", "On Monday, Maren Holt tweeted: “We have time.”"),
        ("wrote", "“The harbor is closed,” Maren Holt wrote on Facebook."),
        ("asked", "“Who will pay for the harbor?” asked Maren Holt."),
        ("asked", "“Who will pay for the harbor?” Maren Holt asked."),
        ("shouted", "“Stop the ships!” Maren Holt shouted."),
        ("said", "“The harbor will open in May,” Maren Holt said Tuesday in a radio interview."),
        ("added", "“The harbor will open in May,” Maren Holt quietly added."),
        ("thundered", "“The harbor is closed,” Maren Holt thundered."),
        ("siad", "“The harbor is closed,” Maren Holt siad."),
        ("shot", "“We have time,” Maren Holt shot back."),
        ("said", "“The harbor will open in May,” said former Fairhaven City Council president Maren Holt."),
        ("said", "“The harbor will open in May,” said Sen. Maren Holt, D-Mass."),
        ("said", "“The harbor will open in May,” said Maren Holt (Ward 3)."),
        ("said", "“The harbor will open in May,” Maren Holt, 45, said."),
        ("said", "“We wait,” said Maren Holt, a retired welder and the longest-serving member of the board."),
        ("said", "“We wait,” Maren Holt, the chairwoman of the town’s planning board, said."),
        ("said", "“We wait,” said Maren Holt, who has run the port since 2009."),
        ("said", "Maren Holt, who has run the port since 2009, said: “The harbor will open in May.”"),
        ("said", "“The harbor is closed,” said his daughter, Maren Holt, a welder."),
        ("said", "“The harbor is closed,” Whitlock’s lawyer Maren Holt said."),
        ("said", "Asked about the delay, Maren Holt said, “We have time.”"),
        ("said", "After Paul Whitlock spoke, Maren Holt said, “We have time.”"),
        ("said", "Maren Holt shook her head and said, “We have time.”"),
        ("said", "In a statement, Maren Holt said: “We have time.”"),
        ("told", "“We have time,” Maren Holt told Paul Whitlock."),
        ("said", "“We have time,” Maren Holt said in an interview with Paul Whitlock."),
        ("said", "“We have time,” Maren Holt said after Paul Whitlock called the plan dead."),
        ("said", "“We have time,” Maren Holt said, but Paul Whitlock disagreed."),
        ("said", "“We have time,” Maren Holt said. Paul Whitlock disagreed."),
        ("said", "• “We have time,” Maren Holt said."),
        ("said", "The hall was cold. “We have time,” said Maren Holt."),
        ("said", "Maren Holt said the port had other worries. “The harbor can wait for a year.”"),
        ("said", "Maren Holt said, “We have time.” Paul Whitlock said the ships were late."),
        ("said", "Maren Holt said she told the council, “We have time.”"),
        ("laughed", "Maren Holt laughed. “The harbor can wait for a year.”"),
        ("", "Maren Holt stepped to the microphone. “The harbor can wait for a year.”"),
        ("", "It came as no surprise to Maren Holt: “We saw the storm coming for days.”"),
        ("", "“The harbor made us, and the harbor will keep us.” — Maren Holt"),
        ("", "“The harbor made us, and the harbor will keep us.”\n\n— Maren Holt, of Fairhaven"),
        (":", "Q: When does it open?\n\nMaren Holt: “In May, I hope.”"),
    ],
)
def test_a_whole_sentence_quoted(cue: str, copy: str) -> None:
    assert rows(copy) == [by(HOLT, cue)]


@pytest.mark.parametrize(
    ("cue", "copy"),
    [
        ("according", "The plan is “dead in the water,” according to Maren Holt."),
        ("According", "According to Maren Holt, the plan is “dead in the water.”"),
        ("per", "The plan is “dead in the water,” per Maren Holt."),
        ("put", "The plan is “dead in the water,” as Maren Holt put it."),
        ("called", "Maren Holt called the plan “a slap in the face of every sailor.”"),
        ("called", "While Paul Whitlock praised the plan, Maren Holt called it “dead in the water.”"),
        ("described", "Speaking on Tuesday, Maren Holt described the plan as “dead in the water.”"),
        ("denied", "Maren Holt denied that the plan was “dead in the water.”"),
        ("said", "In an interview on Tuesday, Maren Holt said the plan was “dead in the water.”"),
        ("said", "In Ames, Iowa, Maren Holt said the plan was “dead in the water.”"),
        ("said", "Maren Holt said she felt “cheated by the council.”"),
        ("saying", "The paper cited Maren Holt, a pilot, as saying that the plan was “dead in the water.”"),
        ("said", "Maren Holt said that while the council waits, sailors are “going hungry every day.”"),
        ("told", "Maren Holt told sailors on Tuesday that Paul Whitlock’s plan was “dead in the water.”"),
        ("told", "The council was told by Maren Holt that the plan was “dead in the water.”"),
        ("quoted", "Maren Holt was quoted as saying the plan was “dead in the water.”"),
        ("saying", "Maren Holt left the hall early, saying she was “sick of waiting.”"),
        ("writes", "In her book, Maren Holt writes that the sea is “a patient animal.”"),
        ("said", "Sen. Maren Holt, D-Mass., said the plan was “dead in the water.”"),
        ("said", "The plan (“a joke,” said Maren Holt) was voted down."),
    ],
)
def test_a_part_of_a_sentence_quoted(cue: str, copy: str) -> None:
    assert rows(copy) == [by(HOLT, cue, "mixed")]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        # Two parts, and several quotes of one sentence.
        ("“We have time,” Maren Holt said. “The harbor can wait.”", [by(HOLT), by(HOLT)]),
        ("Maren Holt called the plan “a slap in the face” and its author “a coward and a fool.”",
         [by(HOLT, "called", "mixed")] * 2),
        ("Maren Holt said the plan was “dead in the water” and that sailors were “sick of waiting.”",
         [by(HOLT, kind="mixed")] * 2),
        # Quotations that run over paragraphs, and paragraphs that are nothing but a quotation.
        ("“We have time,” Maren Holt said. “The harbor can wait for a year.\n\n“Nobody needs to hurry.”",
         [by(HOLT)] * 3),
        ("Maren Holt wrote to the council: “The harbor can wait for a year.\n\n“Nobody needs to hurry.”",
         [by(HOLT, "wrote")] * 2),
        ("“We wait,” Maren Holt said.\n\n“We will not hurry. The harbor can wait for a year.”\n\nIt rained.",
         [by(HOLT)] * 2),
        ("“We have time,” Maren Holt said.\n\n“The harbor can wait for a year.”", [by(HOLT)] * 2),
        # Two speakers.
        ("“We have time,” Maren Holt said. “We do not,” said Paul Whitlock.", [by(HOLT), by(PAUL)]),
        ("Maren Holt said, “We have time.” Paul Whitlock replied, “We do not.”",
         [by(HOLT), by(PAUL, "replied")]),
        ("“We wait,” Maren Holt said. “It rains.” Paul Whitlock said the ships were late.", [by(HOLT)] * 2),
        ("“We wait, Maren Holt said.\n\n“We do not,” Paul Whitlock said.", [by(HOLT), by(PAUL)]),
        ("“Who pays?” Maren Holt asked. “The state will,” Paul Whitlock answered.",
         [by(HOLT, "asked"), by(PAUL, "answered")]),
        ("HOLT: “In May.”\n\nWHITLOCK: “Never.”", [by("HOLT", ":"), by("WHITLOCK", ":")]),
        ("“HOLT: We have time.”\n\n“WHITLOCK: We have none.”", [by("HOLT", ":"), by("WHITLOCK", ":")]),
        ("Maren Holt: “Who pays?” Paul Whitlock: “The state will.”", [by(HOLT, ":"), by(PAUL, ":")]),
        ("Paul Whitlock told Maren Holt that she was “the liar in the room.”", [by(PAUL, "told", "mixed")]),
        ("Paul Whitlock accused Maren Holt of “lying to every sailor in town.”",
         [by(PAUL, "accused", "mixed")]),
        ("“She is the liar in the room,” Paul Whitlock said of Maren Holt.", [by(PAUL)]),
        ("“We have time,” said Paul Whitlock, a spokesman for Maren Holt.", [by(PAUL)]),
        ("“We have time,” Holt spokesman Paul Whitlock said.", [by(PAUL)]),
        # The family name, and pronouns.
        ("Maren Holt and Paul Whitlock met.\n\n“We wait,” Holt said.\n\n“We do not,” Whitlock said.",
         [by(HOLT, mention="Holt"), by(PAUL, mention="Whitlock")]),
        ("Mayor Maren Holt met the sailors on Tuesday.\n\n“We have time,” Ms. Holt said.",
         [by(HOLT, mention="Holt")]),
        ("Maren Holt met the sailors on Tuesday.\n\n“We have time,” she said.", [by(HOLT, mention="she")]),
        ("When Maren Holt heard the news, she said, “We have time.”", [by(HOLT, mention="she")]),
        ("Paul Whitlock asked Maren Holt about the delay, and she replied, “We have time.”",
         [by(HOLT, "replied", mention="she")]),
        ("Susan Holt met Paul Whitlock.\n\n“We have time,” she said.\n\n“We do not,” he said.",
         [by("Susan Holt", mention="she"), by(PAUL, mention="he")]),
        ("Susan Holt spoke first. Paul Whitlock listened from the back row.\n\n“We have time,” she said.",
         [by("Susan Holt", mention="she")]),
        ("Paul Whitlock met Susan Holt.\n\n“We have time,” Holt said.\n\n“We do not,” he said.",
         [by("Susan Holt", mention="Holt"), by(PAUL, mention="he")]),
        ("Paul Whitlock spoke to the sailors on Tuesday.\n\n“Peter Lund never asked us,” he said.",
         [by(PAUL, mention="he")]),
        ("Paul Whitlock spoke on Tuesday against Peter Lund’s plan.\n\n“We have no time,” he said.",
         [by(PAUL, mention="he")]),
        ("Paul Whitlock spoke on Tuesday about Peter Lund.\n\n“We have no time,” he said.",
         [by(PAUL, mention="he")]),
        ("Paul Whitlock met Peter Lund.\n\n“We wait,” Whitlock said.\n\n“Never,” Lund said. “Go,” he added.",
         [by(PAUL, mention="Whitlock"), by("Peter Lund", mention="Lund"),
          by("Peter Lund", "added", mention="he")]),
        # Offices, bodies, groups, documents, and people without a name.
        ("Fairhaven Mayor Maren Holt met the sailors on Tuesday.\n\n“We have time,” the mayor said.",
         [by(HOLT, mention="the mayor")]),
        ("Maren Holt, the mayor of Fairhaven, met the sailors.\n\n“We have time,” the mayor said.",
         [by(HOLT, mention="the mayor")]),
        ("Port spokesman Paul Whitlock met the sailors.\n\n“We have time,” the spokesman said.",
         [by(PAUL, mention="the spokesman")]),
        ("The Coastal Shipping Association met.\n\nThe association said the plan was “dead in the water.”",
         [by("Coastal Shipping Association", kind="mixed", mention="The association")]),
        ("The Coastal Shipping Association (CSA) met.\n\nThe CSA called the plan “dead in the water.”",
         [by("Coastal Shipping Association", "called", "mixed", "CSA")]),
        ("The White House called the claim “false from start to end.”",
         [by("White House", "called", "mixed")]),
        ("Police said the driver had “no chance to stop.”", [by("Police", kind="mixed")]),
        ("“We want our boats back,” the protesters chanted.", [by("the protesters", "chanted")]),
        ("Critics say the plan is “a slap in the face of every sailor.”", [by("Critics", "say", "mixed")]),
        ("Some called the plan “a slap in the face of every sailor.”", [by("Some", "called", "mixed")]),
        ("“The plan is dead,” a spokeswoman for the port said.", [by("a spokeswoman for the port")]),
        ("“The plan is dead,” said a senior official, who asked not to be named.",
         [by("a senior official")]),
        ("“We have time,” said one of the sailors.", [by("one of the sailors")]),
        ("“The plan is dead,” someone shouted from the back.", [by("someone", "shouted")]),
        ("The harbor wall is “a danger to ships,” the lawsuit says.", [by("the lawsuit", "says", "mixed")]),
        ("“We have time,” read a statement from the port.", [by("a statement from the port", "read")]),
        # Layouts and forms that are easily misread.
        ("Maren Holt runs the port.\n\n“The harbor can wait.\n\n“Nobody needs to hurry,” Holt said.",
         [by(HOLT, mention="Holt")] * 2),
        ("Maren Holt wrote: “The harbor can wait for a year.\n\n“Nobody hurries.\n\n“The money will come.”",
         [by(HOLT, "wrote")] * 3),
        ("Maren Holt, the chairwoman of the town’s planning board, said, “The harbor will open in May.”",
         [by(HOLT)]),
        ("“The harbor is closed,” said Paul Whitlock’s lawyer, Maren Holt.",
         [by(HOLT)]),
        ("Holt’s brother, Paul Whitlock, said: “We have time.”",
         [by(PAUL)]),
        ("Mayor Maren Holt met Sen. Paul Whitlock.\n\n“We have time,” the senator said.",
         [by(PAUL, mention="the senator")]),
        ("The Coastal Shipping Association voted.\n\n“The plan is dead,” it said in a statement.",
         [by("Coastal Shipping Association", mention="it")]),
        ("The poll found that voters were “tired of walls.”",
         [by("The poll", "found", "mixed")]),
        ("``The harbor is closed,'' Maren Holt said.",
         [by(HOLT)]),
        ("”The harbor is closed,“ Maren Holt said.",
         [by(HOLT)]),
        ("Said Maren Holt: “The harbor will open in May.”",
         [by(HOLT, "Said")]),
        ("Paul Whitlock, who lost his boat, and who called the plan “dead in the water,” left.",
         [by(PAUL, "called", "mixed", "who")]),
        ("Maren Holt, whom Paul Whitlock called “the liar here,” left.",
         [by(PAUL, "called", "mixed")]),
        ("“We have—” Maren Holt began.", [by(HOLT, "began")]),
        ("Maren Holt spoke.\n\n“We have time,” she said.\n\n“The harbor can wait for a year.”\n\nIt rained.",
         [by(HOLT, mention="she")] * 2),
        ("“The harbor,” Maren Holt said, “will open in May.”",
         [by(HOLT), by(HOLT)]),
        ("Maren Holt and her husband Paul were there.\n\n“We wait,” said her brother, Jon.",
         [by("Jon")]),
        # Two as one.
        ("“We have time,” Maren Holt and Paul Whitlock said in a joint letter.",
         [by("Maren Holt and Paul Whitlock")]),
        # Nobody.
        ("The harbor is wide and grey in winter.\n\n“The harbor can wait for a year, and so can we all.”",
         [NOBODY]),
        ("He came at night and left again.", []),
    ],
)  # fmt: skip
def test_who_said_it(copy: str, expected: list[Row]) -> None:
    assert rows(copy) == expected


@pytest.mark.parametrize(
    "copy",
    [
        "“The harbor,” Maren Holt said, “will open in May.”",
        "“If the money comes,” Maren Holt told the council, “the harbor will open in May.”",
    ],
)
def test_both_parts_of_a_sentence_are_one_speakers(copy: str) -> None:
    assert [row[0] for row in rows(copy)] == [HOLT, HOLT]


@pytest.mark.parametrize(
    ("why", "copy"),
    [
        ("title-of-work", "Maren Holt wrote the novel “The Last Lighthouse Keeper” in 1998."),
        ("title-of-work", "The band played “Harbor Lights” twice."),
        ("title-of-work", "She hosts CNN’s “Morning Tide” with her brother."),
        ("title-of-work", "An article titled “Why the Harbor Froze” ran on Sunday."),
        ("title-of-work", "In “The Salt Road,” Holt tells of her father."),
        ("scare-quote", "The “experts” on the board had never seen a ship."),
        ("scare-quote", "The storm was a “perfect” excuse."),
        ("scare-quote", "The plan is “dead” for now."),
        ("term", "The word “harbor” appears nine times in the bill."),
        ("term", "The tool, dubbed “the claw,” broke on Friday."),
        ("nickname", "Robert “Bobby” Lund left the hall."),
        ("nickname", "Anna 'Annie' Lund left the hall."),
        ("sign", "Sailors carried signs that read “Save Our Harbor.”"),
        ("sign", "A banner said “No more walls” in red paint."),
        ("", "Maren Holt said the plan was “dead.”"),
        ("", "Maren Holt called the plan a “disaster.”"),
        ("", "Maren Holt, citing “security reasons,” closed the gate."),
        ("", "“The Last Lighthouse Keeper is my best book,” Maren Holt said."),
        ("", "“No Ships Today,” Maren Holt said."),
        ("", "“Never,” Maren Holt said."),
    ],
)
def test_whether_it_needs_a_speaker(why: str, copy: str) -> None:
    assert [row[4] for row in rows(copy)] == [why]


@pytest.mark.parametrize("headline", ["“We have time,” mayor says", "Mayor: ‘We have time’ for harbor"])
def test_a_headline_needs_no_speaker(headline: str) -> None:
    copy = f"{headline}\n\nThe council met on Tuesday and voted on the plan for a harbor wall."
    article = mark(READER.read("a.txt", copy.encode()), _MARKERS)
    assert [quote.needs_none for quote in article.quotes] == ["headline"]


def wrong(reason: str, copy: str, *expected: Row) -> object:
    """A case where a careful editor says otherwise than we do."""
    return pytest.param(copy, list(expected), marks=pytest.mark.xfail(strict=True, reason=reason))


WRONG = [
    wrong("a harbor does not speak",
          "The harbor is wide. “Harbors are like mothers, and they never forgive.” It was cold.", NOBODY),
    wrong("an object is taken for who said it",
          "The crowd cheered Maren Holt, who said the town was “open for business” again.",
          by(HOLT, kind="mixed")),
    wrong("the passive", "Maren Holt was called “the liar in the room” by Paul Whitlock.",
          by(PAUL, "called", "mixed")),
    wrong("in the words of", "The plan is, in the words of Maren Holt, “dead in the water.”",
          by(HOLT, "", "mixed")),
    wrong("the verb nearer to the quote", "“We wait,” Maren Holt said, adding that it was “in no hurry.”",
          by(HOLT), by(HOLT, "adding", "mixed")),
    wrong("read is taken for a cue", "He has read “War and Peace” three times.",
          ("", "", "", "direct", "title-of-work")),
]  # fmt: skip


@pytest.mark.parametrize(("copy", "expected"), WRONG)
def test_where_a_careful_editor_says_otherwise(copy: str, expected: list[Row]) -> None:
    assert rows(copy) == expected


_PIECES = st.sampled_from(
    ["“We wait,”", "“", "”", '"', "'", "‘", "’", '"No,"', "‘It hurts.’", "Maren Holt", "Paul Whitlock",
     "Holt", "he", "she", "they", "it", "the mayor", "a spokesman", "The Port Authority", "Sen.", "HOLT:",
     "said", "told", "called it", "according to", "Said", "to say", "who", "that", "and", "by", ":", ",",
     ".", "?", "—", "…", "(", ")", "\n\n", "\n\n“", "\n\n— "]
)  # fmt: skip
_COPY = st.lists(st.tuples(_PIECES, st.sampled_from([" ", " ", ""])), max_size=30).map(
    lambda pieces: "".join(word + space for word, space in pieces)
)


@settings(deadline=None, max_examples=200)
@given(_COPY)
def test_any_article_gives_sound_quotes(copy: str) -> None:
    article = marked(copy)
    spans = article.quotations.spans
    outermost = [number for number, quotation in enumerate(spans) if quotation.level == 0]
    assert [quote.quotation for quote in article.quotes] == outermost
    for quote in article.quotes:
        quotation = spans[quote.quotation]
        assert (quote.start, quote.end, quote.block) == (quotation.start, quotation.end, quotation.block)
        assert 0 <= quote.confidence <= 1
        assert bool(quote.basis) == (quote.speaker is not None)
        if quote.speaker is None:
            assert quote.cue is None
        else:
            assert 0 <= quote.speaker.start < quote.speaker.end <= len(article.text)
            if quote.speaker.entity >= 0:
                assert article.entities[quote.speaker.entity].name == quote.speaker.name
        if quote.cue is not None:
            assert article.text[quote.cue.start : quote.cue.end].strip()
    assert marked(copy).quotes == article.quotes


def test_a_thousand_quotes_in_one_paragraph_come_to_an_end() -> None:
    assert rows("“We wait,” Maren Holt said. " * 1000) == [by(HOLT)] * 1000
