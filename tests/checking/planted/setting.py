"""In what document references stand: a draft to a conference or a text that one adopted, and when it is checked."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tests.checking.planted.facts import BODIES, Edition, Facts, Met

TODAY = date(2026, 11, 24)
DRAFTS = ("wtdc-22", "pp-22", "wtsa-24", "pp-18", "wtdc-25", "pp-26", "wtdc-17")
ADOPTED = ("pp-18", "pp-22", "wtdc-22", "wtdc-17", "wtsa-24", "wtsa-16", "pp-14", "wtdc-25", "wtsa-20")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One document's place in time; ``own`` is the instrument that it is, with whether its marker says "Rev."."""

    facts: Facts
    conference: Met
    is_draft: bool
    check: date
    number: str
    is_revised: bool

    @property
    def body(self) -> str:
        return self.conference.body

    @property
    def text_day(self) -> date:
        return self.check if self.is_draft else self.conference.closes

    @property
    def at(self) -> str | None:
        return None if self.is_draft else self.check.isoformat()

    @property
    def own(self) -> tuple[str, str, str]:
        return self.body, "resolution", self.number

    def acts(self, instrument: tuple[str, str, str]) -> list[Edition]:
        """The editions of an instrument up to the check date, oldest first."""
        return [one for one in self.facts.lines[instrument] if one.day <= max(self.check, self.text_day)]

    @cached_property
    def usable(self) -> dict[tuple[str, str, str], list[Edition]]:
        """The instruments of which nothing is in doubt but what the editions themselves say."""
        apart = {*self.facts.gone, *self.facts.doubtful, self.own}
        return {
            one: self.facts.lines[one]
            for one in self.facts.lines
            if one not in apart and not any(act.abrogated for act in self.facts.lines[one])
        }

    @cached_property
    def current(self) -> list[Edition]:
        """The editions that nothing is known to have followed up to the check date."""
        found = []
        for instrument in self.usable:
            acts = self.acts(instrument)
            if acts and acts[-1].sure and acts[-1].day <= self.text_day and _is_printed_so(acts, acts[-1]):
                found.append(acts[-1])
        return found

    @cached_property
    def doubtful(self) -> list[Edition]:
        """Editions that others are told to have followed, none of which anybody attests."""
        found = []
        for instrument in self.usable:
            acts = self.acts(instrument)
            for at, one in enumerate(acts[:-1]):
                is_open = not any(other.attested for other in acts[at + 1 :])
                if one.sure and is_open and one.day <= self.text_day and _is_printed_so(acts, one):
                    found.append(one)
        return found

    @cached_property
    def placed(self) -> list[Edition]:
        """Those of the current editions whose markers name a place."""
        return [one for one in self.current if one.body in BODIES]

    @cached_property
    def overtaken(self) -> list[tuple[Edition, Edition, str]]:
        """Editions that surely were followed, with the newest one and the rule that must say so."""
        found = []
        for instrument in self.usable:
            acts = self.acts(instrument)
            for at, one in enumerate(acts[:-1]):
                later = acts[at + 1 :]
                is_sure = one.sure and all(other.sure and other.revised for other in later)
                if is_sure and _is_printed_so(acts, one) and one.day <= self.text_day:
                    found.append((one, later[-1], self._rule(later)))
        return found

    def _rule(self, later: list[Edition]) -> str:
        known = [one for one in later if one.day <= self.text_day]
        if not known:
            return "overtaken-since"
        same = not self.is_draft and any(one.conference == self.conference for one in known)
        return "revised-at-same-conference" if same else "stale-at-adoption"

    @cached_property
    def future(self) -> list[Edition]:
        """The editions that were adopted after the day of the text, by another conference or, for a draft, by its own."""
        return [act for acts in self.usable.values() for act in acts if act.sure and act.day > self.text_day]


def _is_printed_so(acts: list[Edition], one: Edition) -> bool:
    """Whether "Rev." is printed exactly where an edition is known before it."""
    return one.revised == (one is not acts[0])


def setting(facts: Facts, rng: random.Random, *, is_draft: bool | None = None) -> Setting:
    """Return a document's place in time."""
    is_draft = rng.random() < 0.5 if is_draft is None else is_draft
    conference = facts.conferences[rng.choice(DRAFTS if is_draft else ADOPTED)]
    number, is_revised = _own(facts, conference, rng)
    return Setting(
        facts=facts,
        conference=conference,
        is_draft=is_draft,
        check=min(conference.opens - timedelta(days=1), TODAY) if is_draft else _check(conference, rng),
        number=number,
        is_revised=is_revised,
    )


def _check(conference: Met, rng: random.Random) -> date:
    return rng.choice([conference.closes, TODAY, date(2023, 1, 1) if conference.closes < date(2023, 1, 1) else TODAY])


def _own(facts: Facts, conference: Met, rng: random.Random) -> tuple[str, bool]:
    """A number of the body: one that existed before, so that its marker says "Rev."."""
    existed = [
        number
        for (body, kind, number), acts in facts.lines.items()
        if (body, kind) == (conference.body, "resolution")
        and acts[0].day < conference.opens
        and acts[0].sure
        and (body, kind, number) not in facts.gone
        and (body, kind, number) not in facts.doubtful
    ]
    return rng.choice(existed), True
