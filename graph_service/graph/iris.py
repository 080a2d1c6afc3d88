"""The IRIs of everything in the graph: paths of `names.iri` and what is built on them, ASCII only."""

import hashlib
import re
import unicodedata

from pyoxigraph import NamedNode

from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, edition_path, instrument_path
from graph_service.register.values import Objective

_SECTORS = {"ITU-D", "ITU-R", "ITU-T"}
_BASIC_TEXTS = {"CS", "CV", "GR", "RR", "ITR", "FR"}
_LONGEST_SLUG = 60
_PLAIN = re.compile(r"[A-Za-z0-9._~](?:[A-Za-z0-9._~-]*[A-Za-z0-9._~])?")

GRAPHS = f"{THINGS}graph/"
DERIVED_GRAPH = NamedNode(f"{GRAPHS}derived")
ONTOLOGY_GRAPH = NamedNode(f"{GRAPHS}ontology")
CORRECTIONS_GRAPH = NamedNode(f"{GRAPHS}corrections")
SOURCE_GRAPHS = f"{GRAPHS}source/"
PROPOSAL_GRAPHS = f"{GRAPHS}proposal/"
RUN_GRAPHS = f"{GRAPHS}run/"
BUILDING_GRAPHS = f"{GRAPHS}building/"
"""Where a build lays what is to take the place of an endpoint's graphs; nothing there is said by anybody yet."""
CLAUSES = NamedNode(f"{THINGS}clause")


def slug(words: str) -> str:
    """Return words as one step of a path: ASCII letters, digits, full stops and hyphens.

    >>> slug("Florianópolis-2004"), slug("Kigali Action Plan (2022)")
    ('Florianopolis-2004', 'Kigali-Action-Plan-2022')
    """
    if _PLAIN.fullmatch(words):
        return words
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._~-]+", "-", plain).strip("-")


def thing(path: str) -> NamedNode:
    """Return the IRI of a path below ``id/``, each step made ASCII."""
    return NamedNode(THINGS + "/".join(slug(step) for step in path.split("/")))


def path_of(node: NamedNode) -> str:
    """Return the path of a thing's IRI; the inverse of `thing` for ASCII paths."""
    return node.value.removeprefix(THINGS)


def named(subject: Instrument | Edition) -> NamedNode:
    """Return the IRI of an instrument or edition."""
    return thing(edition_path(subject) if isinstance(subject, Edition) else instrument_path(subject))


def conference(conference_id: str) -> NamedNode:
    """Return the IRI of a conference: ``id/conf/pp-18``."""
    return thing(f"conf/{conference_id}")


def body(body_id: str) -> NamedNode:
    """Return the IRI of a body, a Sector or a basic text: ``id/body/pp``, ``id/sector/itu-d``, ``id/cs``."""
    if body_id in _SECTORS:
        return thing(f"sector/{body_id.lower()}")
    return thing(body_id.lower() if body_id in _BASIC_TEXTS else f"body/{body_id.lower()}")


def place(name: str) -> NamedNode:
    """Return the IRI of a city by its English name."""
    return thing(f"place/{name.lower()}")


def clause(key: str) -> NamedNode:
    """Return the IRI of a clause: ``id/clause/recalls``."""
    return thing(f"clause/{key}")


def programme(programme_id: str) -> NamedNode:
    """Return the IRI of a programme: ``id/programme/connect-2030``."""
    return thing(f"programme/{programme_id}")


def plan(name: str) -> NamedNode:
    """Return the IRI of the scheme of a plan's objectives: ``id/plan/2020-2023``."""
    return thing(f"plan/{name}")


def objective(one: Objective) -> NamedNode:
    """Return the IRI of an objective: ``id/plan/2020-2023/objective/D.2``."""
    return thing(f"plan/{one.plan}/objective/{one.code}")


def source_slug(source: str) -> str:
    """Return the last step of a source's IRI: its id, shortened and hashed where it is no short plain name."""
    short = slug(source)
    if short == source and len(short) <= _LONGEST_SLUG:
        return short
    digest = hashlib.sha256(source.encode()).hexdigest()[:8]
    return f"{short[:_LONGEST_SLUG].strip('-')}-{digest}"


def source(source_id: str) -> NamedNode:
    """Return the IRI of a source, a ``prov:Entity``."""
    return NamedNode(f"{THINGS}source/{source_slug(source_id)}")


def source_graph(source_id: str) -> NamedNode:
    """Return the IRI of the graph that holds what a source says."""
    return NamedNode(SOURCE_GRAPHS + source_slug(source_id))


def proposal_graph(source_id: str) -> NamedNode:
    """Return the IRI of the graph that holds what a proposal says."""
    return NamedNode(PROPOSAL_GRAPHS + source_slug(source_id))


def below(node: NamedNode, *steps: str) -> NamedNode:
    """Return the IRI of something that belongs to a thing: steps put below its IRI."""
    return NamedNode("/".join([node.value, *(slug(step) for step in steps)]))
