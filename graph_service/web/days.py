"""Days as pages print them: one day, or the bounds between which it lies."""

from datetime import date

from graph_service.web.interface import Interface


def days(ui: Interface, earliest: date | None, latest: date | None) -> str:
    """Return when something was: the day, the year that is known, or nothing."""
    if latest is None and earliest is None:
        return ""
    if earliest is None or latest is None or earliest == latest:
        return ui.day(latest or earliest or date.min)
    if earliest.year == latest.year:
        return str(latest.year)
    return ui.say("between %(first)s and %(last)s", first=ui.day(earliest), last=ui.day(latest))


def period(ui: Interface, opens: date | None, closes: date | None) -> str:
    """Return from which day to which day something lasted; nothing where the days are not known."""
    if opens is None or closes is None:
        return ui.day(opens or closes or date.min) if opens or closes else ""
    return ui.span(opens, closes)
