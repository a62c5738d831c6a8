"""Verbs of saying that need somebody to say it to."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

from .prose import PROSE

_THAT = late(r"that(?<=\sthat)\s+(?!(?:it|one|she|he|they|this)\s+to\b)")
_VERB = late(r"\b(?:assure[sd]|inform(?:s|ed)|remind(?:s|ed)|notif(?:ies|ied)|told|tells)(?=\s+$)")
_BEFORE = late(r"([\w’'-]+),?\s+(?:[a-z]+ly\s+)?$")
_VERB_REACH, _REACH = 16, 40
_PASSIVE = frozenset(
    """was were is are am be been being get gets got getting rest feel
    feels felt stay remain seem seems when if once
    as not ’s 's have and or having has have had i’m i'm he’s she’s it’s
    sources truth
    so also then while though although until unless except where who stories story lies tales""".split()
)


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Say whom, or write “said”.",
)
def verb_without_listener(article: Article) -> Iterator[Flag]:
    """Somebody assures, tells or informs, and the copy does not say whom."""
    text = article.text
    for block in article.zoned(*PROSE):
        # “That” first: it is found faster than the verbs, and few stand behind one of them.
        for that in _THAT.finditer(text, block.start, block.end):
            first = max(block.start, that.start() - _VERB_REACH)
            match = _VERB.search(text[first : that.start()])
            if match is None:
                continue
            start, end = first + match.start(), first + match.end()
            before = text[max(block.start, start - _REACH) : start]
            if _lacks(before, match[0]) and not article.quoted(start, end):
                yield Flag((start, end), f"“{match[0]}” needs somebody who is spoken to", confidence=0.9)


def _lacks(before: str, verb: str) -> bool:
    """Whether the verb has a subject just before it, and so lacks its listener.

    Without one it is most often a participle: “told that …, she left”.
    """
    found = _BEFORE.search(before)
    word = found[1].lower() if found else ""
    coordinated = word in ("and", "also") and not verb.startswith("t")
    if not word or (word in _PASSIVE and not coordinated):
        return False
    return not word.endswith(("ly", "’re", "'re", "’ve", "'ve"))
