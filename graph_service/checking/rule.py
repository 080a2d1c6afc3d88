"""A rule as a value: what it finds, how much that matters, why, what to do, and examples that are run as tests."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph_service.checking.case import Case
from graph_service.checking.finding import Finding, Severity
from graph_service.checking.judgement import JudgedText
from graph_service.checking.outcome import Hit, Outcome
from graph_service.checking.waivers import Waiver


class Grade(StrEnum):
    """What is done with a fix: written unasked, offered in a comment, or there is none."""

    APPLIED = "applied"
    SUGGESTED = "suggested"
    NONE = "none"


class Setting(StrEnum):
    """In what document an example's sentence stands."""

    ADOPTED_PP_18 = "adopted by the Plenipotentiary Conference (Dubai, 2018)"
    DRAFT_WTDC_22 = "draft to the World Telecommunication Development Conference (Kigali, 2022)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence in one language: where it stands, when it is checked, and whether the rule must find something.

    ``clause`` is a key of ``clauses.csv``; ``at`` what ``--at`` would be; ``fix`` the words that must be proposed.
    ``given`` are facts that the example supposes beside the register: the path of an edition, its act and its day.
    """

    lang: str
    sentence: str
    setting: Setting = Setting.ADOPTED_PP_18
    clause: str = "recalls"
    at: str | None = None
    finds: bool = True
    fix: str | None = None
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Severities:
    """How much a finding matters: in a draft, in an adopted text for what was wrong at adoption, and for later events.

    None means that the rule cannot hold there. ``note`` tells the exceptions.
    """

    draft: Severity | None
    adopted: Severity | None
    since: Severity | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What verdicts and lints have in common: everything that a person is told of them."""

    id: str
    title: str
    what: str
    why: str
    guidance: str
    severities: Severities
    fix: Grade
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Rule):
    """A rule of which exactly one holds for each citation, the first in the registry's order."""

    holds: Callable[[Case], Outcome | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint(Rule):
    """A rule on the words of mentions, beside the verdict."""

    finds: Callable[[JudgedText], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Rule):
    """A rule on the check itself: on waivers, after all findings are made."""

    finds: Callable[[Iterable[Waiver], Iterable[Finding], str], Iterable[Outcome]]
