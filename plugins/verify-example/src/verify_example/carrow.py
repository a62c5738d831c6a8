"""Words of the invented coast of Carrow that no list of English holds."""

from __future__ import annotations

from verify import Lexicon

LEXICON = Lexicon(
    words={"stathe", "stathes"},
    given_names={"Hannick": "m", "Ostrel": "f"},
    surnames={"Quend"},
    cues={"bleat", "aver avers averred averring"},
    titles={"portreeve"},
)
"""What is right there, who bears its names, how people speak, and whom they elect."""
