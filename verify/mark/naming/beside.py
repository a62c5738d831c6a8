"""The copy around one mention of somebody, as every question about it reads it."""

from __future__ import annotations

from msgspec import Struct

from verify.model.marks import Mention


class Beside(Struct, frozen=True):
    """One mention in its text: `lead` is where its title before it begins, else where the name does."""

    text: str
    mention: Mention
    lead: int

    @property
    def start(self) -> int:
        """Where the name begins."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.mention.end


def beside(text: str, mention: Mention) -> Beside:
    """The mention with what stands around it."""
    title = mention.title_span
    return Beside(text, mention, min(title.start, mention.start) if title else mention.start)
