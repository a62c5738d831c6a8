"""Quoted words that are the title of a work, a line of a song, or the headline of a story."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from verify.lexicon.late import late
from verify.mark.unsaid.setting import Setting
from verify.model.marks import NeedsNone

_WORKS = frozenset(
    """album anthem aria article ballad ballet bestseller biography autobiography blockbuster blog book books
    broadcast cartoon carol classic column comedy comic commentary concerto documentary drama editorial ep
    episode episodes essay essays exhibit exhibition fable film films franchise game hit hymn installation
    lullaby magazine manga memoir memoirs mini-series miniseries mixtape movie movies mural musical musicals
    newsletter novel novels novella op-ed opera painting pamphlet paper parody photograph piece play plays
    podcast poem poems portrait premiere program programme remake report rom-com sculpture segment sequel
    prequel serial series short show shows single sitcom sketch soap song songs soundtrack spinoff spin-off
    spot standard study symphony telenovela thriller track tracks treatise trilogy tune tv video videogame
    western special""".split()
)
_STORIES = frozenset(
    "article column commentary editorial essay headline headlined headlines op-ed piece story".split()
)
_MAKING = frozenset(
    """directed host hosted hosts hosting narrated narrates performed performing performs play played playing
    plays publish published publishes publishing recorded recording released releasing rewatch rewatched
    sampled saw sang sing singing sings starred starring stars stream streamed streaming sung watch watched
    watching wrote read reads rereading reread hum hummed humming perform covered guest-starred""".split()
)
_SINGING = frozenset(
    "sang sing singing sings sung lyric lyrics chorus verse hum hummed humming croon crooned".split()
)
_ROLES = frozenset(
    """actor actress alum anchor author co-host co-hosts co-star creator creators director fame finale
    franchise guest host hosts
    lyricist musical producer producers radio remake sequel series show showrunner singer
    soundtrack spinoff star stars theme tour trailer trilogy tv writer writers""".split()
)
_ON = frozenset("on in from of at with for to during after watching like including and or".split())
_SCREEN = frozenset("on in watching".split())
_CALLED = frozenset("called titled entitled named is was are were be about".split())
_DETERMINERS = frozenset("the a an its his her their our this that any each every new old".split())
_ON_AIR = frozenset("Show News Morning Tonight Today Live Hour Daily Evening Nightly Report".split())
_AUTHORS = frozenset(
    "author authors co-author coauthor editor co-editor creator director star host writer producer".split()
)
_ENTITLED = frozenset(("titled", "entitled", "retitled"))
_HEADLINES = frozenset("headline headlined headlines".split())
_PIECES = frozenset(
    "article book column commentary documentary editorial essay film movie novel op-ed poem song".split()
)
_BYLINE = late(r",? by (?:the )?[A-Z][\w.’'-]+")
_NEAR = 4
_LEAST_NAKED = 2
_CLOSE = 6
_LONGEST_PIECE = 10
_OF = frozenset(
    (noun, "of")
    for noun in """adaptation production staging screening performance revival rendition remake retelling
    reading copy recording sequel""".split()
) | {("read", "from"), ("reads", "from"), ("reading", "from")}
"""What leads up to a title of one word, too ("a new adaptation of “Emma”")."""


class _Reach(Struct, frozen=True):
    """The words before, told apart by how near they are."""

    last: str
    near: frozenset[str]


def work(seen: Setting, tail: str, *, said: bool) -> NeedsNone:
    """Whether the words are a title, a lyric, a headline or a name, as far as form and neighbours tell.

    `tail` is the copy right after the closing mark; `said` tells that a cue plainly gives it to somebody.
    """
    reach = _reach(seen)
    if _headline(seen, reach, tail, said=said):
        return "headline"
    if seen.titled and _named_as_work(seen, reach):
        return "title-of-work"
    if reach.near & _SINGING and (reach.last in _SINGING or len(seen.words) > _LEAST_NAKED):
        return "lyric"
    if seen.titled and len(seen.words) > 1 and seen.glue == " " and _on_air(seen, reach, said=said):
        return "title-of-work"
    if not seen.titled:
        return "title-of-work" if not said and _piece(seen, reach) else ""
    if (
        seen.glue == " "
        and reach.last in _DETERMINERS
        and len(_parts(seen)) >= _LEAST_NAKED
        and not seen.cued(_CLOSE)
    ):
        return "name"
    return "" if said else _bare(seen, reach)


def _headline(seen: Setting, reach: _Reach, tail: str, *, said: bool) -> bool:
    """Whether it is the headline of another story, or a line set between the paragraphs."""
    if reach.last in _HEADLINES or (
        seen.after[:1] in (["is"], ["was"], ["ran"]) and "headline" in seen.after[:4]
    ):
        return True
    alone = not seen.before and not seen.after and seen.edges == "\n\n"
    if alone and seen.titled and not seen.stopped:
        return len(seen.words) > 1
    return not said and bool(_BYLINE.match(tail)) and bool(reach.near & _STORIES or not seen.before)


def _piece(seen: Setting, reach: _Reach) -> bool:
    """Whether a sentence is the title of the piece that the copy has just named: her essay, “Why I left,”."""
    return (
        reach.last in _PIECES
        and seen.glue in (" ", ", ")
        and seen.inner[:1].isupper()
        and len(seen.words) <= _LONGEST_PIECE
        and not seen.cued(_CLOSE)
    )


def _on_air(seen: Setting, reach: _Reach, *, said: bool) -> bool:
    """Whether it is the broadcast on which, or to which, somebody speaks: told “Good Morning Leeds”."""
    if reach.last in ("told", "tells", "on") or (reach.last == "of" and not reach.near.isdisjoint(_AUTHORS)):
        return True
    on_air = any(word in _ON_AIR for word in seen.words)
    return (on_air and reach.last in _ON) or (not said and reach.last in ("in", "for", "to", "with"))


def _parts(seen: Setting) -> list[str]:
    return [part for word in seen.words for part in word.split("-")]


def _reach(seen: Setting) -> _Reach:
    low = seen.low
    last = low[-1] if low else ""
    if last in _CALLED and len(low) > 1 and (low[-2] in _WORKS or low[-2] in _STORIES):
        last = low[-2]
    return _Reach(last, frozenset(low[-_NEAR:]))


def _named_as_work(seen: Setting, reach: _Reach) -> bool:
    """Whether the copy says what kind of work the title is of, or who makes or shows it."""
    if (reach.last in _WORKS or reach.last in _ENTITLED) and not seen.glue.strip(" ,(–—-"):
        return True
    if seen.glue == " " and _shown(seen.before):
        return True
    if seen.glue == " " and tuple(seen.low[-2:]) in _OF:
        return True
    if seen.after[:1] in (["a"], ["an"], ["the"]) and not _WORKS.isdisjoint(seen.after[1:_NEAR]):
        return True
    if len(seen.words) < _LEAST_NAKED:
        return reach.last in _MAKING and seen.glue == " " and seen.words[0].isdigit()
    if seen.glue == " " and reach.last in _MAKING:
        return True
    if seen.next.lower() in _ROLES or seen.next.lower() in _WORKS:
        return True
    return bool(reach.near & _WORKS) and not seen.glue.strip(" ,(–—-") and reach.last not in ("said", "says")


def _shown(before: Sequence[str]) -> bool:
    """Whether a body or an author owns what follows: CBS’s “Face the Nation”."""
    if not before or not before[-1][0].isupper():
        return False
    word = before[-1]
    return word.endswith(("’s", "'s", "s’", "s'"))


def _bare(seen: Setting, reach: _Reach) -> NeedsNone:
    """What capitals alone make of the words: in the midst of a sentence, after no cue."""
    glued = seen.glue == " "
    if len(seen.words) < _LEAST_NAKED:
        return "title-of-work" if glued and reach.last in _SCREEN else ""
    if not seen.before:
        opens = not seen.stopped and seen.next[:1].islower() and not seen.glue.strip(" ")
        return "title-of-work" if opens else ""
    if reach.last == "as" or seen.cued(_CLOSE):
        return ""
    if glued and reach.last in _ON:
        return "title-of-work"
    if seen.stopped and not (glued and reach.last in _DETERMINERS):
        return ""
    return "name" if glued and reach.last in _DETERMINERS else "title-of-work"
