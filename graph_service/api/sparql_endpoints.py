"""The endpoints of SPARQL by their paths."""

import json
from collections.abc import Mapping
from itertools import chain

from graph_service.api.dataset import DATASET_PREFIXES, dataset
from graph_service.api.description import PREFIXES, description, written
from graph_service.api.endpoint import Endpoint
from graph_service.api.frames import Job
from graph_service.api.graph_store import GraphStoreEndpoint
from graph_service.api.service import Service
from graph_service.api.sparql import SparqlEndpoint, SparqlOptions
from graph_service.api.update import UpdateEndpoint
from graph_service.graph.store_name import is_remote

_MEBIBYTE = 1_048_576


def sparql_endpoints(service: Service) -> Mapping[str, Endpoint]:
    """Return the endpoints of query, update and graph store; the last two answer only to who has the token."""
    pool, settings = service.pool, service.settings

    async def describe(address: str, name: str) -> bytes:
        answer = await pool.run(Job(task="graphs", base=address))
        graphs = json.loads(answer.whole or b"[]")
        about = await dataset(service, address.removesuffix("sparql"))
        triples = chain(description(address, graphs), about)
        return written(triples, name, {**PREFIXES, **DATASET_PREFIXES})

    token = settings.update_token.get_secret_value() if settings.update_token else None
    seconds, rows, upload = settings.query_timeout, settings.max_rows, settings.max_upload
    kept = 0 if is_remote(settings.store) else settings.kept_answers * _MEBIBYTE
    bounds = SparqlOptions(rows=rows, request=settings.max_request, seconds=seconds, kept=kept)
    graphs = GraphStoreEndpoint(pool, token=token, most=upload, seconds=seconds, rows=rows)
    return {
        "/sparql": SparqlEndpoint(pool, bounds, describe),
        "/update": UpdateEndpoint(pool, token=token, most=upload, seconds=seconds),
        "/graph-store": graphs,
    }
