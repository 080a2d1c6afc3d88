"""What plants and right items are made with: chance, the setting, the printer and the frames of a language."""

import random
import re
from typing import Any

from tests.checking.planted.facts import BODIES, Edition
from tests.checking.planted.item import OPERATIVE, PREAMBLE, Item, Piece
from tests.checking.planted.printing import Cited, Form, Printer
from tests.checking.planted.setting import Setting
from tests.checking.planted.words import words

_SLOT = re.compile(r"\{(\w+)\}")


class Maker:
    """Makes the items of one document."""

    def __init__(self, rng: random.Random, setting: Setting, printer: Printer) -> None:
        self.rng = rng
        self.setting = setting
        self.printer = printer
        self.said: dict[str, Any] = words(printer.lang)
        self.used: set[tuple[str, str, str]] = set()

    @property
    def lang(self) -> str:
        return self.printer.lang

    def typeset(self, text: str) -> str:
        return self.printer.style.typeset(text)

    def choice(self, found: list[Any]) -> Any:
        """One of some editions, or pairs that begin with one, of an instrument that no other item cites."""
        fresh = [one for one in found if _instrument(one) not in self.used]
        chosen = self.rng.choice(fresh) if fresh else None
        if chosen is not None:
            self.used.add(_instrument(chosen))
        return chosen

    def case_of(self, frame: str) -> str:
        """The case in which a frame wants its reference."""
        forms = {"acc", "nom", "gen", "prep", "with", "to", "bare"}
        return next(slot for slot in _SLOT.findall(frame) if slot in forms)

    def joined(self, first: str, second: str) -> str:
        """Two numbers of a list, joined in one of the language's ways."""
        return self.rng.choice(self.said.get("ands", [self.said["and"]])).join((first, second))

    def filled(self, frame: str, **pieces: Piece) -> tuple[Piece, ...]:
        """A frame with its slots filled, as pieces in order."""
        parts = _SLOT.split(frame)
        return tuple(
            pieces[part] if at % 2 else Piece(text=self.typeset(part)) for at, part in enumerate(parts) if part
        )

    def framed(self, what: str, cited: Cited, form: Form, expected: Any = None, group: str | None = None) -> Item:
        """A sentence around one reference; ``expected`` makes what must be found from the case that was chosen."""
        group = group or self.rng.choice([PREAMBLE, PREAMBLE, OPERATIVE])
        frame = self.rng.choice(self.said["operative" if group == OPERATIVE else "preamble"])
        return self.around(what, frame, cited, form, expected, group)

    def around(
        self, what: str, frame: str, cited: Cited, form: Form, expected: Any = None, group: str = PREAMBLE
    ) -> Item:
        case = self.case_of(frame)
        if form.is_before and (case != "acc" or form.is_short):
            form = Form()
        text = self.printer.reference(cited, form, case)
        expect = expected(lambda right: self.printer.reference(right, form, case)) if expected else None
        piece = Piece(text=text, is_reference=True, expect=expect)
        return Item(what=what, group=group, pieces=self.filled(frame, **{case: piece}))

    def form(self, edition: Edition) -> Form:
        """A way to print the body: in full, as the one that speaks, or not at all where place and year tell it."""
        phrases = [Form(body=phrase) for phrase in self.said["of_body"][edition.body]]
        if edition.body in BODIES and self.said["of_coded"]:
            phrases.append(Form(is_coded=True))
        if self.lang != "zh":
            phrases += [Form(body=self.said["of_body"][edition.body][0], is_marker_last=True)]
        if edition.body in self.said["before"]:
            phrases.append(Form(body=self.said["before"][edition.body], is_before=True))
        if edition.body == self.setting.body:
            phrases += [Form(body=self.said["this_body"][edition.body])] * 2
        if self._tells(edition):
            phrases += [Form(), Form(is_short=True)]
        return self.rng.choice(phrases)

    def full_form(self, body: str) -> Form:
        return Form(body=self.said["of_body"][body][0])

    def _tells(self, edition: Edition) -> bool:
        if edition.body == "WRC":
            return True
        met = edition.conference
        others = {
            one.body
            for one in self.setting.facts.conferences.values()
            if (one.place, one.year) == (met.place, met.year)
        }
        return others == {edition.body}


def _instrument(one: Any) -> tuple[str, str, str]:
    edition: Edition = one if isinstance(one, Edition) else one[0]
    return edition.instrument
