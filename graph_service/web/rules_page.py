"""The rules of the check: the list of all, and the page of one, both from the registry of rules."""

from starlette.responses import Response

from graph_service.checking.handbook import as_data
from graph_service.checking.registry import rule_called
from graph_service.errors import Code, problem
from graph_service.web.visit import Visit


def rules(visit: Visit) -> Response:
    """Return the list of rules."""
    return visit.page("rules.html", rules=as_data(lang=visit.ui.lang))


def rule(visit: Visit) -> Response:
    """Return the page of the rule in the address."""
    name = visit.request.path_params["rule"]
    found = rule_called(name)
    if found is None:
        raise problem(Code.NOT_FOUND, f"there is no rule {name!r}", where="rules", hint="see /rules for all")
    return visit.page("rule.html", rule=as_data([found], visit.ui.lang)[0])
