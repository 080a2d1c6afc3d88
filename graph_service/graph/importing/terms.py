"""The terms that only imported records need: what the publisher says of a text, and how its texts hang together."""

from pyoxigraph import NamedNode

from graph_service.graph.vocabulary import itu, term
from graph_service.names.iri import THINGS

PUBLISHER_STATUS = itu("publisherStatus")
STUDY_GROUP = itu("studyGroup")
STUDY_GROUP_CLASS = itu("StudyGroup")
AMENDS = itu("amends")
SERIES = itu("series")
SERIES_CLASS = itu("Series")
SUPPLEMENTS = itu("supplements")
SUPPLEMENTED_BY = itu("supplementedBy")
RECORD = itu("record")
HAS_VERSION = term("dct:hasVersion")
RELATION = term("dct:relation")
ISSUED = term("dct:issued")
SAME_AS = term("owl:sameAs")
SEE_ALSO = NamedNode("http://www.w3.org/2000/01/rdf-schema#seeAlso")

RECORD_GRAPHS = f"{THINGS}graph/record/"
"""Graphs that keep, for each edition of an import, file and checksums of its record; nothing in them stands."""
