"""Reports of reports: one outlet that cites another, for what a third is to have said."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

from .prose import narrated

_OUTLET = (
    r"(?:[Tt]he )?(?:[A-Z][\w’'.&-]{0,30} ){0,4}?(?:Times|Post|Journal|News|Herald|Mail|Sun|Star|Guardian"
    r"|Telegraph|Tribune|Globe|Gazette|Chronicle|Mirror|Express|Standard|Independent|Courier|Observer|Examiner"
    r"|Dispatch|Reuters|Bloomberg|Xinhua|Interfax|Politico|Axios|BBC|CNN|CBS|NBC|ABC|NPR|AP|AFP|KCNA|TASS"
    r"|Associated Press|Agence France-Presse|TV|[Rr]adio|[Tt]elevision)\b"
)
_CITES = (
    r" (?:citing|quoting|which (?:cite[ds]|quote[ds])) (?:an? |the )?"
    r"(?:(?:report|article|story) (?:in|by|from) )?"
)
_CHAIN = late(
    rf"\b(?:report(?:s|ed)|sa(?:id|ys)|wr(?:ote|ites))(?: [A-Z][a-z]{{2,6}}day)?,{_CITES}{_OUTLET}"
    rf"|\baccording to {_OUTLET},{_CITES}{_OUTLET}"
    rf"|\bas (?:covered|relayed|carried) by {_OUTLET}"
)


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    advice="Go to the first report, or to the person who spoke, and credit that.",
    default=False,
)
def second_hand_report(article: Article) -> Iterator[Flag]:
    """The story rests on a report of somebody else’s report."""
    for found in narrated(article, _CHAIN):
        yield Flag(found.span(), f"“{found[0]}” is a report of a report", confidence=0.8)
