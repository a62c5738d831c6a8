"""Finds the people, bodies and places that an article names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile

from msgspec import Struct
from msgspec.structs import replace

from verify.lexicon.given import gender, is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.words import is_common, is_word
from verify.mark.naming.capitals import Word, chains, nickname
from verify.mark.naming.christened import is_body, may_be_body
from verify.mark.naming.conjoined import conjoined
from verify.mark.naming.headlines import fills, in_headline, is_title_case
from verify.mark.naming.honours import HONOURS, is_honour, without_honours
from verify.mark.naming.kinds import read_run
from verify.mark.naming.known import Known, Name
from verify.mark.naming.neighbours import acts, is_kin
from verify.mark.naming.offices import is_head
from verify.mark.naming.ordinary import OPENERS
from verify.mark.naming.persons import person
from verify.mark.naming.reading import Reading, fold, without_article
from verify.mark.naming.same import join
from verify.mark.naming.titles import title_after, title_before, title_in_front
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.document import Block
from verify.model.marks import Mention
from verify.model.span import Span

_SKIPPED = frozenset(("code", "furniture"))
_BEFORE_OPENING = " \u00a0\n\"“”‘’'([—–-*•_"
_FIRM = late(r" (?:and|&) (?:Company|Co\.|Sons|Daughters|Partners|Associates|Brothers|Bros\.)(?!\w)")
_AT = late(r"\b(?:in|at|to|from|near|of|across|into|for|outside|inside|around|through|toward|towards) \Z")
_ORDINAL = late(r"\b\d{1,3}(?:st|nd|rd|th) \Z")
_PAPERS = frozenset(
    ("times", "post", "journal", "tribune", "herald", "globe", "news", "gazette", "chronicle")
)
_TELLS = late(r"(?<![”\"’'] )Said (?=[A-Z])[^.!?:“”\"‘\n]{1,200}[.!?]")
"""A sentence in which nothing is quoted, so that "Said" at its head is no inverted verb but a name."""
_SIBLINGS = late(
    r"\b(?:[Bb]rothers|[Ss]isters|[Ss]iblings|[Tt]wins|[Cc]ousins|[Cc]ouple|[Ss]pouses|[Ss]ons|[Dd]aughters|"
    r"[Pp]arents|[Cc]hildren)(?: of [A-Z][\w’'-]{1,20})?,? \Z"
)
"""Words before given names that share the family name behind the last ("brothers Jon and John Lee")."""
_LOOK = 45
_ARTICLE = frozenset(("the",))
_COLON = late(r"(?: ?\([^()\n]{1,40}\))?:\s+")
_AND = " and "
_MOST = 3
"""Words in a name that only its neighbours show to be a person's."""


class _Run(Struct, frozen=True):
    """A run of capitals with its block, and whether its first word had to have a capital anyway."""

    words: list[Word]
    block: Block
    forced: bool


Vote = Callable[[int, int], bool]
"""Whether somebody else takes text[start:end] for a person, where neither words nor neighbours tell."""


def names(article: Article) -> tuple[Mention, ...]:
    """Every person, body and place named, in the order of the text; `entity` tells who is who."""
    return named(article, lambda _start, _end: False)


def named(article: Article, vote: Vote) -> tuple[Mention, ...]:
    """Every name, with a vote on those that could be a person's and could be another's."""
    text = article.text
    known = Known()
    found: list[Name] = []
    later: list[tuple[Block, Reading]] = []
    headlines: list[_Run] = []
    talk = frozenset(
        one.start for one in article.quotations.spans if one.set_off and not article.blocks[one.block].set_off
    )
    for block in article.blocks:
        if block.zone in _SKIPPED:
            continue
        runs = _behind_letters(_runs(text, block), talk)
        heading = is_title_case(text, block)
        for run in runs:
            if heading and not fills(run.words, block):
                headlines.append(run)
                continue
            for reading in _readings(text, run, known):
                name = _sure(text, block, reading, talk) or _voted(text, block, reading, vote)
                if name is None:
                    later.append((block, reading))
                else:
                    found.append(name)
                    known.learn(name)
                    if name.given and (short := nickname(text[name.start : name.end])):
                        known.givens.add(short)
    _learn_repeated(later, known)
    whole = {name.start: name for name in found if name.given and name.family and name.title is None}
    # Bare names are found last: the full name may stand further down, or the headline above it.
    found.extend(
        name
        for block, reading in later
        if (name := _shared(text, reading, whole, known) or _repeated(text, block, reading, known))
    )
    for run in headlines:
        found.extend(in_headline(text, run.block, run.words, known))
    found.sort()
    sentences = [sentence.start for sentence in article.sentences]
    return join(_mentions(article, found), text, sentences)


def _readings(text: str, run: _Run, known: Known) -> Iterator[Reading]:
    """What the run names: a body where the copy says so, else what its own words tell."""
    readings = list(read_run(run.words, forced=run.forced))
    words = run.words
    if run.forced or words[0].text == "The":
        opening = OPENERS if run.forced else _ARTICLE
        words = list(dropwhile(lambda word: word.text.lower() in opening, words))
    if words and all(reading.kind in ("unsure", "person") for reading in readings):
        whole = " ".join(word.text for word in words) if known.bodies else ""
        if whole in known.bodies or (
            may_be_body(text, run.block.start, words[0].start, words[-1].end)
            and is_body(text, run.block.start, words, person=_may_be_person(readings, words, known))
        ):
            known.bodies.add(" ".join(word.text for word in words))
            return iter((Reading("organisation", words),))
    return iter(readings)


def _may_be_person(readings: Iterable[Reading], words: Sequence[Word], known: Known) -> bool:
    return any(reading.kind == "person" for reading in readings) or fold(words[-1].text) in known.families


def _runs(text: str, block: Block) -> Iterator[_Run]:
    ended = -1
    for found in _chains(text, block):
        if found[-1].text in HONOURS:
            words = without_honours(found)
            if is_honour(words, text, ended):
                continue  # "Ann Lee, OBE, said"
        else:
            words = found
        ended = words[-1].end
        at = words[0].start
        back = at - 1
        if at > block.start and text[back] in '“"‘':
            yield _Run(words, block, forced=True)
            continue
        while back >= block.start and text[back] in _BEFORE_OPENING:
            back -= 1
        forced = back < block.start or text[back] in ".!?:…;"
        yield _Run(words, block, forced=forced and not (words[0].text == "Said" and _TELLS.match(text, at)))


def _behind_letters(runs: Iterable[_Run], talk: Collection[int]) -> Iterator[_Run]:
    """The runs without the letter that is the label of a turn ("A. Will Lee come?"); see _sure for `talk`."""
    for run in runs:
        second = run.words[1].start if talk and len(run.words) > 1 else -1
        yield _Run(run.words[1:], run.block, forced=True) if second in talk else run


def _chains(text: str, block: Block) -> Iterator[list[Word]]:
    """The runs of capitals, cut where brackets between two words hold no given name ("Ann Lee (Ohio) …")."""
    for words in conjoined(text, chains(text, block.start, block.end)):
        first = 0
        for at in range(1, len(words)):
            gap = words[at].gap
            if "(" not in gap:
                continue
            inner = gap.strip(" ()\n\u00a0")
            if not is_given(inner) or is_head(words[at - 1].text):
                yield words[first:at]
                start = words[at - 1].end + gap.index(inner)
                yield [Word(inner, start, start + len(inner), "")]
                words[at] = replace(words[at], gap="")
                first = at
        yield words[first:] if first else words


def _sure(text: str, block: Block, reading: Reading, talk: Collection[int]) -> Name | None:
    """The name that a reading makes by its own words or its neighbours, or None where both leave it open.

    `talk` are the places where turns of a transcript begin, behind their labels.
    """
    if _is_label(text, block, reading, talk):
        return Name(reading.start, reading.end, "person", "", reading.words[0].text.title(), None)
    if reading.kind == "unsure":
        return _by_neighbours(text, block, reading)
    if reading.kind == "place" and is_kin(text, block.start, reading):
        return Name(reading.start, reading.end, "person", reading.words[0].text, "", None)
    if reading.kind == "place" and len(reading.words) == 1 and is_surname(reading.words[0].text):
        return None  # "Jordan said": left open until the article's people are known
    firm = _FIRM.match(text, reading.end) if reading.kind == "person" else None
    if firm and firm.end() <= block.end:
        return Name(reading.start, firm.end(), "organisation", "", "", None)  # "Henry Lee and Company"
    title = _title(text, block, reading.start, reading.end) if reading.kind == "person" else None
    start = reading.start
    if reading.kind == "organisation" and (
        ordinal := _ORDINAL.search(text, max(block.start, start - 6), start)
    ):
        start = ordinal.start()
    return Name(start, reading.end, reading.kind, reading.given, reading.family, title)


def _is_label(text: str, block: Block, reading: Reading, talk: Collection[int]) -> bool:
    """Whether the word is a speaker's label in a transcript ("DOE: …")."""
    word = reading.words[0]
    if len(reading.words) == 1 and word.start == block.start and word.text.isalpha() and len(word.text) > 2:
        behind = _COLON.match(text, word.end)
        if behind and behind.end() in talk and not is_word(word.text.lower()):
            return True
    return (
        len(reading.words) == 1
        and word.text.isupper()
        and text[word.end : word.end + 1] == ":"
        and len(word.text) > 2
        and word.start - block.start < 2
        and is_surname(word.text)
    )


def _title(text: str, block: Block, start: int, end: int) -> Span | None:
    return (
        title_before(text, block.start, start)
        or title_after(text, end, block.end)
        or title_in_front(text, block.start, start)
    )


def _by_neighbours(text: str, block: Block, reading: Reading) -> Name | None:
    """An unsure reading, made a person by the title or the verb beside it."""
    words = reading.words
    first, last = words[0], words[-1]
    alone = len(words) == 1
    if len(words) > _MOST or _after_paper(words):
        return None
    title = title_before(text, block.start, first.start)
    if title is None and is_kin(text, block.start, reading):
        return Name(first.start, last.end, "person", last.text, "", None)
    if title is None and reading.common:
        return None
    if title is None and not alone:
        title = title_after(text, last.end, block.end) or title_in_front(text, block.start, first.start)
    if title is None and (
        not acts(text, reading) or (alone and not reading.surname and not is_given(last.text))
    ):
        return None
    if alone and not reading.surname and is_given(last.text):
        return Name(first.start, last.end, "person", last.text, "", title)
    name = person(words)
    return Name(name.start, name.end, "person", name.given, name.family, title)


def _voted(text: str, block: Block, reading: Reading, vote: Vote) -> Name | None:
    """The person that an unsure reading is by vote, or None."""
    words = reading.words
    open_ = reading.kind == "unsure" and len(words) <= _MOST and not _after_paper(words)
    if not open_ or not vote(words[0].start, words[-1].end):
        return None
    name = person(words)
    title = _title(text, block, name.start, name.end)
    return Name(name.start, name.end, "person", name.given, name.family, title)


def _after_paper(words: Sequence[Word]) -> bool:
    """Whether the name of a paper runs into somebody's ("in the Harbor Post Lee said")."""
    return any(word.text.lower() in _PAPERS for word in words[1:-1])


def _learn_repeated(later: Sequence[tuple[Block, Reading]], known: Known) -> None:
    """Learn "Zorvela Quixmarn" from a "Quixmarn" that stands alone elsewhere."""
    bare = {fold(reading.words[0].text) for _, reading in later if len(reading.words) == 1}
    for _, reading in later:
        words = reading.words
        last = fold(words[-1].text)
        if words[-1].text in known.givens and not is_given(words[0].text):
            continue  # "Team Ann"
        if 1 < len(words) <= _MOST and last in bare and last not in known.families and not reading.common:
            known.families[last] = words[-1].text
            known.givens.add(words[0].text)


def _shared(text: str, reading: Reading, whole: Mapping[int, Name], known: Known) -> Name | None:
    """A given name that shares the family name of the one behind it ("Ann and Paul Lee")."""
    word = reading.words[-1]
    other = whole.get(word.end + len(_AND)) if text.startswith(_AND, word.end) else None
    if other is None or not is_given(word.text):
        return None
    if _SIBLINGS.search(text, max(0, word.start - _LOOK), word.start):
        return Name(word.start, word.end, "person", word.text, other.family, None)
    if len(reading.words) > 1:
        return None
    couple = {gender(word.text), gender(other.given.split()[0])} == {"m", "f"}
    if is_surname(word.text) and not couple:
        return None  # "Grant and Paul Lee"
    if fold(word.text) in known.families or word.text in known.givens:
        return None
    return Name(word.start, word.end, "person", word.text, other.family, None)


def _repeated(text: str, block: Block, reading: Reading, known: Known) -> Name | None:
    """An unsure reading that repeats a name which the article gives elsewhere."""
    words = reading.words
    last = words[-1]
    family = known.families.get(fold(last.text), "")
    if not family and "-" in last.text:
        family = known.families.get(fold(without_article(last.text)), "")  # "el-Masri", elsewhere "al-Masri"
    if reading.kind == "place" and (
        not family or _AT.search(text, max(block.start, last.start - 9), last.start)
    ):
        return Name(last.start, last.end, "place", "", "", None)
    if not family:
        met = last.text in known.givens or last.text in known.alone
        if len(words) == 1 and met and not reading.common:
            return Name(last.start, last.end, "person", last.text, "", None)
        return None
    if " " in family:
        start = _led(text, block, last, family)
        # "de Souza": without its particle the word is somebody else's.
        if start < 0 or len(words) > _MOST:
            return None
    elif len(words) > _MOST:
        return None
    else:
        start = last.start
    first = words[0]
    given = ""
    if (
        start > first.start
        and len(words) > 1
        and not (
            _after_paper(words)
            or first.text.lower() in OPENERS
            or reading.common
            or fold(first.text) in known.families
            or _stray(first.text, known)
        )
    ):
        given = " ".join(word.text for word in words[:-1])
        start = first.start
    return Name(start, last.end, "person", given, family, _title(text, block, start, last.end))


def _stray(word: str, known: Known) -> bool:
    """Whether a word before a known family name is no given name ("Impeaching Lee", "Team Lee")."""
    low = word.lower()
    plain = is_common(low) or (low.endswith("ing") and is_word(low))
    return plain and word not in known.givens and not is_given(word)


def _led(text: str, block: Block, last: Word, family: str) -> int:
    """Where a family name of several words begins that ends with this word, or -1 where it is not all there.

    Its first may have the capital of a sentence, and any a capital of its own ("De la Cruz said").
    """
    start = last.start - (len(family) - len(last.text))
    whole = start >= block.start and fold(text[start : last.end]) == fold(family)
    return start if whole and not text[start - 1 : start].isalnum() else -1


def _mentions(article: Article, found: Sequence[Name]) -> list[Mention]:
    text = article.text
    outer = [span for span in article.quotations.spans if span.level == 0]
    starts = [span.start for span in outer]
    mentions = []
    for name in found:
        at = bisect_right(starts, name.start) - 1
        mentions.append(
            Mention(
                name.start,
                name.end,
                " ".join(text[name.start : name.end].split()),
                name.kind,
                name.given,
                name.family,
                "" if name.title is None else " ".join(text[name.title.start : name.title.end].split()),
                name.title,
                at >= 0 and name.start < outer[at].end,
            )
        )
    return mentions


MARKER = Marker("names", names, frozenset(("sentences", "quotations")))
