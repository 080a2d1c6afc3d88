"""The page of a thing that has no page of its own kind: its name and its data, of a place also who met there."""

from starlette.responses import Response

from graph_service.graph import iris
from graph_service.names.iri import THINGS
from graph_service.web.conference_page import FOLDER
from graph_service.web.links import formats
from graph_service.web.visit import Visit


def plain(visit: Visit, path: str) -> Response:
    """Return the page of a thing by its path."""
    iri = THINGS + path
    held = (one for one in visit.library.register.conferences.values() if one.place)
    here = sorted((one for one in held if iris.place(one.place or "").value == iri), key=lambda one: -one.year)
    conferences = tuple(THINGS + FOLDER + one.id for one in here)
    return visit.page("plain.html", iri=iri, conferences=conferences, links=formats(path))
