"""A word that is one, but not the one meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from verify import Article, Block, Flag, rule
from verify.lexicon.confusions import Confusion, Table, confusions
from verify.lexicon.late import late
from verify.model.document import PROSE

_TOKEN = late(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d,.]*|--+|\S")
_JOINED = late(r"[./@#_=-](?<!\.\.)(?<!--)")
"""A mark that ties the word to what stands before: a link, a handle, a compound."""
_SIC = late(r"[”’\"']?\s?[\[(]sic\b")


class Options(Struct, frozen=True):
    """What the desk may set."""

    quotes: bool = True
    """Also read between quotation marks: what was spoken has no spelling but the paper's."""


@rule(
    severity="error",
    since="0.1",
    needs={"quotations"},
    advice="Use the word that was meant.",
    options=Options,
)
def confused_word(article: Article, options: Options) -> Iterator[Flag]:
    """A word is taken for another that sounds or looks like it."""
    for block in article.zoned("headline", *PROSE):
        for start, end, right in _confused(article.text, block):
            if _SIC.match(article.text, end):
                continue
            quoted = article.quoted(start, end)
            if quoted and not options.quotes:
                continue
            wrong = article.text[start:end]
            fix = right[0].upper() + right[1:] if wrong[0].isupper() else right
            yield Flag(
                (start, end),
                f"“{wrong}” is probably “{fix}”",
                advice="Mend it if the slip is yours; if the source wrote it so, paraphrase."
                if quoted
                else "",
                fixes=(fix,),
                confidence=0.8 if quoted else 0.9,
            )


def _confused(text: str, block: Block) -> Iterator[tuple[int, int, str]]:
    """The confused words of the block, each with what was meant."""
    table = confusions()
    # Most paragraphs confuse nothing: words alone are quicker had than words with their places.
    words = _TOKEN.findall(text, block.start, block.end)
    lows = " ".join(words).lower().replace("'", "’").split(" ") if words else []
    known = table.words
    found = [(at, one) for at, low in enumerate(lows) if low in known for one in _at(table, words, lows, at)]
    if not found:
        return
    matches = list(_TOKEN.finditer(text, block.start, block.end))
    for at, one in found:
        first, last = matches[at].start(), matches[at + len(one.wrong) - 1].end()
        if not _JOINED.match(text, first - 1, block.end):
            yield first, last, one.right


def _at(table: Table, words: Sequence[str], lows: Sequence[str], at: int) -> Iterator[Confusion]:
    """The confusion that stands at words[at], if any."""
    for one in table.at(lows, at):
        # What needs no company to be wrong may still be somebody's name.
        small = words[at].islower() if one.alone else not words[at].isupper()
        if small and at + len(one.wrong) <= len(words) and one.stands(words, lows, at):
            yield one
            return
