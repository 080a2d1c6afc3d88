"""Planted errors of words: "Rev.", no marker, titles, provisions, former names, parts that are not there, programmes."""

from dataclasses import replace
from datetime import date

from tests.checking.planted.facts import BODIES
from tests.checking.planted.item import OPERATIVE, PREAMBLE, Expect, Item, Piece
from tests.checking.planted.maker import Maker
from tests.checking.planted.printing import cited, mark_of

_PLANS = ("hyderabad-action-plan-2010", "dubai-action-plan-2014", "buenos-aires-action-plan-2017",
          "kigali-action-plan-2022", "baku-action-plan-2025")  # fmt: skip
_PERIODS = ("2012-2015", "2016-2019", "2020-2023", "2024-2027")
_CONNECT = (("connect-2020", "pp-14"), ("connect-2030", "pp-18"))


def without_rev(make: Maker) -> Item | None:
    """The standing edition, revised, without its "Rev."."""
    return _marked(make, is_revised=True)


def with_rev(make: Maker) -> Item | None:
    """The first edition of a text, said to be revised."""
    return _marked(make, is_revised=False)


def _marked(make: Maker, *, is_revised: bool) -> Item | None:
    edition = make.choice([one for one in make.setting.current if one.revised is is_revised])
    if edition is None:
        return None
    wrong = replace(mark_of(edition), revised=not is_revised)
    what = "marker-form, missing" if is_revised else "marker-form, too much"
    return make.framed(
        what,
        cited(edition, wrong),
        make.form(edition),
        lambda printed: Expect(
            rule="marker-form",
            severity="error" if edition.body in BODIES else "warning",
            rights=(printed(cited(edition)),),
            is_applied=True,
        ),
    )


def undated(make: Maker) -> Item | None:
    """A reference without marker to a text whose newest edition is known."""
    edition = make.choice(make.setting.current)
    if edition is None:
        return None
    return make.framed(
        "undated",
        cited(edition).marked(None),
        make.full_form(edition.body),
        lambda printed: Expect(rule="undated", severity="info", rights=(printed(cited(edition)),), is_applied=False),
    )


def title_drift(make: Maker) -> Item | None:
    """A quoted title that is not that of the cited edition, whose title is attested."""
    edition = make.choice([one for one in make.setting.current if one.title(make.lang)])
    if edition is None:
        return None
    title = Piece(
        text=make.typeset(make.said["wrong_title"]),
        expect=Expect(rule="title-drift", severity="warning", rights=(str(edition.title(make.lang)),)),
    )
    text = make.printer.reference(cited(edition), make.full_form(edition.body))
    pieces = make.filled(make.rng.choice(make.said["quoted"]), acc=Piece(text=text, is_reference=True), title=title)
    return Item(what="title-drift", group=PREAMBLE, pieces=pieces)


def provision(make: Maker) -> Item | None:
    """A number of a basic text with an Article that does not hold it."""
    texts = make.said["texts"]
    known = [one for one in make.setting.facts.articles if one[0] in texts]
    basic, article, number = make.rng.choice(known)
    wrong = make.rng.choice([one[1] for one in known if one[0] == basic and one[1] != article])
    if number <= sum(one[:2] == (basic, wrong) for one in known):
        return None
    frame = make.rng.choice(make.said["provisions"])
    text = make.typeset(frame.format(number=number, article=wrong, text=texts[basic]))
    right = make.typeset(frame.format(number=number, article=article, text=texts[basic]))
    rights = (right,) if str(number) != wrong else ()
    expect = Expect(rule="provision-mismatch", rights=rights, is_applied=False)
    piece = Piece(text=text, is_reference=True, expect=expect)
    return Item(what="provision-mismatch", group=OPERATIVE, pieces=(piece,))


def former_body(make: Maker) -> Item | None:
    """A body under a name that it no longer bears."""
    text = make.typeset(make.rng.choice(list(make.said["former_body"].values())))
    piece = Piece(text=text, is_reference=True, expect=Expect(rule="renamed-body", severity="info"))
    frame = next(one for one in make.said["preamble"] if "{acc}" in one)
    return Item(what="renamed-body", group=PREAMBLE, pieces=make.filled(frame, acc=piece))


def dangling(make: Maker) -> Item | None:
    """A reference to a numbered paragraph of an operative part that does not have so many."""
    text = make.typeset(make.rng.choice(make.said["internal"]).format(number=make.rng.randint(40, 60)))
    piece = Piece(text=text, is_reference=True, expect=Expect(rule="dangling-internal", severity="warning"))
    return Item(what="dangling-internal", group=OPERATIVE, pieces=(piece,))


def programme(make: Maker) -> Item | None:
    """A programme or plan that another one followed."""
    found = [plant for line in (_agendas, _action_plans, _plans) for plant in line(make)]
    if not found:
        return None
    wrong, right, since, is_applied = make.rng.choice(found)
    group = make.rng.choice([PREAMBLE, OPERATIVE])
    is_binding = group == OPERATIVE
    severity = "error" if is_binding and since <= make.setting.text_day else "warning"
    expect = Expect(
        rule="programme-superseded",
        severity=severity,
        rights=(make.typeset(right),),
        is_applied=is_applied and is_binding,
    )
    frame = make.rng.choice(make.said["programme_operative" if is_binding else "programme_preamble"])
    piece = Piece(text=make.typeset(wrong), is_reference=True, expect=expect)
    return Item(what="programme-superseded", group=group, pieces=make.filled(frame, prog=piece))


def standing_programme(make: Maker) -> Item | None:
    """A programme or plan that applies at the day of the text and of the check."""
    names = [*make.said["programmes"]["right"]]
    for line in (_known_agendas(make), _known_action_plans(make)):
        if line and line[-1][1] <= make.setting.text_day:
            names.append(line[-1][0])
    frame = make.rng.choice([*make.said["programme_preamble"], *make.said["programme_operative"]])
    piece = Piece(text=make.typeset(make.rng.choice(names)), is_reference=True)
    return Item(what="right programme", group=OPERATIVE, pieces=make.filled(frame, prog=piece))


def _agendas(make: Maker):
    known = _known_agendas(make)
    if len(known) == 2 and make.setting.text_day.year >= 2015:
        at = make.rng.randrange(2)
        names = make.said["programmes"]
        yield names["connect-2020"][at], names["connect-2030"][at], known[1][1], True


def _known_agendas(make: Maker) -> list[tuple[str, date]]:
    met = make.setting.facts.conferences
    known = [(make.said["programmes"][name][0], met[since].closes) for name, since in _CONNECT]
    return [one for one in known if one[1] <= _last_day(make)]


def _action_plans(make: Maker):
    known = _known_action_plans(make)
    for at, (name, since) in enumerate(known[:-1]):
        if since <= make.setting.text_day:
            yield name, known[-1][0], known[at + 1][1], True


def _known_action_plans(make: Maker) -> list[tuple[str, date]]:
    facts, found = make.setting.facts, []
    for plan in _PLANS:
        met = next(one for one in facts.held("WTDC") if str(one.year) == plan[-4:])
        name = plan_name(make, plan, met.place)
        if met.closes <= _last_day(make):
            found.append((name, met.closes))
    return found


def plan_name(make: Maker, plan: str, place: str) -> str:
    """The name of an action plan: inflected ones from the words, others as the table of names has them."""
    cities = make.said["programmes"]["cities"]
    if make.lang == "ru":
        return make.said["programmes"]["action-plan"].format(city=cities[place])
    rows = [row for row in make.setting.facts.rows("names") if row["subject"] == f"programme/{plan}"]
    return next(row["form"] for row in rows if row["lang"] == make.lang)


def _plans(make: Maker):
    form = make.rng.choice(make.said["programmes"]["plan"])
    known = [period for period in _PERIODS if date(int(period[:4]), 1, 1) <= _last_day(make)]
    for at, period in enumerate(known[:-1]):
        if int(period[:4]) <= make.setting.text_day.year + 1:
            since = date(int(known[at + 1][:4]), 1, 1)
            yield form.format(period=period), form.format(period=known[-1]), since, False


def _last_day(make: Maker) -> date:
    return max(make.setting.check, make.setting.text_day)
