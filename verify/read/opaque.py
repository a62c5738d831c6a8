"""Shortcodes and template tags: what a site generator puts there is not in the file."""

from __future__ import annotations

from verify.lexicon.late import late

FILLER = "\x1a"
"""Stands for each character of a shortcode while Markdown is parsed: no mark of Markdown, no space."""

_PAIRS = (("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{/*", "*/}"))
_LONGEST = 2000
_PARAGRAPH = late(r"\n[ \t\r]*\n")


def masked(source: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the source with every shortcode replaced by fillers, as long as before, and their places.

    Hugo's {{< >}} and {{% %}}, Jekyll's {% %} and {{ }}, and the comments {/* */} of MDX. One that is
    not closed in its paragraph is left as it stands: two braces alone must not hide the story.
    """
    places: list[tuple[int, int]] = []
    parts: list[str] = []
    done = 0
    at = source.find("{")
    while at >= 0:
        end = _end(source, at)
        if end > at:
            places.append((at, end))
            parts += (source[done:at], FILLER * (end - at))
            done = end
        at = source.find("{", max(end, at + 1))
    parts.append(source[done:])
    return "".join(parts), places


def _end(source: str, at: int) -> int:
    """Where the shortcode ends that begins here; -1 where none does."""
    for opening, closing in _PAIRS:
        if source.startswith(opening, at):
            end = source.find(closing, at + len(opening), at + _LONGEST)
            if end < 0 or _PARAGRAPH.search(source, at, end):
                return -1
            return end + len(closing)
    return -1
