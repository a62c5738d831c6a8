"""Reads runs of capitals as the names of people, in western and in eastern order."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.words import is_common, is_word
from verify.mark.naming.bodies import NEVER_FIRST, THING
from verify.mark.naming.capitals import Word
from verify.mark.naming.offices import is_head
from verify.mark.naming.ordinary import BRANDS, CALENDAR, FOLK, GIVEN_TOO, WORDS_TOO
from verify.mark.naming.places import PLACES
from verify.mark.naming.reading import Reading
from verify.mark.naming.wordlist import listed

_HEADS_TOO = listed(
    """
    king dean judge bishop pope prince major marshal constable singer farmer driver banker boss host priest
    pilot star champion partner teacher nurse cardinal painter
    """
)
"""Words for an office or a job that are family names as well."""
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
THING_SURNAMES = listed(
    """
    hill hall west white black day lane park young banks love brown green bell rivers fields stone wall
    prince wood woods price church post page king rice house mills cross field plant lake
    """
)
"""Words of places and things that are family names as well."""
_EASTERN = listed(
    """
    Ahn An Bae Baek Ban Bang Byun Cha Chae Cho Choe Choi Chon Chong Chun Chung Ha Han Heo Hong Hwang
    Hyon Im Jang Jeon Jeong Ji Jin Jo Joo Jun Jung Kang Kim Ko Koo Kwak Kwon Lee Lim Min Moon Myung Na
    Nam No Noh Oh Paek Pak Park Pyo Ri Rhee Rim Roh Ryang Ryu Seo Seok Shim Shin Sin So Sohn Son Song
    Suh Sung U Woo Yang Yi Yim Yoo Yoon You Yu Yun Chang Chen Cheng Deng Ding Dong Fan Fang Feng Fu Gao
    Geng Gu Guo Hao He Hou Hu Hua Huang Jia Jiang Kong Lai Li Liang Liao Lin Liu Lu Luo Ma Mao Meng Pan
    Peng Qian Qiao Qin Qiu Ren Shao Shen Shi Sun Tan Tang Tian Tsai Wan Wang Wei Wen Wu Xi Xia Xiao Xie
    Xu Xue Yan Yao Ye Yin Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zhuang Zou Nguyen Nguyễn Tran Trần
    Pham Phạm Hoang Hoàng Phan Vu Vo Dang Bui Do Ngo Duong Ng Wong Goh Chua Ong Koh Teo Yeo Toh Chia Chan
    Cheung Leung Lau Kwok Tsang Yip Lam Chow Fung Tse Yeung Hsieh Hsu Chiang
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
    wei ling mei hui xin hao jia li fang yu xiu qing jing lan hong bin bo feng hua jian lei lin liang
    ning peng ping qiang rui shan shu tao ting wu xiao xue yong yuan yun zhen kah keng kok kian boon beng hock
    seng siew siu mui lay geok poh teck tiong wah yoke yuen kwok wing kit kwan lok wai yee yin kei fai keung
    yo sol ke ze bing
    """
)
_VIETNAMESE = frozenset(
    ("Thi", "Thị", "Van", "Văn", "Duc", "Đức", "Quoc", "Quốc", "Xuan", "Xuân", "Huu", "Hữu")
)
"""Middle names after which a Vietnamese name has its family name first."""
_BOTH = frozenset(("Kim", "Lee", "Jo"))
"""Family names of the East that are given names of the West."""
_PARTICLES = frozenset(("de", "van", "von", "della", "del", "bin", "al", "el", "la", "le", "di"))
_SAINTS = frozenset(("st.", "ste."))
_BEFORE_FAMILY = _PARTICLES | _SAINTS
_JOINS = frozenset(("of", "for", "on"))
_GAELIC = late(r"(?:Mc|O[’'])[A-Z][a-z]+$")
_SYLLABLES = 2
_MOST = 5
"""Words in a name; longer runs of capitals are bodies and titles of works."""
_SHORT = 4
_LONG = 5


def titled(name: Sequence[Word]) -> Reading | None:
    """The words after a title: a person's name, whatever the words."""
    if len(name) > _MOST or name[0].text.lower() in FOLK:
        return None
    if len(name) > 1:
        if (
            len(name) > 2
            and eastern(name) is None
            and is_common(name[0].text.lower())
            and not is_given(name[0].text)
            and western(name[1:])
        ):
            name = name[1:]  # "Miss Harbor Ann Lee"
        return eastern(name) or person(name)
    text = name[0].text
    if len(text) == 1 or "." in text or text in PLACES:
        return None
    if is_head(text) and text.lower() not in _HEADS_TOO:
        return None  # "Mr. Speaker"
    if is_given(text) and not is_surname(text):
        return Reading("person", name, text)
    particle = name[0].gap.strip()
    if particle.partition(" ")[0] in _JOINS:
        return None  # "Deputy Director of the Program"
    return Reading("person", name, "", f"{particle} {text}".strip(), surname=True, led=bool(particle))


def eastern(words: Sequence[Word]) -> Reading | None:
    """A name with the family name first: "Bae Gyu-min", "Kim Sung Chol", "Wang Zhengxu"."""
    first = words[0].text
    if first not in _EASTERN or any(word.gap.strip() for word in words[1:]):
        return None
    rest = [word.text for word in words[1:]]
    if not (rest[:1] and rest[0] in _VIETNAMESE and len(rest) > 1) and not (
        _hyphened(rest)
        or _syllables(rest)
        or _run_together(rest)
        or _short(first, rest)
        or _foreign(first, rest)
    ):
        return None
    return Reading("person", words, " ".join(rest), first, surname=True)


def _hyphened(rest: Sequence[str]) -> bool:
    """Whether the given name is of the form "Gyu-min"."""
    if len(rest) != 1:
        return False
    _, dash, second = rest[0].partition("-")
    return bool(dash) and second[:1].islower() and "-" not in second


def _syllables(rest: Sequence[str]) -> bool:
    """Whether the given name is of the form "Sung Chol"."""
    return len(rest) == _SYLLABLES and all(part.lower() in _EASTERN_PARTS for part in rest)


def _run_together(rest: Sequence[str]) -> bool:
    """Whether the given name is two syllables written as one word: "Wenbing"."""
    low = rest[0].lower()
    if len(rest) != 1 or not _LONG <= len(low) <= 2 * _LONG:
        return False
    return any(low[:at] in _EASTERN_PARTS and low[at:] in _EASTERN_PARTS for at in range(2, len(low) - 1))


def _short(first: str, rest: Sequence[str]) -> bool:
    """Whether the name is of two syllables, neither of them a name of the West: "Liu Fang"."""
    if len(rest) != 1 or is_given(first) or (is_common(first.lower()) and is_common(rest[0].lower())):
        return False
    return rest[0].lower() in _EASTERN_PARTS or (rest[0] in _EASTERN and rest[0] not in _BOTH)


def _foreign(first: str, rest: Sequence[str]) -> bool:
    """Whether the given name is one word that English names do not know: "Zhengxu"."""
    if len(rest) != 1 or is_given(first) or len(rest[0]) < _SHORT or "-" in rest[0]:
        return False
    return not (is_given(rest[0]) or is_surname(rest[0]) or is_common(rest[0].lower()))


def western(words: Sequence[Word]) -> bool:
    """Whether the words read as given name and family name."""
    count = len(words)
    if count > _MOST:
        return False
    first, last = words[0].text, words[-1].text
    if first.lower() in _SAINTS:
        return False
    if count > 2 and last.lower().rstrip(".") in SUFFIXES:
        last = words[-2].text
    low = last.lower()
    if first[-1] == "." and len(first) <= _SHORT and first not in PLACES and count > 1:
        return is_surname(last) or not (low in THING or last[-1] == "." or is_common(low))
    if not is_given(first) and first not in _BOTH:
        # "Zorvel R. Quixmarn": an initial in the middle is only ever a person's.
        middle = words[1].text if count > 2 else ""
        return (
            len(middle) == 2 and middle[1] == "." and first.lower() not in NEVER_FIRST and not is_common(low)
        )
    if last.isupper() and len(last) > 1 and not first.isupper():
        return False
    if (low in CALENDAR and low not in GIVEN_TOO) or low in FOLK or (last in PLACES and not is_surname(last)):
        return False
    if first in PLACES:
        return is_surname(last) and (not is_common(low) or low in THING_SURNAMES)
    return first.lower() not in WORDS_TOO or is_surname(last)


def likely(first: str, last: str) -> bool:
    """Whether a word that no list of given names holds may be one, before a surname ("Tyrelle Jones")."""
    low = first.lower()
    return (
        (is_surname(last) or _GAELIC.match(last) is not None)
        and not is_surname(first)
        and last not in PLACES
        and first not in PLACES
        and first[1:].islower()
        and first[-1] != "."
        and len(first) > 2
        and low not in NEVER_FIRST
        and low not in BRANDS
        and low not in FOLK
        and not (low.endswith("ing") and is_word(low))
        and not is_common(low)
        and not is_common(last.lower())
    )


def _leads_family(parts: Sequence[Word]) -> bool:
    """Whether the first word is the particle of a family name, no given name ("De Niro", not "Van Jones")."""
    low = parts[0].text.lower()
    if low not in _PARTICLES or low in ("al", "el", "la"):
        return False
    return low != "van" or parts[1].gap.strip().islower()


def person(words: Sequence[Word]) -> Reading:
    """Given and family name of a name in western order, particles and "Jr." in their places."""
    parts = list(words)
    while len(parts) > 1 and parts[-1].text.lower().rstrip(".") in SUFFIXES:
        parts.pop()
    if len(parts) == 1:
        return Reading("person", words, "", parts[0].text, surname=True)
    if _leads_family(parts):
        # "Van der Meulen said": the family name alone, its particle with the capital of the sentence.
        family = "".join(f"{word.gap if at else ''}{word.text}" for at, word in enumerate(parts))
        return Reading("person", words, "", " ".join(family.split()), surname=True)
    gap = parts[-1].gap.strip()
    particle = gap if gap and gap[0].islower() else ""
    family = f"{particle} {parts[-1].text}".strip()
    head = parts[:-1]
    if len(head) > 1 and head[-1].text.lower() in _BEFORE_FAMILY:
        family = f"{head[-1].text} {family}"
        head = head[:-1]
    given = " ".join(word.text for word in head)
    return Reading("person", words, given, family, surname=is_surname(parts[-1].text))
