"""Finds the title that stands before a name ("Gov. Jane Roe") or after it ("Jane Roe, the governor")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.lexicon.cues import cue_forms
from verify.lexicon.late import late
from verify.mark.naming.capitals import UPPER, Word
from verify.mark.naming.offices import DEPARTMENTS, head_of, is_head, is_modifier, is_post
from verify.mark.naming.ordinary import CALENDAR, OPENERS
from verify.mark.naming.wordlist import listed
from verify.model.span import Span

_BACK = 90
_OPENING = "“\"‘'(`"
_ENDING = ',;:)”"!?—–'
_PIECE = late(r"\S+")
_LONGEST = 7
_FIELD = 4
_STOP = listed(
    """
    the a an and or but as with by to from of in on at for that said says told his her their its our my
    when while after before if because than like is was are were be been being has have had
    """
)
_AFTER = late(
    r",(?: (?:\d{1,3}|[IVX]+|[JS]r\.?|[RDIL]-[A-Z][\w.’-]*(?: [A-Z][\w.’-]*){0,2}),)?"
    r" (?:who (?:is|was|serves as|heads as) )?"
    r"(?P<title>(?:(?:the|a|an|his|her|their|its|one of [a-z]+|then|now|also) )*"
    r"[^,.;:!?\n“”\"()—–]{3,110})(?=[,.;:!?)—–”\"]| [—–]|$)"
)
_FRONT = late(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|whose)|[’']s)"
    r" (?P<title>(?:[^,.;:!?\n“”\"()—–]|(?<=[A-Z])\.){3,80}), \Z"
)
_CLAUSE = late(r" (?:who|whose|which|that) ")
_OF = late(r" (?:of|for|at|in|with|to|from|on|and|who|under|by|whose|that|which|during) ")
_ARTICLE = late(r"^(?:(?:the|a|an|his|her|their|its|then|now|also) )+")
_VERBS = late(
    r"^(?:who|whose|which|where|when|while|and|but|or|said|says|told|adding|saying|according|including|"
    r"with|in|on|at|for|to|by|as|from|through|via|like|unlike|before|after|during|despite|without|under|is|was|has|had|he|she|they|it|not|whom|though|although|because|if)\b"
)
_ABBREVIATION = late(
    rf"(?:[{UPPER}]\.)+$|(?:Gov|Sen|Rep|Lt|Gen|Col|Maj|Capt|Adm|Det|Sgt|Rev|Dr|Mr|Mrs|Ms)s?\.$"
)
OF_HEADS = frozenset(
    (
        "secretary",
        "chief",
        "minister",
        "commissioner",
        "director",
        "speaker",
        "leader",
        "superintendent",
        "general",
    )
)
_DEPARTMENT_ENDS = listed(
    """
    House Commons Affairs Security Human Services Urban Development Staff Police Operations
    Communications
    """
)
PARTICLES = frozenset(
    "de del dela della der den di da do dos das du la le van von vom zu bin ibn ten ter".split()
)
"""What may stand between a title and a family name ("Ms. de la Cruz")."""
_REGNAL = frozenset(("jr.", "sr.", "jr", "sr", "ii", "iii", "iv"))


_RANKS = frozenset(("Gen", "Col", "Maj", "Adm", "Cpl", "Brig"))
"""Ranks that British copy sets without a full stop before a whole name; "Gen Z" is none."""


def name_start(words: Sequence[Word]) -> int:
    """The index of the first word after the title at the head of a run of capitals; 0 where it has none.

    In "South Korean Defense Minister Bae Gyu-min" that is 4; in "Stephen King" it is 0.
    """
    count = len(words)
    for index in range(count - 2, -1, -1):
        word = words[index]
        rank = index == 0 and count > len(("Gen", "Lee")) and word.text in _RANKS
        if not rank and not is_head(word.text):
            continue
        following = words[index + 1]
        plain = head_of(word.text)
        if following.text.lower() in _REGNAL:
            continue
        if plain == "dean" and index == 0 and count == 2:
            return 0
        if plain in OF_HEADS and following.gap.strip().startswith("of"):
            after = index + 1
            while after < count and (
                words[after].text.lower() in DEPARTMENTS or words[after].text in _DEPARTMENT_ENDS
            ):
                after += 1
            if after < count and words[after].gap.strip().startswith("for"):
                return _past_field(words, after)
            return after if after < count else 0
        if (gap := following.gap.split()) and not (gap[0] in PARTICLES and word.text.lower() not in OF_HEADS):
            # "President of the …", "Speaker for …", `Chief “Big” …`: the head does not touch the name.
            continue
        return index + 1
    return 0


def _past_field(words: Sequence[Word], first: int) -> int:
    """The index of the name behind a field of work ("for East Asian Affairs Ann Lee"), or 0."""
    for index in range(len(words) - 2, first, -1):
        if words[index - 1].text in _DEPARTMENT_ENDS:
            return index
    return 0


def title_before(text: str, floor: int, at: int) -> Span | None:
    """The title that ends right before the name at `at`, not reaching back beyond `floor`."""
    low = max(floor, at - _BACK)
    window = text[low:at]
    if not window or window[-1] not in " \u00a0\n":
        return None
    # Most names stand behind a word that ends no title: the others need not be looked at.
    last = window.rsplit(maxsplit=1)[-1:]
    if not last or not _ends_one(last[0]):
        return None
    pieces = list(_PIECE.finditer(window))
    if not _closes(pieces, len(pieces) - 1):
        return None
    first = len(pieces) - 1
    # "Secretary of Defense", "Secretary of the Interior": the head stands before the "of".
    while first > 0 and not is_head(pieces[first].group().strip(_OPENING)):
        first -= 1
    while first > 0 and _goes_on(pieces[first - 1].group()):
        first -= 1
    while first < len(pieces) - 1 and (_drops(pieces[first].group()) or _tells(pieces[first].group())):
        first += 1
    start = low + pieces[first].start()
    while text[start] in _OPENING:
        start += 1
    return Span(start, low + pieces[-1].end())


def _tells(word: str) -> bool:
    """Whether a capitalised word is a verb of saying that opens the sentence: "Added coach Ann Lee"."""
    return word[0].isupper() and cue_forms().get(word.lower()) == ("say", "finite") and word.endswith("ed")


def _goes_on(word: str) -> bool:
    """Whether a title may reach back over this word."""
    if word[-1] in _ENDING or (word[-1] == "." and not _ABBREVIATION.match(word)) or word[0] in _OPENING:
        return False
    if word.lower() in _STOP or word.endswith(("’s", "'s", "s’", "s'", "''")):
        return False
    return word[0].isupper() or is_modifier(word) or is_head(word)


def _ends_one(word: str) -> bool:
    """Whether a title may end with the word, looked at alone."""
    word = word.lstrip(_OPENING)
    if not word or word[-1] in _ENDING or (word[-1] == "." and not _ABBREVIATION.match(word)):
        return False
    plain = word.strip(_OPENING)
    return bool(plain) and (is_head(plain) or _is_field(plain))


def _is_field(word: str) -> bool:
    """Whether the word may end a field of work: "Secretary of Defense", "Chief of Staff"."""
    low = word.lower()
    return low in DEPARTMENTS or word in _DEPARTMENT_ENDS or low == "staff"


def _closes(pieces: list[re.Match[str]], last: int) -> bool:
    """Whether the title ends with its last word, which may end one."""
    plain = pieces[last].group().strip(_OPENING)
    if is_head(plain):
        return True
    if last >= 2:
        back = _before_field(pieces, last - 1)
        if pieces[back].group() == "the":
            back -= 1
        return back >= 1 and pieces[back].group() == "of" and pieces[back - 1].group().lower() in OF_HEADS
    return False


def _before_field(pieces: list[re.Match[str]], at: int) -> int:
    """Where a title stands before its "for": "State" in "Secretary of State for East Asian Affairs"."""
    back = at
    while back > max(2, at - _FIELD) and pieces[back].group()[0].isupper():
        back -= 1
    return back - 2 if pieces[back].group() == "for" and pieces[back - 2].group() == "of" else at


def _drops(word: str) -> bool:
    """Whether the first word of a title is only the sentence's own ("But Gov. …"; "Roe adviser …" stays)."""
    if word[0].islower() or is_modifier(word) or is_head(word):
        return False
    return word.lower() in OPENERS or word.lower() in CALENDAR


def title_after(text: str, end: int, ceiling: int) -> Span | None:
    """The title in apposition after the name that ends at `end` ("…, mayor of Springfield,")."""
    if text[end : end + 2] != ", ":
        return None
    match = _AFTER.match(text, end, min(ceiling, end + 150))
    if match is None:
        return None
    words = _CLAUSE.split(match["title"], maxsplit=1)[0]
    end_of_title = match.start("title") + len(words)
    if _VERBS.match(words):
        return None
    bare = _ARTICLE.sub("", words)
    core = _OF.split(f" {bare} ", maxsplit=1)[0].split()
    if not core or len(core) > _LONGEST or not is_post(head_of(core[-1])) or core[0].endswith(("ed", "ing")):
        return None
    if text[end_of_title : end_of_title + 2] == ". " and _ABBREVIATION.match(f"{core[-1]}."):
        return None  # "…, Sen. Roe": the title of the next in a list
    start = match.start("title") + len(words) - len(bare)
    return Span(start, end_of_title)


def title_in_front(text: str, floor: int, at: int) -> Span | None:
    """The title that introduces the name at `at` with a comma ("The fire chief, Ann Lee, …")."""
    if text[at - 2 : at] != ", ":
        return None
    match = _FRONT.search(text, max(floor, at - _BACK), at)
    if match is None:
        return None
    if any(cue_forms().get(word) == ("say", "finite") for word in match["title"].split()):
        return None  # "The investigation said the suspect, Lee, …"
    core = _OF.split(f" {match['title']} ", maxsplit=1)[0].split()
    if not core or len(core) > _LONGEST or not is_post(head_of(core[-1])):
        return None
    return Span(*match.span("title"))
