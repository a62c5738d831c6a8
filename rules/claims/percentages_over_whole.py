"""Parts of one whole that make more, or less, than the whole: "61 percent to 45 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule

_SHARE = re.compile(r"(?<![\w.,$£€-])(\d{1,3}(?:\.\d{1,2})?)(?:[ -]per ?cent(?!age)|%)")
# Two sides of one vote, told as a score.
_AGAINST = re.compile(
    r"\b(?:lead(?:s|ing)?|led|beat(?:s|ing)?|defeat(?:s|ed|ing)?|trail(?:s|ed|ing)?|ahead|over|won|wins|winning|lost|losing"
    r"|edg(?:es|ed)|behind|topp(?:s|ed)|vote[ds]?)\b[^.;:\d]{0,80}?\Z",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\b(?:from|rang\w{1,3}|between|by|up|down|rose|fell|grew|cut|decreas\w+|increas\w+)\b[^.;\d]{0,30}\Z")
_FOR = re.compile(r"[^.;,\d]{0,30}\b(?:approv\w+|favou?r\w{0,3}|support\w{0,3}|agree\w{0,1}|yes|back\w{0,3})\b")
_NOT = re.compile(r"[^.;,\d]{0,30}\b(?:disapprov\w+|oppos\w+|against|disagree\w{0,1}|no|reject\w{0,3})\b")
_OPEN = re.compile(r"[^.;,\d]{0,30}\b(?:undecided|unsure|not sure|no opinion|do(?: not|n[’']t) know|neither)\b")
_NEGATED = re.compile(r"[^.;,\d]{0,30}\b(?:n[’']t|not|never)\b[^.;,\d]{0,30}\b(?:approve|support|favor|agree|back)")
_OTHER = re.compile(r";|:| (?:majority|plurality|share|of [A-Z]|among|while|compared|than)\b")
_REST = re.compile(r"\b(?:[Tt]he )?(?:rest|remaining|remainder)(?: of (?:the|them)(?: [a-z]+)?)?,? (?:or |is |are |was |were |being |about )?\Z")
_SENTENCE = re.compile(r"[.!?][”\"]? (?=[A-Z“])")
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
    shares = list(_SHARE.finditer(text))
    at = 0
    while at < len(shares):
        block = article.block_at(shares[at].start())
        first = at
        at += 1
        if block is None or block.zone not in ("body", "list", "caption"):
            continue
        while at < len(shares) and shares[at].start() < block.end and not _SENTENCE.search(
            text, shares[at - 1].end(), shares[at].start()
        ):
            at += 1
        group = shares[first:at]
        if 2 <= len(group) <= _MANY:
            yield from _judged(text, block.start, block.end, group)


def _judged(text: str, start: int, end: int, group: list[re.Match[str]]) -> Iterator[Flag]:
    """What is wrong with the percentages of one sentence."""
    parts = [float(share[1]) for share in group]
    slack = sum(0.5 if "." not in share[1] else 0.05 for share in group) + 0.01
    for one, other in zip(group, group[1:], strict=False):
        total = float(one[1]) + float(other[1])
        before = text[max(start, one.start() - 110) : one.start()]
        score = text[one.end() : other.start()] in (" to ", "-", "–", " versus ", " vs. ")
        if score and total > _WHOLE + 1 and _AGAINST.search(before) and not _RANGE.search(before):
            yield _flag(one, other, [float(one[1]), float(other[1])], [other, one])
            return
    rest = [share for share in group if _REST.search(text, max(start, share.start() - 45), share.start())]
    if len(rest) == 1 and rest[0] is group[-1] and len(group) > 2 - ("rest" not in text):
        if abs(sum(parts) - _WHOLE) > slack and sum(parts[:-1]) < _WHOLE:
            yield _flag(group[0], group[-1], parts, [group[-1], *group[:-1]])
        return
    if any(_OTHER.search(text, one.end(), other.start()) for one, other in zip(group, group[1:], strict=False)):
        return
    sides = [_side(text, share, group, end) for share in group]
    if sides[0] in ("for", "not") and sorted(sides) in (["for", "not"], ["for", "not", "open"]):
        if sum(parts) > _WHOLE + max(slack, 1):
            yield _flag(group[0], group[-1], parts, [group[-1], *group[:-1]])


def _side(text: str, share: re.Match[str], group: list[re.Match[str]], end: int) -> str:
    """Whether a share is for something, against it, or undecided."""
    stop = min((other.start() for other in group if other.start() > share.start()), default=end)
    stop = min(stop, share.end() + 60)
    if _OPEN.match(text, share.end(), stop):
        return "open"
    if _NOT.match(text, share.end(), stop) or _NEGATED.match(text, share.end(), stop):
        return "not"
    return "for" if _FOR.match(text, share.end(), stop) else ""


def _flag(
    first: re.Match[str], last: re.Match[str], parts: list[float], places: list[re.Match[str]]
) -> Flag:
    """One finding over all parts, which shows each of the others."""
    return Flag(
        (first.start(), last.end()),
        f"{' + '.join(f'{part:g}' for part in parts)} percent makes {sum(parts):g}, not 100",
        related=tuple(Elsewhere(place.span(), "a part of the whole") for place in places),
        confidence=0.9,
    )
