"""One paragraph as it is composed: its words piece by piece, and what must be found in them."""

from dataclasses import dataclass, replace

PREAMBLE, OPERATIVE, ANNEX = "recalls", "resolves", "annex"
STRUCK, INSERTED = "struck", "inserted"


@dataclass(frozen=True, kw_only=True)
class Expect:
    """What must be found: the rule, how much it matters, and what should stand there, where that is sure.

    ``rights`` are the words that may stand there instead; empty where nobody can tell. ``is_applied`` says whether the
    fix is written unasked, None where that is not asked.
    """

    rule: str
    severity: str = "error"
    rights: tuple[str, ...] = ()
    is_applied: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of words; a reference if ``is_reference``, planted wrong if something is expected.

    ``runs`` are its parts with the tracked change of each; empty where nothing in it is changed.
    """

    text: str
    is_reference: bool = False
    expect: Expect | None = None
    runs: tuple[tuple[str, str], ...] = ()

    def changed(self, change: str) -> "Piece":
        """The piece as one tracked change put it in or took it out; with nothing expected where it is gone."""
        expect = None if change == STRUCK else self.expect
        return replace(self, runs=((self.text, change),), expect=expect)


@dataclass(frozen=True, kw_only=True)
class Item:
    """A paragraph of a preamble or an operative part; ``what`` names how it was made."""

    what: str
    group: str
    pieces: tuple[Piece, ...]
    is_struck: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def spans(self) -> list[tuple[int, int, Piece]]:
        found, at = [], 0
        for piece in self.pieces:
            found.append((at, at + len(piece.text), piece))
            at += len(piece.text)
        return found

    def corrected(self, piece: Piece, right: str) -> str:
        """The paragraph with one piece put right."""
        return "".join(right if one is piece else one.text for one in self.pieces)

    def between(self, before: str, after: str) -> "Item":
        pieces = (Piece(text=before), *self.pieces, Piece(text=after))
        return replace(self, pieces=pieces)


def reference(text: str, expect: Expect | None = None) -> Piece:
    return Piece(text=text, is_reference=True, expect=expect)
