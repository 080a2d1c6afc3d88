"""The problems of a query as the store tells of them: where its text is wrong, or that it wants too much."""

import re

from graph_service.errors import Code, ProblemError, problem

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_CHARACTERS = re.compile(r"(?:, )?\['[^\]]*\]")
"""The ranges of characters in the parser's list of what it expected, which help nobody."""
_LONGEST_MESSAGE = 400


def out_of_memory() -> ProblemError:
    """Return the problem of a query that took more memory than its process may."""
    hint = "ask for less at once, or narrow the patterns"
    return problem(Code.QUERY_ENDED, "it needs more memory than it may have", where="the query", hint=hint)


def bad_syntax(error: SyntaxError) -> ProblemError:
    """Return the problem of a text that the parser refused, with the parser's position."""
    found = _POSITION.fullmatch(str(error))
    where = f"line {found[1]}, column {found[2]}" if found else "the query"
    return bad_query(found[3] if found else str(error), where)


def bad_query(words: str, where: str = "the query") -> ProblemError:
    """Return the problem of a query in the words of who refused it, shortened."""
    flat = _CHARACTERS.sub("", " ".join(words.split()))
    shown = flat if len(flat) <= _LONGEST_MESSAGE else flat[:_LONGEST_MESSAGE] + " ..."
    return problem(Code.BAD_QUERY, shown, where=where, hint="correct it there")
