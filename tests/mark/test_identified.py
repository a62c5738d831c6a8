from __future__ import annotations

import pytest

from verify.config.people import parse
from verify.mark import identified
from verify.mark.order import mark, plan
from verify.plugin.manager import Plugins
from verify.read.choose import read

FILE = """
[[people]]
name = "Marta Lindqvist"
pronoun = "she"
offices = [{title = "secretary of transport"}, {title = "mayor of Port Ellery"}]

[[people]]
name = "Noh Gil-su"
order = "family-first"
offices = [{title = "defense minister"}]

[[people]]
name = "Robert H. Vance"
forms = ["Bo Vance"]
offices = [{title = "director of the River Bureau"}]

[[people]]
name = "Robert W. Vance"

[[people]]
name = "Inés Calderón Vega"
family = "Calderón Vega"

[[people]]
name = "Hamid Osara"
offices = [{title = "president"}]

[[people]]
name = "Zezinho"
"""
PLUGINS = Plugins(())


def tied(text: str, file: str = FILE) -> dict[str, tuple[str, str]]:
    """The names of the article that are somebody's on file → whose, and by what."""
    marker = identified.marker(parse(file).records)
    markers = plan((*PLUGINS.markers(), marker), ("identified",))
    article = mark(read(PLUGINS.readers(), "a.txt", f"Headline here\n\n{text}\n".encode()), markers)
    return {article.entities[one.entity].name: (one.record.name, one.by) for one in article.identified}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marta Lindqvist spoke. Lindqvist left.", {"Marta Lindqvist": ("Marta Lindqvist", "name")}),
        ("Gil-su Noh came.", {"Gil-su Noh": ("Noh Gil-su", "name")}),
        ("Noh Gil Su came.", {"Noh Gil Su": ("Noh Gil-su", "name")}),
        ("Ines Calderón Vega came.", {"Ines Calderón Vega": ("Inés Calderón Vega", "name")}),
        ("Bo Vance came.", {"Bo Vance": ("Robert H. Vance", "name")}),
        ("Marta J. Lindqvist came.", {"Marta J. Lindqvist": ("Marta Lindqvist", "given")}),
        ("Marta Lindqvsit came.", {"Marta Lindqvsit": ("Marta Lindqvist", "near")}),
        ("Mayor Lindqvist came.", {"Lindqvist": ("Marta Lindqvist", "office")}),
        ("Mayor Lindqvsit came.", {"Lindqvsit": ("Marta Lindqvist", "near")}),
        ("Transport Secretary Lindqvist came.", {"Lindqvist": ("Marta Lindqvist", "office")}),
        ("Secretary Lindqvist came.", {"Lindqvist": ("Marta Lindqvist", "office")}),
        ("Robert Vance, director of the River Bureau, came.", {"Robert Vance": ("Robert H. Vance", "given")}),
    ],
)
def test_who_is_somebody_of_the_file(text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert tied(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Lindqvist came, and Lindqvist left.",
        "Karl Lindqvist came.",
        "Martin Lindqvist came.",
        "Marta Lindquist came.",  # another family name in its own right
        "Marta Lindqvist Jr. came.",
        "Gov. Marta Lindqvsit came.",  # an office that is another's
        "Sen. Lindqvist came.",
        "State Transport Secretary Lindqvist’s aide came, and so did Ann Roe.",
        "Mr. Marta Lindkvist, his brother, came. He sat. He left.",
        "Robert Vance came.",  # two of that name, and nothing to tell them by
        "Robert K. Vance came.",
        "Hamid Obama came. Osama Hamid came. President Obama came.",
        "Noh came.",
    ],
)
def test_who_is_nobody_of_the_file(text: str) -> None:
    assert tied(text) == {}


def test_without_a_file_the_mark_needs_no_other_and_is_empty() -> None:
    assert identified.marker(()) is identified.MARKER
    assert identified.MARKER.needs == frozenset()
    assert tied("Marta Lindqvist spoke.", "") == {}
