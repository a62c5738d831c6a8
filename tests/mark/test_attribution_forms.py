"""Every way that copy attributes: invented passages, each with the speaker and the kind of all its quotes.

The passages lie in attribution/*.txt, under the form that they show, and say behind each quote who said it:
“We wait,”{Ann Poe} is a direct quote, {Ann Poe *} a mixed one, {} one whose speaker cannot be known, {=term}
words that need no speaker. [[We wait]]{Ann Poe} is indirect speech, looked at in passages that have some.
A line "! reason" heads a passage that a careful editor reads otherwise than we do.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from verify.mark.indirect import MARKER as INDIRECT
from verify.mark.names import MARKER as NAMES
from verify.mark.order import mark, plan
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.quotes import MARKER as QUOTES
from verify.mark.sentences import MARKER as SENTENCES
from verify.model.article import Article
from verify.model.marks import Quote
from verify.read.plain import READER

_HEAD = "Council weighs spring plans\n\n"
_MARKERS = plan([SENTENCES, QUOTATIONS, NAMES, PEOPLE, QUOTES, INDIRECT], ["quotes", "indirect"])
_SAID = re.compile(r"\{[^{}]*\}")
_FOLDER = Path(__file__).parent / "attribution"


def passages() -> list[tuple[str, str, str]]:
    """Each passage as (form, what we get wrong or "", copy with its answers)."""
    found = []
    for path in sorted(_FOLDER.glob("*.txt")):
        for section in re.split(r"^== ", path.read_text(encoding="utf8"), flags=re.MULTILINE)[1:]:
            form, _, rest = section.partition("\n")
            for passage in re.split(r"^---\n", rest, flags=re.MULTILINE):
                reason, _, copy = passage.rpartition("\n! ")[2].partition("\n") if passage[:2] == "! " else (
                    "", "", passage)
                found.append((form, reason.removeprefix("! "), copy.strip()))
    return found


def _as_said(name: str) -> str:
    """A name without the article before it, since a sentence may begin with it or not."""
    return re.sub(r"^(?:the|an?) ", "", name.casefold())


def _answer(quote: Quote) -> str:
    if quote.needs_none:
        return f"{{={quote.needs_none}}}"
    name = _as_said(quote.speaker.name) if quote.speaker else ""
    return f"{{{name}{' *' if quote.kind == 'mixed' and name else ''}}}"


def answered(article: Article, *, indirect: bool) -> str:
    """The copy with our answers in it."""
    text = article.text
    inserts = [(quote.end, _answer(quote)) for quote in article.quotes if quote.quotation >= 0]
    if indirect:
        for quote in article.indirect:
            inserts += [(quote.start, "[["), (quote.end, "]]" + _answer(quote))]
    for place, words in sorted(inserts, reverse=True):
        text = text[:place] + words + text[place:]
    return text.removeprefix(_HEAD).strip()


def _cases() -> list[object]:
    return [
        pytest.param(
            copy,
            id=f"{form}: {_SAID.sub('', copy).split(chr(10))[0][:40]}",
            marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [],
        )
        for form, reason, copy in passages()
    ]


@pytest.mark.parametrize("copy", _cases())
def test_who_said_what(copy: str) -> None:
    bare = _SAID.sub("", copy).replace("[[", "").replace("]]", "")
    article = mark(READER.read("a.txt", (_HEAD + bare).encode()), _MARKERS)
    expected = _SAID.sub(lambda said: "{" + _as_said(said[0][1:-1]) + "}", copy)
    assert answered(article, indirect="[[" in copy).split("\n") == expected.split("\n")


def test_every_form_is_shown_in_several_passages() -> None:
    counts = Counter(form for form, _, _ in passages())
    assert {form: count for form, count in counts.items() if count < 4} == {}
    assert sum(counts.values()) >= 150
