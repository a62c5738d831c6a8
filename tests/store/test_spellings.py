"""Near spellings find one another by a key that they share."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from verify.mark import names, people, quotations
from verify.mark.order import mark, plan
from verify.plugin.manager import Plugins
from verify.read.formats import TEXT as READER
from verify.store.spellings import spelling_keys, spelt

WORD = st.text(string.ascii_lowercase, min_size=5, max_size=9)


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A given and a family name, and the same with one slip behind the first letter of one."""
    parts = [draw(WORD), draw(WORD)]
    which = draw(st.integers(0, 1))
    word = parts[which]
    at = draw(st.integers(1, len(word) - 2))
    letter = draw(st.sampled_from(string.ascii_lowercase))
    slipped = draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )
    return " ".join(parts).title(), " ".join((*parts[:which], slipped, *parts[which + 1 :])).title()


@given(slips())
def test_a_name_and_the_same_with_a_slip_share_a_key(pair: tuple[str, str]) -> None:
    one, other = (set(spelling_keys(name, person=True)) for name in pair)
    assert one & other


def test_keys_leave_hyphens_accents_and_the_border_between_words_alone() -> None:
    assert spelling_keys("Bae Gyu-min", person=True) == spelling_keys("Bae Gyu Min", person=True)
    assert spelling_keys("René Vauclair", person=True) == ("r vauclair", "rene v")
    assert spelling_keys("Varga", person=True) == ()


def test_a_body_is_kept_under_words_that_no_dictionary_holds() -> None:
    assert spelling_keys("Kastelnova Harbor Union", person=False) == ("k harbor union",)
    assert spelling_keys("Harbor Union", person=False) == ()


def test_people_in_full_and_bodies_are_kept_and_bare_names_are_not() -> None:
    text = (
        "Harbor opens\n\nMayor Dora M. Lindqvist opened the harbor. Lindqvist thanked Mr. Osei and "
        "Kastelnova University."
    )
    markers = plan((*Plugins().markers(), quotations.MARKER, names.MARKER, people.MARKER), ["people"])
    article = mark(READER.read("a.txt", text.encode()), markers)
    assert [(fact.subject, fact.value, text[fact.start : fact.end]) for fact in spelt(article)] == [
        ("d lindqvist", "Dora Lindqvist", "Dora M. Lindqvist"),
        ("dora l", "Dora Lindqvist", "Dora M. Lindqvist"),
        ("k university", "Kastelnova University", "Kastelnova University"),
    ]
