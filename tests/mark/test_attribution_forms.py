"""Every way that copy attributes: invented passages, each with the speaker and the kind of all its quotes.

The passages lie in attribution/*.txt, under the form that they show, and say behind each quote who said it:
“We wait,”{Ann Poe} is a direct quote, {Ann Poe *} a mixed one, {} one whose speaker cannot be known, {=term}
words that need no speaker. [[We wait]]{Ann Poe} is indirect speech, its "that" and its full stop left out;
it is looked at in passages that have some.
A line "! reason" heads a passage that a careful editor reads otherwise than we do.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from verify.mark.order import Marker, mark, plan
from verify.model.marks import Quote
from verify.plugin.builtin import verify_markers
from verify.read.formats import TEXT as READER

_HEAD = "Council weighs spring plans\n\n"
_ALL = [marker for marker in verify_markers() if isinstance(marker, Marker)]
_MARKERS = {False: plan(_ALL, ["quotes"]), True: plan(_ALL, ["quotes", "indirect"])}
_SAID = re.compile(r"\{[^{}]*\}")
_WRONG = re.compile(r"! (.+)\n")
_BARE = re.compile(r"(?:that )?(.+?)\.?", re.DOTALL)
_FOLDER = Path(__file__).parent / "attribution"


def passages() -> list[tuple[str, str, str]]:
    """Each passage as (form, what we get wrong or "", copy with its answers)."""
    found = []
    for path in sorted(_FOLDER.glob("*.txt")):
        for section in re.split(r"^== ", path.read_text(encoding="utf8"), flags=re.MULTILINE)[1:]:
            form, _, rest = section.partition("\n")
            for passage in re.split(r"^---\n", rest, flags=re.MULTILINE):
                wrong = _WRONG.match(passage)
                copy = passage[wrong.end() :] if wrong else passage
                found.append((form, wrong[1] if wrong else "", copy.strip()))
    return found


def _as_said(name: str) -> str:
    """A name without the article before it, since a sentence may begin with it or not."""
    return re.sub(r"^(?:the|an?) ", "", name.casefold())


def _answer(quote: Quote) -> str:
    if quote.needs_none:
        return f"{{={quote.needs_none}}}"
    name = _as_said(quote.speaker.name) if quote.speaker else ""
    return f"{{{name}{' *' if quote.kind == 'mixed' and name else ''}}}"


def answered(copy: str) -> str:
    """The passage with our answers in it in place of those that it holds."""
    indirect = "[[" in copy
    bare = _SAID.sub("", copy).replace("[[", "").replace("]]", "")
    article = mark(READER.read("a.txt", (_HEAD + bare).encode()), _MARKERS[indirect])
    text = article.text
    inserts = [(quote.end, _answer(quote)) for quote in article.quotes if quote.quotation >= 0]
    for quote in article.indirect if indirect else ():
        told = _BARE.fullmatch(text, quote.start, quote.end)
        if told:
            inserts += [(told.start(1), "[["), (told.end(1), "]]" + _answer(quote))]
    for place, words in sorted(inserts, reverse=True):
        text = text[:place] + words + text[place:]
    return text.removeprefix(_HEAD).strip()


def expected(copy: str) -> str:
    """The passage with its answers as we would write them."""
    return _SAID.sub(lambda said: "{" + _as_said(said[0][1:-1]) + "}", copy)


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
    assert answered(copy).split("\n") == expected(copy).split("\n")


def test_every_form_is_shown_in_several_passages() -> None:
    counts = Counter(form for form, _, _ in passages())
    assert {form: count for form, count in counts.items() if count < 5} == {}
    assert sum(counts.values()) >= 150
