"""Parts of one whole that make more, or less, than the whole: "61 percent to 45 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

_SHARE = late(r"(?<![\w.,$£€-])(\d{1,3}(?:\.\d{1,2})?)(?:[ -]per ?cent(?!age)|%)")
_SIGNS = (late(r"%"), late(r"per ?cent(?!age)"))
# Two sides of one vote, told as a score.
_AGAINST = late(
    r"(?i)\b(?:lead(?:s|ing)?|led|beat(?:s|ing)?|defeat(?:s|ed|ing)?|trail(?:s|ed|ing)?|ahead|over|won|wins|winning|lost|losing"
    r"|edg(?:es|ed)|behind|topp(?:s|ed)|vote[ds]?)\b[^.;:\d]{0,80}?\Z"
)
_RANGE = late(
    r"\b(?:from|rang\w{1,3}|between|by|up|down|rose|fell|grew|cut|decreas\w+|increas\w+)\b[^.;\d]{0,30}\Z"
)
_FOR = late(r"[^.;,\d]{0,30}\b(?:approv\w+|favou?r\w{0,3}|support\w{0,3}|agree\w{0,1}|yes|back\w{0,3})\b")
_NOT = late(r"[^.;,\d]{0,30}\b(?:disapprov\w+|oppos\w+|against|disagree\w{0,1}|no|reject\w{0,3})\b")
_OPEN = late(r"[^.;,\d]{0,30}\b(?:undecided|unsure|not sure|no opinion|do(?: not|n[’']t) know|neither)\b")
_NEGATED = late(r"[^.;,\d]{0,30}\b(?:n[’']t|not|never)\b[^.;,\d]{0,30}\b(?:approve|support|favor|agree|back)")
_OTHER = late(r";|:| (?:majority|plurality|share|of [A-Z]|among|while|compared|than)\b")
_REST = late(
    r"\b(?:[Tt]he )?(?:rest|remaining|remainder)(?: of (?:the|them)(?: [a-z]+)?)?,? (?:or |is "
    r"|are |was |were |being |about )?\Z"
)
_SENTENCE = late(r"[.!?][”\"]? (?=[A-Z“])")
_LOOK = 9
_WHOLE = 100.0
_MANY = 6


@rule(
    severity="warning",
    since="0.1",
    needs=frozenset(),
    advice="Add the parts up again, and mend the one that is off.",
)
def percentages_over_whole(article: Article) -> Iterator[Flag]:
    """Percentages said to be the parts of one whole do not make the whole."""
    text = article.text
    shares: list[re.Match[str]] = []
    for sign in sorted(chain.from_iterable(sign.finditer(text) for sign in _SIGNS), key=re.Match[str].start):
        shares += _SHARE.finditer(text, max(0, sign.start() - _LOOK), sign.end())
    at = 0
    while at < len(shares):
        block = article.block_at(shares[at].start())
        first = at
        at += 1
        if block is None or block.zone not in ("body", "list", "caption"):
            continue
        while (
            at < len(shares)
            and shares[at].start() < block.end
            and not _SENTENCE.search(text, shares[at - 1].end(), shares[at].start())
        ):
            at += 1
        group = shares[first:at]
        if 2 <= len(group) <= _MANY:
            yield from _judged(text, block.start, block.end, group)


def _judged(text: str, start: int, end: int, group: list[re.Match[str]]) -> Iterator[Flag]:
    """What is wrong with the percentages of one sentence."""
    parts = [float(share[1]) for share in group]
    total = sum(parts)
    slack = sum(0.5 if "." not in share[1] else 0.05 for share in group) + 0.01
    for one, other in pairwise(group):
        if float(one[1]) + float(other[1]) > _WHOLE + 1 and _score(text, start, one, other):
            yield _flag(one, other, [float(one[1]), float(other[1])], [other, one])
            return
    last = group[-1]
    if _REST.search(text, max(start, last.start() - 45), last.start()):
        # Of two shares that stay below the whole, another may stand in the sentence before.
        short = len(group) > 2 and total < _WHOLE - slack
        if (short or total > _WHOLE + slack) and sum(parts[:-1]) < _WHOLE:
            yield _flag(group[0], last, parts, [last, *group[:-1]])
    elif total > _WHOLE + max(slack, 1) and _of_one_question(text, group, end):
        yield _flag(group[0], last, parts, [last, *group[:-1]])


def _score(text: str, start: int, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two shares are those of the two sides of one vote."""
    before = text[max(start, one.start() - 110) : one.start()]
    return (
        text[one.end() : other.start()] in (" to ", "-", "–", " versus ", " vs. ")
        and _AGAINST.search(before) is not None
        and _RANGE.search(before) is None
    )


def _of_one_question(text: str, group: list[re.Match[str]], end: int) -> bool:
    """Whether the shares are those for and against one thing, and perhaps of the undecided."""
    apart = _OTHER
    if any(apart.search(text, one.end(), other.start()) for one, other in pairwise(group)):
        return False
    sides = [_side(text, share, group, end) for share in group]
    return sides[0] in ("for", "not") and sorted(sides) in (["for", "not"], ["for", "not", "open"])


def _side(text: str, share: re.Match[str], group: list[re.Match[str]], end: int) -> str:
    """Whether a share is for something, against it, or undecided."""
    stop = min((other.start() for other in group if other.start() > share.start()), default=end)
    stop = min(stop, share.end() + 60)
    if _OPEN.match(text, share.end(), stop):
        return "open"
    if _NOT.match(text, share.end(), stop) or _NEGATED.match(text, share.end(), stop):
        return "not"
    return "for" if _FOR.match(text, share.end(), stop) else ""


def _flag(first: re.Match[str], last: re.Match[str], parts: list[float], places: list[re.Match[str]]) -> Flag:
    """One finding over all parts, which shows each of the others."""
    return Flag(
        (first.start(), last.end()),
        f"{' + '.join(f'{part:g}' for part in parts)} percent makes {sum(parts):g}, not 100",
        related=tuple(Elsewhere(place.span(), "a part of the whole") for place in places),
        confidence=0.9,
    )
