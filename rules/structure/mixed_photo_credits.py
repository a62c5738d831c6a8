"""Photo credits written in more than one way."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

_CREDIT = late(r"\((?P<credit>[^()\n]{2,80})\)\.?$")
_FORMS = (
    ("agency first", late(r"[^/]*\b(?:Photos?|Pictures?|Images|Press)\s?/\s?[^/]+")),
    ("photographer first", late(r"[^/]+/[^/]+")),
    ("via", late(r".+ via .+")),
    ("agency only", late(r"[A-Z][\w.&’' ]*")),
)


@rule(severity="info", since="0.1", advice="Write all credits in one way, as the house does.")
def mixed_photo_credits(article: Article) -> Iterator[Flag]:
    """The credits of pictures are written in more than one way."""
    first: tuple[str, tuple[int, int]] | None = None
    for block in article.zoned("caption", "credit"):
        match = _CREDIT.search(article.text[block.start : block.end])
        if match is None:
            continue
        form = next((name for name, pattern in _FORMS if pattern.fullmatch(match["credit"])), "")
        span = (block.start + match.start(), block.start + match.end())
        if not form:
            continue
        if first is None:
            first = (form, span)
        elif form != first[0]:
            yield Flag(
                span,
                f"this credit names the {form}, another the {first[0]}"
                if "via" not in (form, first[0])
                else "this credit is written in another way than the one above",
                related=(Elsewhere(first[1], "written so here"),),
            )
            return
