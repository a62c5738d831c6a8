"""Which quotation marks belong together, and which are odd."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.mark.order import mark
from verify.mark.quotations import MARKER
from verify.model.article import Article
from verify.model.marks import Quotation
from verify.read.formats import TEXT as READER

_HEAD = "Harbor wall delayed\n\n"


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", (_HEAD + copy).encode()), [MARKER])


def spans(copy: str) -> list[Quotation]:
    return list(marked(copy).quotations.spans)


def words(copy: str, level: int = 0) -> list[str]:
    article = marked(copy)
    return [article.text[q.start : q.end] for q in article.quotations.spans if q.level == level]


def odd(copy: str) -> list[tuple[str, str, int]]:
    """Each odd mark with what is wrong with it and where in the copy it stands."""
    article = marked(copy)
    found = article.quotations.anomalies
    return [(article.text[a.start : a.end], a.what, a.start - len(_HEAD)) for a in found]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("“We lost,” Lee said. “It hurts.”", ["“We lost,”", "“It hurts.”"]),
        ('"We lost," Lee said. "It hurts."', ['"We lost,"', '"It hurts."']),
        ('“We lost," Lee said. "It hurts.”', ['“We lost,"', '"It hurts.”']),
        ("‘We lost,’ Lee said. ‘It hurts.’", ["‘We lost,’", "‘It hurts.’"]),
        ("'We lost,' Lee said. 'It hurts.'", ["'We lost,'", "'It hurts.'"]),
        ("``We lost,'' Lee said. ``It hurts.''", ["``We lost,''", "``It hurts.''"]),
        ("“We lost”, Lee said, “and it hurts”.", ["“We lost”", "“and it hurts”"]),
        ("“We lost,”Lee said.“It hurts.”", ["“We lost,”", "“It hurts.”"]),
        ('Lee said: "We lost." "It hurts."', ['"We lost."', '"It hurts."']),
        ("The “so-called” ‘plan’ — “it” — (“no”) [“yes”].",
         ["“so-called”", "‘plan’", "“it”", "“no”", "“yes”"]),
        ("A well-“known” man said “a”/“b”.", ["“known”", "“a”", "“b”"]),
        ("Ann “Nan” Lee met Robert 'Bob' Roe.", ["“Nan”", "'Bob'"]),
        ("‘Lost’: a story of the sea.", ["‘Lost’"]),
        ("It was “over”", ["“over”"]),
        ("“Over”", ["“Over”"]),
        ("‘It’s Lee’s,’ she said.", ["‘It’s Lee’s,’"]),
        ("'It's Lee's,' she said.", ["'It's Lee's,'"]),
        ("‘The workers’ rights are ours,’ Lee said.", ["‘The workers’ rights are ours,’"]),
    ],
)  # fmt: skip
def test_pairs(copy: str, expected: list[str]) -> None:
    assert words(copy) == expected
    assert odd(copy) == []
    assert all(q.closed and q.chain == -1 for q in spans(copy))


@pytest.mark.parametrize(
    "copy",
    [
        "The ’90s, the '90s and even the ‘90s saw it.",
        "Let ‘em come, and let 'em go, 'til the end. ’Twas so.",
        "The workers’ rights, Lee’s boat and the boys' club.",
        "They play rock ’n’ roll and rock 'n' roll.",
        "He doesn’t and she couldn't.",
        "He is 6'4\" tall; she was 5’11” then.",
        'The board is 12" wide and 3" thick.',
    ],
)
def test_apostrophes_feet_and_inches_quote_nothing(copy: str) -> None:
    assert words(copy) == []
    assert odd(copy) == []


def test_inches_beside_quoted_words() -> None:
    assert words('Lee, 6\'2", said "no" to the 5\'9" man.') == ['"no"']


@pytest.mark.parametrize(
    ("copy", "outer", "inner"),
    [
        ("“We lost to ‘Harbor,’ I said,” Lee said.", ["“We lost to ‘Harbor,’ I said,”"], ["‘Harbor,’"]),
        ("‘We lost to “Harbor,” I said,’ Lee said.", ["‘We lost to “Harbor,” I said,’"], ["“Harbor,”"]),
        ("\"We lost to 'Harbor,' I said,\" Lee said.", ["\"We lost to 'Harbor,' I said,\""], ["'Harbor,'"]),
        ("“He said ‘no’ and ‘yes,’” Lee said.", ["“He said ‘no’ and ‘yes,’”"], ["‘no’", "‘yes,’"]),
        ("“‘We lost,’ he said,” Lee recalled.", ["“‘We lost,’ he said,”"], ["‘We lost,’"]),
        ("“We ‘lost’ it’s over,” Lee recalled the girls’ words.", ["“We ‘lost’ it’s over,”"], ["‘lost’"]),
        ("“He said “no” and left,” Lee said.", ["“He said “no” and left,”"], ["“no”"]),
        ("“He said “no,”” Lee said. She left.", ["“He said “no,””"], ["“no,”"]),
    ],
)
def test_quotations_inside_quotations(copy: str, outer: list[str], inner: list[str]) -> None:
    assert words(copy) == outer
    assert words(copy, level=1) == inner


def test_single_marks_are_told_from_double_ones() -> None:
    assert [q.single for q in spans("“We lost to ‘Harbor,’” Lee said. ‘No,’ he said.")] == [False, True, True]


@pytest.mark.parametrize(
    ("copy", "expected", "marks"),
    [
        ("”We lost,“ Lee said.", ["”We lost,“"], [("”", "reversed", 0), ("“", "reversed", 9)]),
        ("“We lost,“ Lee said. “It hurts.”", ["“We lost,“", "“It hurts.”"], [("“", "reversed", 9)]),
        ("Lee said ”we lost” then.", ["”we lost”"], [("”", "reversed", 9)]),
        ("“We lost, Lee said. He left.", ["“We lost,"], [("“", "unclosed", 0)]),
        ('"We lost, he said. He left.', ['"We lost,'], [('"', "unclosed", 0)]),
        ("“We lost, Lee said. “It hurts.”", ["“We lost,", "“It hurts.”"], [("“", "unclosed", 0)]),
        ("We lost,” Lee said. “It hurts.”", ["“It hurts.”"], [("”", "unopened", 8)]),
        ("“", [], [("“", "unclosed", 0)]),
        ("Lee left “", [], [("“", "unclosed", 9)]),
    ],
)
def test_odd_marks(copy: str, expected: list[str], marks: list[tuple[str, str, int]]) -> None:
    assert words(copy) == expected
    assert odd(copy) == marks


def test_a_lost_closing_mark_costs_no_more_than_its_paragraph() -> None:
    copy = "“We lost and it hurts.\n\nLee left “early.”\n\n“We go on,” he said."
    assert words(copy) == ["“We lost and it hurts.", "“early.”", "“We go on,”"]
    assert odd(copy) == [("“", "unclosed", 0)]
    assert [q.chain for q in spans(copy)] == [-1, -1, -1]


def test_a_lost_opening_mark_costs_no_more_than_its_paragraph() -> None:
    assert words("We lost,” Lee said.\n\n“It hurts,” he said.") == ["“It hurts,”"]


@pytest.mark.parametrize(
    "copy",
    [
        "“We lost.\n\n“It hurts.\n\n“We go on,” Lee said.",
        "“It rains,” he said. “We lost.\n\n“It hurts.\n\n“We go on,” Lee said.",
        "Lee said: “We lost.\n\n“It hurts.\n\n“We go on.”",
        "“It rains,” Lee said, “and we lost.\n\n“It hurts.\n\n“We go on.”",
        '"We lost.\n\n"It hurts.\n\n"We go on," Lee said.',
        "‘We lost.\n\n‘It hurts.\n\n‘We go on,’ Lee said.",
    ],
)
def test_a_quotation_over_paragraphs_is_a_chain(copy: str) -> None:
    found = spans(copy)
    last = len(found) - 1
    assert [q.chain for q in found] == [-1] * (last - 1) + [last - 2, last - 1]
    assert [q.closed for q in found] == [True] * (last - 2) + [False, False, True]
    assert odd(copy) == []


def test_an_attribution_inside_a_quotation_does_not_end_it() -> None:
    copy = "Lee said: “We lost. She told me, ‘Go home.’\n\n“And I did.”"
    assert [(q.level, q.chain) for q in spans(copy)] == [(0, -1), (1, -1), (0, 0)]
    assert odd(copy) == []


def test_a_fragment_after_another_is_no_quotation_resumed() -> None:
    copy = "He called the “safe” ferry “a farce that cost us dear.\n\n“We go on,” Paul Hall said."
    assert [q.chain for q in spans(copy)] == [-1, -1, -1]
    assert odd(copy) == [("“", "unclosed", copy.index("“a farce"))]


def test_a_chain_needs_the_paragraph_after_to_reopen() -> None:
    copy = "“We lost.\n\nLee said so.\n\n“We go on,” he said."
    assert [q.chain for q in spans(copy)] == [-1, -1]
    assert odd(copy) == [("“", "unclosed", 0)]


@pytest.mark.parametrize(
    "first",
    [
        "“We lost, Lee said on Tuesday.",
        "He called it “a farce that cost us dear.",
        "“We lost and it hurts, he said.",
    ],
)
def test_a_mark_lost_before_an_attribution_starts_no_chain(first: str) -> None:
    copy = f"{first}\n\n“We go on,” Paul Hall said."
    assert [q.chain for q in spans(copy)] == [-1, -1]
    assert odd(copy) == [("“", "unclosed", first.index("“"))]


def test_a_closed_quotation_starts_no_chain() -> None:
    assert [q.chain for q in spans("“We lost.”\n\n“We go on,” Lee said.")] == [-1, -1]


@pytest.mark.parametrize("mark", '“”"„')
def test_an_odd_mark_is_reported_once(mark: str) -> None:
    assert len(odd(mark)) == 1


@pytest.mark.parametrize(
    ("copy", "outer"),
    [
        ("Lee said ''no'' and left.", ["''no''"]),
        ("''We lost,'' Lee said, and the crowd's 'boos' grew.", ["''We lost,''", "'boos'"]),
    ],
)
def test_two_strokes_are_one_mark(copy: str, outer: list[str]) -> None:
    assert (words(copy), words(copy, level=1)) == (outer, [])


_TEXT = st.characters(codec="utf-8", exclude_characters="\0")
_PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "``", "„", "‟", "We lost", "Lee said", ",", ".", "?", "—", "(", ")", "6",
     "’s", "‘em", "’90s", "he", "workers’", "\n\n", "\n", "“We", "lost,”", "‘No,’", '"It', 'hurts."']
)  # fmt: skip
_COPY = st.lists(st.tuples(_PIECES, st.sampled_from([" ", ""])), max_size=40).map(
    lambda pieces: "".join(word + space for word, space in pieces)
)


@settings(deadline=None, max_examples=200)
@given(_COPY | st.text(alphabet="“”\"‘’'`„ a.\n", max_size=80) | st.text(_TEXT, max_size=80))
def test_any_text_gives_sound_quotations(copy: str) -> None:
    article = marked(copy)
    found = article.quotations.spans
    assert list(found) == sorted(found, key=lambda q: (q.start, q.level))
    at = 0
    for number, quotation in enumerate(found):
        block = article.blocks[quotation.block]
        assert block.start <= quotation.start < quotation.end <= block.end
        if quotation.level == 0:
            assert at <= quotation.start
            at = quotation.end
        else:
            assert any(o.level == 0 and o.start <= quotation.start and quotation.end <= o.end for o in found)
        if quotation.chain >= 0:
            before = found[quotation.chain]
            assert quotation.chain < number
            assert not before.closed
            assert before.block < quotation.block
    for anomaly in article.quotations.anomalies:
        assert anomaly.start < anomaly.end
        assert any(b.start <= anomaly.start and anomaly.end <= b.end for b in article.blocks)


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "”",
        "’",
        "'",
        '"',
        "‘a’ ",
        "‘A said ",
        "“a” ",
        '"a" ',
        "“a ‘b’” ",
        "“a” ‘b’ ",
        "‘a “b” ",
    ],
)
def test_two_hundred_thousand_marks_come_to_an_end(piece: str) -> None:
    count = sum(letter in "“”\"‘’'" for letter in piece)
    article = marked(piece * (200_000 // count))
    assert all(q.start < q.end <= len(article.text) for q in article.quotations.spans)
