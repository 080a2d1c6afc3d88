"""What can go wrong, as one value: a code, what happened, where, and what to do about it."""

from dataclasses import dataclass
from enum import Enum


class Code(Enum):
    """The kinds of problem: kebab-case name, exit code of the command, HTTP status."""

    UNREADABLE_FILE = ("unreadable-file", 2, 422)
    UNSUPPORTED_FORMAT = ("unsupported-format", 2, 415)
    TOO_LARGE = ("too-large", 2, 413)
    NOT_FOUND = ("not-found", 1, 404)
    AMBIGUOUS = ("ambiguous-name", 2, 300)
    NOT_AN_IDENTIFIER = ("not-an-identifier", 1, 400)
    BAD_REQUEST = ("bad-request", 2, 400)
    BAD_QUERY = ("bad-query", 2, 400)
    BAD_DATA = ("bad-data", 2, 500)
    STORE_UNAVAILABLE = ("store-unavailable", 2, 503)
    TIMED_OUT = ("timed-out", 2, 503)
    BUSY = ("busy", 2, 503)
    METHOD_NOT_ALLOWED = ("method-not-allowed", 2, 405)
    NOT_ACCEPTABLE = ("not-acceptable", 2, 406)
    TOO_SLOW = ("request-too-slow", 2, 408)
    INVALID_PARAMETER = ("invalid-parameter", 2, 422)
    QUERY_ENDED = ("query-ended", 2, 503)
    INTERNAL = ("internal-error", 2, 500)
    UNAUTHORIZED = ("unauthorized", 2, 401)
    FORBIDDEN = ("forbidden", 2, 403)
    EXISTS = ("exists-already", 2, 409)
    REFUSED = ("refused", 2, 400)

    def __init__(self, word: str, exit_code: int, status: int) -> None:
        self.word = word
        self.exit_code = exit_code
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that went wrong: ``what`` happened, ``where``, and the ``hint`` that says what to do."""

    code: Code
    what: str
    where: str
    hint: str
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One sentence for a terminal: where, what, what to do."""
        choices = f" ({', '.join(self.choices)})" if self.choices else ""
        return f"{self.where}: {self.what}{choices}; {self.hint}"


class ProblemError(Exception):
    """Carries a Problem up to the command or the HTTP layer, which renders it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem

    def __reduce__(self) -> tuple[type["ProblemError"], tuple[Problem]]:
        """Travel between processes as the problem that it carries."""
        return ProblemError, (self.problem,)


def problem(code: Code, what: str, *, where: str, hint: str, choices: tuple[str, ...] = ()) -> ProblemError:
    """Return the exception of a problem, to be raised by the caller."""
    return ProblemError(Problem(code=code, what=what, where=where, hint=hint, choices=choices))
