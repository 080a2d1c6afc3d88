"""What the service writes to its log: a JSON object a line, each with the id of the request that it belongs to.

The id is the client's own ``X-Request-ID`` where that is a UUID, else a new one; the answer bears it.
Neither queries nor documents nor addresses are ever logged.
"""

from collections.abc import Mapping
from typing import Any

from asgi_correlation_id import CorrelationIdMiddleware, correlation_id
from starlette.types import ASGIApp

HEADER = "X-Request-ID"


def with_request_id(app: ASGIApp) -> ASGIApp:
    """Return an application whose answers and log lines bear the id of their request."""
    return CorrelationIdMiddleware(app, header_name=HEADER)


def request_id() -> str | None:
    """Return the id of the request being served, 32 hexadecimal digits or what the client sent."""
    return correlation_id.get()


def log_config(level: str) -> Mapping[str, Any]:
    """Return the configuration of the log for `logging.config.dictConfig`, from a level up, to standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "fmt": "%(levelname)s %(name)s %(message)s %(correlation_id)s",
                "rename_fields": {"levelname": "level", "name": "logger", "correlation_id": "request"},
                "timestamp": "time",
            }
        },
        "filters": {"request": {"()": "asgi_correlation_id.CorrelationIdFilter"}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "json",
                "filters": ["request"],
                "stream": "ext://sys.stderr",
            }
        },
        "loggers": {
            "uvicorn.error": {"level": "WARNING"},
            # An id that is none is replaced; a client must not fill the log with that.
            "asgi_correlation_id": {"level": "ERROR"},
        },
        "root": {"level": level.upper(), "handlers": ["stderr"]},
    }
