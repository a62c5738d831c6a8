"""Splits blocks into sentences and tokens without a model."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate

from verify.lexicon.late import late
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Sentence, Token

_TITLES = (
    "Adm Amb Brig Capt Cardinal Cmdr Col Cpl Dr Ens Fr Gen Gov Govs Hon Lt Maj Messrs Mr Mrs Ms Mx Msgr "
    "Pfc Pres Prof Pvt Rep Reps Rev Sec Sen Sens Sgt Spc St Ste Supt Atty Insp Det Dep Asst Assoc Ald Const "
    "Coun"
).split()
_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
_STATES = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev "
    "Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo"
).split()
_OTHERS = "Ave Blvd Bros Co Corp Inc Jr Ltd Mt Ph Rd Sr Univ al approx dept est etc fig ft vs viz".split()
NEVER_LAST = frozenset(
    f"{word}." for word in (*_TITLES, *_MONTHS, "No", "Nos", "vs", "approx", "Mt", "Ph", "fig")
)
"""Abbreviations after which a sentence goes on even before a capital letter."""

_ABBREVIATION = "|".join(sorted((*_TITLES, *_MONTHS, *_STATES, *_OTHERS), key=len, reverse=True))
_TOKEN = late(
    rf"""
    ((?!\s)(?:                                            # none of what follows begins with a space
      [A-Za-z][a-z]*(?=[ ,;:)”"])                        # most words, at a glance
    | [,;:()“”"]                                         # the commonest marks likewise
    | (?:[^\W\d_]\.){{2,}}                               # U.S.  a.m.  J.K.
    | (?:[DRI]-)?(?:{_ABBREVIATION})\.(?!\w)             # Gov.  D-Mass.
    | Nos?\.(?=[ ]?\d)                                     # No. 10
    | (?<!\w)[A-Z]\.(?=[ ][A-Z]|-)                       # the initial in John F. Doe
    | \d+(?:-[^\W\d_]+)+                                 # 34-year-old
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|[ap]m|k|bn|m)?(?!\w)
    | [^\W_]+(?:(?:[-‑'’&@](?![sS]\b)|\.(?=[a-z0-9])|_
          |(?<=[A-Z0-9])\.(?=[A-Z]{{1,2}}(?![\w.])))[^\W_]+)*  # co-chair, Amazon.com, AT&T, HBF.N
    | [’'][sS]\b
    | \.\.\.|…|--+|``|''
    | \S))
    """,
    re.VERBOSE,
)
_END = frozenset((".", "!", "?", "...", "…"))
_CLOSERS = frozenset("”\"’')]") | {"''"}
_STARTERS = frozenset(
    "A After Although An And As At Before But By During For From He Her Here His How However I If In It "
    "Its Later Meanwhile More Most My No Nor Not Now Of On One Or Our She Since So Some Still That The "
    "Their Then There These They This Those Though To Under Until We What When Where While Who Why With Yet "
    "You".split()
)
_NO_SPACE_BEFORE = frozenset("”’)]")
_token = partial(tuple.__new__, Token)
"""A Token of its three parts, made straight: going through its constructor takes as long as finding it."""


def _tokens(text: str, start: int, end: int) -> list[Token]:
    # Gap, token, gap, token …: their lengths added up are the places, and nothing is done token by token.
    parts = _TOKEN.split(text[start:end])
    edges = list(accumulate(map(len, parts), initial=start))
    return list(map(_token, zip(parts[1::2], edges[1::2], edges[2::2], strict=False)))


def ends(tokens: list[Token], index: int) -> int:
    """The index after the sentence that ends at tokens[index], or 0 where none ends there."""
    word = tokens[index].text
    count = len(tokens)
    if word in _END:
        after = index + 1
        while after < count and (tokens[after].text in _END or _closes(tokens, after)):
            after += 1
        if after == count:
            return after
        first = tokens[after].text[0]
        gap = tokens[after].start > tokens[after - 1].end
        if gap and (first.isupper() or first.isdigit() or first in "“\"‘'([—$£€#@•"):
            return after
        # A lost space ("the end.The next"): still two sentences where both sides are words.
        return after if not gap and word == "." and first.isupper() and len(tokens[after].text) > 1 else 0
    if word[-1] == "." and len(word) > 1 and word not in NEVER_LAST and index + 1 < count:
        after = index + 1
        while after < count and _closes(tokens, after):
            after += 1
        if after < count and tokens[after].text in _STARTERS and not (len(word) == 2 and word[0].isupper()):
            return after
    return 0


def _closes(tokens: list[Token], index: int) -> bool:
    """Whether the mark at index closes something rather than opening the next sentence."""
    text = tokens[index].text
    return text in _CLOSERS and (text in _NO_SPACE_BEFORE or tokens[index].start == tokens[index - 1].end)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of all blocks but code and furniture, in the order of the text.

    A sentence never ends inside quotation marks that close later in its block, so that a quote and
    its attribution stay together; a lost mark can join no more than one paragraph.
    """
    text = article.text
    open_until: dict[int, list[tuple[int, int]]] = {}
    for quotation in article.quotations.spans:
        if quotation.level == 0 and quotation.closed:
            open_until.setdefault(quotation.block, []).append((quotation.start, quotation.end))
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.zone in ("code", "furniture"):
            continue
        tokens = _tokens(text, block.start, block.end)
        quoted = open_until.get(number, [])
        first, past, at, count = 0, 0, 0, len(tokens)
        for index in [index for index, token in enumerate(tokens) if token[0][-1] in ".!?…"]:
            after = ends(tokens, index) if index >= past else 0
            if not after:
                continue
            past = after
            edge = tokens[after - 1].end
            while at < len(quoted) and quoted[at][1] < edge:
                at += 1
            if at < len(quoted) and quoted[at][0] < edge < quoted[at][1]:
                continue
            found.append(_sentence(tokens[first:after], number))
            first = after
        if first < count:
            found.append(_sentence(tokens[first:], number))
    return tuple(found)


def _sentence(tokens: list[Token], block: int) -> Sentence:
    return Sentence(tokens[0].start, tokens[-1].end, block, tuple(tokens))


MARKER = Marker("sentences", sentences, frozenset(("quotations",)))
