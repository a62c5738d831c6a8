"""The rules about names and titles, on whole articles: their fixes, and what hostile copy does to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.check.rule import Rule
from verify.mark import names, people, quotations, sentences
from verify.mark.order import mark
from verify.model.article import Article
from verify.model.finding import Flag
from verify.read.formats import TEXT as READER
from verify.testing import rules

MARKERS = [quotations.MARKER, sentences.MARKER, names.MARKER, people.MARKER]
RULES = {
    rule.id: rule
    for rule in rules()
    if rule.family in ("names", "titles") and rule.scope == "article"
    # What a house knows or wants of people has tests of its own.
    if not (rule.points or "identified" in rule.needs)
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
STORY = (
    "Ferry line to close\n\n"
    "The line will close in May, its director, Maren Holtzwart, said on Monday. Holtzwart gave no price."
    "\n\nCritics were not convinced. {} had promised the same a year ago, they said, and Holtzwart smiled.\n"
)


def article(copy: str) -> Article:
    return mark(READER.read("a.txt", copy.encode("utf-8", "surrogatepass")), MARKERS)


def flags(rule: Rule, copy: str) -> list[Flag]:
    return list(rule.check(article(copy)))


def told(rule: str, copy: str) -> list[tuple[str, tuple[str, ...]]]:
    text = article(copy).text
    return [(text[slice(*flag.span)], flag.fixes) for flag in flags(RULES[rule], copy)]


def test_the_house_has_these_rules() -> None:
    assert sorted(rule for rule in RULES if RULES[rule].default) == [
        "names/inconsistent-form", "names/inconsistent-given-name", "names/inconsistent-spelling",
        "names/surname-before-introduction", "titles/full-name-repeated", "titles/inconsistent-title",
        "titles/mixed-title-forms",
    ]  # fmt: skip
    assert sorted(rule for rule in RULES if not RULES[rule].default) == [
        "names/given-name-alone", "names/shared-surname", "names/wrong-part-of-name", "titles/false-title",
        "titles/mixed-courtesy", "titles/mixed-title-case",
    ]  # fmt: skip


def slips() -> st.SearchStrategy[str]:
    """The name with one slip of the keyboard somewhere inside."""
    name = "Holtzwart"

    def swap(at: int) -> str:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]

    return st.one_of(
        st.integers(1, 7).map(swap),
        st.integers(1, 7).map(lambda at: name[:at] + name[at + 1 :]),
        st.integers(1, 7).map(lambda at: name[: at + 1] + name[at:]),
        st.tuples(st.integers(1, 7), st.sampled_from(LETTERS)).map(
            lambda slip: name[: slip[0]] + slip[1] + name[slip[0] + 1 :]
        ),
    ).filter(lambda slipped: slipped != name)


@given(slips())
def test_any_slip_in_a_name_used_often_is_told_with_its_fix(slipped: str) -> None:
    assert told("names/inconsistent-spelling", STORY.format(slipped)) == [(slipped, ("Holtzwart",))]


@pytest.mark.parametrize(
    ("rule", "copy", "found"),
    [
        (
            "names/inconsistent-spelling",
            # Of two names one slip away, the easier slip was meant.
            "Two\n\nKastelian guards left Kastelia. The Kastelina guards and Kastelian guards saw Kastelia.",
            [("Kastelina", ("Kastelian",))],
        ),
        (
            "names/inconsistent-given-name",
            "Clerk named\n\nSteven Marsh is clerk. Some call Stephen Marsh a miser, and Steven Marsh laughs.",
            [("Stephen", ("Steven",))],
        ),
        (
            "names/inconsistent-form",
            "Prize won\n\nAna Muñoz won. Muñoz bakes. “It is the crust,” Munoz said.",
            [("Munoz", ("Muñoz",))],
        ),
        (
            "titles/inconsistent-title",
            "Bridge opens\n\nMayor Ana Holt spoke. Mayor Holt left. Governor Holt stayed.",
            [("Governor", ("Mayor",))],
        ),
        (
            # Nobody can say which of two offices, given once each, is right.
            "titles/inconsistent-title",
            "Bridge opens\n\nMayor Ana Holt spoke. Governor Holt stayed.",
            [("Governor", ())],
        ),
        (
            # What stands behind the name cannot take its place.
            "titles/inconsistent-title",
            "Bridge opens\n\nMayor Ana Holt spoke. Mayor Holt left. Holt, the governor, stayed.",
            [("governor", ())],
        ),
        (
            "titles/mixed-title-forms",
            "Bridge opens\n\nGov. Ana Holt spoke. Gov. Holt left. Governor Ana Holt came.",
            [("Governor", ("Gov.",))],
        ),
    ],
)
def test_the_fix_is_the_form_that_the_article_bears_out(
    rule: str, copy: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert told(rule, copy) == found


@pytest.mark.parametrize(
    "copy",
    [
        "Links\n\nSee h.example/Holtzwatr, /Holtzwrat or @Holtzwatr. Maren Holtzwart did, Holtzwart did.",
        "Acronyms\n\nThe ISIL and the ISIS met. ISIS left, and ISIS came.",
        "Two\n\nThe painter Osman Abrahamsen met Olga Abrahamson. Abrahamsen left. Abrahamsen came.",
        "Endings\n\nKastelia and the Kastelians met. Kastelian guards left Kastelia for Kastelia.",
    ],
)
def test_names_of_their_own_and_addresses_are_no_slips(copy: str) -> None:
    assert told("names/inconsistent-spelling", copy) == []


@pytest.mark.parametrize("rule", sorted(RULES))
@given(text=st.text(alphabet="AaBnor GLÉé.’'-\n“”\"/@ \u00a0", max_size=120))
def test_any_text_is_read(rule: str, text: str) -> None:
    copy = f"Gov. Ann Lee\n\n{text}\n\nGov. Ann Lee said {text}"
    length = len(article(copy).text)
    for flag in flags(RULES[rule], copy):
        start, end = flag.span
        assert 0 <= start < end <= length


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize(
    "copy",
    [
        "Mayor " * 3_000,
        "Kim Gyu-min Gyu said. " * 1_000,
        "".join(f"Mayor {name}a Lee met Gov. Lee. " for name in ("Ann", "Ben", "Cor")) * 300,
        "Ann-" * 5_000,
        "the Mayor’s " * 2_000,
    ],
    ids=["titles", "eastern names", "one family", "hyphens", "possessives"],
)
def test_hostile_copy_ends(rule: str, copy: str) -> None:
    flags(RULES[rule], f"Long copy\n\n{copy}")
