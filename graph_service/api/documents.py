"""The RDF documents about things: what is on offer, whether a thing is known, its description."""

import asyncio
import hashlib

from fastapi.responses import Response, StreamingResponse

from graph_service.api.frames import Job
from graph_service.api.json_ld import compacted
from graph_service.api.negotiation import GRAPH_OFFERS, Offer, named
from graph_service.api.service import Service
from graph_service.api.streaming import blocks_of
from graph_service.errors import ProblemError
from graph_service.graph.reading_graph import tool_version
from graph_service.names.iri import THINGS

HTML = Offer(name="html", media="text/html", also=("application/xhtml+xml",), suffix="html", charset="utf-8")
_NAMES = ("turtle", "jsonld", "ntriples", "rdfxml")
_RDF = tuple(offer for name in _NAMES for offer in GRAPH_OFFERS if offer.name == name)


def offers(*, has_pages: bool) -> tuple[Offer, ...]:
    """Return what a thing can be shown as, the preferred first."""
    return (*_RDF, HTML) if has_pages else _RDF


def without_suffix(path: str) -> tuple[str, str]:
    """Return a path and the suffix of a format that it ends in, empty where it ends in none."""
    bare, dot, suffix = path.rpartition(".")
    return (bare, suffix) if dot and named(suffix, offers(has_pages=True)) else (path, "")


async def is_known(service: Service, path: str) -> bool:
    """Whether the graph says anything of a thing; of what is no path of a thing it says nothing."""
    shelf = service.library.ready()
    if shelf is not None and THINGS + path in shelf.snapshot.labels:
        return True
    if not path:
        return False
    try:
        text = _bound(service, "is-known", path)
    except ProblemError:
        return False
    job = Job(task="query", base=THINGS, text=text, accept="application/json")
    answer = await service.pool.run(job)
    return b"true" in (answer.whole or b"")


async def rdf_document(service: Service, iri: str, offer: Offer, headers: dict[str, str]) -> Response:
    """Return the description of a thing in a format."""
    text = _bound(service, "describe", iri.removeprefix(THINGS))
    accept = "application/n-triples" if offer.name == "jsonld" else offer.media
    job = Job(task="query", base=THINGS, text=text, accept=accept, rows=service.settings.max_rows)
    answer = await service.pool.run(job)
    if offer.name == "jsonld":
        triples = answer.whole or b"".join([block async for block in answer.blocks()])
        body = await asyncio.to_thread(compacted, triples, service.context)
        return Response(body, media_type=offer.content_type, headers=headers)
    if answer.whole is not None:
        return Response(answer.whole, media_type=offer.content_type, headers=headers)
    return StreamingResponse(blocks_of(service.pool, answer), media_type=offer.content_type, headers=headers)


def tag_of(version: str, *details: str) -> str:
    """Return the ETag of a document made from a version of the store: a weak one, since the order may differ."""
    words = "\n".join([version, tool_version(), *details])
    return f'W/"{hashlib.blake2b(words.encode(), digest_size=9).hexdigest()}"'


def _bound(service: Service, name: str, path: str) -> str:
    return service.own_queries[name].bind({"thing": path})
