"""The given name of somebody whose family name comes first, used as if it were the family's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from verify import Article, Elsewhere, Flag, Mention, rule
from verify.lexicon.late import late
from verify.mark.naming.capitals import UPPER

_VIETNAMESE = frozenset(
    "Nguyen Nguyễn Tran Trần Pham Phạm Hoang Hoàng Phan Vu Vo Dang Bui Do Ngo Duong Le".split()
)
"""Family names of people whom copy rightly calls by the given name."""
_MOST = 40
_BACK = 24
_CAPITAL = late(rf"(?:[{UPPER}][\w’'-]*[^\W_][ \n]|-|\b(?:Mt|St)\. )\Z")


def _first_families(article: Article) -> Iterator[Mention]:
    """People named in full with the family name first, once each."""
    seen: set[str] = set()
    for mention in article.mentions:
        if mention.kind != "person" or not (mention.given and mention.family) or mention.quoted:
            continue
        eastern = mention.name.startswith(f"{mention.family} ") and mention.name.endswith(mention.given)
        if eastern and mention.name not in seen and mention.family not in _VIETNAMESE:
            seen.add(mention.name)
            yield mention


@rule(
    severity="warning",
    since="0.1",
    needs={"names", "quotations"},
    advice="The family name comes first in such names: use it alone after the first mention.",
    default=False,
)
def wrong_part_of_name(article: Article) -> Iterator[Flag]:
    """Somebody whose family name comes first is called by the given name alone."""
    text = article.text
    families = {mention.family for mention in article.mentions if mention.kind == "person" and mention.given}
    for mention in islice(_first_families(article), _MOST):
        given = mention.given.split()[-1].split("-")[-1].title()
        parts = {given, mention.given.split()[0].split("-")[0]} if len(given) > 1 else set()
        for part in sorted(parts - families):
            alone = re.compile(rf"(?<![\w’'-]){re.escape(part)}(?![\w-])(?! [{UPPER}])")
            for found in alone.finditer(text, mention.end):
                start = found.start()
                if _CAPITAL.search(text, max(0, start - _BACK), start) or article.quoted(start, start + 1):
                    continue
                yield Flag(
                    (start, start + len(part)),
                    f"“{part}” is of the given name of {mention.name}, whose family name is {mention.family}",
                    fixes=(mention.family,),
                    related=(Elsewhere(mention.span, "named in full here"),),
                    confidence=0.8,
                )
