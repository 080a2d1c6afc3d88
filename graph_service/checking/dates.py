"""The two dates that rule every judgement, and where they come from (design, section 5): of the text, of the check."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from graph_service.errors import Code, problem
from graph_service.names.conference import Conference
from graph_service.reading.document import Head
from graph_service.register.register import Register

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_BEFORE = "before:"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a date comes from: a key of the messages, with the conference or the words that gave it."""

    key: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The date of the citing text and that of the check, each with its origin; ``conference`` the one addressed.

    A draft has one date for both. ``draft_reason`` says by what a draft was known as one.
    """

    text: date
    text_from: Origin
    check: date
    check_from: Origin
    is_draft: bool
    conference: str | None
    draft_reason: str = ""


def dates_of(head: Head, register: Register, *, today: date, at: str | None = None, draft: str | None = None) -> Dates:
    """Return the dates of a text. ``at`` is a date, a conference, or ``before:`` one; ``draft`` a conference.

    Raise bad-request where ``at`` or ``draft`` names neither a day nor a known conference.
    """
    asked = day_of(at, register) if at else None
    if draft or head.is_draft:
        return _of_draft(head, register, today, (at, asked), draft)
    check, check_from = (asked, Origin(key="at", words=at or "")) if asked else (today, Origin(key="today"))
    text, text_from = _of_text(head, register) or (check, Origin(key="check"))
    return Dates(
        text=text,
        text_from=text_from,
        check=check,
        check_from=check_from,
        is_draft=False,
        conference=head.conference,
    )


def _of_draft(
    head: Head, register: Register, today: date, asked: tuple[str | None, date | None], draft: str | None
) -> Dates:
    addressed = conference_called(draft, register).id if draft else head.conference
    conference = register.conference(addressed) if addressed else None
    words, day = asked
    if day:
        chosen, origin = day, Origin(key="at", words=words or "")
    else:
        chosen, origin = _before_opening(conference, today)
    reason = (draft and "--draft") or head.draft_reason or head.proposal or ""
    return Dates(
        text=chosen,
        text_from=origin,
        check=chosen,
        check_from=origin,
        is_draft=True,
        conference=addressed,
        draft_reason=reason,
    )


def _before_opening(conference: Conference | None, today: date) -> tuple[date, Origin]:
    """The eve of the opening of the conference that a draft is addressed to, or today where that is earlier."""
    if conference is None:
        return today, Origin(key="today-no-conference")
    opens = conference.opens or conference.closes
    if opens is None:
        return today, Origin(key="today-no-days", words=conference.id)
    eve = opens - _DAY
    return (eve, Origin(key="eve", words=conference.id)) if eve <= today else (today, Origin(key="today"))


def _of_text(head: Head, register: Register) -> tuple[date, Origin] | None:
    """The closing day of the conference that adopted a text, or the day of approval or date printed in its head."""
    conference = register.conference(head.conference) if head.conference else None
    if conference and conference.closes:
        return conference.closes, Origin(key="closing", words=conference.id)
    if head.dated:
        return head.dated, Origin(key="printed", words=head.dated_from or "")
    if conference:
        return date(conference.year, 12, 31), Origin(key="year", words=conference.id)
    return None


def day_of(words: str, register: Register) -> date:
    """Return the day that ``--at`` means: a date, the closing day of a conference, or ``before:`` its opening."""
    said = words.strip()
    if _ISO.fullmatch(said):
        try:
            return date.fromisoformat(said)
        except ValueError as error:
            raise _no_day(words, str(error)) from error
    before = said.casefold().startswith(_BEFORE)
    conference = conference_called(said[len(_BEFORE) :] if before else said, register)
    day = (conference.opens or conference.closes) if before else conference.closes
    if day is None:
        raise _no_day(words, f"the days of {conference.id} are not known")
    return day - _DAY if before else day


def conference_called(words: str, register: Register) -> Conference:
    """Return the conference with an id, in any case and with a space or underscore for the hyphen.

    Raise bad-request where the register has none of that name.
    """
    slug = re.sub(r"[\s_]+", "-", words.strip().casefold())
    conference = register.conference(slug)
    if conference is None:
        raise _no_day(words, "no conference is called so")
    return conference


def _no_day(words: str, why: str) -> Exception:
    return problem(
        Code.BAD_REQUEST,
        f"{words!r} is no date and no conference ({why})",
        where="date",
        hint="give a day as 2022-06-05, a conference as wtdc-22, or before:wtdc-22 for the eve of its opening",
    )
