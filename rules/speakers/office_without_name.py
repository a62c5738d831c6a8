"""Office holders who speak and are never named."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, Speaker, rule
from verify.lexicon.late import late
from verify.mark.naming.offices import FORMAL, offices_in

from .prose import PROSE

_OFFICES = frozenset(
    """minister president premier chancellor governor mayor secretary ambassador commissioner superintendent
    chairman chairwoman chairperson chair ceo treasurer sheriff bishop archbishop cardinal king queen prince
    princess senator congressman congresswoman headteacher headmaster headmistress coroner provost rector
    dean owner founder director chief coach""".split()
)
_SHARED = frozenset(
    ("former", "ex-", "some", "one", "another", "several", "local", "a", "an", "every", "any", "vice")
)
_WORD = late(r"[A-Za-zÀ-ÿ-]+")
_BESIDE = 3
_CUT = late(r"\b(?:of|for|at|in|with|to|from|on|who|whose|that)\b|,")


@rule(
    severity="warning",
    since="0.1",
    needs={"quotes", "people"},
    advice="Give the name with the office at the first mention.",
)
def office_without_name(article: Article) -> Iterator[Flag]:
    """Somebody speaks who has an office and never a name."""
    flagged: set[str] = set()
    for quote in article.quotes:
        speaker = quote.speaker
        if speaker is None or quote.needs_none or speaker.entity >= 0 or speaker.type != "unnamed":
            continue
        written = article.text[speaker.start : speaker.end]
        office = _office(written)
        if office and office not in flagged and not _named(article, speaker, office):
            flagged.add(office)
            yield Flag(
                speaker.span, f"“{written}” speaks, and the story never says who that is", confidence=0.9
            )


def _office(written: str) -> str:
    """The office that only one person can hold, in lower case, or an empty string."""
    head = _WORD.findall(_CUT.split(written, maxsplit=1)[0].lower())
    if not head or head[-1] not in _OFFICES or _SHARED & set(head):
        return ""
    definite = head[0] in ("the", "his", "her", "their", "its", "our") or "’" in written or "'" in written
    return " ".join(head) if definite else ""


def _named(article: Article, speaker: Speaker, written: str) -> bool:
    """Whether somebody in the narration has that office, or a name stands right beside it."""
    office = FORMAL.get(written.rpartition(" ")[2], "")
    for mention in article.mentions:
        if mention.kind != "person":
            continue
        if -_BESIDE <= mention.start - speaker.end <= _BESIDE:
            return True
        if mention.quoted:
            continue
        if office in offices_in(mention.title):
            return True
    return _may_be_meant(article, speaker)


def _may_be_meant(article: Article, speaker: Speaker) -> bool:
    """Whether the one named last, if no office is known of them, may be the speaker."""
    prose = [block.span for block in article.zoned(*PROSE)]
    before = [
        mention
        for mention in article.mentions
        if mention.start < speaker.start
        and mention.kind == "person"
        and not mention.quoted
        and any(span.covers(mention.span) for span in prose)
    ]
    if not before:
        return False
    return not any(
        offices_in(mention.title) for mention in article.mentions if mention.entity == before[-1].entity
    )
