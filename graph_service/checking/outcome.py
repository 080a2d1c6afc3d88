"""What a rule says of one citation, before the place in the text and the fix grades weigh in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graph_service.checking.finding import Newer, Place, Severity, When
from graph_service.citing.mention import Mention
from graph_service.names.instrument import Instrument
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Status

Word = str | date | EditionFact | Instrument | tuple["Word", ...]
"""What a message can be told: it prints days, editions and instruments in its own language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """Words to put in the place of a mention's; ``title`` True where its quoted title is meant and not the mention.

    ``offered`` is True where the rule itself says that a person must decide (two candidates, a weaker ground);
    ``keeps_edition`` where only the form changes, so that a part of the cited edition stays right.
    """

    text: str
    title: bool = False
    offered: bool = False
    keeps_edition: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A rule that holds: its message's variant and words, its dates, its ground and what should stand there.

    ``severity`` overrides the rule's own; ``status`` is that of the facts it rests on; ``listed`` False means that the
    citation is counted and nothing is said. ``place`` is what the rule speaks of, where that is more than the mention.
    """

    variant: str = ""
    words: Mapping[str, Word] = field(default_factory=dict)
    severity: Severity | None = None
    when: When | None = None
    since: date | None = None
    newer: Newer | None = None
    latest: Newer | None = None
    status: Status = Status.ATTESTED
    rewrite: Rewrite | None = None
    evidence: tuple[str, ...] = ()
    listed: bool = True
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a lint says, and of which mention; None where it is of the document itself.

    ``place`` is where, if that is not the mention's own place.
    """

    mention: Mention | None
    outcome: Outcome
    place: Place | None = None
