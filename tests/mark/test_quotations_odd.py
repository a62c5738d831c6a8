"""Copy as it comes: whole invented articles with every kind of mark, and what must be made of each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.mark.order import mark
from verify.mark.quotations import MARKER
from verify.model.article import Article
from verify.read.formats import MARKDOWN
from verify.read.formats import TEXT as READER


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", copy.encode()), [MARKER])


def told(article: Article) -> list[str]:
    """The quotations, indented by level: `+` for one without its closing mark, `&` for one carried on."""
    return [
        "  " * q.level
        + ("& " if q.chain >= 0 else "")
        + article.text[q.start : q.end]
        + ("" if q.closed else " +")
        for q in article.quotations.spans
    ]


def odd(article: Article) -> list[tuple[str, str, str | None]]:
    """Each odd mark with its next words, what is wrong with it, and the fix."""
    found = article.quotations.anomalies
    return [(article.text[one.start : one.start + 6], one.what, one.fix) for one in found]


def test_a_british_article_in_single_marks() -> None:
    article = marked(
        "Rail strike ‘to go on’ until May\n\n"
        "‘The workers’ union said it wouldn’t accept the bosses’ offer,’ Nell Arkwright said.\n\n"
        "She called drivers’ rotas ‘a farce’, and the guards’ ‘worse’. ‘He told me, “It’s the ’90s again”, "
        "and I laughed,’ she said. ‘Let ‘em try.’\n\n"
        "‘I won’t go,’ said Ivo Penhale, whose parents’ shop is shut. ‘I’ve 20 years’ service.\n\n"
        "‘Nobody’s listening.’"
    )
    assert told(article) == [
        "‘to go on’",
        "‘The workers’ union said it wouldn’t accept the bosses’ offer,’",
        "‘a farce’",
        "‘worse’",
        "‘He told me, “It’s the ’90s again”, and I laughed,’",
        "  “It’s the ’90s again”",
        "‘Let ‘em try.’",
        "‘I won’t go,’",
        "‘I’ve 20 years’ service. +",
        "& ‘Nobody’s listening.’",
    ]
    assert odd(article) == []
    assert [q.single for q in article.quotations.spans if q.level == 0] == [True] * 9


def test_straight_singles_among_possessives_and_elisions() -> None:
    article = marked(
        "Band splits after 30 years\n\n"
        "'We're the boys' heroes no more,' Gus Tarrant said at the players' hotel. 'Rock 'n' roll died.'\n\n"
        "'2nd prize' was the fans' verdict in '08; the '80s and the class of '91 were kinder. Get 'em out."
    )
    assert told(article) == ["'We're the boys' heroes no more,'", "'Rock 'n' roll died.'", "'2nd prize'"]
    assert odd(article) == []


def test_feet_and_inches_in_and_out_of_quotes() -> None:
    article = marked(
        "Tallest recruit signs\n\n"
        '"He is 6\'11"," coach Dana Wirth said of the boy. "I\'m 5\'9"." The hoop is 10\' up.\n\n'
        'A 2" by 4" plank held the door. "A 12" board would do," she said. At 7’1” he ducks a 9.5" ball.\n\n'
        '"It was the best year since 2012" was her verdict.'
    )
    assert told(article) == [
        '"He is 6\'11","',
        '"I\'m 5\'9"."',
        '"A 12" board would do,"',
        '"It was the best year since 2012"',
    ]
    assert odd(article) == []


def test_quotations_three_deep() -> None:
    article = marked(
        "Clerk recalls the day\n\n"
        "“He told me, ‘She said, “Go,” and so I went,’ and that was that,” Una Frayne said.\n\n"
        "\"They shouted 'No' and then 'We heard \"yes\" twice,' I think,\" he said."
    )
    assert told(article) == [
        "“He told me, ‘She said, “Go,” and so I went,’ and that was that,”",
        "  ‘She said, “Go,” and so I went,’",
        "    “Go,”",
        "\"They shouted 'No' and then 'We heard \"yes\" twice,' I think,\"",
        "  'No'",
        "  'We heard \"yes\" twice,'",
        '    "yes"',
    ]
    assert odd(article) == []


def test_two_strokes_for_a_double_mark() -> None:
    article = marked(
        "Lender folds\n\n"
        "''I tell them, 'The fund doesn't care,''' Mr. Quill said. ``We lost,'' he added. ‘‘It hurts.’’\n\n"
        "'''Harbor Nights,''' she replied. ''It's a hit.''"
    )
    assert told(article) == [
        "''I tell them, 'The fund doesn't care,'''",
        "  'The fund doesn't care,'",
        "``We lost,''",
        "‘‘It hurts.’’",
        "'''Harbor Nights,'''",
        "  'Harbor Nights,'",
        "''It's a hit.''",
    ]
    assert odd(article) == []


def test_marks_of_other_languages() -> None:
    article = marked(
        "Border towns react\n\n"
        "„Wir sind müde“, read a banner, and a second „Schluss”. In Metz: «C’est fini», in Aarhus »Nok«.\n\n"
        "“The sign said «fermé»,” Odile Brandt said. Read more »"
    )
    assert told(article) == [
        "„Wir sind müde“", "„Schluss”", "«C’est fini»", "»Nok«", "“The sign said «fermé»,”", "  «fermé»",
    ]  # fmt: skip
    assert odd(article) == []


def test_mixed_marks_pair_and_a_block_quotation_keeps_its_inner_ones() -> None:
    article = marked(
        "Paper defends review\n\n"
        '“We stand by it," the editor said. "It was fair.”\n\n'
        '"The play calls itself “bold” and then “brave,” but it bores.\n\n'
        '"A “triumph” it is not."\n\n'
        "She called it a “question’’ of taste."
    )
    assert told(article) == [
        '“We stand by it,"',
        '"It was fair.”',
        '"The play calls itself “bold” and then “brave,” but it bores. +',
        "  “bold”",
        "  “brave,”",
        '& "A “triumph” it is not."',
        "  “triumph”",
        "“question’’",
    ]  # fmt: skip
    assert odd(article) == []


def test_turned_marks_are_believed_by_their_place_and_mended() -> None:
    article = marked(
        "Ferry stays in port\n\n"
        "”We wait,“ Ada Moss said. She called it ,”a mess” and said: “So be it.“\n\n"
        "The ship got a ‘D-‘ rating."
    )
    assert told(article) == ["”We wait,“", "”a mess”", "“So be it.“", "‘D-‘"]
    assert odd(article) == [
        ("”We wa", "reversed", "“"),
        ("“ Ada ", "reversed", "”"),
        ("”a mes", "reversed", "“"),
        ("“\n\nThe", "reversed", "”"),
        ("‘ rati", "reversed", "’"),
    ]


def test_marks_of_the_wrong_kind_or_too_many() -> None:
    article = marked(
        "Mill to close\n\n"
        "“We tried.’ The owner, Kit Sorley, left.\n\n"
        '“We tried,”” he said. I don"t know, he wrote, it”s over.\n\n'
        "“We lost.” And it hurts,” he said."
    )
    assert told(article) == ["“We tried.’", "“We tried,”", "“We lost.”"]
    assert odd(article) == [
        ("’ The ", "mismatched", "”"),
        ("” he s", "unopened", ""),
        ('"t kno', "apostrophe", "'"),
        ("”s ove", "apostrophe", "’"),
        ("” he s", "unopened", None),
    ]


def test_each_lost_mark_costs_only_its_own_paragraph() -> None:
    article = marked(
        "Council splits\n\n"
        "“The vote was late, Mayor Iris Dunne said. “We go on.”\n\n"
        "“It was rigged, charged Bram Oakes, who lost his seat in March and has sued the town twice.\n\n"
        "“Nobody rigged it,” Dunne said.\n\n"
        "It is over,” Oakes said. He called it “a sham.\n\n"
        '"\n\n'
        "“We meet on Monday,” the clerk said."
    )
    assert told(article) == [
        "“The vote was late, +",
        "“We go on.”",
        "“It was rigged, +",
        "“Nobody rigged it,”",
        "“a sham. +",
        "“We meet on Monday,”",
    ]
    assert odd(article) == [
        ("“The v", "unclosed", None),
        ("“It wa", "unclosed", None),
        ("” Oake", "unopened", None),
        ("“a sha", "unclosed", None),
        ('"\n\n“We', "unclosed", None),
    ]
    partners = [one.partner for one in article.quotations.anomalies]
    assert [article.text[at - 5 : at] if at > 0 else "" for at in partners] == ["late,", "gged,", "", "", ""]


def test_reopened_in_some_paragraphs_only() -> None:
    article = marked(
        "Widow speaks\n\n"
        "“He left at nine.\n\n“He never came back.\n\nThe dog waited.\n\n“I wait too,” Vera Lund said."
    )
    assert told(article) == ["“He left at nine. +", "& “He never came back. +", "“I wait too,”"]
    assert odd(article) == [("“He ne", "unclosed", None)]


def test_an_opening_and_a_closing_mark_in_two_paragraphs_are_one_slip() -> None:
    article = marked(
        "Widow speaks\n\n“He left at nine.\n\nHe never came back,” Vera Lund said.\n\n“No,” she said."
    )
    assert told(article) == ["“He left at nine. +", "“No,”"]
    assert odd(article) == [("“He le", "unclosed", None)]


def test_a_quotation_runs_over_the_items_of_a_list() -> None:
    article = marked(
        "Demands\n\n“We want:\n\n- more boats\n\n- new piers,” Ann Roe said.\n\n“Soon,” she said."
    )
    assert odd(article) == []
    assert told(article)[-1] == "“Soon,”"


def test_each_paragraph_of_a_block_quotation_stands_for_itself() -> None:
    copy = "# Letter\n\nShe wrote:\n\n> “We leave.\n>\n> “We are tired.”\n\nHe read it."
    article = mark(MARKDOWN.read("a.md", copy.encode()), [MARKER])
    assert told(article) == ["“We leave. +", "& “We are tired.”"]
    assert odd(article) == []


def test_a_nested_quotation_is_reopened_too() -> None:
    article = marked("Tale\n\n“He told me, ‘We go.\n\n“‘We stay,’ and he left,” Lee Ash said.")
    assert told(article) == [
        "“He told me, ‘We go. +", "  ‘We go. +", "& “‘We stay,’ and he left,”", "  ‘We stay,’",
    ]  # fmt: skip
    assert odd(article) == []


@pytest.mark.parametrize(
    "first",
    [
        "“We lost a great deal of time, the harbor master told reporters at a meeting on the quay in May.",
        "“We lost time, Ann Roe conceded, though she would not say how much of it could be made up for.",
        "“We lost time, said the port’s director, Ann Roe, adding that more would be lost in the summer.",
        "“We lost time? asked deputy Ann Roe, as if months of idle cranes could be made up for.",
        "“We lost time, Ann Roe, a deputy, said, as if months could be made up for by a night of work.",
        "The film, titled “A Harbor Lost, pans over the idle cranes.",
        "“We lost time. — Ann Roe",
    ],
)
def test_what_shows_that_the_mark_before_a_reopened_paragraph_was_lost(first: str) -> None:
    article = marked(f"Port idle\n\n{first}\n\n“We go on,” Paul Hall said.")
    assert [what for _, what, _ in odd(article)] == ["unclosed"]
    assert told(article)[-1] == "“We go on,”"


@pytest.mark.parametrize(
    "first",
    [
        "“We lost time, and she told me, ‘Go home.’ I did.",
        "“We lost time. My father said it would be so. He was right.",
        "“I walked in and, he says, ‘You again,’ and we laughed.",
        "“Ships wait. In May, as we said, we had nine. Then we lost a day, I think, or two.",
        "Ann Roe wrote “We lost time. We lost money.",
        "“It rains,” she said, “and we wait. Nobody comes.",
    ],
)
def test_what_a_speaker_says_of_others_ends_no_quotation(first: str) -> None:
    article = marked(f"Port idle\n\n{first}\n\n“We go on,” Ann Roe said.")
    assert odd(article) == []
    assert told(article)[-1] == "& “We go on,”"


def test_a_speaker_in_a_quoted_transcript_carries_on_no_other() -> None:
    article = marked('Port idle\n\nThe record:\n\n"ROE: We wait.\n\n"HALL: For what?\n\n"For ships, I say."')
    assert told(article) == ['"ROE: We wait. +', '"HALL: For what? +', '& "For ships, I say."']
    assert odd(article) == []


def test_the_next_paragraph_is_reopened_with_the_same_mark() -> None:
    article = marked('Port idle\n\n"We lost time.\n\n“We go on,” Paul Hall said.')
    assert odd(article) == [('"We lo', "unclosed", None)]


def test_the_attributes_of_a_tag_quote_nothing() -> None:
    article = marked(
        'Port idle\n\n<post pic="" by="roe" at="12">“We wait,” Roe wrote.</post> 3 < 4 and "so on".'
    )
    assert told(article) == ["“We wait,”", '"so on"']
    assert odd(article) == []


_SENTENCES = st.lists(
    st.sampled_from(
        ["“We lost,” Lee said.", '"We lost," Lee said.', "‘We lost,’ Lee said.", "The workers’ rights.",
         "“He said ‘no’ then,” Lee said.", "He is 6'2\".", "“We lost, Lee said.", "We lost,” Lee said.",
         "the ’90s", "Lee left.",
         "„Nein“, sagte Lee.", "“", "”", '"', "‘", "It”s so.", "“We lost.’ So."]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)  # fmt: skip


def _shape(
    article: Article, start: int
) -> tuple[list[tuple[int, int, bool, int, bool]], list[tuple[int, str]]]:
    marks = article.quotations
    spans = [
        (q.start - start, q.end - start, q.closed, q.level, q.single) for q in marks.spans if q.start >= start
    ]
    return spans, [(one.start - start, one.what) for one in marks.anomalies if one.start >= start]


@settings(deadline=None, max_examples=150)
@given(st.lists(_SENTENCES, min_size=1, max_size=3), st.lists(_SENTENCES, min_size=1, max_size=3))
def test_the_paragraphs_before_change_nothing_after_them(before: list[str], after: list[str]) -> None:
    head, later = "Harbor wall delayed\n\nLee left.\n\n", "\n\n".join(after)
    bridge = "The pier stood.\n\nNo ship came.\n\nThe quay lay bare.\n\nRain fell.\n\n"
    alone = marked(head + bridge + later)
    together = marked(head + "\n\n".join(before) + "\n\n" + bridge + later)
    start = len(together.text) - len(later)
    assert _shape(together, start) == _shape(alone, len(alone.text) - len(later))


@settings(deadline=None, max_examples=150)
@given(st.lists(_SENTENCES, min_size=1, max_size=5))
def test_quotations_lie_in_their_block_nested_or_apart_and_are_always_the_same(paragraphs: list[str]) -> None:
    copy = "Harbor wall delayed\n\n" + "\n\n".join(paragraphs)
    article = marked(copy)
    assert marked(copy).quotations == article.quotations
    around: list[int] = []
    for q in article.quotations.spans:
        block = article.blocks[q.block]
        assert block.start <= q.start < q.end <= block.end
        while around and around[-1] <= q.start:
            around.pop()
        assert q.level == len(around)
        assert not around or q.end <= around[-1]
        around.append(q.end)
    places = [(one.start, one.end) for one in article.quotations.anomalies]
    assert len(places) == len(set(places))
