"""The verbs that tie quoted words to their speaker, as the rules of this family ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from verify import Article, Quote, Span, Speaker
from verify.lexicon.late import late

from .prose import PROSE

SURE = 0.7
"""How sure we are of who speaks before a rule says anything about the verb."""
_DOUBLING = ("admit", "brag", "quip", "chat", "tut", "jot", "blab")
_NOUNS = frozenset(
    "state states comment comments claim claims rant rants rave raves boast boasts remark remarks".split()
)
"""Forms that are nouns as well, and verbs only where their speaker stands beside them."""
_TIED = late(r"[,.:;]| that\b| [“\"‘'A-Z]| (?:in|at|on|during|of) (?!the fact)")


class Tag(Struct, frozen=True):
    """A quote with its speaker and its verb: where the verb stands, and how it is written, in lower case."""

    quote: Quote
    speaker: Speaker
    cue: Span
    verb: str


def tags(article: Article) -> Iterator[Tag]:
    """The verbs that plainly give quoted words to somebody, in the order of the text.

    A verb that serves two quotations comes once.
    """
    seen: set[Span] = set()
    for quote in article.quotes:
        speaker, cue = quote.speaker, quote.cue
        if quote.needs_none or cue is None or speaker is None or cue in seen:
            continue
        if quote.confidence < SURE or article.blocks[quote.block].zone not in PROSE:
            continue
        seen.add(cue)
        yield Tag(quote, speaker, cue, article.text[cue.start : cue.end].lower())


def nominal(tag: Tag) -> bool:
    """Whether the word may be a noun here: it is one of both kinds, and no name stands beside it."""
    if tag.verb not in _NOUNS:
        return False
    beside = tag.speaker.end + 1 == tag.cue.start or tag.cue.end + 1 == tag.speaker.start
    return not beside or (tag.speaker.type != "person" and tag.speaker.entity < 0)


def tied(article: Article, tag: Tag) -> bool:
    """Whether the verb stands as one of saying does: beside its quote, a “that”, a comma, a name."""
    if nominal(tag):
        return False
    beside = article.text[tag.quote.end : tag.cue.start].strip() == "" and tag.cue.start >= tag.quote.end
    return beside or _TIED.match(article.text, tag.cue.end) is not None


def forms(verbs: Iterable[str]) -> dict[str, str]:
    """Each finite form and participle of regular verbs, with the verb itself."""
    table: dict[str, str] = {}
    for verb in verbs:
        stem = verb.removesuffix("e")
        doubled = stem + stem[-1] if verb in _DOUBLING else stem
        third = f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"
        table |= dict.fromkeys((verb, third, f"{doubled}ed", f"{doubled}ing"), verb)
    return table
