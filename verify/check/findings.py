"""From flags to findings: a pipe of pure steps, each of which takes findings and gives findings."""

from __future__ import annotations

# hashlib has its blake2s from there too, but loads OpenSSL first: a fiftieth of a short run.
from _blake2 import blake2s
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from verify.check.page import Page
from verify.check.select import Chosen
from verify.check.stretches import Stretches
from verify.lexicon.late import late
from verify.model.document import Allowed
from verify.model.finding import Elsewhere, Finding, Flag, Related
from verify.model.span import Span

_CONTEXT = 20
_PARAGRAPH = late(r"\n\s*?\n")


def stamp(
    chosen: Chosen,
    flag: Flag,
    page: Page,
    place: Callable[[tuple[int, int]], Span],
    others: Mapping[str, Page],
) -> Finding:
    """The flag with its rule, severity and place; raises ValueError for a span outside the text."""
    start, end = place(flag.span)
    line, column = page.lines.place(start)
    end_line, end_column = page.lines.place(end)
    return Finding(
        path=page.path,
        rule=chosen.rule.id,
        severity=chosen.severity,
        confidence=round(flag.confidence, 4),
        message=flag.message,
        advice=flag.advice or chosen.rule.advice,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=page.source[start:end],
        fixes=flag.fixes,
        safe=flag.safe,
        fingerprint="",
        related=tuple(_related(elsewhere, page, place, others) for elsewhere in flag.related),
    )


def _related(
    elsewhere: Elsewhere,
    page: Page,
    place: Callable[[tuple[int, int]], Span],
    others: Mapping[str, Page],
) -> Related:
    if elsewhere.path:
        if elsewhere.path != page.path and elsewhere.path not in others:
            # A story of an earlier run: all that is left of it are facts, which know their line.
            start, end = elsewhere.span
            return Related(elsewhere.path, start, end, elsewhere.line, elsewhere.column, elsewhere.message)
        page = others.get(elsewhere.path, page)
        place = page.itself
    start, end = place(elsewhere.span)
    line, column = page.lines.place(start)
    return Related(page.path, start, end, line, column, elsewhere.message)


def names_of(rule: str) -> tuple[str, str, str]:
    """What an allowance may call a rule: its id, its family, or "*" for all."""
    return rule, rule.partition("/")[0], "*"


def drop_allowed(findings: Iterable[Finding], wishes: Iterable[Allowed]) -> Iterator[Finding]:
    """The findings that no wish silences: none that covers the place names the rule, its family, or all."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for wish in wishes:
        spans.setdefault(wish.rule, []).append((wish.start, wish.end))
    allowed = {name: Stretches(stretches) for name, stretches in spans.items()}
    for finding in findings:
        covering = (allowed[name] for name in names_of(finding.rule) if name in allowed)
        if not any(stretches.touch(finding.start, finding.end) for stretches in covering):
            yield finding


def drop_repeated(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first of several findings of one rule at one place."""
    seen: set[tuple[str, int, int]] = set()
    for finding in findings:
        key = (finding.rule, finding.start, finding.end)
        if key not in seen:
            seen.add(key)
            yield finding


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of the source, then of rules; what else differs decides last."""
    return sorted(findings, key=lambda f: (f.path, f.start, f.end, f.rule, f.message, f.fixes))


def fingerprinted(findings: Iterable[Finding], page: Page) -> Iterator[Finding]:
    """The findings with a name each that outlives edits elsewhere in the copy.

    It is made of the rule, the words and the words around them, not of the line; of equal ones each
    bears its ordinal.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        before = page.source[max(0, finding.start - 4 * _CONTEXT) : finding.start]
        after = page.source[finding.end : finding.end + 4 * _CONTEXT]
        # What the neighbouring paragraphs say is no part of the place.
        before = _evenly(_PARAGRAPH.split(before)[-1])[-_CONTEXT:]
        after = _evenly(_PARAGRAPH.split(after)[0])[:_CONTEXT]
        key = "\0".join((finding.rule, before, _evenly(finding.text), after))
        seen[key] += 1
        name = key if seen[key] == 1 else f"{key}\0{seen[key]}"
        print_ = blake2s(name.encode("utf-8", "replace"), digest_size=8)
        yield replace(finding, fingerprint=print_.hexdigest())


def _evenly(text: str) -> str:
    return " ".join(text.split())
