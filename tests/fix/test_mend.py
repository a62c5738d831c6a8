"""One article mended in memory: what changes, what never does, and what is taken back."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from verify.check.rule import Rule
from verify.check.select import Chosen, Wishes
from verify.check.setup import Setup
from verify.config.load import load
from verify.fix.mend import READINGS, mend
from verify.fix.reading import read_through
from verify.model.finding import Elsewhere, Flag
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins

DESK = arrange(Plugins(()), load(isolated=True), Wishes()).setup
OPEN_QUOTES = arrange(
    Plugins(()),
    load(isolated=True),
    Wishes(options={"typos/doubled-word": {"quotes": True}, "typos/missing-space": {"quotes": True}}),
).setup
HEAD = "Ferry line to close\n\n"


def mended(copy: str, name: str = "a.txt", *, unsafe: bool = False, setup: Setup = DESK) -> str:
    done = mend(name, copy.encode(), setup, unsafe=unsafe)
    assert done is not None
    return done.data.decode()


def with_rules(*rules: Rule) -> Setup:
    """A desk that runs these rules and no other."""
    return replace(DESK, chosen=tuple(Chosen(rule, rule.severity) for rule in rules))


def rule(name: str, pattern: str, *fixes: str, safe: bool = True, needs: str = "") -> Rule:
    """A rule that flags every place of a pattern, with these fixes."""

    def check(article: Any) -> Iterator[Flag]:
        for found in re.finditer(pattern, article.text):
            yield Flag(found.span(), "odd", fixes=tuple(found.expand(fix) for fix in fixes), safe=safe)

    return Rule(name, check, "Odd.", "warning", frozenset(needs.split()), "0.1", Path())


@pytest.mark.parametrize(
    ("copy", "after"),
    [
        ("The captain said the the ferry sank.", "The captain said the ferry sank."),
        ("The the the the ferry sank, she said.", "The ferry sank, she said."),
        ("The fleet ended its exercises,known as Shield.", "The fleet ended its exercises, known as Shield."),
        ("It carried tea,coffee,sugar,flour,rice.", "It carried tea, coffee, sugar, flour, rice."),
        ("The goverment said that it woudl recieve them.", "The government said that it would receive them."),
        ("“We sailed,”said Ann Lee, a deckhand.", "“We sailed,” said Ann Lee, a deckhand."),
        ("”We sailed on Monday,” said Ann Lee.", "“We sailed on Monday,” said Ann Lee."),
        ('The crew didn"t know why, said Ann Lee.', "The crew didn't know why, said Ann Lee."),
    ],
)
def test_what_nobody_would_want_otherwise_is_mended(copy: str, after: str) -> None:
    assert mended(HEAD + copy) == HEAD + after


@pytest.mark.parametrize(
    "copy",
    [
        "What he said it is is a matter of of course, and he knew that that was so.",
        "Vitamin A a day is enough, and Will will say so.",
        "The board will meet on Friday, Nov. 3, 2025, to vote.",
        "Marta Lindqvist spoke. Lindqvist left, and Lindqvsit came back.",
        "They drank teh tarik by the harbor.",
        "The port raised $45.5million last year, and the cost may beeven higher.",
        "Look at booking.Com and at the Car.Next garage.",
        "The withrdawal was planned, and the volunteeer went home.",
    ],
)
def test_what_somebody_may_want_is_left(copy: str) -> None:
    assert mended(HEAD + copy) == HEAD + copy


def test_unsafe_fixes_are_made_where_they_are_asked_for() -> None:
    copy = f"{HEAD}The board meets on Friday, Nov. 3, 2025.\n\nMarta Lindqvist spoke. Lindqvsit left."
    after = f"{HEAD}The board meets on Monday, Nov. 3, 2025.\n\nMarta Lindqvist spoke. Lindqvist left."
    assert mended(copy, unsafe=True) == after
    done = mend("a.txt", copy.encode(), DESK)
    assert done is not None
    assert (done.fixed, done.more) == (0, 2)


def test_one_fix_of_several_is_made_only_where_the_finding_is_sure() -> None:
    several = with_rules(rule("typos/odd", "ferry", "boat", "ship", safe=False))
    assert mended(f"{HEAD}The ferry sank.", unsafe=True, setup=several).endswith("The boat sank.")

    def unsure(article: Any) -> Iterator[Flag]:
        yield Flag((article.text.index("ferry"), article.text.index("ferry") + 5), "?", "", ("boat", "ship"),
                   confidence=0.8)  # fmt: skip

    doubtful = with_rules(replace(rule("typos/odd", "ferry"), check=unsure))
    assert mended(f"{HEAD}The ferry sank.", unsafe=True, setup=doubtful).endswith("The ferry sank.")


QUOTED = (
    "“It belongs to the the town,” said Ann Lee.",
    "“We had seen enough,and the wind rose,” said Ann Lee.",
    "‘I saw teh goverment, and it woudl not help,’ Bo Oakes said.",
    'He called it "a a goverment of of fools" and left.',
    "“The goverment of the the town lost its mark, said Ann Lee. The pier is shut.",
)


@pytest.mark.parametrize("copy", QUOTED)
@pytest.mark.parametrize("unsafe", [False, True])
def test_words_in_quotation_marks_are_the_speakers(copy: str, *, unsafe: bool) -> None:
    after = mended(HEAD + copy, unsafe=unsafe, setup=OPEN_QUOTES)
    assert re.findall(r"\w+", after) == re.findall(r"\w+", HEAD + copy)


def test_marks_around_words_may_change_and_the_words_stay() -> None:
    copy = f"{HEAD}The engineers called it “the the limit“ and left.\n\nThe the pier is shut."
    after = f"{HEAD}The engineers called it “the the limit” and left.\n\nThe pier is shut."
    assert mended(copy) == after


def test_a_fix_that_uncovers_a_finding_is_taken_back_too() -> None:
    copy = f"{HEAD}The engineers called it “the goverment“ and left."
    assert mended(copy) == copy, "the slip is only read once the mark closes; then both are an editor’s"


def test_a_fix_across_markup_or_an_entity_is_not_made() -> None:
    page = "<p>They saw the <b>the</b> ferry, <b>the the</b> buoy, th&#101; the crew and a&#32;a mast.</p>"
    assert mended(page, "a.html") == page
    assert mended("They saw the *the* ferry and *the the* buoy.\n", "a.md") == (
        "They saw the *the* ferry and *the the* buoy.\n"
    )


def test_a_fix_beside_markup_and_entities_is() -> None:
    page = "<p>Caf&eacute; owners &amp; crew said <b>the the old</b> ferry&nbsp;sank.\r\n<!-- the the --></p>"
    assert mended(page, "a.html") == page.replace("<b>the the old</b>", "<b>the old</b>")
    copy = "---\ntitle: The the ferry sank\n---\n\nIt sank, *said the the captain*, off `the the` pier.\n"
    assert mended(copy, "a.md") == (
        "---\ntitle: The ferry sank\n---\n\nIt sank, *said the captain*, off `the the` pier.\n"
    )


def test_what_the_author_allows_is_not_mended() -> None:
    copy = (
        "<!-- verify: ignore typos/doubled-word -- verse -->\nThey sang the the song.\n\nAnd the the rest.\n"
    )
    assert mended(copy, "a.md") == copy.replace("And the the", "And the")


@pytest.mark.parametrize("fix", ["**boat**", "`boat`", "<!-- boat -->", "boat\n\nfish", "boat&amp;"])
def test_a_fix_that_means_something_to_the_reader_is_taken_back(fix: str) -> None:
    setup = with_rules(rule("typos/odd", "ferry", fix), rule("typos/old", "sank", "sunk"))
    assert mended("The ferry sank.\n", "a.md", setup=setup) == "The ferry sunk.\n"


def test_a_letter_that_the_charset_lacks_is_not_put_in() -> None:
    page = '<meta charset="windows-1252"><p>Zoë: the ferry sank.</p>'.encode("cp1252")
    done = mend(
        "a.html", page, with_rules(rule("typos/odd", "ferry", "bőat"), rule("typos/b", "sank", "sunk"))
    )
    assert done is not None
    assert done.data == page.replace(b"sank", b"sunk")


def test_a_fix_that_makes_a_finding_is_taken_back_and_the_others_stay() -> None:
    setup = with_rules(
        rule("typos/one", "ferry", "boat"),
        rule("typos/two", "boat", safe=False),
        rule("typos/three", "pier", "quay"),
        rule("typos/four", "crew", "hands"),
    )
    assert mended("The crew of the ferry saw a pier.", setup=setup) == "The hands of the ferry saw a quay."


def test_a_fix_that_mends_nothing_is_taken_back() -> None:
    setup = with_rules(rule("typos/one", r"ferry", "ferry ferry"), rule("typos/two", "(pier)", r"\1 "))
    assert mended("The ferry saw a pier.", setup=setup) == "The ferry saw a pier."


def test_two_rules_that_undo_each_other_come_to_an_end() -> None:
    setup = with_rules(rule("typos/one", "ferry", "boat"), rule("typos/two", "boat", "ferry"))
    copy = "A ferry, a ferry and a boat."
    assert mended(copy, setup=setup) == copy, "to swap one for the other mends nothing"


def test_a_rule_that_goes_on_for_ever_is_read_so_often_and_no_more() -> None:
    def check(article: Any) -> Iterator[Flag]:
        at = article.text.rindex("x")
        yield Flag((at, at + 1), "odd", fixes=("o x",), safe=True)

    setup = with_rules(replace(rule("typos/odd", ""), check=check))
    assert mended("A x.", setup=setup) == "A x."
    grown = with_rules(rule("typos/odd", r"x+$", r"x\g<0>", "y", safe=True))
    assert mended("A x", setup=grown).count("x") <= READINGS


def test_a_rule_that_reports_the_first_of_several_is_followed() -> None:
    def check(article: Any) -> Iterator[Flag]:
        spans = [found.span() for found in re.finditer(r"colour|honour|labour", article.text)]
        if spans:
            first, *rest = spans
            word = article.text[slice(*first)]
            related = tuple(Elsewhere(span, "and here") for span in rest)
            yield Flag(first, "British", fixes=(word.replace("our", "or"),), safe=True, related=related)

    setup = with_rules(replace(rule("style/odd", ""), check=check))
    assert (
        mended("A colour, an honour, a colour, labour.", setup=setup) == "A color, an honor, a color, labor."
    )


def test_fixes_that_overlap_wait_for_the_next_round() -> None:
    setup = with_rules(
        rule("typos/one", "a b", "ab"), rule("typos/two", "b c", "bc"), rule("typos/x", "ab c", "abc")
    )
    assert mended("See a b c.", setup=setup) == "See a b c.", "“ab c” would be new"
    setup = with_rules(rule("typos/one", "a b", "ab"), rule("typos/two", "b c", "bc"))
    assert mended("See a b c.", setup=setup) == "See abc."


def test_copy_that_does_not_come_back_from_its_text_is_left_alone() -> None:
    page = b'<meta charset="utf-7"><p>The the ferry +AGEAYQ- sank \xff</p>'
    assert mend("a.html", page, DESK) is None
    assert mend("a.txt", b"\x89PNG\r\n", DESK) is None


PIECES = (
    "The the pier is shut,known to all", "It carried tea,coffee,sugar", "the the the ferry", "woudl recieve",
    "“We saw the the town,” said Ann Lee", "“It is the goverment,”said Bo Oakes", "the goverment of a a town",
    "Friday, Nov. 3, 2025", "He said so", "the colour of honor", "&amp; the the", "*the the* pier",
    "“an an odd",
    "Zoë Lindqvist and Lindqvsit", "our our\ttown", "a\u00a0a bay", "and,and and", "U.S. and US forces",
)  # fmt: skip
ENDS = ("\n", "\r\n", "\r", "\n\n", "\r\n\r\n")
CHARSETS = {
    "utf-8": b"",
    "utf-8-mark": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


@st.composite
def copies(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of invented copy full of slips: its name and its bytes."""
    lines = draw(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3), min_size=1, max_size=4))
    copy = "".join(" and ".join(line) + "." + draw(st.sampled_from(ENDS)) for line in lines)
    name = draw(st.sampled_from(("a.txt", "a.md", "a.html")))
    if name == "a.html":
        copy = "".join(f"<p>{part}</p>\n" for part in copy.split("\n\n"))
    charset = draw(st.sampled_from(sorted(CHARSETS)))
    return name, CHARSETS[charset] + copy.encode(charset.removesuffix("-mark"))


def keys(name: str, data: bytes) -> Counter[tuple[str, str]]:
    reading = read_through(name, data, DESK)
    assert reading is not None
    return Counter((one.rule, one.text) for one in reading.findings)


@settings(max_examples=60, deadline=None)
@given(file=copies(), unsafe=st.booleans())
def test_mending_makes_no_finding_and_leaves_nothing_to_mend(
    *, file: tuple[str, bytes], unsafe: bool
) -> None:
    name, data = file
    first = mend(name, data, DESK, unsafe=unsafe)
    assert first is not None
    before, after = keys(name, data), keys(name, first.data)
    related = {rule for rule, _ in before if rule.startswith("style/")}
    assert not {key: count for key, count in (after - before).items() if key[0] not in related}
    assert (first.fixed > 0) == (first.data != data)
    again = mend(name, first.data, DESK, unsafe=unsafe)
    assert again is not None
    assert (again.data, again.fixed) == (first.data, 0)


@settings(max_examples=60, deadline=None)
@given(copies())
def test_all_but_the_slips_stays_byte_for_byte(file: tuple[str, bytes]) -> None:
    name, data = file
    done = mend(name, data, DESK)
    assert done is not None
    mark = next((mark for mark in CHARSETS.values() if mark and data.startswith(mark)), b"")
    assert done.data.startswith(mark)
    charset = next((c for c, m in CHARSETS.items() if m == mark and m), "utf-8").removesuffix("-mark")
    old, new = (one[len(mark) :].decode(charset) for one in (data, done.data))
    assert re.findall(r"[\r\n]+", old) == re.findall(r"[\r\n]+", new)
    assert re.findall(r"<[^>]*>|&\w+;|[*\t]", old) == re.findall(r"<[^>]*>|&\w+;|[*\t]", new)
    for before, after in zip(re.split(r"[\r\n]+", old), re.split(r"[\r\n]+", new), strict=True):
        assert squeezed(before) == squeezed(after)


def squeezed(line: str) -> str:
    """A line without all that a safe fix changes: spaces, words said twice, marks, and known slips."""
    line = re.sub(r"\b(the|a|an|and|our)([ \u00a0\t]\1)+\b", r"\1", line, flags=re.IGNORECASE)
    for slip, word in (("woudl", "would"), ("recieve", "receive"), ("goverment", "government")):
        line = line.replace(slip, word)
    return re.sub(r"[ \u00a0“”]", "", line)


def test_chains_of_slips_take_rounds_by_halves() -> None:
    count = 2_000
    copy = "It carried " + ",".join(["tea"] * count) + ", and the " + "the " * count + "end."
    after = "It carried " + ", ".join(["tea"] * count) + ", and the end."
    names = ("typos/doubled-word", "typos/missing-space")
    setup = replace(DESK, chosen=tuple(one for one in DESK.chosen if one.rule.id in names))
    assert mended(copy, setup=setup) == after
