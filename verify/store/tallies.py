"""What an article counts of an event: how many were killed, how a vote went, what something cost."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct

from verify.lexicon.late import late
from verify.mark.figures.amounts import Amount, rounds_to
from verify.mark.figures.money import each
from verify.mark.naming.reading import fold
from verify.model.article import Article
from verify.model.marks import Number, Sentence
from verify.store.facts import Fact

_FATES = {
    "killed": "killed", "dead": "killed", "died": "killed", "injured": "hurt", "hurt": "hurt",
    "wounded": "hurt", "arrested": "arrested", "missing": "missing", "rescued": "rescued",
}  # fmt: skip
_FATE = late(
    r"(?: (?!of|in|on|at|to|or|and|other|more)[a-z]{2,15}){0,2}?(?: were| have been| are)?(?: left| found)?"
    rf" (?P<fate>{'|'.join(_FATES)})(?![\w-])"
)
_DONE_TO = late(
    r"\b(?P<fate>killed|injured|wounded|arrested|rescued|killing|injuring|wounding)(?: [a-z]+ly)? \Z"
)
_STEMS = {"killing": "killed", "injuring": "hurt", "wounding": "hurt"}
_EVENTS = {
    "shooting": "shooting", "shot": "shooting", "gunman": "shooting", "attack": "attack", "attacks": "attack",
    "crash": "crash", "crashed": "crash", "collision": "crash", "collided": "crash", "fire": "fire",
    "blaze": "fire", "explosion": "explosion", "blast": "explosion", "exploded": "explosion",
    "bombing": "explosion", "earthquake": "earthquake", "quake": "earthquake", "flood": "flood",
    "floods": "flood", "flooding": "flood", "storm": "storm", "hurricane": "storm", "tornado": "storm",
    "typhoon": "storm", "cyclone": "storm", "sank": "sinking", "sinking": "sinking", "capsized": "sinking",
    "derailed": "derailment", "derailment": "derailment", "landslide": "slide", "mudslide": "slide",
    "avalanche": "slide", "collapsed": "collapse", "collapse": "collapse", "stampede": "crush",
    "crush": "crush", "raid": "raid", "raids": "raid", "riot": "riot", "riots": "riot",
}  # fmt: skip
"""The words by which copy tells of a disaster, each with the one that a desk would file it under."""
_ROUGH = late(
    r"\b(?:at least|about|around|some|nearly|almost|up to|more than|over|another|other|fewer than|as many as"
    r"|as much as|worth of|estimated|average"
    r"|hundreds|dozens|of the|first|last|all|these|those|than|another) \Z",
    re.IGNORECASE,
)
_VOTE = late(
    r"\b(?:vot(?:e|es|ed|ing)|passed|approved|rejected|defeated|adopted|by)\b(?: [a-z]{1,12}){0,4}?,?"
    r" (?:by |of |was )?"
    r"(?P<one>\d{1,4})(?:[-–]| to )(?P<other>\d{1,4})(?![\w%-]|[.,]\d| (?:percent|per cent))"
)
_BODIES = (
    "council senate house board committee parliament assembly court commission congress panel jury union"
    " legislature"
).split()
_THINGS = (
    "contract deal settlement fine grant loan budget bid ransom donation bond lawsuit purchase sale bail"
    " prize bill penalty debt gift bailout award bonus"
).split()
_OLD = late(
    r"\b(?:1[89]|20)\d\d\b|\blast (?:year|month)\b|\byears? (?:ago|earlier)\b|\bprevious"
    r"|\bearlier this year\b"
)
_WORD = late(r"\b[a-z]{5,20}\b")
_TOWN = late(r"[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){0,3}")
_BEFORE, _MOST_WORDS = 22, 24


class Tally(Struct, frozen=True):
    """A fact's value taken apart: figures, step and currency of a sum, the names and words around them."""

    figures: tuple[float, ...]
    step: float
    currency: str
    names: frozenset[str]
    words: frozenset[str]


def tallies(article: Article) -> Iterator[Fact]:
    """The figures of events ("tally") that a story gives exactly, and not of an event long past."""
    if not {"numbers", "names", "sentences", "quotations"} <= article.marks.keys():
        return
    towns = frozenset(
        fold(town[0])
        for line in article.zoned("dateline")
        for town in _TOWN.finditer(article.text, line.start, line.end)
    )
    for sentence in article.sentences:
        if article.blocks[sentence.block].zone not in ("body", "list", "caption"):
            continue
        if _OLD.search(article.text, sentence.start, sentence.end):
            continue
        for fact in (*_tolls(article, sentence), *_votes(article, sentence), *_sums(article, sentence)):
            if not article.quoted(fact.start, fact.end):
                yield fact._replace(value=f"{fact.value}|{_around(article, sentence, towns)}")


def taken_apart(value: str) -> Tally:
    """The value of a "tally" fact as its parts; raises ValueError for another."""
    figures, step, currency, names, words = value.split("|")
    return Tally(
        tuple(map(float, figures.split())),
        float(step),
        currency,
        frozenset(names.split(",")) - {""},
        frozenset(words.split()),
    )


def differ(one: Tally, other: Tally) -> bool:
    """Whether two tallies of one thing cannot both be right, each as finely as it is given."""
    if not one.step or not other.step:
        return one.figures != other.figures
    (here,), (there,) = one.figures, other.figures
    return not rounds_to(here, Amount(there, other.step)) and not rounds_to(there, Amount(here, one.step))


def _tolls(article: Article, sentence: Sentence) -> Iterator[Fact]:
    """How many people were killed, hurt or missing in what the sentence calls a crash or a fire."""
    text = article.text
    words = text[sentence.start : sentence.end]
    if not any(fate in words for fate in (*_FATES, *_STEMS)):
        return
    events = {_EVENTS[word] for word in re.findall(r"[a-z]+", words) if word in _EVENTS}
    if len(events) != 1:
        return
    for number in _numbers(article, sentence):
        if number.unit in ("$", "£", "€", "¥", "percent") or number.value != int(number.value):
            continue
        if "-" in text[number.start : number.end + 1] and text[number.start].isdecimal():
            continue  # "killed 40-year-old Ann Lee"
        before = text[max(sentence.start, number.start - _BEFORE) : number.start]
        behind, done = _FATE.match(text, number.end, sentence.end), _DONE_TO.search(before)
        found = behind or done
        if found is None or _ROUGH.search(before):
            continue
        fate = _STEMS.get(found["fate"]) or _FATES[found["fate"]]
        value = _value((number.value,), 0.0, "")
        yield Fact("tally", f"{fate} {min(events)}", value, number.start, number.end)


def _votes(article: Article, sentence: Sentence) -> Iterator[Fact]:
    """The score of a vote, under the body that took it."""
    text = article.text
    for found in _VOTE.finditer(text, sentence.start, sentence.end):
        words = re.findall(r"[a-z]+", text[sentence.start : sentence.end].lower())
        bodies = [body for body in _BODIES if body in words]
        if len(bodies) == 1:
            score = tuple(sorted((float(found["one"]), float(found["other"]))))
            value = _value(score, 0.0, "")
            yield Fact("tally", f"vote {bodies[0]}", value, found.start("one"), found.end("other"))


def _sums(article: Article, sentence: Sentence) -> Iterator[Fact]:
    """What a contract, a fine or a prize comes to, where the sentence tells of one sum and one such thing."""
    text = article.text
    if not any(sign in text[sentence.start : sentence.end] for sign in "$€£¥"):
        return
    words = re.findall(r"[a-z]+", text[sentence.start : sentence.end])
    things = [thing for thing in _THINGS if thing in words]
    sums = list(each(text, sentence.start, sentence.end))
    if len(things) != 1 or len(sums) != 1:
        return
    (money,) = sums
    before = text[max(sentence.start, money.start - _BEFORE) : money.start]
    if not _ROUGH.search(before):
        value = _value((money.amount.value,), money.amount.step, money.currency)
        yield Fact("tally", f"sum {things[0]}", value, money.start, money.end)


def _numbers(article: Article, sentence: Sentence) -> Iterator[Number]:
    at = bisect_left(article.numbers, sentence.start, key=lambda number: number.start)
    while at < len(article.numbers) and article.numbers[at].start < sentence.end:
        yield article.numbers[at]
        at += 1


def _value(figures: tuple[float, ...], step: float, currency: str) -> str:
    return f"{' '.join(f'{figure:.12g}' for figure in figures)}|{step:g}|{currency}"


def _around(article: Article, sentence: Sentence, towns: frozenset[str]) -> str:
    """The names and the longer words of a sentence; the town of the dateline is a name too."""
    mentions = article.mentions
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.start)
    last = bisect_right(mentions, sentence.end, key=lambda mention: mention.start)
    names = towns | {fold(mention.family or mention.name) for mention in mentions[first:last]}
    listed = ",".join(sorted(name.replace("|", " ").replace(",", " ") for name in names))
    words = sorted(set(_WORD.findall(article.text, sentence.start, sentence.end)))[:_MOST_WORDS]
    return f"{listed}|{' '.join(words)}"
