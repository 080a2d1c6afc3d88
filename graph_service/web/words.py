"""The interface's words for closed sets of values: kinds of text, severities, statuses, directions."""

from graph_service.checking.rule import Setting
from graph_service.web.interface import Interface


def kind_name(ui: Interface, kind: str) -> str:
    """Return what a kind of text is called; the kind itself where the interface has no word for it."""
    known = {
        "resolution": ui.say("Resolution"),
        "decision": ui.say("Decision"),
        "recommendation": ui.say("Recommendation"),
        "opinion": ui.say("Opinion"),
        "question": ui.say("Question"),
        "report": ui.say("Report"),
        "provision": ui.say("Provision"),
        "programme": ui.say("Programme or plan"),
        "objective": ui.say("Objective"),
        "handbook": ui.say("Handbook"),
        "supplement": ui.say("Supplement"),
        "bulletin": ui.say("Bulletin"),
        "basic text": ui.say("Basic text"),
    }
    return known.get(kind, kind)


def severity_name(ui: Interface, severity: str) -> str:
    """Return what a severity is called."""
    known = {"error": ui.say("Error"), "warning": ui.say("Warning"), "info": ui.say("Note")}
    return known.get(severity, severity)


def status_name(ui: Interface, status: str) -> str:
    """Return how surely something is known."""
    known = {
        "attested": ui.say("attested"),
        "inferred": ui.say("inferred"),
        "proposed": ui.say("proposed"),
        "unverified": ui.say("unverified"),
    }
    return known.get(status, status)


def when_name(ui: Interface, when: str) -> str:
    """Return whether a text was wrong from the start or time has passed it."""
    known = {"at-adoption": ui.say("when it was adopted"), "since": ui.say("since its adoption")}
    return known.get(when, when)


def aspect_name(ui: Interface, aspect: str) -> str:
    """Return which list a row of coverage is about."""
    known = {
        "adopted and revised": ui.say("adopted and revised texts"),
        "abrogated": ui.say("abrogated texts"),
        "calendar of conferences": ui.say("calendar of conferences"),
        "line of editions": ui.say("line of editions"),
    }
    return known.get(aspect, aspect)


def group_name(ui: Interface, group: str) -> str:
    """Return what a group of clauses is called."""
    known = {"preamble": ui.say("Preamble"), "operative": ui.say("Operative part"), "place": ui.say("Other places")}
    return known.get(group, group)


def line_name(ui: Interface, line: str) -> str:
    """Return what a line of programmes or plans is called."""
    known = {
        "action-plan": ui.say("Action plans"),
        "agenda": ui.say("Agendas"),
        "declaration": ui.say("Declarations"),
        "financial-plan": ui.say("Financial plans"),
        "objectives": ui.say("Sets of objectives"),
        "regulations": ui.say("Regulations"),
        "strategic-plan": ui.say("Strategic plans"),
        "un-agenda": ui.say("Agendas of the United Nations"),
        "un-programme": ui.say("Programmes of the United Nations"),
        "wsis": ui.say("World Summit on the Information Society"),
    }
    return known.get(line, line)


def grade_name(ui: Interface, grade: str) -> str:
    """Return what is done with a correction."""
    known = {"applied": ui.say("written"), "suggested": ui.say("suggested"), "none": ui.say("none")}
    return known.get(grade, grade)


def setting_name(ui: Interface, setting: str) -> str:
    """Return in what document the example of a rule stands."""
    known = {
        Setting.ADOPTED_PP_18.value: ui.say("in a text that PP-18 adopted"),
        Setting.DRAFT_WTDC_22.value: ui.say("in a draft to WTDC-22"),
    }
    return known.get(setting, setting)


def column_name(ui: Interface, column: str) -> str:
    """Return what a column or parameter of a query is called; of a query of one's own, as it is written there."""
    return ui.say(spaced(column))


def spaced(name: str) -> str:
    """Return the name of a column or parameter as words."""
    return name.replace("_", " ")


def group_of_bodies(ui: Interface, group: str) -> str:
    """Return what a colour of the graph stands for."""
    known = {
        "pp": ui.say("Plenipotentiary Conference"),
        "d": ui.say("Development (WTDC, ITU-D)"),
        "t": ui.say("Standardization (WTSA, ITU-T)"),
        "r": ui.say("Radiocommunication (RA, WRC, ITU-R)"),
        "council": ui.say("Council"),
        "basic": ui.say("Basic texts"),
        "un": ui.say("United Nations"),
        "plan": ui.say("Programmes and plans"),
    }
    return known.get(group, ui.say("other"))


FUNCTIONS = (
    kind_name,
    severity_name,
    status_name,
    when_name,
    aspect_name,
    group_name,
    line_name,
    grade_name,
    setting_name,
    column_name,
    group_of_bodies,
)
"""What templates call."""
