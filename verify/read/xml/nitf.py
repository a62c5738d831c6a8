"""NITF, the format of news agencies for text: one story a file."""

from __future__ import annotations

import datetime as dt

from verify.model.document import Document, Zone
from verify.read.decode import declared_in, decode
from verify.read.fragment import proof
from verify.read.galley import Galley
from verify.read.published import iso
from verify.read.reader import Unreadable
from verify.read.xml.setting import Layout, set_element
from verify.read.xml.tree import Element, line, tree

_ZONES: dict[str, Zone] = {
    **dict.fromkeys(("hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6"), "headline"),
    "byline": "byline",
    **dict.fromkeys(("media-caption", "figcaption", "caption", "abstract"), "caption"),
    **dict.fromkeys(("media-producer", "distributor", "rights", "tagline"), "credit"),
    **dict.fromkeys(("li", "dd", "dt", "td", "th"), "list"),
    **dict.fromkeys(("note", "bibliography", "correction"), "furniture"),
    **dict.fromkeys(("pre", "code"), "code"),
    "dateline": "dateline",
}
_BLOCKS = frozenset(
    "p bq block body.content body.head body.end hedline media ol ul dl table tr tbody thead tfoot fn hr "
    "blockquote div section figure nitf-table".split()
)
LAYOUT = Layout(
    zones=_ZONES,
    blocks=_BLOCKS,
    unseen=frozenset(("media-metadata", "media-object", "script", "style", "head", "nitf-table-metadata")),
)
"""Also that of XHTML as wire formats carry it: its elements are a part of these."""


def read(path: str, data: bytes) -> Document:
    """Return the document of a story in NITF."""
    source = decode(data, declared_in(data))
    root = tree(source)
    if root.name != "nitf":
        raise Unreadable(f"no NITF: the root element is <{root.name[:40]}>")
    galley = Galley(source)
    body = root.first("body")
    if body is None:
        raise Unreadable("NITF without a <body>")
    set_body(galley, body)
    return proof(path, galley, _metadata(source, root), "nitf")


def set_body(galley: Galley, body: Element) -> None:
    """Set the <body> of a story in NITF."""
    set_element(galley, body, LAYOUT)


def _metadata(source: str, root: Element) -> dict[str, str]:
    """What head and lines of the story say of it."""
    docdata, head = root.first("head", "docdata"), root.first("body", "body.head")
    told = {
        "title": line(source, root.first("body", "body.head", "hedline", "hl1"))
        or line(source, root.first("head", "title")),
        "author": _author(source, head),
        "dateline": line(source, head.first("dateline") if head else None).rstrip(" —–-"),
    }
    pubdata = root.first("head", "pubdata")
    if pubdata:
        told["section"] = pubdata.attributes.get("position.section", "")
        told["publisher"] = pubdata.attributes.get("name", "")
    if docdata:
        issued, release = (_date(docdata, f"date.{name}") for name in ("issue", "release"))
        told["date"] = issued or release
        held = docdata.attributes.get("management-status") == "embargoed"
        if release and (held or _later(release, issued)):
            told["embargo"] = release
    if pubdata and not told.get("date"):
        told["date"] = iso(pubdata.attributes.get("date.publication", ""))
    return {name: words for name, words in told.items() if words}


def _author(source: str, head: Element | None) -> str:
    """Who wrote the story: the people of the byline, else its words."""
    if head is None:
        return ""
    people = [line(source, person) for byline in head.all("byline") for person in byline.all("person")]
    if people:
        return ", ".join(people)
    return signed_by(line(source, head.first("byline")))


def signed_by(byline: str) -> str:
    """Who a byline names: its words without the “By” before them."""
    return byline[3:] if byline[:3].lower() == "by " else byline


def _date(within: Element, name: str) -> str:
    found = within.first(name)
    return iso(found.attributes.get("norm", "")) if found else ""


def _later(one: str, other: str) -> bool:
    """Whether one time is later; times that cannot be compared are not."""
    try:
        return dt.datetime.fromisoformat(one) > dt.datetime.fromisoformat(other)
    except (TypeError, ValueError):
        return False
