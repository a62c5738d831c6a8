"""Quotes to which the copy gives no speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from verify import Article, Flag, Quote, rule
from verify.lexicon.late import late

_WORD = late(r"[^\W_]+(?:[’'-][^\W_]+)*")
_GUESSED = ("leads", "spoke last", "two paragraphs")
"""Bases that are guesses of ours: no reader is told who speaks."""
_PLAIN = 0.55
_ENDS = (".", "?", "!", "…", ",")
_TELLING = frozenset(
    """said says say saying told tells tell telling wrote writes writing added adds adding asked asks asking
    replied replies responded responds explained explains continued continues recalled recalls tweeted tweets
    posted posts noted notes argued argues stated states declared declares insisted insists warned warns
    announced announces issued issues read reads quoted spoke speaks according""".split()
)
"""Cues after which a reader waits for somebody's words; one who agrees or accuses may have done."""
_TAGGED = late(r"^[^\n“”\"]{0,2}\n+ ?[—–―-]{1,2} ?[A-Z]")
_SIGNATURE = late(
    r"(?:[A-Z][\w.’'-]+ ){1,4}[A-Z][\w.’'-]+(?:, [^.?!]{3,60})?|(?:[A-Z][\w.’'-]+ ?){1,6}(?:, [^.?!]{3,60})"
)
_LINKED = late(
    r",?[^\S\n]?(?:by (?:the )?[A-Z][^\n“”\"]{3,60}: ?)?"
    r"(?:https?://|www\.|\[[^\]\n]{2,80}\]|\([A-Z][^)\n]{2,80}\))"
)
"""A link or a credit in brackets right after the quote, as newsletters give it."""
_TOLD_AFTER = late(
    r"\s*(?:(?:That|This|The) (?:quote|line|quotation|remark|comment|statement)|(?:Those|These|The) words"
    r"|(?:So|Thus) (?:says|said|went|goes|reads|wrote|runs|ran))\b"
    r"|[^\S\n]+[A-Z][^.?!“”\"\n]{2,80}\b(?:said|says|told|tells|wrote|[Tt]weeted|added|asked|shouted)\b"
)
"""The next sentence says whose words they were."""
_LABELLED = late(r"[“\"‘'`]{1,2}(?:[“\"]|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}: )")
"""Inside the marks stand a speaker's label, or the marks of somebody quoted in turn."""
_ANSWER = late(r"(?:[QA]|[A-Z][A-Z.’' -]{1,30}): ?[^“”\"\s]")
"""The paragraph is somebody's answer, who plays the part of another in it."""
_ENDED, _BEGUN = late(r"[.?!…][”\"’')\]]*\s*\Z"), late(r"[^\S\n]*(?:\Z|\n|[A-Z“\"‘(\[*])")
_CROSSHEAD = 8


class Options(Struct, frozen=True):
    """What the desk may set."""

    min_words: int = 6
    """Leave quotes of fewer words alone."""


@rule(
    severity="warning",
    since="0.1",
    needs={"quotes", "quotations"},
    advice="Say who said it, by the end of the quote’s first sentence.",
    options=Options,
)
def unattributed_quote(article: Article, options: Options) -> Iterator[Flag]:
    """A quote has no speaker that a reader could find."""
    odd = _odd(article)
    quotes = article.quotes
    voiced = _voiced(article, quotes)
    flagged = -2
    for before, quote in zip((None, *quotes), quotes, strict=False):
        if quote.needs_none or quote.block in odd or quote.quotation in voiced:
            continue
        if not _missing(article, quote, before) or not _speech(article, quote, options.min_words):
            continue
        if flagged != quote.block - 1:
            yield Flag(quote.span, "the story does not say who said this", confidence=0.9)
        flagged = quote.block


def _odd(article: Article) -> frozenset[int]:
    """The blocks with a mark that has no partner: where a quote ends there is a guess, and told elsewhere."""
    starts = [block.start for block in article.blocks]
    return frozenset(bisect_right(starts, anomaly.start) - 1 for anomaly in article.quotations.anomalies)


def _voiced(article: Article, quotes: Sequence[Quote]) -> frozenset[int]:
    """The quotations that run over paragraphs and are spoken for in one of them, or at their first paragraph.

    The first stands for all: whoever misses a speaker misses him there.
    """
    spans = article.quotations.spans
    voiced: set[int] = set()
    for quote in reversed(quotes):
        at = quote.quotation
        if spans[at].chain < 0:
            continue
        own = quote.speaker is not None and quote.speaker.start >= article.blocks[quote.block].start
        if own or at in voiced:
            voiced.add(spans[at].chain)
    return frozenset(voiced | {quote.quotation for quote in quotes if spans[quote.quotation].chain >= 0})


def _missing(article: Article, quote: Quote, before: Quote | None) -> bool:
    """Whether the speaker is nobody, or somebody of another paragraph whom a reader could only guess at."""
    speaker = quote.speaker
    if speaker is None:
        return True
    block = article.blocks[quote.block]
    if speaker.start >= block.start:
        return speaker.start >= block.end and quote.basis.startswith("paragraph after")
    if before is not None and before.block == quote.block - 1 and before.speaker is not None:
        same = before.speaker.name == speaker.name and (speaker.name or before.speaker.span == speaker.span)
        if same and not before.needs_none:
            return False
    if quote.basis.startswith(_GUESSED):
        return True
    telling = quote.cue is not None and article.text[quote.cue.start : quote.cue.end].lower() in _TELLING
    return not telling or (quote.basis.endswith("earlier") and quote.confidence < _PLAIN)


def _speech(article: Article, quote: Quote, least: int) -> bool:
    """Whether the words are whole sentences that somebody spoke, on their own in the body of the story."""
    block = article.blocks[quote.block]
    if _LABELLED.match(article.text, quote.start) or _ANSWER.match(article.text, block.start):
        return False
    if block.zone not in ("body", "list"):
        return False
    text = article.text
    inner = text[quote.start : quote.end].strip("“”\"‘’' ")
    words = len(_WORD.findall(inner))
    if not inner[:1].isupper() or not inner.endswith(_ENDS) or words < least:
        return False
    ahead = text[max(block.start, quote.start - 5) : quote.start]
    if not ahead and quote.block:
        ahead = text[article.blocks[quote.block - 1].end - 1]
    alone = quote.start - block.start <= 1 and block.end - quote.end <= 1
    if ahead.rstrip().endswith(":") or (
        alone and article.quotations.spans[quote.quotation].single and words <= _CROSSHEAD
    ):
        return False
    inside = not alone and (quote.start > block.start + 1 and not _ENDED.search(ahead))
    return not inside and _left_alone(text, quote) and not _signed(article, quote)


def _left_alone(text: str, quote: Quote) -> bool:
    """Whether what follows the quote neither goes on with its sentence nor tells where it comes from."""
    tail = text[quote.end : quote.end + 120]
    return bool(_BEGUN.match(tail)) and not _LINKED.match(tail) and not _TOLD_AFTER.match(tail)


def _signed(article: Article, quote: Quote) -> bool:
    """Whether a line of its own below the quote names the speaker: "— Ann Lee, of Springfield"."""
    if _TAGGED.match(article.text[quote.end : quote.end + 12]):
        return True
    if quote.block + 1 >= len(article.blocks):
        return False
    following = article.blocks[quote.block + 1]
    line = article.text[following.start : following.end].strip('"”. ')
    return bool(_SIGNATURE.fullmatch(line))
