"""Whether two given names may be one person's: equal, short for one another, initials, middle names."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest

from verify.lexicon.given import gender
from verify.mark.naming.reading import fold
from verify.mark.naming.wordlist import entries

_FORMS = """
    william bill will billy willie|robert bob rob bobby robby robbie bert|richard dick rick rich ricky
    james jim jimmy jamie|john jack johnny|jonathan jon jonny|michael mike mick mikey
    thomas tom tommy|joseph joe joey
    charles charlie chuck|edward ed eddie ted ned|theodore ted teddy|anthony tony|daniel dan danny
    david dave davey|donald don donny donnie|gerald gerry jerry|gregory greg|henry hank harry
    jeffrey jeffery jeff|kenneth ken kenny|lawrence larry|leonard len lenny|matthew matt|nicholas nick
    patrick pat paddy|peter pete|philip phillip phil|raymond ray|ronald ron ronnie|samuel sam
    stephen steven steve|timothy tim timmy|vincent vince vinny|walter walt wally|alexander alex sandy
    andrew andy drew|benjamin ben benny|christopher chris kit|frederick fred freddy|francis frank
    elizabeth liz beth betty eliza betsy lizzie|katherine catherine kathy cathy kate katie cate
    margaret maggie meg peggy|patricia pat patty tricia|deborah debbie deb|susan sue susie|barbara barb
    jennifer jen jenny|jessica jess|kimberly kim|victoria vicky tori|rebecca becky|virginia ginny
    eugene gene|bernard bernie|rafael rafa|mitchell mitch|randolph randy|rudolph rudy|stanley stan
"""
"""Given names with their short forms, one name to a line or between two bars."""
_CUT = 2
"""Letters that a short form leaves out at the least: "Alex" is Alexandra, but "Carl" is not Carla."""
_INITIALS = 2


def agree(one: str, other: str) -> bool:
    """Whether two given names may belong to one person: equal, an initial, a short form, a middle name."""
    if not one or not other or one == other:
        return True
    first, second = _parts(one), _parts(other)
    if not first or not second or "".join(first) == "".join(second):
        return True
    if _alike(first[0], second[0]):
        return _middles(first[1:], second[1:])
    # "Beth Lee" is Mary Beth Lee, who goes by her middle name; "J. Paul Lee" is Paul Lee.
    short, long = sorted((first, second), key=len)
    return len(short) == 1 and len(short[0]) > 1 and short[0] in long[1:]


def same_given(one: str, other: str) -> bool:
    """Whether two given names are one but for accents, case, hyphens and points."""
    return "".join(_parts(one)) == "".join(_parts(other))


def is_initial(given: str) -> bool:
    """Whether a given name is initials alone ("J.", "J.K.")."""
    return all(len(part) == 1 for part in _parts(given))


def first_of(given: str) -> str:
    """The first of somebody's given names, as it is compared."""
    parts = _parts(given)
    return parts[0] if parts else ""


def nicknames(one: str, other: str) -> bool:
    """Whether two folded given names are forms of one ("bill", "william")."""
    forms = _forms()
    return bool(forms.get(one, frozenset()) & forms.get(other, frozenset()))


def _parts(given: str) -> list[str]:
    """The names and initials in a given name, folded: "Jane P." is "jane", "p", "J.K." is "j", "k"."""
    found: list[str] = []
    for word in given.split():
        plain = fold(word)
        initials = "." in word or (word.isupper() and len(word) <= _INITIALS)
        found += plain if initials and len(plain) <= 3 else (plain,) if plain else ()
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two single names may be one: an initial of it, a short form, or the one cut short."""
    if one == other or ((len(one) == 1 or len(other) == 1) and one[0] == other[0]):
        return True
    if nicknames(one, other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) <= _CUT or len(long) - len(short) < _CUT or not long.startswith(short):
        return False
    return {gender(short), gender(long)} != {"m", "f"}


def _middles(one: list[str], other: list[str]) -> bool:
    """Whether two rows of middle names may be one person's: one leaves some out, none contradicts."""
    if not one or not other:
        return True
    short, long = sorted((one, other), key=len)
    if all(len(part) > 1 for part in (*one, *other)):
        return all(any(_alike(part, whole) for whole in long) for part in short)
    return all(_alike(part, whole) for part, whole in zip_longest(short, long[: len(short)], fillvalue=""))


@cache
def _forms() -> dict[str, frozenset[int]]:
    """Each short or full form → the names of which it is one."""
    table: dict[str, frozenset[int]] = {}
    for number, forms in enumerate(sorted(entries(_FORMS))):
        for form in forms.split():
            table[form] = table.get(form, frozenset()) | {number}
    return table
