"""The rules about slips, on whole articles: where they stay silent, and what hostile copy does to them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.check.rule import Rule
from verify.mark import quotations, vocabulary
from verify.mark.order import mark
from verify.model.article import Article
from verify.model.document import Block, Document
from verify.model.finding import Flag
from verify.model.marks import Quotations
from verify.model.span import SourceMap
from verify.testing import rules

TYPOS = {rule.id: rule for rule in rules() if rule.family == "typos"}


def flags(rule: Rule, text: str, zone: str = "body", **options: bool) -> list[Flag]:
    """What the rule says of a text whose every line is a block of the zone."""
    text = f"{text}\nBerg said so."
    blocks, at = [Block("body", len(text) - len("Berg said so."), len(text))], 0
    for line in text.split("\n")[:-1]:
        if line:
            blocks.append(Block(zone, at, at + len(line)))  # type: ignore[arg-type]
        at += len(line) + 1
    blocks.sort(key=lambda block: block.start)
    document = Document("a.txt", text, text, tuple(blocks), SourceMap.identity(len(text)))
    article = mark(document, [quotations.MARKER, vocabulary.MARKER])
    return list(rule.check(article) if rule.options is None else rule.check(article, rule.options(**options)))


def told(rule: str, text: str, zone: str = "body", **options: bool) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[slice(*flag.span)], flag.fixes[:1]) for flag in flags(TYPOS[rule], text, zone, **options)]


def test_the_house_has_these_rules() -> None:
    assert sorted(TYPOS) == [
        "typos/a-or-an",
        "typos/broken-encoding",
        "typos/confused-word",
        "typos/doubled-word",
        "typos/missing-space",
        "typos/misspelling",
        "typos/stray-capital",
        "typos/stray-space",
    ]


def test_each_slip_is_flagged_with_its_fix() -> None:
    text = "The minsiter spoke to the the press,and left. Reporters recieved nothing."
    assert told("typos/misspelling", text) == [("minsiter", ("minister",)), ("recieved", ("received",))]
    assert told("typos/doubled-word", text) == [("the the ", ("the ",))]
    assert told("typos/missing-space", text) == [(",", (", ",))]


def test_a_day_a_month_or_a_land_is_mended() -> None:
    text = "The council met on Wendesday’s eve, in Febuary, for the Untied States-owned port in Oregno."
    assert told("typos/misspelling", text) == [
        ("Wendesday", ("Wednesday",)),
        ("Febuary", ("February",)),
        ("Untied", ("United",)),
        ("Oregno", ("Oregon",)),
    ]
    assert told("typos/misspelling", text, "furniture") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Germna runs in a pub, the Untied Knot.",
        "See @Oregno, #Febuary, Oregno.org and “Oregno” [sic].",
        "Oregno lost, and Oregno won.",
        "He joined the Oregno Rail Company, as Ola Oregnon did.",
    ],
)
def test_a_name_of_its_own_stays(text: str) -> None:
    assert told("typos/misspelling", text) == []


@pytest.mark.parametrize("zone", ["furniture", "code", "credit", "byline", "dateline"])
@pytest.mark.parametrize("rule", sorted(TYPOS.keys() - {"typos/broken-encoding"}))
def test_only_copy_is_read(rule: str, zone: str) -> None:
    text = "THe minsiter , free to reign in costs, spoke to the the press,and an guest left."
    assert told(rule, text, zone) == []
    assert told(rule, text, "caption") != []


@pytest.mark.parametrize("rule", sorted(rule.id for rule in TYPOS.values() if rule.options))
def test_quotes_are_read_or_left_alone_as_wished(rule: str) -> None:
    text = "“The minsiter, free to reign in costs, spoke to the the press,and left,” said Ola Berg."
    assert told(rule, text, quotes=False) == []
    assert told(rule, text, quotes=True) != []


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/minsiter and minsiter.example.org or @minsiter, #minsiter, minsiter@b.org.",
        'The page has a <a href="minsiter">link</a>, a file minsiter.txt and a key minsiter=1.',
        "The minsiter of a MINSITER, as Minsiter is spelt there.",
        "A minsiter met a minsiter, and the third minsiter came.",
        "He wrote “minsiter” [sic] and minsiter (sic) on the wall.",
        "The dish was called bourmek, and a cavol (cabbage) stood beside.",
        "The en- minsiter of the broken line.",
        "Le minsitre de la république a dit que les conseillers voulaient reporter la séance à vendredi.",
    ],
)
def test_misspelling_stays_silent(text: str) -> None:
    assert told("typos/misspelling", text) == []


def test_copy_in_another_language_is_left_alone() -> None:
    text = (
        "Der Gemeinderat hat am Dienstag beschlossen, dass die neue Brücke gebaut wird, obwohl viele Anwohner"
        " dagegen waren und der Bürgermeister gewarnt hatte, dass die Kosten steigen und niemand zahlt."
    )
    assert told("typos/misspelling", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The U.S.Navy and J.K.Olsen cost 4,200 at 8:30,and",
        "Example.Com, Booking.Org and node.Js met St.Olaf.",
        'He said "yes," then "no," and "well" again.',
        "The (re)elected chair(wo)man read section 4(b)of it.",
        "a,b and x;y; the D-N.Y. vote; Yahoo!Mail; {a:B,c:D}; font-family:Helvetica",
    ],
)
def test_missing_space_stays_silent(text: str) -> None:
    assert [words for words, _ in told("typos/missing-space", text) if not words.endswith(",and")] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He left early,"said Berg.', []),
        ('"He left early,"said Berg.', [('"', ('" ',))]),
        ('Berg said,"He left early."', [(",", (", ",))]),
        ("Berg said,“He left.”", [(",", (", ",))]),
        ("It ended in 2016.The rest is known.", [(".", (". ",))]),
        ("He met Olsen.They talked.", [(".", (". ",))]),
        ("See it here.@olsen #ferry.https://example.org/a.b?c=d", [(".", (". ",)), (".", (". ",))]),
        ("He met Mr.Olsen and Ola.Olsen there.", []),
        ("Alot of people cameto see partof it.", [("partof", ("part of",))]),
        (
            "It cost £3million and 4.5billion more.",
            [("£3million", ("£3 million",)), ("4.5billion", ("4.5 billion",))],
        ),
    ],
)
def test_missing_space(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert told("typos/missing-space", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "He had had it; that that is so; bye bye.",
        "Walla Walla and Duran Duran, New York New York.",
        "the\nthe",
        "the the-atre",
        "Ten ten and 10 10.",
        "He logged in in the morning, in a year that Berg won in in 2012, counting on on Nov. 8.",
    ],
)
def test_doubled_word_stays_silent(text: str) -> None:
    assert told("typos/doubled-word", text) == []


_PIECES = (
    "goverment ",
    "the the ",
    "The the ",
    "word,word ",
    "end.The ",
    "Febuary ",
    "Howeevr ",
    "a ",
    ". ",
    "“",
    "” ",
    "THe ",
    "  ",
    " , ",
    "-",
    "â€™",
    "Ã©\ufffd",
    "free reign ",
    "should of been ",
    "tax payer ",
    "the “the ",
    "such old such as ",
    '"',
    "\n",
)


@pytest.mark.parametrize("rule", sorted(TYPOS))
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)))
def test_any_text_is_read_and_each_fix_changes_it(rule: str, text: str) -> None:
    for flag in flags(TYPOS[rule], text):
        start, end = flag.span
        assert 0 <= start < end <= len(text)
        assert flag.fixes or rule == "typos/broken-encoding"
        assert text[start:end] not in flag.fixes


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a," * 300_000,
        '"a,"' * 100_000,
        "ab.Cd" * 100_000,
        "the " * 100_000,
        "goverment " * 50_000,
        "x-" * 300_000,
        " " * 1_000_000,
        "x  " * 200_000,
        " ,x" * 200_000,
        "Ã©" * 300_000,
        "THe " * 100_000,
        "such a " * 100_000,
        "her a b " * 80_000,
        "free reign in the " * 30_000,
    ],
    ids=lambda text: text[:6],
)
@pytest.mark.parametrize("rule", sorted(TYPOS))
def test_hostile_copy_ends(rule: str, text: str) -> None:
    document = Document("a.txt", text, text, (Block("body", 0, len(text)),), SourceMap.identity(len(text)))
    article = Article(document, {"quotations": Quotations((), ()), "vocabulary": frozenset()})
    options = TYPOS[rule].options
    # Were any pattern or loop quadratic, this would take hours.
    found = list(TYPOS[rule].check(article) if options is None else TYPOS[rule].check(article, options()))
    found.sort(key=lambda flag: flag.span)
    assert all(first.span[1] <= second.span[1] for first, second in pairwise(found))


def test_confusions_are_told_by_their_company() -> None:
    text = (
        "Whose also there? He said it’s own reign in Spain ended; the ferry should of been sold, and Nassau"
        " Country police wave their right to breath. Breath in the deep breathe. Wes Olsen read http://a.fo/b."
    )
    assert told("typos/confused-word", text) == [
        ("Whose", ("Who’s",)),
        ("it’s", ("its",)),
        ("of", ("have",)),
        ("Country", ("County",)),
        ("wave", ("waive",)),
        ("breath", ("breathe",)),
        ("breathe", ("breath",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The end.  The next.  The last. Nobody  ",
        "Yes    33%",
        "the two- and three-year terms, pre- or post-war",
        "He said ... and left . . . at once",
    ],
)
def test_stray_space_stays_silent(text: str) -> None:
    assert told("typos/stray-space", text) == []


def test_a_slip_with_a_capital_is_told_and_is_nobodys_to_fix_unread() -> None:
    (flag,) = flags(TYPOS["typos/misspelling"], "It ended.\nTehre they stood, and Berg spoke.")
    assert (flag.fixes[:1], flag.safe) == (("There",), False)


def test_a_long_word_may_lose_a_run_of_letters() -> None:
    assert told("typos/misspelling", "His testerone level, he said, is stilll high.") == [
        ("testerone", ("testosterone",)),
        ("stilll", ("still",)),
    ]


@pytest.mark.parametrize("rule", sorted(TYPOS))
def test_a_word_without_end_is_none(rule: str) -> None:
    text = f"She met {'abcdefgh' * 5000} and {'Abcdefgh' * 5000}. Abc{'defgh' * 5000} came."
    assert told(rule, text) == []
