"""The replacement graph is walked to its ends: mergers, chains, splits and circles."""

from dataclasses import replace
from datetime import date

from graph_service.checking.replacing import Removals
from graph_service.register.fact import Evidence, Grade, Status
from graph_service.register.values import Replacement
from tests.checking.composed import instrument


def row(old: str, new: str, day: str, *, kind: str = "merged", status: Status = Status.ATTESTED) -> Replacement:
    said = Evidence(source="a test", grade=Grade.OTHER, status=status)
    return Replacement(
        id=f"{old}-{new}", kind=kind, from_name="", to_name="", from_edition=old, to_edition=new,
        since=date.fromisoformat(day), since_words="", note="", evidence=said,
    )  # fmt: skip


def removals(register, *rows: Replacement) -> Removals:
    return Removals(replace(register, replacements=rows))


def test_a_chain_ends_at_what_stands_last(register):
    graph = removals(
        register, row("wtdc/res/1", "wtdc/res/2", "2010-01-01"), row("wtdc/res/2", "wtdc/res/3", "2014-01-01")
    )
    (end,) = graph.of(instrument("wtdc/res/1"))
    assert end.into == (instrument("wtdc/res/3"),)
    assert end.way == (instrument("wtdc/res/2"),)


def test_a_split_has_two_ends(register):
    graph = removals(
        register,
        row("wtdc/res/1", "wtdc/res/2", "2010-01-01", kind="split"),
        row("wtdc/res/1", "wtdc/res/3", "2010-01-01", kind="split"),
    )
    assert graph.of(instrument("wtdc/res/1"))[0].into == (instrument("wtdc/res/2"), instrument("wtdc/res/3"))


def test_a_circle_is_left(register):
    graph = removals(
        register, row("wtdc/res/1", "wtdc/res/2", "2010-01-01"), row("wtdc/res/2", "wtdc/res/1", "2014-01-01")
    )
    assert graph.of(instrument("wtdc/res/1"))[0].into == (instrument("wtdc/res/2"),)


def test_steps_go_forward_in_time(register):
    graph = removals(
        register, row("wtdc/res/1", "wtdc/res/2", "2014-01-01"), row("wtdc/res/2", "wtdc/res/3", "2010-01-01")
    )
    assert graph.of(instrument("wtdc/res/1"))[0].into == (instrument("wtdc/res/2"),)


def test_a_chain_is_as_sure_as_its_weakest_link(register):
    graph = removals(
        register,
        row("wtdc/res/1", "wtdc/res/2", "2010-01-01"),
        row("wtdc/res/2", "wtdc/res/3", "2014-01-01", status=Status.INFERRED),
    )
    assert graph.of(instrument("wtdc/res/1"))[0].status is Status.INFERRED


def test_an_edition_stands_for_its_instrument(register):
    graph = removals(register, row("wtdc/res/1/wtdc-06", "", "2010-01-01", kind="suppressed"))
    assert graph.of(instrument("wtdc/res/1"))[0].into == ()


def test_a_renamed_body_takes_nothing_away(register):
    assert (
        removals(register, row("wtdc/res/1", "", "2010-01-01", kind="renamed-body")).of(instrument("wtdc/res/1")) == ()
    )
