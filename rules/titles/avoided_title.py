"""A title that the people file says to avoid."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from verify import Article, Flag, Mention, Preference, Record, rule
from verify.lexicon.late import late
from verify.mark.published import published

from .builds import builds, in_style

_BEHIND = late(
    r"(?:,|,? who is| \()? (?:the |its |a |now |also )*"
    r"(?:(?:US|U\.S\.|America[’']s|the nation[’']s) )?\Z"
)
_NAMING = late(
    r"\b(?:title|name|post|position|job|label|term|words?|phrase|called|calls|calling|known|styled|style|dubbed"
    r"|renamed|rebranded|rename|restore[ds]?|restoring|become|became|so-called|self-[a-z]+|formerly|as)"
    r"(?: of| as| to| for| the| a| him| her| himself| herself| itself){0,3} \Z"
)
_THE = late(r"\b[Tt]he (?:(?:US|U\.S\.|American) )?\Z")
_NOUN = late(
    r"[’']?s? (?:title|name|post|position|job|role|label|moniker|designation|term|rank|brand|order)s?\b"
)
_BACK = 60
_AROUND = 150
"""Letters within which a name stands that a title belongs to."""
_VOWEL = late(r"\ban? \Z", re.IGNORECASE)


class _Found(Struct, frozen=True):
    """An avoided title in the copy; `before` says that a name follows it."""

    start: int
    end: int
    before: bool


@rule(
    severity="warning",
    since="0.1",
    needs={"identified", "dates"},
    advice="Write the title that the people file has.",
)
def avoided_title(article: Article) -> Iterator[Flag]:
    """A person is given a title that the people file says to avoid."""
    if not article.identified:
        return
    day = published(article)
    people: dict[tuple[Record, str], set[int]] = {}
    for somebody in article.identified:
        people.setdefault((somebody.record, somebody.kept_in), set()).add(somebody.entity)
    starts = [mention.start for mention in article.mentions]
    said: set[tuple[int, int]] = set()
    for (record, file), entities in people.items():
        for wish in record.titles:
            if not wish.holds(day):
                continue
            for found in _occurrences(article, wish, entities, starts):
                if (found.start, found.end) not in said:
                    said.add((found.start, found.end))
                    yield _flag(article, record, file, wish, found)


def _occurrences(
    article: Article, wish: Preference, entities: set[int], starts: Sequence[int]
) -> Iterator[_Found]:
    """Where the copy itself gives a title to avoid to the person that the entities are."""
    text = article.text
    pattern = _pattern(wish)
    for block in article.blocks:
        if block.zone in ("furniture", "code", "credit"):
            continue
        for match in pattern.finditer(text, block.start, block.end):
            before = text[max(block.start, match.start() - _BACK) : match.start()]
            if article.quoted(*match.span()) or _NAMING.search(before):
                continue
            first = bisect_left(starts, match.start() - _AROUND)
            last = bisect_left(starts, match.end() + _AROUND)
            near = [one for one in article.mentions[first:last] if one.end > block.start]
            place = _place(text, match, before, near, entities)
            if place is not None:
                yield _Found(*match.span(), before=place)


def _place(
    text: str, match: re.Match[str], before: str, near: list[Mention], entities: set[int]
) -> bool | None:
    """Whether the title stands before the person's name (True), elsewhere as theirs (False), or neither."""
    start, end = match.span()
    taken = False
    for mention in near:
        touches = mention.title_span is not None and mention.title_span.overlaps((start, end))
        follows = mention.start - end == 1
        if mention.entity not in entities:
            taken = taken or touches or follows
        elif follows:
            return True
        elif touches or (mention.end < start and _BEHIND.fullmatch(text, mention.end, start)):
            return False
    # "The war secretary said": nobody else is meant where no other name stands with it.
    alone = not taken and _THE.search(before) and not _NOUN.match(text, end)
    return False if alone else None


def _pattern(wish: Preference) -> re.Pattern[str]:
    """The titles to avoid in both builds, in any case, over the end of a line."""
    forms = sorted(
        {build for title in wish.avoid for build in builds(title)}, key=lambda form: (-len(form), form)
    )
    words = (_anyhow(form.split()) for form in forms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)


def _anyhow(words: list[str]) -> str:
    """The words with any space between them, and an article or none after "of"."""
    parts = [re.escape(words[0])]
    for before, word in pairwise(words):
        parts += [r"\s+(?:the\s+)?" if before == "of" else r"\s+", re.escape(word)]
    return "".join(parts)


def _flag(article: Article, record: Record, file: str, wish: Preference, found: _Found) -> Flag:
    words = " ".join(article.text[found.start : found.end].split())
    use = in_style(wish.use, words, before=found.before)
    article_before = _VOWEL.search(article.text, max(0, found.start - 4), found.start)
    clean = article_before is None or (use[0].lower() in "aeiou") == (words[0].lower() in "aeiou")
    return Flag(
        (found.start, found.end),
        f"“{words}” is a title to avoid for {record.name}; the {file} has “{wish.use}”",
        advice=_advice(wish, use),
        fixes=(use,) if clean else (),
        confidence=0.95,
    )


def _advice(wish: Preference, use: str) -> str:
    """What to write, with the reason and where the house says so."""
    reason = wish.reason.rstrip(".?! ")
    link = f" ({wish.link})" if wish.link else ""
    return f"Write “{use}”{f': {reason}' if reason else ''}{link}."
