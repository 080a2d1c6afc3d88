"""Tracked changes: a marker struck and another put in, whole paragraphs put in or taken out, as Word has them."""

import re
from dataclasses import replace

from tests.checking.planted.facts import Edition
from tests.checking.planted.item import INSERTED, PREAMBLE, STRUCK, Expect, Item, Piece
from tests.checking.planted.maker import Maker
from tests.checking.planted.printing import Cited, cited, mark_of

_BORDER = re.compile(r"[\s(（，,、)）]")


def wrong_change(make: Maker) -> Item | None:
    """An amendment that puts in an edition which is old itself."""
    found = make.choice([one for one in make.setting.overtaken if _before(make, one[0])])
    if found is None:
        return None
    middle, newest, rule = found
    right = cited(middle, mark_of(newest))

    def expected(printed):
        return Expect(rule=rule, rights=(printed(right),), is_applied=True)

    return _amended(make, f"{rule}, put in by a change", _before(make, middle)[-1], middle, expected)


def right_change(make: Maker) -> Item | None:
    """An amendment that puts in the standing edition."""
    edition = make.choice([one for one in make.setting.current if _before(make, one)])
    if edition is None:
        return None
    return _amended(make, "right, put in by a change", _before(make, edition)[-1], edition, None)


def _before(make: Maker, edition: Edition) -> list[Edition]:
    return [one for one in make.setting.acts(edition.instrument) if one.sure and one.day < edition.day]


def _amended(make: Maker, what: str, old: Edition, new: Edition, expected) -> Item:
    frame = make.rng.choice(make.said["preamble"])
    case, form = make.case_of(frame), make.full_form(new.body)

    def printed(one: Cited) -> str:
        return make.printer.reference(one, form, case)

    runs = _runs(printed(cited(old)), printed(cited(new)))
    text = "".join(words for words, _ in runs)
    expect = expected(printed) if expected else None
    piece = Piece(text=text, is_reference=True, expect=expect, runs=runs)
    return Item(what=what, group=PREAMBLE, pieces=make.filled(frame, **{case: piece}))


def _runs(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The words of both with what differs struck and put in, at the borders of words."""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    while start and not _BORDER.match(old[start - 1]):
        start -= 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-end - 1] == new[-end - 1]:
        end += 1
    while end and not _BORDER.match(old[len(old) - end]):
        end -= 1
    kept = old[len(old) - end :]
    return (
        (old[:start], ""),
        (old[start : len(old) - end], STRUCK),
        (new[start : len(new) - end], INSERTED),
        (kept, ""),
    )


def put_in(item: Item) -> Item:
    """A whole paragraph as put in."""
    pieces = tuple(piece if piece.runs else piece.changed(INSERTED) for piece in item.pieces)
    return replace(item, what=f"{item.what}, put in", pieces=pieces)


def taken_out(item: Item) -> Item:
    """A whole paragraph as taken out: nothing in it is to be found."""
    pieces = tuple(piece.changed(STRUCK) for piece in item.pieces)
    return replace(item, what="struck", pieces=pieces, is_struck=True)
