"""A document: its head as the setting has it, then items in a preamble and an operative part, wrong ones among right."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tests.checking.planted import changes, rights, slips, wordings
from tests.checking.planted.facts import Facts
from tests.checking.planted.item import ANNEX, OPERATIVE, PREAMBLE, Expect, Item, Piece
from tests.checking.planted.maker import Maker
from tests.checking.planted.printing import Mark, Printer
from tests.checking.planted.setting import Setting, setting
from tests.checking.planted.words import VARIED, style

Make = Callable[[Maker], Item | None]
PLANTS: dict[str, Make] = {
    "stale-at-adoption": lambda make: slips.overtaken(make, "stale-at-adoption"),
    "stale-at-adoption, bare": lambda make: slips.overtaken_without_rev(make, "stale-at-adoption"),
    "stale-at-adoption, beside": lambda make: slips.overtaken_beside(make, "stale-at-adoption"),
    "revised-at-same-conference": lambda make: slips.overtaken(make, "revised-at-same-conference"),
    "overtaken-since": lambda make: slips.overtaken(make, "overtaken-since"),
    "overtaken in a list": slips.overtaken_in_list,
    "overtaken, one of a list": slips.overtaken_one_of_list,
    "overtaken, with a part": slips.overtaken_with_part,
    "future-edition": slips.future,
    "wrong-conference": slips.wrong_conference,
    "wrong-body": slips.wrong_body,
    "no-such-edition": slips.no_such_edition,
    "instrument-suppressed": slips.suppressed,
    "inconsistent": slips.inconsistent,
    "marker-form, missing": wordings.without_rev,
    "marker-form, too much": wordings.with_rev,
    "undated": wordings.undated,
    "title-drift": wordings.title_drift,
    "provision-mismatch": wordings.provision,
    "renamed-body": wordings.former_body,
    "dangling-internal": wordings.dangling,
    "programme-superseded": wordings.programme,
}
RIGHTS: tuple[Make, ...] = (
    rights.standing,
    rights.standing,
    rights.standing,
    rights.doubtful,
    rights.unknown,
    rights.addressed,
    rights.own_earlier,
    rights.several,
    rights.enumeration,
    rights.looking_back,
    rights.inside_a_title,
    rights.right_title,
    rights.other,
    rights.plain,
    rights.right_provision,
    rights.own_part,
    wordings.standing_programme,
)
_PREAMBLES = ("recalls", "considers", "recognizes", "notes")
_LOWER = {"error": "warning", "warning": "info", "info": "info"}
_MOVED = ("stale-at-adoption", "revised-at-same-conference", "overtaken-since", "right")
"""What may stand in an annex, where everything matters one step less."""


@dataclass(frozen=True, kw_only=True)
class Composed:
    """A document: its paragraphs as items, those of the head without anything to find, and its place in time."""

    name: str
    setting: Setting
    lang: str
    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        return "\n".join(item.text for item in self.items) + "\n"

    def flattened(self) -> "Composed":
        """The document as text has it: struck words run on, struck paragraphs gone."""
        return replace(self, items=tuple(item for item in self.items if not item.is_struck))


def composed(
    facts: Facts, lang: str, seed: int, *, kind: str = VARIED, plants: int = 5, right: int = 7, tracked: bool = False
) -> Composed:
    """Return a document of a language; one seed gives one document. ``tracked`` ones are drafts with open changes."""
    rng = random.Random(f"{lang}-{seed}{'-tracked' * tracked}")
    place = setting(facts, rng, is_draft=True if tracked else None)
    make = Maker(rng, place, Printer(facts=facts, style=style(lang, rng, kind)))
    wanted = [PLANTS[name] for name in rng.sample(list(PLANTS), plants)]
    items = [item for one in [*wanted, *rng.choices(RIGHTS, k=right)] if (item := one(make))]
    if tracked:
        items = [*_tracked(items, rng), *(item for one in _CHANGES if (item := one(make)))]
    rng.shuffle(items)
    name = f"{lang}-{seed}{'-tracked' * tracked}"
    return Composed(name=name, setting=place, lang=lang, items=(*_head(make), *_parts(make, items)))


_CHANGES: tuple[Make, ...] = (changes.wrong_change, changes.right_change)


def _tracked(items: Iterable[Item], rng: random.Random) -> list[Item]:
    """Some of the paragraphs put in, some taken out."""
    out = []
    for item in items:
        chance = rng.random()
        is_alone = item.what not in {"inconsistent", "dangling-internal", "right, own part"}
        out.append(
            changes.put_in(item) if chance < 0.3 else changes.taken_out(item) if chance < 0.5 and is_alone else item
        )
    return out


def _head(make: Maker) -> list[Item]:
    said, place = make.said, make.setting
    met = place.conference
    formula = make.printer.mark(Mark(place=met.place, year=met.year, revised=False))
    title = _own(make, said["title_line"])
    title = title.upper() if make.rng.random() < 0.4 else title
    lines = [title, said["subject"], make.typeset(said["formula"][place.body].format(marker=formula))]
    if place.is_draft:
        lines.insert(0, f"MOD\tXYZ/{make.rng.randint(2, 40)}A{make.rng.randint(1, 30)}/{make.rng.randint(1, 9)}")
    return [_plain(line) for line in lines]


def _own(make: Maker, frame: str) -> str:
    place = make.setting
    met = place.conference
    own = make.printer.mark(Mark(place=met.place, year=met.year, revised=place.is_revised))
    return make.typeset(frame.format(number=place.number, marker=own))


def _parts(make: Maker, items: list[Item]) -> list[Item]:
    said = make.said
    movable = [item for item in items if item.what in _MOVED and item.group != ANNEX]
    moved = movable[:2] if make.rng.random() < 0.3 else []
    items = [item for item in items if item not in moved]
    preamble = [item for item in items if item.group == PREAMBLE]
    operative = [item for item in items if item.group == OPERATIVE]
    out: list[Item] = []
    if preamble:
        out.append(_plain(label(make, make.rng.choice(_PREAMBLES))))
        out += _labelled(preamble, said["letters"], said)
    out.append(_plain(label(make, OPERATIVE)))
    first = Item(what="plain", group=OPERATIVE, pieces=(Piece(text=said["operative_plain"]),))
    out += _labelled([first, *operative], said["numbers"], said)
    if moved:
        out.append(_plain(_own(make, said["annex"])))
        out += _labelled([_lowered(item) for item in moved], said["numbers"], said)
    return out


def _lowered(item: Item) -> Item:
    pieces = tuple(replace(one, expect=_less(one.expect)) if one.expect else one for one in item.pieces)
    return replace(item, what=f"{item.what}, in an annex", group=ANNEX, pieces=pieces)


def _less(expect: Expect) -> Expect:
    severity = _LOWER[expect.severity]
    return replace(expect, severity=severity, is_applied=expect.is_applied and severity != "info")


def _labelled(items: list[Item], frame: str, said: dict[str, str]) -> list[Item]:
    out = []
    for at, item in enumerate(items):
        before = frame.format(letter="abcdefghijklmnopqrstuvwxyz"[at], number=at + 1)
        after = said["group_end"] if at == len(items) - 1 else said["item_end"]
        out.append(item.between(before, after))
    return out


def label(make: Maker, clause: str) -> str:
    row = next(row for row in make.setting.facts.rows("clauses") if row["id"] == clause)
    return row[f"label_{make.lang}"]


def _plain(text: str) -> Item:
    return Item(what="head", group="", pieces=(Piece(text=text),))
