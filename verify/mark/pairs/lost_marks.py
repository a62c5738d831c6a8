"""Where the closing mark of a quotation was lost: at its attribution, by what the words after it say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from verify.lexicon.cues import cue_forms, finite_forms
from verify.lexicon.late import late

_NAME = r"[A-Z][\w.’'-]{0,40}(?: [A-Z][\w.’'-]{0,40}){0,3}"
_TAG = late(
    r"(?P<stop>[,.?!…])[ \u00a0](?=(?P<clause>[^,.?!…:;“”\"\n]{3,80}))"
    r"(?=(?P=clause)(?:(?P<apart>, [^,.?!“”\"\n]{3,60}, )(?P<late>[a-z]{3,20})\b)?)"
)
_WORD = late(r"[^\s]+")
_PRONOUNS = frozenset("he she they it I we".split())
_PREPOSITIONS = frozenset("about after and as at before but by for from in of on that to with".split())
_WEAK = _PRONOUNS | {"the", "a", "an"}
_LONGEST_SUBJECT = 6
_PLAINEST = frozenset(
    "said says told added wrote tweeted asked continued explained noted argued insisted".split()
)
_QUOTES = late(r":|, (?:[A-Z]|[‘'])| ?[“‘\"]|[^.?!\n]{0,60}[ ,:][“‘\"']")
_SENTENCE_ENDS = late(r"[.?!…][’')\]]* [A-Z“‘\"]")
_SIGNED = late(rf"[.!?…] ?[—–―][ \u00a0]?{_NAME}\.?\Z")
_SIGNATURE = 200
_REST = 3
"""Letters behind the verb of an attribution that ends its paragraph: the stop."""
_ATTRIBUTION = 60
"""Letters that an attribution at the end of a block may take."""


class _Tag(Struct, frozen=True):
    """An attribution right after punctuation: where that ends, and where the verb of saying does."""

    stop: int
    end: int
    weak: bool
    sentence: bool  # whether it begins a sentence of its own


def _tags(text: str, start: int, end: int) -> Iterator[_Tag]:
    for match in _TAG.finditer(text, start, end):
        words = list(islice(_WORD.finditer(match["clause"]), _LONGEST_SUBJECT + 2))
        sentence = match["stop"] == "."
        for count, word in enumerate(words[: _LONGEST_SUBJECT + 1]):
            subject = [one.group() for one in words[:count]]
            if not _says(word.group(), subject, sentence=sentence):
                continue
            if count == 0 and not _begins([one.group() for one in words[1:4]]):
                break
            weak = bool(subject) and subject[0] in _WEAK
            if count == 0 or weak or _names(subject):
                yield _Tag(match.start() + 1, match.start("clause") + word.end(), weak, sentence)
            break
        else:
            subject = [one.group() for one in words]
            if match["late"] and _says(match["late"], subject, sentence=sentence) and _names(subject):
                yield _Tag(match.start() + 1, match.end("late"), weak=False, sentence=sentence)


def _says(verb: str, subject: list[str], *, sentence: bool) -> bool:
    """Whether the verb tells of speech; one that begins a sentence of its own has to say so plainly."""
    if sentence or (subject and subject[0] in ("I", "we", "the", "a", "an")):
        return verb in _PLAINEST
    return verb in finite_forms("say") or (not subject and verb in finite_forms("name"))


def _begins(words: list[str]) -> bool:
    """Whether the words begin the subject of an inverted verb ("said the mayor", "asked deputy Ann Lee")."""
    if not words or words[0] in ("the", "a", "an", "one", "he", "she"):
        return bool(words)
    return words[0] not in _PREPOSITIONS and any(word[0].isupper() for word in words)


def _names(subject: list[str]) -> bool:
    """Whether the words name somebody: "Ann Lee", "screenwriter Ann Lee", "Lee’s lawyer"."""
    if not subject or len(subject) > _LONGEST_SUBJECT:
        return False
    if subject[0].endswith(("’s", "'s")):
        return subject[0][0].isupper()
    small = next((place for place, word in enumerate(subject) if word[0].isupper()), len(subject))
    return small <= 2 and small < len(subject) and all(word[0].isupper() for word in subject[small:])


def attributed(text: str, start: int, end: int) -> int:
    """Where in text[start:end] the words before an attribution end, or -1 where it has none."""
    for tag in _tags(text, start, end):
        if not _QUOTES.match(text, tag.end, end):
            return tag.stop
    return -1


def slipped(text: str, start: int, opened: int, end: int) -> bool:
    """Whether the quotation opened in text[start:end] lost its mark, though the next paragraph is reopened.

    A fragment that begins in mid-sentence ends with its sentence, unless it takes up the quotation
    before it (“I ran,” he said, “and fell.); and where an attribution or a signature stands in it,
    the mark before that was lost. An attribution with a quotation of its own belongs to that one.
    """
    if _fragment(text, start, opened):
        return True
    if _SIGNED.search(text, max(opened + 1, end - _SIGNATURE), end):
        return True
    first = _SENTENCE_ENDS.search(text, opened + 1, end)
    whole = first.start() if first else end
    for tag in _tags(text, opened + 1, end):
        if _QUOTES.match(text, tag.end, end):
            continue
        if tag.sentence and tag.weak and end - tag.end > _REST:
            continue  # "He said he was writing …": a sentence of the quotation, which runs on
        if end - tag.stop <= _ATTRIBUTION or (not tag.sentence and (not tag.weak or tag.stop <= whole + 1)):
            return True
    return False


def _fragment(text: str, start: int, opened: int) -> bool:
    """Whether the words quoted are a part of the reporter's sentence."""
    words = text[opened + 1 : opened + 8].lstrip(" […'‘“\"")
    before = text[max(start, opened - 40) : opened].rstrip()
    if words[:1].islower():
        return not _resumes(text, start, opened)
    if not before or not before[-1].isalnum():
        return False
    return before.rpartition(" ")[2].lower() not in cue_forms()


def _resumes(text: str, start: int, opened: int) -> bool:
    """Whether the quotation goes on with the sentence of the one before it, after its attribution."""
    if not text.endswith((", ", "— ", "– "), start, opened):
        return False
    between = text[max(start, opened - 200) : opened]
    closed = max(between.rfind(mark) for mark in ("”", '"', "''", "’"))
    return closed > 0 and between[closed - 1] in ",?!-–—" and ". " not in between[closed:]
