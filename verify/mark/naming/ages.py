"""The age that the copy gives to somebody: "Ann Lee, 34," or "34-year-old Ann Lee"."""

from __future__ import annotations

from verify.lexicon.late import late
from verify.mark.naming.beside import Beside

_BEHIND = late(
    r"(?:,? \((?:aged? )?|,? (?:aged?|who (?:is|was|turned|turns)) |, )(\d{1,3})"
    r"(?= years? old|[,.;:)]| and\b| when\b| or\b| in\b| on\b|$)"
)
_IS = late(r" (?:is|was|turned|turns) (\d{1,3})(?= years? old|[,.;]| and\b| when\b| on\b)")
_BEFORE = late(r"\b(\d{1,3})[- ]years?[- ]old (?:[A-Za-z’'-]{1,20},? )?\Z")
_INSIDE = late(r"\b(\d{1,3})[- ]years?[- ]old\b")
_LOOK = 50
_OLDEST = 120


def age(beside: Beside) -> int:
    """The age told beside one mention of a person, or -1."""
    text = beside.text
    found = (
        _BEHIND.match(text, beside.end)
        or _INSIDE.search(text, beside.lead, beside.start)
        or _BEFORE.search(text, max(0, beside.lead - _LOOK), beside.lead)
        or _IS.match(text, beside.end)
    )
    years = int(found[1]) if found else -1
    return years if 0 < years < _OLDEST else -1
