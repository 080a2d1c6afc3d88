"""Planted errors of editions: overtaken ones, of the future, of no conference, of the wrong body, of nobody."""

from dataclasses import replace

from tests.checking.planted.facts import Edition
from tests.checking.planted.item import OPERATIVE, PREAMBLE, Expect, Item, Piece
from tests.checking.planted.maker import Maker
from tests.checking.planted.printing import Cited, Form, Mark, cited, mark_of

_SEVERITY = {"overtaken-since": "warning"}


def overtaken(make: Maker, rule: str) -> Item | None:
    """An old edition where a newer one surely existed."""
    found = make.choice([one for one in make.setting.overtaken if one[2] == rule])
    if found is None:
        return None
    old, new, _ = found
    form = make.form(old)
    return make.framed(rule, cited(old), form, _becomes(rule, cited(old, mark_of(new))))


def overtaken_without_rev(make: Maker, rule: str) -> Item | None:
    """An old edition that lacks its "Rev." too: one finding, one fix."""
    found = make.choice([one for one in make.setting.overtaken if one[2] == rule and one[0].revised])
    if found is None:
        return None
    old, new, _ = found
    bare = replace(mark_of(old), revised=False)
    return make.framed(f"{rule}, bare", cited(old, bare), make.form(old), _becomes(rule, cited(old, mark_of(new))))


def _becomes(rule: str, right: Cited):
    def expected(printed):
        return Expect(rule=rule, severity=_SEVERITY.get(rule, "error"), rights=(printed(right),), is_applied=True)

    return expected


def overtaken_in_list(make: Maker) -> Item | None:
    """Two numbers with one marker at the end, both overtaken by editions of one conference."""
    found = [one for one in make.setting.overtaken if one[2] != "overtaken-since"]
    pairs = [
        (one, two)
        for one in found
        for two in found
        if one[0].number != two[0].number
        and not {one[0].instrument, two[0].instrument} & make.used
        and (one[0].body, one[0].kind) == (two[0].body, two[0].kind)
        and mark_of(one[0]) == mark_of(two[0])
        and mark_of(one[1]) == mark_of(two[1])
        and one[2] == two[2]
    ]
    if make.said.get("pair"):
        pairs = [(one, two) for one, two in pairs if one[0].revised]
    if not pairs:
        return None
    (first, new, rule), (second, _, _) = make.rng.choice(pairs)
    make.used |= {first.instrument, second.instrument}
    form = make.full_form(first.body)
    numbers = make.joined(first.number, second.number)
    wrong = _many(make, cited(first), numbers, form)
    right = _many(make, cited(first, mark_of(new)), numbers, form)
    expect = Expect(rule=rule, rights=(right,), is_applied=True)
    frame = next(one for one in make.said["preamble"] if "{acc}" in one)
    piece = Piece(text=wrong, is_reference=True, expect=expect)
    return Item(what=f"{rule}, list", group=PREAMBLE, pieces=make.filled(frame, acc=piece))


def overtaken_one_of_list(make: Maker) -> Item | None:
    """Two numbers with one marker at the end, one overtaken and the other not: a person must part them."""
    found = [
        one for one in make.setting.overtaken if one[2] != "overtaken-since" and one[0].instrument not in make.used
    ]
    pairs = [
        (old, rule, other)
        for old, _, rule in found
        for other in make.setting.current
        if other.instrument != old.instrument
        and other.instrument not in make.used
        and (old.body, old.kind) == (other.body, other.kind)
        and mark_of(old) == mark_of(other)
        and (old.revised or not make.said.get("pair"))
    ]
    if not pairs:
        return None
    old, rule, other = make.rng.choice(pairs)
    make.used |= {old.instrument, other.instrument}
    numbers = [old.number, other.number]
    make.rng.shuffle(numbers)
    words = _many(make, cited(old), make.joined(*numbers), make.full_form(old.body))
    piece = Piece(text=words, is_reference=True, expect=Expect(rule=rule, is_applied=False))
    frame = next(one for one in make.said["preamble"] if "{acc}" in one)
    return Item(what=f"{rule}, one of a list", group=PREAMBLE, pieces=make.filled(frame, acc=piece))


def _many(make: Maker, one: Cited, numbers: str, form: Form) -> str:
    text = make.printer.reference(replace(one, number="#"), form, "many")
    if pair := make.said.get("pair"):
        usual = make.said["kinds"][one.kind]["many"]
        text = text.replace(make.typeset(usual), make.typeset(pair[one.kind]))
        text = text.replace(make.typeset(make.said["rev"][0]), make.typeset(pair["rev"]))
    return text.replace("#", make.typeset(numbers))


def overtaken_beside(make: Maker, rule: str) -> Item | None:
    """An old edition joined to one that stands, of another text."""
    found = make.choice([one for one in make.setting.overtaken if one[2] == rule])
    other = make.choice(make.setting.current)
    if found is None or other is None:
        return None
    old, new, _ = found
    form = make.full_form(old.body)
    wrong = make.printer.reference(cited(old), form)
    right = make.printer.reference(cited(old, mark_of(new)), form)
    planted = Piece(text=wrong, is_reference=True, expect=Expect(rule=rule, rights=(right,), is_applied=True))
    beside = Piece(text=make.printer.reference(cited(other), make.full_form(other.body)), is_reference=True)
    first, second = (planted, beside) if make.rng.random() < 0.5 else (beside, planted)
    pieces = make.filled(make.said["beside"], first=first, second=second)
    return Item(what=f"{rule}, beside", group=PREAMBLE, pieces=pieces)


def overtaken_with_part(make: Maker) -> Item | None:
    """An old edition with a part that belongs to it: the fix is only offered."""
    found = make.choice([one for one in make.setting.overtaken if one[2] != "overtaken-since"])
    if found is None:
        return None
    old, new, rule = found
    frame = make.rng.choice(make.said["parts"])
    right = cited(old, mark_of(new))

    def expected(printed):
        return Expect(rule=rule, rights=(printed(right),), is_applied=False)

    return make.around(f"{rule}, with a part", frame, cited(old), make.full_form(old.body), expected)


def future(make: Maker) -> Item | None:
    """An edition that was adopted after the day of the text."""
    own = make.setting.conference
    known = [one for one in make.setting.future if not (make.setting.is_draft and one.conference == own)]
    edition = make.choice(known)
    if edition is None:
        return None
    severity = "warning" if make.setting.is_draft else "error"
    return make.framed(
        "future-edition", cited(edition), make.form(edition), lambda _: Expect(rule="future-edition", severity=severity)
    )


def wrong_conference(make: Maker) -> Item | None:
    """A place or a year mistaken by one conference, with the body printed."""
    edition = make.choice([one for one in make.setting.placed if one.conference.year <= 2022])
    if edition is None:
        return None
    held = [one for one in make.setting.facts.held(edition.body) if one.year >= 1994]
    right = mark_of(edition)
    others = [one for one in held if one.place != right.place and one.closes <= make.setting.text_day]
    if not others:
        return None
    other = make.rng.choice(others)
    wrong = replace(right, place=other.place) if make.rng.random() < 0.5 else replace(right, year=other.year)
    if any((one.place, one.year) == (wrong.place, wrong.year) for one in held) or _has(make, edition, wrong):
        return None
    alike = [one for one in held if one.year == wrong.year or one.place == wrong.place]
    marks = [replace(right, place=one.place, year=one.year) for one in alike]
    severity = "error" if edition.body != "WTDC" or wrong.year <= 2017 else "warning"
    if edition.body == "WTSA" and wrong.year > 2008:
        severity = "warning"
    return make.framed(
        "wrong-conference",
        cited(edition, wrong),
        make.full_form(edition.body),
        lambda printed: Expect(
            rule="wrong-conference",
            severity=severity,
            rights=tuple(printed(cited(edition, mark)) for mark in marks),
            is_applied=False,
        ),
    )


def _has(make: Maker, edition: Edition, mark: Mark) -> bool:
    """Whether any other body has that number at that place in that year: then the body may be what is wrong."""
    met = make.setting.facts.conferences.values()
    return any((one.place, one.year) == (mark.place, mark.year) and one.body != edition.body for one in met)


def wrong_body(make: Maker) -> Item | None:
    """The right edition with the name of a body that did not meet there."""
    edition = make.choice(make.setting.placed)
    if edition is None:
        return None
    met = edition.conference
    others = [body for body in ("PP", "WTDC", "WTSA") if body != edition.body]
    there = {
        one.body for one in make.setting.facts.conferences.values() if (one.place, one.year) == (met.place, met.year)
    }
    wrong = make.rng.choice([body for body in others if body not in there] or [""])
    if not wrong:
        return None
    form = make.full_form(wrong)
    rights = [Form(body=phrase) for phrase in make.said["of_body"][edition.body]]

    def expected(_):
        return Expect(
            rule="wrong-body", rights=tuple(make.printer.reference(cited(edition), one, case) for one in rights)
        )

    frame = make.rng.choice(make.said["preamble"])
    case = make.case_of(frame)
    return make.around("wrong-body", frame, cited(edition), form, expected)


def no_such_edition(make: Maker) -> Item | None:
    """A conference whose list is complete, and a number that is not in it."""
    facts = make.setting.facts
    closed = [one for one in facts.closed if facts.conferences[one[0]].closes <= make.setting.text_day]
    if not closed:
        return None
    conference, kind = make.rng.choice([one for one in closed if one[1] in {"resolution", "decision"}])
    met = facts.conferences[conference]
    made = {act.number for acts in facts.lines.values() for act in acts if act.conference == met and act.kind == kind}
    known = [one[2] for one in facts.lines if one[:2] == (met.body, kind) and one not in {*make.used, make.setting.own}]
    number = make.rng.choice([one for one in [*known, "350", "899"] if one not in made])
    make.used.add((met.body, kind, number))
    wrong = Cited(body=met.body, kind=kind, number=number, mark=Mark(place=met.place, year=met.year, revised=True))
    return make.framed("no-such-edition", wrong, make.full_form(met.body), lambda _: Expect(rule="no-such-edition"))


def suppressed(make: Maker) -> Item | None:
    """A text that was abrogated before the day of the text, in its last edition or without one."""
    facts, day = make.setting.facts, make.setting.text_day
    gone = [one for one, since in facts.gone.items() if since <= day and one in facts.lines and one != make.setting.own]
    texts = [[act for act in facts.lines[one] if not act.abrogated and act.sure] for one in gone]
    last = make.choice([acts[-1] for acts in texts if acts])
    if last is None:
        return None
    undated = make.rng.random() < 0.2
    what = cited(last).marked(None) if undated else cited(last)
    form = make.full_form(last.body) if undated else make.form(last)
    return make.framed("instrument-suppressed", what, form, lambda _: Expect(rule="instrument-suppressed"))


def inconsistent(make: Maker) -> Item | None:
    """In a draft, the standing edition of a text of the addressed conference beside the one that it is to adopt."""
    setting = make.setting
    if not setting.is_draft:
        return None
    edition = make.choice([one for one in setting.current if one.body == setting.body])
    if edition is None:
        return None
    expected = Mark(place=setting.conference.place, year=setting.conference.year, revised=True)
    form = Form(body=make.said["this_body"][edition.body])
    frames = [make.rng.choice(make.said[key]) for key in ("preamble", "operative")]
    first = make.around(
        "inconsistent", frames[0], cited(edition), form, lambda _: Expect(rule="inconsistent", severity="warning")
    )
    second = make.around("inconsistent", frames[1], cited(edition, expected), form)
    stop = ". " if make.lang != "zh" else "。"
    begins = second.pieces[0]
    begins = replace(begins, text=begins.text[:1].upper() + begins.text[1:])
    pieces = (*first.pieces, Piece(text=stop), begins, *second.pieces[1:])
    return Item(what="inconsistent", group=OPERATIVE, pieces=pieces)
