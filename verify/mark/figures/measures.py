"""Units of measure, what they measure, and whether two amounts in different ones can be the same."""

from __future__ import annotations

from verify.lexicon.late import late
from verify.mark.figures.amounts import Amount, rounds_to

# Each with the kind of quantity and what one is in its base unit; several where countries differ.
_UNITS: tuple[tuple[str, str, tuple[float, ...]], ...] = (
    (r"(?:square|sq\.?)[ -](?:miles?|mi)", "area", (2_589_988.11,)),
    (r"(?:square|sq\.?)[ -](?:kilomet(?:er|re)s?|km)|km2|km²", "area", (1e6,)),
    (r"(?:square|sq\.?)[ -](?:feet|foot|ft)", "area", (0.09290304,)),
    (r"(?:square|sq\.?)[ -](?:met(?:er|re)s?|m)|m2|m²", "area", (1.0,)),
    (r"acres?", "area", (4046.8564,)),
    (r"hectares?|ha", "area", (1e4,)),
    (r"(?:miles?|kilomet(?:er|re)s?)[ -](?:per|an)[ -]hour|mph|kph|km/h|kmh|kmph|knots?", "speed", ()),
    (r"nautical miles?", "length", (1852.0,)),
    (r"miles?|mi", "length", (1609.344,)),
    (r"kilomet(?:er|re)s?|km|kms", "length", (1000.0,)),
    (r"yards?", "length", (0.9144,)),
    (r"feet|foot|ft", "length", (0.3048,)),
    (r"inch(?:es)?", "length", (0.0254,)),
    (r"centimet(?:er|re)s?|cm", "length", (0.01,)),
    (r"millimet(?:er|re)s?|mm", "length", (0.001,)),
    (r"met(?:er|re)s?|m", "length", (1.0,)),
    (r"pounds?|lbs?", "mass", (0.45359237,)),
    (r"ounces?|oz", "mass", (0.028349523,)),
    (r"kilo(?:gram(?:me)?)?s?|kg|kgs", "mass", (1.0,)),
    (r"gram(?:me)?s?", "mass", (0.001,)),
    (r"(?:U\.?S\.? )?gallons?", "volume", (3.785411784, 4.54609)),
    (r"lit(?:er|re)s?", "volume", (1.0,)),
    (r"degrees? F(?:ahrenheit)?|Fahrenheit|°F|° F|F", "heat", ()),
    (r"degrees? C(?:elsius|entigrade)?|Celsius|Centigrade|°C|° C|C", "heat", ()),
    (r"degrees?", "heat", ()),
)
UNIT = rf"(?:{'|'.join(pattern for pattern, _, _ in _UNITS)})(?![\w/²])"
"""Any unit of measure, as a pattern without groups."""
_READ = tuple((late(pattern), kind, factors) for pattern, kind, factors in _UNITS)
_SPEEDS = {"m": 1609.344, "k": 1000.0}
_KNOT = 1852.0


def kind(unit: str) -> str:
    """What the unit measures: length, area, mass, volume, speed or heat."""
    return _read(unit)[0]


def convert(amount: Amount, unit: str, into: str) -> tuple[float, ...]:
    """What the amount may be in the other unit; none where the units measure different things."""
    here, ours = _read(unit)
    there, theirs = _read(into)
    if here != there:
        return ()
    if here == "heat":
        # Warming by so many degrees converts without the offset of the two scales.
        hot = _fahrenheit(unit, into)
        value = amount.value
        return ((value - 32) / 1.8, value / 1.8) if hot else (value * 1.8 + 32, value * 1.8)
    return tuple(amount.value * one / other for one in ours for other in theirs)


def agree(one: Amount, unit: str, other: Amount, into: str) -> bool:
    """Whether either side rounds to the other as finely as that is given."""
    return any(rounds_to(value, other) for value in convert(one, unit, into)) or any(
        rounds_to(value, one) for value in convert(other, into, unit)
    )


def same_scale(unit: str, into: str) -> bool:
    """Whether both are one unit, written alike or not ("km" and "kilometers")."""
    if kind(unit) == kind(into) == "heat":
        return _letter(unit) == _letter(into)
    return _read(unit) == _read(into)


def _read(unit: str) -> tuple[str, tuple[float, ...]]:
    for pattern, what, factors in _READ:
        if pattern.fullmatch(unit):
            if what == "speed":
                return what, (_KNOT if unit.startswith("knot") else _SPEEDS[unit[0]],)
            return what, factors
    return "", ()


def _letter(unit: str) -> str:
    """F or C; nothing where the copy leaves the scale out ("90 degrees")."""
    last = unit.removeprefix("degrees").removeprefix("degree").strip("° ")
    return last[:1]


def _fahrenheit(unit: str, into: str) -> bool:
    """Whether the first of two scales is Fahrenheit; a scale that is left out is the other one."""
    return _letter(unit) == "F" or (_letter(unit) == "" and _letter(into) == "C")
