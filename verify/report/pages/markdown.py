"""A rule's page as HTML: only what is listed here becomes a tag, all else is text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from verify.lexicon.late import late

_TAGS = {
    "Paragraph": "p", "Item": "li", "Emphasis": "em", "Strong": "strong", "Strikethrough": "s",
    "BlockQuote": "blockquote", "TableRow": "tr", "TableHead": "tr", "TableCell": "td",
}  # fmt: skip
_WORDS = ("Text", "Html", "InlineHtml")
_HEADINGS = {"H1": "h3", "H2": "h4", "H3": "h5"}
_LINK = late(r"https?://[^\s]+\Z")
_FLAGGED = late(r"\[\[(.+?)\]\](?!\])", re.DOTALL)


def html(page: str) -> Markup:
    """The page in HTML; raw HTML in it is shown as it is written, and links lead to the web or nowhere.

    In its articles what stands in double brackets is marked.
    """
    import pyromark

    return Markup("").join(_written(pyromark.events(page, options=pyromark.Options.ENABLE_TABLES)))


def _written(events: Any) -> Iterator[Markup]:  # noqa: ANN401 - pyromark's events are nested dictionaries
    closing: list[Markup] = []
    code = ""
    article = False
    for event in events:
        kind, value = next(iter(event.items())) if isinstance(event, Mapping) else (event, "")
        if kind == "Start":
            name, more = next(iter(value.items())) if isinstance(value, Mapping) else (value, None)
            article = name == "CodeBlock" and _is_article(more)
            code = ""
            opening, close = _tags(name, more)
            closing.append(close)
            yield opening
        elif kind == "End":
            if code:
                yield _marked(code) if article else escape(code)
                code = ""
            yield closing.pop()
        elif closing and closing[-1] == _END_OF_CODE:
            code += str(value)
        elif kind in _WORDS:
            yield escape(value)
        elif kind == "Code":
            yield Markup("<code>{}</code>").format(value)
        elif kind in ("SoftBreak", "HardBreak"):
            yield Markup("\n")
        elif kind == "Rule":
            yield Markup("<hr>")


_END_OF_CODE = Markup("</pre>")


def _tags(name: str, more: Any) -> tuple[Markup, Markup]:  # noqa: ANN401 - as above
    """The tags around an element; what is not known has none."""
    if name == "Heading":
        tag = _HEADINGS.get(str(more["level"]), "h5")
    elif name == "CodeBlock":
        return Markup('<pre class="{}" tabindex="0">').format(
            "example" if _is_article(more) else "code"
        ), _END_OF_CODE
    elif name == "List":
        tag = "ul" if more is None else "ol"
    elif name == "Table":
        return Markup('<div class="wide" tabindex="0"><table>'), Markup("</table></div>")
    elif name == "Link":
        if not _LINK.match(str(more["dest_url"])):
            return Markup(""), Markup("")
        return Markup('<a href="{}" rel="noreferrer">').format(more["dest_url"]), Markup("</a>")
    else:
        tag = _TAGS.get(name, "")
    return (Markup(f"<{tag}>"), Markup(f"</{tag}>")) if tag else (Markup(""), Markup(""))  # noqa: S704 - a tag of ours


def _is_article(info: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(info, Mapping) and str(info.get("Fenced", "")).split(" ")[0] in ("article", "articles")


def _marked(words: str) -> Markup:
    """An example, with what the rule flags in it marked."""
    parts = _FLAGGED.split(words)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )
