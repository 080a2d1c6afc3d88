"""The terms that the graph is made of, as constants: this vocabulary's own and those of others it is built on."""

from pyoxigraph import NamedNode

from graph_service.names.iri import TERMS

PREFIXES = {
    "itu": TERMS,
    "cito": "http://purl.org/spar/cito/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes of queries, exports and pages, by prefix."""


def itu(name: str) -> NamedNode:
    """Return a term of this vocabulary."""
    return NamedNode(TERMS + name)


def term(curie: str) -> NamedNode:
    """Return the term of a prefixed name such as ``dct:title``. Raise KeyError for a prefix that is not known."""
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


# Classes

INSTRUMENT_CLASS = itu("Instrument")
BASIC_TEXT_CLASS = itu("BasicText")
PROGRAMME_CLASS = itu("Programme")
PROVISION_CLASS = itu("Provision")
OBJECTIVE_CLASS = itu("Objective")
PLAN_CLASS = itu("Plan")
EDITION_CLASS = itu("Edition")
PROPOSED_EDITION_CLASS = itu("ProposedEdition")
UNRESOLVED_EDITION_CLASS = itu("UnresolvedEdition")
LANGUAGE_TEXT_CLASS = itu("LanguageText")
PART_CLASS = itu("Part")
DOCUMENT_CLASS = itu("Document")
CLAUSE_CLASS = itu("Clause")
BODY_CLASS = itu("Body")
SECTOR_CLASS = itu("Sector")
CONFERENCE_CLASS = itu("Conference")
PLACE_CLASS = itu("Place")
CITATION_CLASS = itu("Citation")
MENTION_CLASS = itu("Mention")
SUCCESSION_CLASS = itu("Succession")
COVERAGE_CLASS = itu("Coverage")
IN_FORCE_LIST_CLASS = itu("InForceList")
CORRECTION_CLASS = itu("Correction")
SOURCE_CLASS = itu("Source")
READING_CLASS = itu("Reading")
RUN_CLASS = itu("Run")

# Direct edges

CITES = itu("cites")
CITES_WORK = itu("citesWork")
CITES_IN_PREAMBLE = itu("citesInPreamble")
CITES_IN_OPERATIVE = itu("citesInOperative")
CITES_IN_BODY = itu("citesInBody")
EDITION_OF = itu("editionOf")
SUPERSEDES = itu("supersedes")
REVISES = itu("revises")
SUCCEEDED_BY = itu("succeededBy")
FOLLOWED_BY = itu("followedBy")
LATEST_EDITION = itu("latestEdition")
ADOPTED_AT = itu("adoptedAt")
REVISED_AT = itu("revisedAt")
SUPPRESSED_AT = itu("suppressedAt")
MARKER_CONFERENCE = itu("markerConference")
ADDRESSED_TO = itu("addressedTo")
PROPOSAL_OF = itu("proposalOf")
PART_OF = itu("partOf")
BODY = itu("body")
SECTOR = itu("sector")
HELD_BY = itu("heldBy")
PLACE = itu("place")
IN_FORCE_AS_OF = itu("inForceAsOf")
TEXT_OF = itu("textOf")
CITING_PART = itu("citingPart")
CITED_WORK = itu("citedWork")
CITED_EDITION = itu("citedEdition")
CLAUSE = itu("clause")
MENTION = itu("mention")
EDGE = itu("edge")
PREDECESSOR = itu("predecessor")
SUCCESSOR = itu("successor")
SINCE_CONFERENCE = itu("sinceConference")
COVERAGE_OF = itu("coverageOf")
FROM_CONFERENCE = itu("fromConference")
UP_TO_CONFERENCE = itu("upToConference")
AS_OF = itu("asOf")
LISTS = itu("lists")

# Values

EARLIEST = itu("earliest")
LATEST = itu("latest")
OPENS = itu("opens")
CLOSES = itu("closes")
YEAR = itu("year")
SINCE = itu("since")
APPLIES_FROM = itu("appliesFrom")
UNTIL = itu("until")
DATED = itu("dated")
NUMBER = itu("number")
NUMBERING = itu("numbering")
MARKER = itu("marker")
KEY = itu("key")
PART = itu("part")
LINE = itu("line")
KIND = itu("kind")
PREDECESSOR_NAME = itu("predecessorName")
SUCCESSOR_NAME = itu("successorName")
DEFINED_BY = itu("definedBy")
SINCE_WORDS = itu("sinceWords")
PROPOSAL = itu("proposal")
STATUS = itu("status")
CERTAINTY = itu("certainty")
GRADE = itu("grade")
ROW = itu("row")
ASPECT = itu("aspect")
CLOSED = itu("closed")
PRINTED_FORM = itu("printedForm")
PRINTED_MARKER = itu("printedMarker")
QUOTED_TITLE = itu("quotedTitle")
TEXT_STATUS = itu("textStatus")
LOCATOR = itu("locator")
CITED_PART = itu("citedPart")
LOOKING_BACK = itu("lookingBack")
BINDING = itu("binding")
READING = itu("reading")
DOC = itu("doc")
FILE = itu("file")
SHA256 = itu("sha256")
HEAD = itu("head")
TOOL_VERSION = itu("toolVersion")
REGISTER_VERSION = itu("registerVersion")
CORRECTED_FIELD = itu("correctedField")
WAS = itu("was")
NOW = itu("now")
REASON = itu("reason")

# Terms of others

TYPE = term("rdf:type")
LABEL = term("rdfs:label")
TITLE = term("dct:title")
LANGUAGE = term("dct:language")
IDENTIFIER = term("dct:identifier")
FORMAT = term("dct:format")
SOURCE = term("dct:source")
DESCRIPTION = term("dct:description")
CREATED = term("dct:created")
CONTRIBUTOR = term("dct:contributor")
PREF_LABEL = term("skos:prefLabel")
ALT_LABEL = term("skos:altLabel")
HIDDEN_LABEL = term("skos:hiddenLabel")
NOTATION = term("skos:notation")
IN_SCHEME = term("skos:inScheme")
TOP_CONCEPT_OF = term("skos:topConceptOf")
HAS_TOP_CONCEPT = term("skos:hasTopConcept")
CONCEPT = term("skos:Concept")
CONCEPT_SCHEME = term("skos:ConceptScheme")
NOTE = term("skos:note")
CITO_CITATION = term("cito:Citation")
HAS_CITING_ENTITY = term("cito:hasCitingEntity")
HAS_CITED_ENTITY = term("cito:hasCitedEntity")
HAS_CITATION_CHARACTERIZATION = term("cito:hasCitationCharacterization")
SPECIFIC_RESOURCE = term("oa:SpecificResource")
HAS_SOURCE = term("oa:hasSource")
HAS_SELECTOR = term("oa:hasSelector")
TEXT_QUOTE_SELECTOR = term("oa:TextQuoteSelector")
TEXT_POSITION_SELECTOR = term("oa:TextPositionSelector")
EXACT = term("oa:exact")
START = term("oa:start")
END = term("oa:end")
ENTITY = term("prov:Entity")
ACTIVITY = term("prov:Activity")
WAS_DERIVED_FROM = term("prov:wasDerivedFrom")
WAS_GENERATED_BY = term("prov:wasGeneratedBy")
USED = term("prov:used")
STARTED_AT = term("prov:startedAtTime")
WAS_INFORMED_BY = term("prov:wasInformedBy")

XSD_DATE = term("xsd:date")
XSD_INTEGER = term("xsd:integer")
XSD_NON_NEGATIVE = term("xsd:nonNegativeInteger")
XSD_DATE_TIME = term("xsd:dateTime")
RDF_JSON = term("rdf:JSON")
