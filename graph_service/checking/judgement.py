"""The verdicts of one text: which rule holds for each citation, with what severity; what lints look back on."""

from dataclasses import dataclass
from functools import cached_property

from graph_service.checking.case import Case, TextCase
from graph_service.checking.finding import Severity
from graph_service.checking.outcome import Outcome

NO_EDITION = frozenset({"wrong-body", "wrong-conference", "no-such-edition"})
"""Verdicts that say that there is no such edition: nothing more can be told of it, or of a text by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on one citation; ``severity`` is None where it is counted and not listed."""

    case: Case
    rule: str
    outcome: Outcome
    severity: Severity | None


@dataclass(frozen=True, kw_only=True)
class JudgedText:
    """A text with the verdicts on its citations; those of the text itself have none."""

    whole: TextCase
    judgements: tuple[Judgement, ...]

    @cached_property
    def _by_mention(self) -> dict[int, Judgement]:
        return {id(one.case.mention): one for one in self.judgements}

    def of(self, case: Case) -> Judgement | None:
        """Return the verdict on a case, None for a mention of the text itself."""
        return self._by_mention.get(id(case.mention))
