"""What the copy calls somebody beside the name: offices, jobs and parts in the story."""

from __future__ import annotations

from collections.abc import Iterator

from verify.lexicon.grammar import KIN
from verify.lexicon.late import late
from verify.mark.naming.beside import Beside
from verify.mark.naming.offices import COURTESY, head_of, is_post, offices_in, words_of
from verify.mark.told.ties import PARTIES

_CUT = r"[^,.;:!?\n“”\"()—–]"
_APPOSED = late(
    rf"(?:, \d{{1,3}})?,? (?P<role>(?:an?|the|one of|her|his|their) "
    rf"(?:{_CUT}|(?<=\b[A-Z])\.|(?<=[A-Z]\.[A-Z])\.){{3,90}})"
    r"(?=[,.;:!?)—–”\"]| [—–]|$)"
)
_DOES = late(
    r"(?:, \d{1,3})?, (?P<role>who (?:runs|owns|heads|leads|chairs|teaches|directs|manages|represents|"
    r"studies|coaches|edits|oversees|founded|co-founded|coordinates|lives|works|serves|plays|sells|drives|"
    r"farms|fishes)"
    rf" {_CUT}{{2,90}})(?=[,.;:!?)—–”\"]| [—–]|$)"
)
_BEING = late(
    rf"(?:, who)? (?:is|was|became|has been) (?P<role>(?:an?|the) {_CUT}{{3,70}})(?=[,.;:!?)—–”\"]| [—–]|$)"
)
_CLAUSE = late(r" (?:who|whose|which|that|when|where|and|but|while|as|in an|in a) ")
_OF = late(r" (?:of|for|at|in|with|to|from|on|by|under|over|during|against) ")
_OPENS = late(r"^(?:an?|the|one of the|one of|her|his|their) ")
_CUT_SHORT = late(r"(?: (?:and|of|for|to|with) (?:[a-z-]+ ){0,2})(?:Mrs?|Ms|Drs?|Gov|Sen|Rep|St|[A-Z])$")
"""The end of a title that its pattern cut at the point of an abbreviation ("adviser to Mr")."""
_NAME = late(r"\. [A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})?")
_LEADING = late(r" (?:against|before|after|over|than|like|into|between|during|despite) (?:the |an? )?")
"""What may stand before a title that its pattern took along ("the fray against an opponent")."""
_OWN = late(
    r"^.*(?<! of)(?<! to)(?<! for)(?<! at)(?<! in)(?<! with)(?<! on)(?<! from) (?:its|his|her|their) "
)
"""What stands before the title of somebody's own in the words that a pattern took for one."""
_BEARERS = frozenset(
    """man woman boy girl member survivor native veteran neighbor neighbour owner descendant friend colleague
    graduate alumnus alumna student survivor tenant customer passenger parent grandparent mother father
    immigrant refugee retiree worker commuter shopper fan critic supporter organizer organiser leader
    newcomer heir heiress founder caretaker homeowner landlord citizen visitor tourist trader employee
    staffer trustee candidate nominee winner runner-up pupil apprentice hiker cyclist motorist pedestrian
    bystander onlooker patient inmate prisoner soldier sailor marine nurse teacher""".split()
)
"""Nouns for people that are neither an office nor a job of the tables."""


def of_title(beside: Beside) -> str:
    """The title that stands with the mention; none where it is a courtesy or a party alone."""
    title = beside.mention.title
    if head_of(title.rpartition(" ")[2]) in COURTESY:
        return ""  # "Dr. Lee", "the elder Mr. Lee"
    if _OF.split(f"{title} ", maxsplit=1)[0].strip().lower() in PARTIES:
        return ""  # "Democrat Ann Lee", "Ann Lee, a Democrat from Carrow"
    span = beside.mention.title_span
    cut = _CUT_SHORT.search(title)
    if cut and span is not None:
        # A title ends at a full stop: where that is an abbreviation's, the name behind it goes along.
        behind = _NAME.match(beside.text, span.end)
        title = f"{title}{behind[0]}" if behind else title[: cut.start()]
    first, *rest = _LEADING.split(_OWN.sub("", title))
    title = rest[-1] if rest and not _is_part(first.split()) else _OWN.sub("", title)
    return title.partition("''")[0].removesuffix(" of ")


def is_office(title: str) -> bool:
    """Whether a title names a formal office, and no mere job."""
    return bool(offices_in(title))


def roles(beside: Beside) -> Iterator[str]:
    """What the copy says that the person is or does, beside this mention, in its words."""
    title = of_title(beside)
    if title:
        yield title
    apposed = _APPOSED.match(beside.text, beside.end) if beside.mention.given else None
    if apposed and (said := _somebody(apposed["role"])):
        yield said
    does = _DOES.match(beside.text, beside.end)
    if does:
        yield does["role"].rstrip()
    is_one = _BEING.match(beside.text, beside.end)
    if is_one and (said := _somebody(is_one["role"], told=True)):
        yield said


def _is_part(words: list[str]) -> bool:
    """Whether the last word is an office or a job."""
    return is_post(head_of(words[-1])) if words else False


def _somebody(words: str, *, told: bool = False) -> str:
    """The description, if its head names a person; a clause behind it is left out.

    `told` asks for an office or a job: "Lee is a nurse", and not "Lee is a friend of the court".
    """
    said = _CLAUSE.split(f"{words} ", maxsplit=1)[0].strip()
    core = _OF.split(f" {_OPENS.sub('', said)} ", maxsplit=1)[0].split()
    if not core:
        return ""
    head = head_of(core[-1])
    one = head[:-1] if head.endswith("s") and words.startswith("one of") else head
    known = is_post(one) or (not told and (one in _BEARERS or one in KIN))
    return said if known else ""


def same(one: str, other: str) -> bool:
    """Whether two descriptions say the same, articles and points left out, or one says all of the other."""
    first, second = (set(words_of(_OPENS.sub("", said))) for said in (one, other))
    return first <= second or second <= first
