"""To whom somebody belongs: a party, a body that they speak or work for, the place they come from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from verify.lexicon.late import late
from verify.mark.naming.beside import Beside
from verify.mark.naming.ordinary import CALENDAR
from verify.model.marks import Mention

_PARTY = late(
    r"(?:, \d{1,3})?(?:,? \(|, )(?P<party>[DRIL](?:-[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{1,20}){0,2}(?<!,))?"
    r"|(?:Democrat|Republican|Independent|Libertarian|Green|Labour|Conservative|Con|Lab|Lib Dem|SNP|NDP)"
    r"(?:[-–/, ]{1,2}[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20}){0,2})?)(?=\)|, |\.$|$)"
)
PARTIES = frozenset(("democrat", "democratic", "republican", "libertarian", "independent", "gop"))
"""Words for a party that stand before a name as a title does."""
_CALLED = late(
    r"\b(?P<party>Republican|Democrat(?:ic)?|Libertarian"
    r"|(?:Labour|Conservative|Tory|Green|Independent|Liberal Democrat)"
    r"(?= (?:MPs?|MSP|MEP|peer|councillor|candidate|leader|nominee|minister|lawmaker|hopeful|member)\b))"
    r"(?! (?:National|Party|Governors|Senatorial|Congressional|Leadership))"
)
_BEFORE = late(r"\b(?P<party>Republican|Democrat|Libertarian|Tory) \Z")
_APPOSED = late(
    r"(?:, \d{1,3})?, an? (?:[a-z-]{1,20} ){0,2}(?P<party>Republican|Democrat|Libertarian|independent|"
    r"Conservative|Liberal Democrat|Green)(?: (?:of|from|who)\b|[,.;)])"
)
_HOME = late(
    r"(?:, \d{1,3})?,? (?:of|from) (?P<home>[A-Z][\w’'.-]{1,25}(?: [A-Z][\w’'.-]{1,25}){0,3})"
    r"(?=[,.;:)]| [a-z])"
)
_BEHIND = late(r",? (?:of|from|at|with|for) (?:the |The )?\Z")
_FROM = late(r"(?:, \d{1,3})?,? (?:of|from) (?:the |The )?\Z")
_WORKS = late(r",? (?:who )?(?:works?|worked|teaches|taught|studies) (?:for|at|with) (?:the )?\Z")
_OWNS = late(r"(?:[’']s?)?(?: [a-z-]{1,20}){0,3} \Z")
_REACH = 40


class Bodies:
    """The bodies that an article names, asked by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._found = [mention for mention in mentions if mention.kind == "organisation"]
        self._starts = [mention.start for mention in self._found]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The bodies named between two offsets."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._found[low:high]

    def after(self, at: int) -> Mention | None:
        """The first body named at an offset or behind it."""
        index = bisect_right(self._starts, at - 1)
        return self._found[index] if index < len(self._found) else None


def party(beside: Beside) -> str:
    """The party told beside a mention, with the place where the copy gives one ("D-Mo."), or nothing."""
    text = beside.text
    found = (
        _PARTY.match(text, beside.end)
        or _APPOSED.match(text, beside.end)
        or _CALLED.search(text, beside.lead, beside.start)
        or _BEFORE.search(text, max(0, beside.lead - _REACH), beside.lead)
    )
    return found["party"].replace("Democratic", "Democrat") if found else ""


def bodies(beside: Beside, known: Bodies) -> Iterator[Mention]:
    """The bodies to which the copy ties somebody beside this mention."""
    text, mention = beside.text, beside.mention
    title = mention.title_span
    if title is not None:
        yield from known.inside(title.start, title.end)
        behind = known.after(title.end) if title.start > mention.start else None
        if behind is not None and _BEHIND.fullmatch(text, title.end, behind.start):
            yield behind
    after = known.after(mention.end)
    if after is not None and after.start - mention.end < _REACH:
        tied = _FROM.fullmatch(text, mention.end, after.start)
        if tied or _WORKS.fullmatch(text, mention.end, after.start):
            yield after


def home(beside: Beside) -> str:
    """The place or house behind "of" or "from" after a full name, or nothing."""
    found = _HOME.match(beside.text, beside.end) if beside.mention.given else None
    if found is None or found["home"].split()[0].lower() in CALENDAR:
        return ""
    return found["home"].removesuffix("’s").removesuffix("'s")
