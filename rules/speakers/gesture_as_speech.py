"""Gestures beside a quote, where the verb of saying should stand."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

from .prose import closed

_GESTURE = (
    r"(?:smile[ds]|grin(?:s|ned)|beam(?:s|ed)|nod(?:s|ded)|shrug(?:s|ged)|laugh(?:s|ed)|chuckle[ds]|giggle[ds]"
    r"|sigh(?:s|ed)|winc(?:es|ed)|frown(?:s|ed)|smirk(?:s|ed)|wink(?:s|ed)|grimace[ds]|blush(?:es|ed)"
    r"|scowl(?:s|ed)|glare[ds]|shudder(?:s|ed)|gesture[ds]|yawn(?:s|ed)|pout(?:s|ed)|gulp(?:s|ed))"
)
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_GOES_ON = r"\b(?! (?:and|before|then|as (?:he|she|they))\b)"
_CARRIED_ON = late(
    rf" ?(?:(?:{_NAME}|he|she|they|the [a-z-]+(?: [a-z-]+)?) (?P<last>{_GESTURE})"
    rf"|(?P<first>{_GESTURE}) (?:{_NAME}|the [a-z-]+)){_GOES_ON}"
)
"""After a comma the sentence goes on, whoever stands there."""
_GOES_ON_SMALL = late(rf" ?(?:(?:he|she|they) (?P<last>{_GESTURE})|(?P<first>{_GESTURE}) {_NAME}){_GOES_ON}")
"""After “?” a name may begin a sentence of its own."""


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    advice="Give the words to a verb of saying, and the gesture a clause of its own.",
)
def gesture_as_speech(article: Article) -> Iterator[Flag]:
    """A gesture stands beside a quote where the verb of saying should."""
    for quotation, block, end in closed(article):
        pattern = _CARRIED_ON if end == "," else _GOES_ON_SMALL if end in ("?", "!", "…", "—") else None
        found = pattern.match(article.text, quotation.end, block.end) if pattern else None
        if found:
            place = "last" if found["last"] else "first"
            yield Flag(found.span(place), f"“{found[place]}” is a gesture; nobody says words by it")
