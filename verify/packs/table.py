"""What a [[rule]] of a pack may hold, read key by key so that each mistake is told at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import cast, get_args

import msgspec

from verify.config.suggest import did_you_mean
from verify.lexicon.late import late
from verify.model.document import PROSE, Zone
from verify.model.finding import Severity
from verify.packs import patterns

Key = tuple[str | int, ...]
Tell = Callable[[Key, str], None]
"""Takes the way to a value and what is wrong with it."""

_ID = late(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_LINK = late(r"https?://[^\s<>\"]+")
_LONGEST = 200
_LONGEST_TEXT = 2_000
_TOGETHER = 256
"""So many words are looked at together, and one by one only where some of them are not plain."""
_LINE = ("message", "advice", "since", "link", "summary")


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One rule as it is written; of several forms in `instead` the first is the best."""

    id: str
    summary: str = ""
    message: str = ""
    advice: str = ""
    severity: Severity = "warning"
    default: bool = True
    words: tuple[str, ...] = ()
    instead: dict[str, str | list[str]] = {}
    patterns: tuple[str, ...] = ()
    replace: dict[str, str] = {}
    except_: tuple[str, ...] = msgspec.field(default=(), name="except")
    case: str = "smart"
    quotes: bool = False
    zones: tuple[Zone, ...] = tuple(sorted(PROSE))
    safe: bool = False
    since: str = ""
    reason: str = ""
    link: str = ""
    flagged: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


EXPECTED = MappingProxyType(
    {
        "id": 'a family and a name, such as "house/plain-words"',
        "summary": "one sentence: what is wrong",
        "message": "one line; {word} and {instead} stand for what was found and what to write",
        "advice": "one line: what to do",
        "severity": '"error", "warning" or "info"',
        "default": "true or false: whether it runs unless it is selected",
        "words": "a list of words and phrases",
        "instead": 'a table of words, such as utilise = "use"; a list offers several',
        "patterns": "a list of regular expressions",
        "replace": "a table of regular expressions, each with what to put there",
        "except": "a list of words and phrases in which nothing is flagged",
        "case": '"smart", "exact" or "ignore"',
        "quotes": "true or false: whether quotations are read too",
        "zones": f"a list of {', '.join(get_args(Zone))}",
        "safe": "true or false: whether the fix may be made unread",
        "since": "text: since when the house holds it",
        "reason": "text: why it matters",
        "link": "an address that begins with https://",
        "flagged": "a list of examples with [[what is flagged]]",
        "silent": "a list of examples in which nothing is flagged",
    }
)
"""What each key takes, in the words of an error message."""


def read(value: object, tell: Tell) -> Table | None:
    """The rule of a table; a mistake leaves the rule out, but for a word or pattern, which goes alone."""
    if not isinstance(value, dict):
        tell((), "expected a table [[rule]]")
        return None
    fields = {field.encode_name: field for field in msgspec.structs.fields(Table)}
    wrong = False
    for key, given in value.items():
        if key not in fields:
            tell((key,), f'unknown key "{key:.40}"{did_you_mean(key, fields)}')
            wrong = True
            continue
        try:
            msgspec.convert(given, fields[key].type)
        except msgspec.ValidationError:
            tell((key,), f"{key}: expected {EXPECTED[key]}, got {_shown(given)}")
            wrong = True
    if "id" not in value:
        tell((), f"id: expected {EXPECTED['id']}, and there is none")
        wrong = True
    if wrong:
        return None
    table = msgspec.convert(value, Table)
    mistakes = list(_mistakes(table))
    for where, message in mistakes:
        tell(where, message)
    return None if mistakes else _usable(table, tell)


def _mistakes(table: Table) -> Iterator[tuple[Key, str]]:
    """What is of the right kind and wrong all the same."""
    if not _ID.fullmatch(table.id):
        yield ("id",), f"id: expected {EXPECTED['id']}, got {table.id!r:.60}"
    if table.case not in ("smart", "exact", "ignore"):
        yield ("case",), f"case: expected {EXPECTED['case']}, got {table.case!r:.60}"
    for key in _LINE:
        text = getattr(table, key)
        if len(text.splitlines()) > 1 or len(text) > _LONGEST_TEXT:
            yield (key,), f"{key}: expected one line of at most {_LONGEST_TEXT:,} characters"
    if table.link and not _LINK.fullmatch(table.link):
        yield ("link",), f"link: expected {EXPECTED['link']}, got {table.link!r:.60}"
    if not (table.words or table.instead or table.patterns or table.replace):
        yield (), f"{table.id} looks for nothing: give it words, instead, patterns or replace"
    for key in ("flagged", "silent"):
        for number, example in enumerate(getattr(table, key)):
            if "```" in example or not example.strip():
                yield (key, number), f"{key}: an example is copy, with no ``` in it"
            elif ("[[" in example) is not (key == "flagged"):
                marks = "marks what is flagged with [[…]]" if key == "flagged" else "has no [[…]]"
                yield (key, number), f"{key}: an example here {marks}"


def _usable(table: Table, tell: Tell) -> Table:
    """The rule without the words and patterns that cannot be used, each of which is told."""
    openings = patterns.openings((*table.patterns, *table.replace))
    kept = []
    for number, (pattern, opening) in enumerate(zip(table.patterns, openings, strict=False)):
        if not opening and (fault := patterns.fault(pattern)):
            tell(("patterns", number), f"{table.id}: the pattern {pattern!r:.60} {fault}")
        else:
            kept.append(pattern)
    replace = {}
    for pattern, template in table.replace.items():
        if fault := patterns.fault(pattern) or patterns.template_fault(pattern, template):
            tell(("replace", pattern), f"{table.id}: the pattern {pattern!r:.60} {fault}")
        else:
            replace[pattern] = template
    return msgspec.structs.replace(
        table,
        words=_usable_words(table.words, "words", tell),
        instead=_usable_forms(table.instead, tell),
        except_=_usable_words(table.except_, "except", tell),
        patterns=tuple(kept),
        replace=replace,
    )


def _usable_words(words: tuple[str, ...], key: str, tell: Tell) -> tuple[str, ...]:
    left_out: set[int] = set()
    for first in range(0, len(words), _TOGETHER):
        run = words[first : first + _TOGETHER]
        if not _plain(run):
            left_out.update(n for n, word in enumerate(run, first) if not _word(word, (key, n), tell))
    return tuple(word for n, word in enumerate(words) if n not in left_out) if left_out else words


def _usable_forms(instead: dict[str, str | list[str]], tell: Tell) -> dict[str, str | list[str]]:
    entries = tuple(instead.items())
    left_out: set[str] = set()
    for first in range(0, len(entries), _TOGETHER):
        words, forms = zip(*entries[first : first + _TOGETHER], strict=True)
        if not (_plain(words) and _short(forms)):
            for word, form in zip(words, forms, strict=True):
                if not (_word(word, ("instead", word), tell) and _forms(form, ("instead", word), tell)):
                    left_out.add(word)
    return {word: instead[word] for word in instead if word not in left_out} if left_out else instead


def _plain(words: Sequence[str]) -> bool:
    """Whether all of these are plain words and phrases: told of many at a glance, since packs hold many."""
    if max(map(len, words)) > _LONGEST:
        return False
    if all(words) and "".join(words).isalpha():
        return True
    lines = "\n".join(("", *words, ""))
    if lines.count("\n") > len(words) + 1 or any(odd in lines for odd in ("  ", " \n", "\n ")):
        return False
    for mark in " '’-.":
        lines = lines.replace(mark, "")
    letters = lines.replace("\n", "")
    return letters.isalnum() and "\n\n" not in lines


def _short(forms: Sequence[str | list[str]]) -> bool:
    """Whether each of these is one form that fits on a line; of those that are lists it does not say."""
    if any(isinstance(form, list) for form in forms):
        return False
    whole = "".join(cast("Sequence[str]", forms))
    return len(whole.splitlines()) <= 1 and max(map(len, forms)) <= _LONGEST


def _word(word: str, key: Key, tell: Tell) -> bool:
    """Whether copy may hold the entry as a word or phrase."""
    if word.isalpha() and len(word) <= _LONGEST:
        return True
    if len(word) > _LONGEST or word != " ".join(word.split()) or not any(c.isalnum() for c in word):
        tell(key, f"{word!r:.60} is no word or phrase (a pattern goes under patterns)")
        return False
    return True


def _forms(forms: str | list[str], key: Key, tell: Tell) -> bool:
    for form in (forms,) if isinstance(forms, str) else forms:
        if len(form) > _LONGEST or (not form.isalpha() and len(form.splitlines()) > 1):
            tell(key, f"{form!r:.60} cannot stand instead: it is longer than a line")
            return False
    return True


def _shown(value: object) -> str:
    return "a table" if isinstance(value, dict) else f"{value!r:.60}"
