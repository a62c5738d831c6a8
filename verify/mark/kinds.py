"""Reads a run of capitalised words: person, body or place, by the words alone."""

from __future__ import annotations

from verify.mark.wordlist import listed

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.words import common
from verify.mark.bodies import BODY, BODY_OF, NEVER_FIRST, THING
from verify.mark.capitals import Word
from verify.mark.offices import is_head
from verify.mark.ordinary import BRANDS, CALENDAR, FOLK, GIVEN_TOO, OPENERS, WORDS_TOO
from verify.mark.places import PLACES
from verify.mark.titles import OF_HEADS, name_start

Kind = Literal["person", "organisation", "place"]
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "jr.", "sr."))
_THING_SURNAMES = listed(
    """
    hill hall west white black day lane park young banks love brown green bell rivers fields stone wall
    prince wood woods price church post page king rice house
    """
)
_EASTERN = listed(
    """
    Ahn An Bae Baek Ban Bang Byun Cha Chae Cho Choe Choi Chon Chong Chun Chung Ha Han Heo Hong Hwang
    Hyon Im Jang Jeon Jeong Ji Jin Jo Joo Jun Jung Kang Kim Ko Koo Kwak Kwon Lee Lim Min Moon Myung Na
    Nam No Noh Oh Paek Pak Park Pyo Ri Rhee Rim Roh Ryang Ryu Seo Seok Shim Shin Sin So Sohn Son Song
    Suh Sung U Woo Yang Yi Yim Yoo Yoon You Yu Yun Chang Chen Cheng Deng Ding Dong Fan Fang Feng Fu Gao
    Geng Gu Guo Hao He Hou Hu Hua Huang Jia Jiang Kong Lai Li Liang Liao Lin Liu Lu Luo Ma Mao Meng Pan
    Peng Qian Qiao Qin Qiu Ren Shao Shen Shi Sun Tan Tang Tian Tsai Wan Wang Wei Wen Wu Xi Xia Xiao Xie
    Xu Xue Yan Yao Ye Yin Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zhuang Zou Nguyen Nguyễn Tran Trần
    Pham Phạm Hoang Hoàng Phan Vu Vo Dang Bui Do Ngo Duong
    """
)
_EASTERN_PARTS = listed(
    """
    ae ah an bae beom bin bo bok bong bum byeong byung chae chan cheol chil chin cho chol choon chul
    chun dae do dong doo eon eul eun eung geun gi gil gon gook gu guk gun gwan gwang gyeong gyu ha hae
    hak han he hee heon heung ho hong hoon hui hun hwa hwan hye hyeok hyeon hyo hyok hyon hyong hyuk
    hyun hyung ii ik il im in ja jae jang je jee jeong ji jik jin jo jon jong joo joon ju juk jun jung
    kap ki kil kon kook ku kuk kun kwan kwang kwon kyo kyong kyu kyun kyung man mi min mo mok mun myeong
    myong myung na nak nam nyeo oh ok pal pil pom pyo rae rak ran ri rim ro rok ryang ryeol ryol ryong
    ryul sam san sang seo seok seol seon seong seop seung sik sim sin so sok sol son song soo sook sop
    su suk sun sung tae taek tak u ui uk un ung won woo wook woon yang ye yeol yeon yeong yi yol yon
    yong yoo yoon young yu yul yun back paik jie kai shek ping zhi wei ming hai yan xin zedong enlai chi
    chee ching wen ying jeou chu lun
    """
)
_PLACE_ENDS = listed(
    """
    county beach island islands city valley river lake bay park springs falls heights hills township
    airport street avenue square peninsula province district desert ocean sea mountains mountain
    republic hampshire jersey mexico zealand guinea korea africa carolina dakota virginia harbor port
    """
)
_FEW = 4


class Reading(NamedTuple):
    """What a run of capitals is, as far as its own words tell; "unsure" leaves it to its neighbours.

    `ordinary` says that the words are of the dictionary, `surname` that the last is a known family
    name, `led` that a particle before the first word belongs to the name.
    """

    kind: Literal["person", "organisation", "place", "unsure"]
    words: Sequence[Word]
    given: str = ""
    family: str = ""
    ordinary: bool = False
    surname: bool = False
    led: bool = False


def _ordinary(word: str) -> bool:
    """Whether the lower-case word is one of the dictionary's commoner ones."""
    return word in common()


def fold(word: str) -> str:
    """A name in the form in which spellings are compared: no case, accents, hyphens or apostrophes."""
    plain = word.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return plain if plain.isalpha() else "".join(c for c in plain if c.isalpha() or c == " ")


def read_run(words: Sequence[Word], *, forced: bool) -> Iterator[Reading]:
    """The names in a run of capitals; `forced` says that its first word opens a sentence or a quote."""
    words = list(words)
    while words and _opens(words, forced):
        words = words[1:]
        forced = False
    for part in _parts(words):
        reading = _read(part, forced=forced and part[0] is words[0])
        if reading is not None:
            yield reading


def _opens(words: Sequence[Word], forced: bool) -> bool:  # noqa: FBT001
    """Whether the first word is the sentence's and not the name's."""
    word = words[0]
    low = word.text.lower()
    if low in CALENDAR or (low in OPENERS and (len(low) == 1 or not word.text.isupper())):
        follows = len(words) > 1 and not words[1].gap.strip()
        return not (low in GIVEN_TOO and follows and (not forced or is_surname(words[1].text)))
    if not forced or len(words) == 1:
        return False
    # "Officials Trump met": an ordinary word of the dictionary that is no given name and no title.
    return (
        not word.gap
        and _ordinary(low)
        and not is_given(word.text)
        and not is_head(word.text)
        and low not in NEVER_FIRST
        and low not in FOLK
        and not is_surname(word.text)
        and words[-1].text.lower() not in BODY
        and words[-1].text.lower() not in THING
    )


def _parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The run, cut where "of", "for" or a day of the week joins two names rather than making one."""
    first = 0
    for index in range(1, len(words)):
        word = words[index]
        gap = word.gap.strip()
        before = words[index - 1].text.lower()
        if gap and gap.split(maxsplit=1)[0] in ("of", "for", "on"):
            if (
                before in BODY_OF
                or before in OF_HEADS
                or before in ("president", "bishop", "archbishop", "duke")
            ):
                continue
        elif not (word.text.lower() in CALENDAR and not is_given(words[index - 1].text)):
            continue
        if index > first:
            yield words[first:index]
        first = index
    if first < len(words):
        yield words[first:]


def _read(words: Sequence[Word], *, forced: bool) -> Reading | None:
    count = len(words)
    last = words[-1].text.lower()
    if count > 2 and last.rstrip(".") in _SUFFIXES:  # noqa: PLR2004
        last = words[-2].text.lower()
    if count == 1:
        return _one(words[0], forced=forced)
    whole = " ".join(word.text for word in words)
    if whole in PLACES:
        return Reading("place", words)
    joined = any(word.gap.strip()[:3] in ("of", "of ", "for", "on", "on ", "&") for word in words[1:])
    start = name_start(words)
    if start:
        name = words[start:]
        if name[-1].text.lower() not in BODY and name[-1].text.lower() not in _PLACE_ENDS:
            if words[start - 1].text == "Miss" and _ordinary(name[0].text.lower()):
                return None  # "Miss Universe"
            return _titled(name)
        if start < count - 1 or joined:
            return Reading("organisation", words)
    if is_head(words[-1].text) and not (
        count == 2 and is_given(words[0].text) and is_surname(words[-1].text)
    ):
        return None
    if joined and words[0].text.lower() not in ("president", "king", "queen", "duke", "prince", "secretary"):
        return Reading("organisation", words)
    if last in BODY and not (last in _THING_SURNAMES and _western(words)):
        return Reading("organisation", words)
    if last in THING and not (last in _THING_SURNAMES and _western(words)):
        return Reading("place", words) if last in _PLACE_ENDS else None
    eastern = _eastern(words)
    if eastern:
        return eastern
    if _western(words):
        return _person(words)
    if count == 2 and _likely(words[0].text, words[1].text):  # noqa: PLR2004
        return _person(words)
    ordinary = all(_ordinary(word.text.lower()) for word in words)
    if words[0].text.isupper() and not words[-1].text.isupper() and len(words[0].text) > 1:
        return None
    if words[0].text.lower() in NEVER_FIRST or words[0].text.lower() in FOLK:
        if count == 2 and not _ordinary(last):  # noqa: PLR2004 - "Republican Roe", "Black Hawk"
            return _one(words[1], forced=False)
        ordinary = True
    return Reading("unsure", words, ordinary=ordinary, surname=is_surname(words[-1].text))


def _one(word: Word, *, forced: bool) -> Reading | None:
    """A single capitalised word: a place, a firm, an acronym, or somebody's name for all we know."""
    text = word.text
    low = text.lower()
    if low in CALENDAR or low in OPENERS or low in FOLK:
        return None
    if text in PLACES:
        return Reading("place", (word,))
    if low in BRANDS:
        return Reading("organisation", (word,))
    if text.isupper() and 2 <= len(text) <= 6 and "." not in text:  # noqa: PLR2004 - an acronym
        return (
            Reading("organisation", (word,), ordinary=True)
            if low not in ("tv", "ceo", "ii", "iii", "iv", "ok", "pm", "am")
            else None
        )
    if "." in text or (is_head(text) and forced):
        return None
    if "-" in text and text[text.index("-") + 1 :].islower():
        return None
    ordinary = _ordinary(low)
    return Reading("unsure", (word,), ordinary=ordinary, surname=is_surname(text), led=bool(word.gap))


def _titled(name: Sequence[Word]) -> Reading | None:
    """The words after a title: a person's name, whatever the words."""
    if len(name) > _FEW + 1:
        return None
    if len(name) == 1:
        word = name[0]
        if (
            len(word.text) == 1
            or "." in word.text
            or word.text.lower() in FOLK
            or word.text in PLACES
            or (is_head(word.text)
            and not is_surname(word.text))
        ):
            return None
        if is_given(word.text) and not is_surname(word.text):
            return Reading("person", name, word.text)
        family = (word.gap.strip() + " " + word.text).strip()
        return Reading("person", name, "", family, surname=True, led=bool(word.gap.strip()))
    return _eastern(name) or _person(name)


def _eastern(words: Sequence[Word]) -> Reading | None:
    """Family name first: "Ahn Gyu-back", "Kim Jong Un", "Xi Jinping"."""
    first = words[0].text
    if first not in _EASTERN or any(word.gap.strip() for word in words[1:]):
        return None
    rest = [word.text for word in words[1:]]
    if len(rest) == 1:
        parts = rest[0].lower().split("-")
        hyphened = len(parts) == 2 and rest[0][rest[0].index("-") + 1].islower()  # noqa: PLR2004
        if not hyphened and not (
            not is_given(rest[0]) and not is_surname(rest[0]) and not _ordinary(rest[0].lower())
        ):
            return None
        if not hyphened and (is_given(first) or len(rest[0]) < _FEW or "-" in rest[0]):
            return None
    elif len(rest) != 2 or not all(part.lower() in _EASTERN_PARTS for part in rest):  # noqa: PLR2004
        return None
    return Reading("person", words, " ".join(rest), first, surname=True)


def _western(words: Sequence[Word]) -> bool:
    """Whether the words read as given name and family name."""
    count = len(words)
    if count > _FEW + 1:
        return False
    first, last = words[0].text, words[-1].text
    if last.lower().rstrip(".") in _SUFFIXES and count > 2:  # noqa: PLR2004
        last = words[-2].text
    if first.lower() in NEVER_FIRST and not is_given(first):
        return False
    initials = first[-1] == "." and len(first) <= _FEW and first not in PLACES
    if initials and count > 1:
        return (
            (last.lower() not in THING
            and not last.endswith(".")
            and not _ordinary(last.lower()))
            or is_surname(last)
        )
    if not is_given(first):
        # "Reince R. Priebus": an initial in the middle is only ever a person's.
        return (
            count > 2 and len(words[1].text) == 2 and words[1].text[1] == "." and not _ordinary(last.lower())
        )
    if last.isupper() and len(last) > 1 and not first.isupper():
        return False
    low = last.lower()
    if (low in CALENDAR and low not in GIVEN_TOO) or low in FOLK or (last in PLACES and not is_surname(last)):
        return False
    if first in PLACES:
        return is_surname(last) and (not _ordinary(low) or low in _THING_SURNAMES)
    if first.lower() in WORDS_TOO:
        return is_surname(last)
    return True


def _likely(first: str, last: str) -> bool:
    """Whether a word that no list of given names holds may be one, before a known surname ("Tyresha Jones")."""
    return (
        is_surname(last)
        and last not in PLACES
        and first not in PLACES
        and not is_surname(first)
        and first[1:].islower()
        and len(first) > 2  # noqa: PLR2004 - "Mr", "Al"
        and first.lower() not in NEVER_FIRST
        and first.lower() not in BRANDS
        and not _ordinary(first.lower())
        and not _ordinary(last.lower())
    )


def _person(words: Sequence[Word]) -> Reading:
    """Given and family name of a name in western order, particles and "Jr." in their places."""
    parts = list(words)
    while len(parts) > 1 and parts[-1].text.lower().rstrip(".") in _SUFFIXES:
        parts.pop()
    if len(parts) == 1:
        return Reading("person", words, "", parts[0].text, surname=True)
    gap = parts[-1].gap.strip()
    particle = gap if gap and gap[0].islower() else ""
    family = f"{particle} {parts[-1].text}".strip()
    head = parts[:-1]
    if len(head) > 1 and head[-1].text.lower() in (
        "de",
        "van",
        "von",
        "della",
        "del",
        "bin",
        "al",
        "el",
        "la",
        "le",
        "di",
    ):
        family = f"{head[-1].text} {family}"
        head = head[:-1]
    given = " ".join(word.text for word in head)
    return Reading("person", words, given, family, surname=is_surname(parts[-1].text))
