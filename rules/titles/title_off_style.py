"""Titles before names in a form that the house style does not use."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, Mention, rule
from verify.lexicon.late import late

# “Attorney General” is no general, and no office of its own begins with these.
_COMPOUND = frozenset(
    """
    attorney surgeon solicitor inspector postmaster adjutant auditor consul governor secretary director
    lieutenant major brigadier vice deputy sales special personal legal state group team
    """.split()
)
_LAST = late(r"(?:(?P<before>[\w.’'-]+) )?\Z")


@rule(
    severity="info",
    since="0.1",
    needs={"people"},
    points={"titles.forms"},
    advice="Write the title as the house style has it before a name.",
)
def title_off_style(article: Article) -> Iterator[Flag]:
    """A title stands before a name in another form than the house style gives it."""
    forms, text = article.profile.titles.forms, article.text
    ranked = sorted(forms, key=lambda form: (-len(form), form))
    for mention in article.mentions:
        if mention.kind != "person" or mention.quoted or mention.title_span is None:
            continue
        place = _before(text, mention, ranked)
        block = article.block_at(mention.start)
        if place is None or block is None or block.zone not in ("body", "list"):
            continue
        written = text[place[0] : place[1]]
        yield Flag(
            place,
            f"“{written}” before a name, but the house style has “{forms[written]}”",
            fixes=(forms[written],),
        )


def _before(text: str, mention: Mention, ranked: list[str]) -> tuple[int, int] | None:
    """Where a title that has another form stands, directly before the name."""
    span = mention.title_span
    if span is None or span.end + 1 != mention.start or text[span.end] not in " \u00a0":
        return None
    title = text[span.start : span.end]
    for form in ranked:
        if title.endswith(form):
            head = _LAST.search(title[: len(title) - len(form)])
            word = head["before"] if head else None
            if head is None or (word and word.lower().rstrip(".") in _COMPOUND):
                return None
            return span.end - len(form), span.end
    return None
