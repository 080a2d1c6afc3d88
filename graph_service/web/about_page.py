"""What this is, and how it is used."""

from starlette.responses import Response

from graph_service.web.visit import Visit


def about(visit: Visit) -> Response:
    """Return the page about the service."""
    return visit.page("about.html")
