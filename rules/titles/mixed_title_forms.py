"""“Gov.” before one name and “Governor” before another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.naming.capitals import UPPER
from verify.mark.naming.headlines import is_title_case

_SHORT = {
    "Gov.": "Governor", "Sen.": "Senator", "Rep.": "Representative", "Gen.": "General", "Col.": "Colonel",
    "Maj.": "Major", "Capt.": "Captain", "Lt.": "Lieutenant", "Sgt.": "Sergeant", "Adm.": "Admiral",
    "Cmdr.": "Commander", "Det.": "Detective", "Insp.": "Inspector", "Supt.": "Superintendent",
    "Prof.": "Professor", "Rev.": "Reverend", "Dr.": "Doctor", "Dist. Atty.": "District Attorney",
    "Atty. Gen.": "Attorney General",
}  # fmt: skip
_LONG = {full: short for short, full in _SHORT.items()}
_FORMS = "|".join(re.escape(form) for form in (*_SHORT, *_LONG))
_BEFORE_NAME = late(rf"(?P<title>{_FORMS}) [{UPPER}][\w’'-]*(?:[^\W\d_]|\.)(?P<full> [{UPPER}])?(?!\w’)")
_RANKS = late(r"(?:Attorney|Lieutenant|Lt\.|Brig\.|Maj\.|Major|Surgeon|Inspector|Postmaster) \Z")
_JOINED = (".", "’", "'", "-")
_BACK = 14


class _Use(Struct, frozen=True):
    """A title before a name in the writer's own words, and whether the name is given in full."""

    form: str
    full: bool
    start: int
    end: int


def _uses(article: Article) -> Iterator[_Use]:
    for block in article.zoned("body", "list"):
        if is_title_case(article.text, block):
            continue
        for found in _BEFORE_NAME.finditer(article.text, block.start, block.end):
            start, end = found.span("title")
            if article.text[start - 1 : start].isalnum() or article.text[start - 1 : start] in _JOINED:
                continue
            ranked = _RANKS.search(article.text, max(0, start - _BACK), start)
            if not ranked and not article.quoted(start, end):
                yield _Use(found["title"], found["full"] is not None, start, end)


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    advice="Shorten the title before a name throughout, or nowhere; the house style says which.",
)
def mixed_title_forms(article: Article) -> Iterator[Flag]:
    """A title before a name is shortened in some places and written out in others."""
    groups: dict[str, dict[bool, list[_Use]]] = defaultdict(lambda: defaultdict(list))
    for use in _uses(article):
        groups[_SHORT.get(use.form, use.form)][use.form in _SHORT].append(use)
    for forms in groups.values():
        # Short before full names, written out before family names: that is a style of its own.
        if len(forms) > 1 and not (
            all(use.full for use in forms[True]) and not any(use.full for use in forms[False])
        ):
            usual, odd = sorted(forms.values(), key=lambda uses: (-len(uses), uses[0].start))
            yield Flag(
                (odd[0].start, odd[0].end),
                f"“{odd[0].form}” here, but “{usual[0].form}” elsewhere",
                fixes=(usual[0].form,),
                related=(Elsewhere((usual[0].start, usual[0].end), "written so here"),),
                confidence=0.85,
            )
