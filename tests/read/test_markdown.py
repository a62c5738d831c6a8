"""Markdown: blocks, zones, and what is no copy."""

from __future__ import annotations

import pytest

from verify.model.document import Document
from verify.read.galley import OPAQUE
from verify.read.markdown import read
from verify.read.reader import Unreadable


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.zone, document.text[block.start : block.end]) for block in document.blocks]


def of(source: str) -> list[tuple[str, str]]:
    return blocks(read("story.md", source.encode()))


def test_markup_is_dropped_and_words_are_not_merged() -> None:
    source = (
        'The *mayor*, [Ida Crane](http://x.example "site"),\nsaid **no**\\\nto M&amp;S \\* and <b>left</b>.\n'
    )
    assert of(source) == [("body", "The mayor, Ida Crane,\nsaid no\nto M&S * and left.")]


def test_blocks_and_their_zones() -> None:
    source = """# Mayor says no

Lead here.

Second
------

> Quoted words.

- one
  - nested
- two

1. first

   more of it

| a | b |
|---|---|
| c | *d* |

    code

```py
print("x")
```

Noted.[^1]

[^1]: The note.
"""
    assert of(source) == [
        ("headline", "Mayor says no"),
        ("body", "Lead here."),
        ("headline", "Second"),
        ("body", "Quoted words."),
        ("list", "one"),
        ("list", "nested"),
        ("list", "two"),
        ("list", "first"),
        ("list", "more of it"),
        ("list", "a"),
        ("list", "b"),
        ("list", "c"),
        ("list", "d"),
        ("code", "code"),
        ("code", 'print("x")'),
        ("body", "Noted."),
        ("body", "The note."),
    ]


def test_what_has_no_words_leaves_a_mark_inside_a_line_and_nothing_at_its_ends() -> None:
    assert of(
        "{{< a 1 >}}\n\nThe {{ site.name }} desk ran. `x` {% if a %}\n\n{{% aside %}}\nTwo.\n{{% /aside %}}\n"
    ) == [
        ("body", f"The {OPAQUE} desk ran."),
        ("body", "Two."),
    ]
    assert of("It was ~~red~~ blue, ![a map](m.png) she said.\n") == [
        ("body", f"It was {OPAQUE} blue, {OPAQUE} she said.")
    ]


def test_braces_that_open_nothing_hide_nothing() -> None:
    assert of("He wrote {{ and left.\n\nThen }} came.\n") == [
        ("body", "He wrote {{ and left."),
        ("body", "Then }} came."),
    ]


def test_comments_leave_no_double_space() -> None:
    assert of("One <!-- a note --> two.<!-- b -->\n\n<!-- c -->\n") == [("body", "One two.")]


def test_pictures_alone_are_captions() -> None:
    source = (
        "Lead.\n\n![The *dam* at dusk. (Ann Cole/AP)](dam.jpg)\n*More below.*\n\n"
        "[![Holt opens the gate](a.jpg)](/b)\n"
    )
    assert of(source) == [
        ("body", "Lead."),
        ("caption", "The dam at dusk."),
        ("credit", "(Ann Cole/AP)"),
        ("body", "More below."),
        ("caption", "Holt opens the gate"),
    ]


def test_html_between_the_lines_is_read_as_html() -> None:
    source = (
        'Lead.\n\n<div class="note">\n<p>Hello <b>you</b>\n&amp; me</p>\n<aside>Ad.</aside>\n</div>\n\n'
        "- a\n\n  <p>gone</p>\n\nOne<br>two.\n"
    )
    assert of(source) == [
        ("body", "Lead."),
        ("body", "Hello you & me"),
        ("furniture", "Ad."),
        ("list", "a"),
        ("body", "One\ntwo."),
    ]


def test_the_title_of_front_matter_is_the_headline_with_its_place() -> None:
    source = '---\r\ntitle: "Mayor’s \\"no\\" stands"\r\n---\r\n\r\nLead.\r\n'
    document = read("story.md", source.encode())
    assert blocks(document) == [("headline", 'Mayor’s "no" stands'), ("body", "Lead.")]
    assert source[slice(*document.to_source(document.blocks[0].span))] == '"Mayor’s \\"no\\" stands"'
    assert source[slice(*document.to_source(document.blocks[1].span))] == "Lead."
    document = read("story.md", b"---\ntitle: Mayor says no\n---\nLead.\n")
    assert document.to_source((6, 10)) == (17, 21), "“says”, point by point"


def test_a_heading_that_repeats_the_title_is_the_headline_once() -> None:
    assert of("---\ntitle: Mayor says no\n---\n\n# Mayor says no\n\nLead.\n") == [
        ("headline", "Mayor says no"),
        ("body", "Lead."),
    ]


def test_a_first_line_without_a_stop_is_the_headline_where_none_is_marked() -> None:
    assert of("Mayor says no\n\nThe mayor said no.\n")[0] == ("headline", "Mayor says no")
    assert of("The mayor said no.\n\nShe left.\n")[0] == ("body", "The mayor said no.")


def test_notes_and_broken_front_matter() -> None:
    with pytest.raises(Unreadable, match="front matter, line 4: expected"):
        read("story.md", b"---\ntitle: x\nauthor: [a\n---\n\nLead.\n")
    with pytest.raises(Unreadable, match="line 3"):
        read("story.md", b"+++\ntitle = 'x'\nauthor = [a\n+++\n\nLead.\n")


@pytest.mark.parametrize(
    "source", ["", "---\n", "---\n---\n", "<!-- -->", "{{< x >}}", "![](x)", "***\n", "\ufeff"]
)
def test_no_words_no_blocks(source: str) -> None:
    assert of(source) == []
