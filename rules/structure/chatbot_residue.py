"""Words of a chatbot about its own work, left in the copy."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late
from verify.model.document import PROSE

_REST = r"[^.!?:\n]{0,80}"
_MADE = "rewritten|revised|rephrased|polished|shortened|paraphrased|edited"
_PIECE = "version|article|text|story|draft"
_RESIDUE = late(
    rf"""(?ix) \b(?:
        as\ an?\ (?:ai|artificial\ intelligence)(?:\ language)?\ (?:model|assistant|chatbot)\b{_REST}
      | as\ of\ my\ last\ (?:knowledge\ )?(?:update|training|cutoff){_REST}
      | my\ knowledge\ cut-?off\b
      | i\ (?:cannot|can[’']t|am\ (?:unable|not\ able)\ to)\ (?:browse\ the\ (?:inter|we)|access\ real){_REST}
      | i\ hope\ this\ (?:helps|meets\ your){_REST}
      | i[’']ve\ (?:{_MADE})\ the\ (?:{_PIECE}){_REST}
      | let\ me\ know\ if\ you(?:[’']d|\ would)?\ (?:like|need|want)\ (?:me\ to|any|further|more)\b{_REST}
      | (?:certainly|sure|of\ course|absolutely)[!,.]\ here(?:[’']s|\ is|\ are)\ (?:the|an?|your)\ {_REST}
      | here(?:[’']s|\ is)\ (?:the|an?|your)\ (?:\w+\ ){{0,2}}(?:{_MADE})\ (?:\w+\ ){{0,2}}(?:{_PIECE}){_REST}
      | (?:tone|target\ audience):\ (?:neutral|professional|formal|general\ public)\b
      | regenerate\ response\b
      | contentreference\[oaicite
      )""",
)

_SIGNS = (
    "language model", "ai model", "intelligence", "assistant", "chatbot", "my last", "my knowledge",
    "browse the", "access real", "hope this", "let me know if", "! here", ", here", ". here", "regenerate",
    "oaicite", "tone:", "audience:", *_MADE.split("|"),
)  # fmt: skip


@rule(
    severity="error",
    since="0.1",
    needs={"quotations"},
    advice="Strike it, and check the rest of the story: a machine wrote at least a part.",
)
def chatbot_residue(article: Article) -> Iterator[Flag]:
    """A chatbot’s words about its own work were left in the copy."""
    low = article.text.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    for block in article.zoned("headline", "furniture", "credit", *PROSE):
        for match in _RESIDUE.finditer(article.text, block.start, block.end):
            if not article.quoted(*match.span()):
                yield Flag(match.span(), "these are a chatbot’s words about its own work", confidence=0.95)
