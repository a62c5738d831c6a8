"""Sums of money with their currency, and the rates of exchange that the copy gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from verify.lexicon.late import late
from verify.mark.figures.amounts import AMOUNT, FIGURE, SCALES, Amount, read

_SIGNS = {
    "$": "dollar", "US$": "dollar", "C$": "canadian dollar", "CA$": "canadian dollar",
    "A$": "australian dollar", "AU$": "australian dollar", "NZ$": "new zealand dollar",
    "HK$": "hong kong dollar", "S$": "singapore dollar", "R$": "real", "£": "pound", "€": "euro", "¥": "yen",
}  # fmt: skip
_SINGLE = (
    "dollar euro pound yen yuan rupee ruble peso franc krona krone crown zloty lira real rand won shekel baht"
    " ringgit dirham riyal forint hryvnia naira rupiah"
).split()
_NAMES = {
    **{name: name for name in _SINGLE},
    **{f"{name}s": name for name in _SINGLE},
    "rouble": "ruble", "roubles": "ruble", "kronor": "krona", "kroner": "krone", "reais": "real",
}  # fmt: skip
_OWN = ("us", "u.s.", "american")
"""What a dollar is that has no other country."""
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_WHOSE = r"U\.?S\.?|[A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,12})?"
_NAME = rf"(?:(?P<whose>{_WHOSE}) )?(?P<name>{'|'.join(_NAMES)})(?![\w-])"
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_ROUGH = "about|around|roughly|nearly|almost|some|just over|just under|more than|less than|over|under"
_ABOUT = rf"(?P<about>(?:{_ROUGH}) )?"
_SCALE = rf"(?P<short>k|mn?|bn|tn)\b|[ \u00a0-](?P<scale>{'|'.join(SCALES)})(?![\w-])"
_SUM = (
    rf"(?:(?<![\w$])(?P<sign>{_SIGN}) ?(?P<figure>{FIGURE})(?:{_SCALE})?(?![\w%]|[.,]\d)"
    rf"|(?<![\w.,$£€¥/−-])(?P<amount>{AMOUNT})[ \u00a0-]{_NAME})"
)
_ENDING = late(rf"{_SUM}(?: ?[a-z]{{3,12}}){{0,2}}\Z")
_RIGHT_BEFORE = late(rf"{_ABOUT}{_SUM}\Z")
_BEGINNING = late(_ABOUT + _SUM)
_EACH = late(_SUM)
_LOOK, _ON = 60, 70
_MOST = 20

# Few stories give a rate: letters that each form holds are looked for first, and sums read only around them.
_GREAT = ("dollar", "euro", "pound", "yen", "yuan")
"""One of these is a side of almost every rate that is given in words."""
# "the dollar", "a dollar", "one dollar", "per dollar", "Canadian dollar".
_ONE_OF = tuple(f"{one} {name}" for name in _GREAT for one in ("he", "a", "one", "per", "n"))
_EQUALS = late(r" ?= ?(?=[A-Z]{0,2}[$£€¥]|\d[\d.,]{0,12} [A-Za-z])")
_WORTH = late(r" (?:(?:is|was) worth|buys|bought|equals|equaled|traded at|(?:is|was) trading at) ")
_WORTH_SIGNS = ("worth ", " buys ", " bought ", " equal", "traded at ", "trading at ")
_TO = late(rf" to (?:the|an?|one) {_NAME}")
_PER = late(rf" per {_NAME}")
_RATE = late(
    rf"exchange rate (?:of|was|is|at|stood at) (?:about )?(?P<bare>{FIGURE})(?![\w%]|[.,]\d| [A-Za-z])"
)
_THE_ONE = late(rf"(?:\b[Tt]he|\b[Aa]n?|\b[Oo]ne) {_NAME}\Z")


class Money(Struct, frozen=True):
    """A stretch of text that gives a sum in a currency."""

    start: int
    end: int
    amount: Amount
    currency: str


class Rate(Struct, frozen=True):
    """What one of a currency is in the other, in the copy's words; both empty where it does not say which."""

    start: int
    end: int
    worth: Amount
    one: str = ""
    other: str = ""


def ending(text: str, start: int, end: int) -> Money | None:
    """The sum that ends right at `end`, or a word or two before ("$5 million grant")."""
    found = _ENDING.search(text, max(start, end - _LOOK), end)
    return _money(found) if found else None


def beginning(text: str, start: int, end: int) -> Money | None:
    """The sum that begins right at `start`, "about" and its like let pass."""
    found = _BEGINNING.match(text, start, min(end, start + _ON))
    return _money(found) if found else None


def each(text: str, start: int, end: int) -> Iterator[Money]:
    """The sums of one stretch."""
    for found in _EACH.finditer(text, start, end):
        if money := _money(found):
            yield money


def rates(text: str) -> list[Rate]:
    """The rates of exchange that the copy gives, the first of them where it is a table."""
    found: list[Rate] = []
    if "=" in text:
        found += _equations(text)
    if any(name in text for name in _GREAT) and any(one in text for one in _ONE_OF):
        found += (*_worths(text), *_prices(text))
    if "exchange rate" in text:
        found += _bare(text)
    return found[:_MOST]


def same_currency(one: str, other: str) -> bool:
    """Whether both are one currency, whose country one of them may leave out ("francs", "Swiss francs")."""
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


def agree(one: Money, other: Money, rate: Rate) -> bool | None:
    """Whether either side comes to the other, each as finely as it is given; None for a rate of others."""
    if not rate.one:
        return _fits(one.amount, other.amount, rate.worth) or _fits(other.amount, one.amount, rate.worth)
    if same_currency(one.currency, rate.one) and same_currency(other.currency, rate.other):
        return _fits(one.amount, other.amount, rate.worth)
    if same_currency(one.currency, rate.other) and same_currency(other.currency, rate.one):
        return _fits(other.amount, one.amount, rate.worth)
    return None


def _fits(one: Amount, other: Amount, worth: Amount) -> bool:
    low, high = worth.value - worth.step / 2, worth.value + worth.step / 2
    slack = 1e-9 * abs(other.value)
    there = (
        one.value * low - other.step / 2 - slack <= other.value <= one.value * high + other.step / 2 + slack
    )
    here = other.value / high - one.step / 2 <= one.value <= other.value / low + one.step / 2
    return there or here


def _equations(text: str) -> Iterator[Rate]:
    """Sums that are said to be equal: "€1 = $1.08"."""
    for sign in _EQUALS.finditer(text):
        one, other = _before(text, sign.start()), beginning(text, sign.end(), len(text))
        if one and other and one.amount.value:
            # A sum is told in full where it stands for a rate: no zeros of "1,000 won" leave anything open.
            worth = Amount(other.amount.value / one.amount.value, _finest(other, text) / one.amount.value)
            yield Rate(one.start, other.end, worth, one.currency, other.currency)


def _worths(text: str) -> Iterator[Rate]:
    """What one of a currency is said to be worth: "the euro was worth $1.08"."""
    if not any(sign in text for sign in _WORTH_SIGNS):
        return
    for verb in _WORTH.finditer(text):
        one_of = _THE_ONE.search(text, max(0, verb.start() - _LOOK), verb.start())
        other = beginning(text, verb.end(), len(text)) if one_of else None
        if one_of and other:
            yield _priced(text, one_of.start(), other.end, other, _currency(one_of), verb.end())


def _prices(text: str) -> Iterator[Rate]:
    """Prices of one of a currency: "1.08 dollars to the euro", "$1.08 per euro"."""
    for pattern in (_TO, _PER):
        for sign in pattern.finditer(text):
            price = _RIGHT_BEFORE.search(text, max(0, sign.start() - _LOOK), sign.start())
            money = _money(price) if price else None
            if price and money:
                yield _priced(text, money.start, sign.end(), money, _currency(sign), price.start())


def _priced(text: str, start: int, end: int, price: Money, one: str, at: int) -> Rate:
    """The rate of a price, which "about" leaves more open than its figures do."""
    step = _finest(price, text)
    if text[at : price.start].strip():
        step = max(step, price.amount.value / 10)
    return Rate(start, end, Amount(price.amount.value, step), one, price.currency)


def _bare(text: str) -> Iterator[Rate]:
    """Rates that leave the reader to know of what: "an exchange rate of 1.08"."""
    for found in _RATE.finditer(text):
        worth = read(found["bare"])
        if worth and worth.value:
            yield Rate(found.start(), found.end(), worth)


def _before(text: str, end: int) -> Money | None:
    """The sum right before a sign of equality."""
    found = _RIGHT_BEFORE.search(text, max(0, end - _LOOK), end)
    return _money(found) if found else None


def _finest(money: Money, text: str) -> float:
    """The step of the last digit that stands there: a rate is not rounded to tens."""
    _, _, decimals = re.split(r"[^\d.,]+", text[money.start : money.end].lstrip("$£€¥USCAHKNZR "))[
        0
    ].partition(".")
    return 10.0 ** -len(decimals)


def _money(found: re.Match[str]) -> Money | None:
    words = found["figure"] or found["amount"]
    if found["scale"]:
        words += f" {found['scale']}"
    amount = read(words)
    if amount is None:
        return None
    if found["short"]:
        scale = _SHORT[found["short"]]
        amount = Amount(amount.value * scale, amount.step * scale)
    currency = _SIGNS[found["sign"]] if found["sign"] else _currency(found)
    start = found.start("sign") if found["sign"] else found.start("amount")
    end = max(found.end("figure"), found.end("short"), found.end("scale"), found.end("name"))
    return Money(start, end, amount, currency)


def _currency(found: re.Match[str]) -> str:
    """The name of a currency, with its country where it has one."""
    whose = (found["whose"] or "").strip().lower()
    name = _NAMES[found["name"]]
    return f"{whose} {name}" if whose and whose not in _OWN else name
