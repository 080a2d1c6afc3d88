"""Parameters of several routes whose values are a closed set: a language there are words of, a body of the register.

A value outside is refused: an empty list would tell that there is nothing.
"""

from collections.abc import Iterable
from typing import Annotated

from fastapi import Depends, Query

from graph_service.api.service import TheService
from graph_service.errors import Code, ProblemError, problem

_LONGEST_SHOWN = 40


async def language(
    service: TheService, lang: Annotated[str, Query(description="language of titles and messages")] = "en"
) -> str:
    """Return the language of an answer. Raise invalid-parameter for one that nothing can be told in."""
    if lang not in service.library.lexicons:
        raise _none_of(service.library.lexicons, "lang", lang)
    return lang


async def only_language(
    service: TheService, lang: Annotated[str | None, Query(description="only mentions in this language")] = None
) -> str | None:
    """Return the language of what is asked for, None for any. Raise invalid-parameter for one that no text is in."""
    return None if lang is None else await language(service, lang)


async def only_body(
    service: TheService, body: Annotated[str | None, Query(description="of this body only: `PP`, `WTDC` ...")] = None
) -> str | None:
    """Return the body of what is asked for, None for any. Raise invalid-parameter for one that the register lacks."""
    bodies = service.library.register.bodies
    if body is not None and body.casefold() not in map(str.casefold, bodies):
        raise _none_of(bodies, "body", body)
    return body


def _none_of(known: Iterable[str], name: str, value: str) -> ProblemError:
    what, hint = f"{value[:_LONGEST_SHOWN]!r} is not known", f"use one of {', '.join(sorted(known))}"
    return problem(Code.INVALID_PARAMETER, what, where=f"query.{name}", hint=hint)


TheLanguage = Annotated[str, Depends(language)]
OnlyLanguage = Annotated[str | None, Depends(only_language)]
OnlyBody = Annotated[str | None, Depends(only_body)]
