"""Seeded faults: an update that breaks the conforming examples, and the one shape that must find it."""

from graph_service.graph.vocabulary import PREFIXES
from graph_service.names.iri import THINGS

HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
CITING, OLD, NEW = (f"<{THINGS}{path}>" for path in ("pp/res/197/pp-18", "pp/res/64/pp-14", "pp/res/64/pp-18"))
RES, WTDC = f"<{THINGS}pp/res/64>", f"<{THINGS}wtdc/res/5>"
UNRESOLVED = f"<{THINGS}wtdc/res/5/unresolved/Springfield-2011>"
CIT = f"<{THINGS}pp/res/197/pp-18/cit/recalls.1/pp.res.64.pp-14>"
EN, FR = (f"<{THINGS}pp/res/197/pp-18/cit/recalls.1/pp.res.64.pp-14/{lang}>" for lang in ("en", "fr"))
QUOTE, POSITION = (
    f"<{THINGS}pp/res/197/pp-18/cit/recalls.1/pp.res.64.pp-14/en/{word}>" for word in ("quote", "position")
)
OTHER, OTHER_TEXT = f"<{THINGS}pp/res/197/pp-18/cit/notes.1/pp.res.64/en>", f"<{THINGS}pp/res/64/pp-14/en>"
PART = f"<{THINGS}pp/res/197/pp-18/part/recalls.1>"
PP14, PP18 = f"<{THINGS}conf/pp-14>", f"<{THINGS}conf/pp-18>"
SOURCE, READING = f"<{THINGS}source/example.akn.xml>", f"<{THINGS}reading/example.akn.xml/0.1.0>"
PROPOSAL = f"<{THINGS}wtdc/res/5/proposal/XYZ-24-1>"
AGENDA, NEXT = f"<{THINGS}programme/connect-2020>", f"<{THINGS}programme/connect-2030>"
SUCCESSION, RENAMED = f"<{THINGS}succession/connect-agenda-2018>", f"<{THINGS}succession/warc-wrc>"
OBJECTIVE = f"<{THINGS}plan/2020-2023/objective/D.2>"
LIST = f"<{THINGS}in-force/pp/resolution/pp-18>"
COVERAGE = f"<{THINGS}coverage/conference/pp-18/adopted-and-revised/resolution/pp-18>"
BODY, PLACE, CLAUSE = f"<{THINGS}body/pp>", f"<{THINGS}place/dubai>", f"<{THINGS}clause/recalls>"
TEXT = f"<{THINGS}pp/res/197/pp-18/en>"


def add(triples: str) -> str:
    return f"{HEAD} INSERT DATA {{ {triples} }}"


def drop(subject: str, predicate: str) -> str:
    return f"{HEAD} DELETE WHERE {{ {subject} {predicate} ?o }}"


def change(subject: str, predicate: str, value: str) -> str:
    return f"{HEAD} DELETE {{ {subject} {predicate} ?o }} INSERT {{ {subject} {predicate} {value} }} WHERE {{ {subject} {predicate} ?o }}"


def other_mention(text: str) -> str:
    """A whole mention in a text, with the text of another edition to stand in."""
    return (
        f'{OTHER_TEXT} a itu:LanguageText ; itu:textOf {OLD} ; itu:doc "res-64" ; dct:language "en" ;'
        f" dct:source {SOURCE} . {OTHER} a itu:Mention ; oa:hasSource {text} ; oa:hasSelector {QUOTE}, {POSITION} ;"
        f' dct:language "en" ; itu:printedForm "Resolution 64 (Rev. Busan, 2014)" ; itu:textStatus "current" ;'
        f' itu:locator "rec_1" ; itu:certainty "certain" ; prov:wasDerivedFrom {SOURCE} ;'
        f" prov:wasGeneratedBy {READING}"
    )


FAULTS = {
    "an instrument without number": ("Instrument-number", drop(RES, "itu:number")),
    "an instrument of two bodies": ("Instrument-body", add(f"{RES} itu:body <{THINGS}body/wtdc>")),
    "an instrument without label": ("Instrument-label", drop(RES, "rdfs:label")),
    "an instrument that is no thing": (
        "Instrument",
        add('<http://example.org/x> a itu:Instrument ; itu:number "1" ; rdfs:label "x"@en'),
    ),
    "a resolution without body": ("Resolution-body", drop(RES, "itu:body")),
    "an edition of two instruments": ("Edition-editionOf", add(f"{CITING} itu:editionOf {WTDC}")),
    "an edition without key": ("Edition-key", drop(OLD, "itu:key")),
    "an unknown status": ("Edition-status", change(OLD, "itu:status", '"sure"')),
    "an unknown grade": ("Edition-grade", change(OLD, "itu:grade", '"good"')),
    "an edition without source": ("Edition-source", drop(OLD, "dct:source")),
    "an edition of unknown certainty": ("Edition-certainty", drop(OLD, "itu:certainty")),
    "a day that is no date": (
        "Edition-latest",
        change(CITING, "itu:latest", '"2018"') + f"; DELETE WHERE {{ {CITING} itu:earliest ?day }}",
    ),
    "an earliest day after the latest": ("Edition-days", f"""{HEAD} DELETE DATA {{ {CITING} itu:adoptedAt {PP18} ; itu:revisedAt {PP18} }};
        DELETE WHERE {{ {CITING} itu:latest ?day }}; INSERT DATA {{ {CITING} itu:latest "2018-01-01"^^xsd:date }}"""),
    "two earliest days": ("Edition-earliest", add(f'{CITING} itu:earliest "2018-11-15"^^xsd:date')),
    "two markers": ("Edition-marker", add(f'{OLD} itu:marker "(Busan, 2014)"')),
    "adopted at something else": (
        "Edition-adoptedAt",
        change(OLD, "itu:adoptedAt", f"<{THINGS}place/busan>")
        + f"; DELETE WHERE {{ {OLD} itu:revisedAt ?c }}",
    ),
    "a title without language": ("Edition-title", add(f'{NEW} dct:title "No language"')),
    "an edition without label": ("Edition-label", drop(OLD, "rdfs:label")),
    "an unresolved edition that is attested too": (
        "UnresolvedEdition",
        add(
            f'{UNRESOLVED} a itu:Edition ; itu:status "attested" ; itu:grade "other" ; itu:certainty "certain" ;'
            f" dct:source {SOURCE}"
        ),
    ),
    "an unresolved edition without key": ("UnresolvedEdition-key", drop(UNRESOLVED, "itu:key")),
    "a proposal without number": ("ProposedEdition-proposal", drop(PROPOSAL, "itu:proposal")),
    "a proposal that revises": ("ProposedEdition-supersedes", add(f"{PROPOSAL} itu:supersedes {OLD}")),
    "a proposal that was adopted": ("ProposedEdition-adoptedAt", add(f"{PROPOSAL} itu:adoptedAt {PP18}")),
    "a text in no known language": (
        "LanguageText-language",
        add(
            f'<{THINGS}document/list/xx> a itu:LanguageText ; itu:textOf <{THINGS}document/list> ; itu:doc "list" ;'
            f' dct:language "xx" ; dct:source {SOURCE}'
        ),
    ),
    "a text without source": ("LanguageText-source", drop(TEXT, "dct:source")),
    "a part of two wholes": ("Part-partOf", add(f"{PART} itu:partOf {NEW}")),
    "a body without id": ("Body-identifier", drop(BODY, "dct:identifier")),
    "a conference of nobody": (
        "Conference-heldBy",
        add(f'<{THINGS}conf/pp-99> a itu:Conference ; itu:year 2099 ; rdfs:label "a conference"@en'),
    ),
    "a conference that closes before it opens": (
        "Conference-opens",
        change(PP14, "itu:opens", '"2014-12-01"^^xsd:date'),
    ),
    "two names of a place in one language": ("Place-label", add(f'{PLACE} rdfs:label "Doubai"@en')),
    "two names of a programme in one language": ("Programme-label", add(f'{AGENDA} rdfs:label "Connect"@en')),
    "an objective of two plans": ("Objective-inScheme", add(f"{OBJECTIVE} skos:inScheme <{THINGS}plan/2016-2019>")),
    "a succession of unknown status": ("Succession-status", drop(SUCCESSION, "itu:status")),
    "a succession of nothing": ("Succession", drop(RENAMED, "itu:predecessorName")),
    "a list that may be closed": ("Coverage-closed", change(COVERAGE, "itu:closed", '"perhaps"')),
    "a list of no text": ("InForceList-lists", drop(LIST, "itu:lists")),
    "a checksum that is none": ("Source-sha256", change(SOURCE, "itu:sha256", '"abc"')),
    "a reading of nothing": ("Reading-used", drop(READING, "prov:used")),
    "a clause without words in Arabic": (
        "Clause-prefLabel",
        f'{HEAD} DELETE {{ {CLAUSE} skos:prefLabel ?o }} WHERE {{ {CLAUSE} skos:prefLabel ?o FILTER (LANG(?o) = "ar") }}',
    ),
    "a citation under no clause": ("Citation-clause", drop(CIT, "itu:clause")),
    "a citation in two parts": (
        "Citation-citingPart",
        add(f"{CIT} itu:citingPart <{THINGS}pp/res/197/pp-18/part/resolves.1>"),
    ),
    "a citation of two editions": (
        "Citation-citedEdition",
        add(f"{CIT} itu:citedEdition {NEW}"),
    ),
    "a mention without words": ("Mention-printedForm", drop(EN, "itu:printedForm")),
    "a mention of struck words": ("Mention-textStatus", change(EN, "itu:textStatus", '"struck"')),
    "a mention without place": ("Mention-locator", drop(EN, "itu:locator")),
    "a mention from nowhere": ("Mention-derivedFrom", drop(EN, "prov:wasDerivedFrom")),
    "a mention that nobody read": ("Mention-generatedBy", drop(EN, "prov:wasGeneratedBy")),
    "a mention without position": ("Mention-hasSelector", f"{HEAD} DELETE DATA {{ {EN} oa:hasSelector {POSITION} }}"),
    "a quote without words": ("Quote-exact", drop(QUOTE, "oa:exact")),
    "a position that ends before it starts": ("Position-start", change(POSITION, "oa:end", "5")),
    "a citation without edge": ("CitationHasEdge", drop(CITING, "itu:recalls")),
    "a citation without the edge to the instrument": (
        "CitationCites",
        f"{HEAD} DELETE DATA {{ {CITING} itu:citesWork {RES} }}",
    ),
    "an edge without citation": ("EdgeHasCitation", add(f"{CITING} itu:cites {NEW}")),
    "an edge to an instrument without citation": (
        "WorkEdgeHasCitation",
        add(f"{CITING} itu:citesWork <{THINGS}pp/res/197>"),
    ),
    "an edge of another clause": (
        "EdgeOfClause",
        change(CIT, "cito:hasCitationCharacterization", "itu:notes") + f"; INSERT DATA {{ {CITING} itu:notes {OLD} }}",
    ),
    "an edition of another instrument": (
        "EditionOfCitedWork",
        f"""{HEAD} DELETE {{ {CIT} itu:citedWork ?o }} INSERT {{ {CIT} itu:citedWork <{THINGS}pp/res/197> .
        {CITING} itu:citesWork <{THINGS}pp/res/197> }} WHERE {{ {CIT} itu:citedWork ?o }};
        DELETE DATA {{ {CITING} itu:citesWork {RES} }}""",
    ),
    "a cited entity that is not the edition": (
        "CitedEntityAgrees",
        change(CIT, "cito:hasCitedEntity", NEW)
        + f"; DELETE DATA {{ {CITING} itu:cites {OLD} ; itu:recalls {OLD} ; itu:citesInPreamble {OLD} }};"
        f" INSERT DATA {{ {CITING} itu:cites {NEW} ; itu:recalls {NEW} ; itu:citesInPreamble {NEW} }}",
    ),
    "a text that cites itself": (
        "NoSelfCitation",
        f"""{HEAD} DELETE {{ {CIT} cito:hasCitedEntity ?e ; itu:citedEdition ?e ; itu:citedWork ?w }}
        INSERT {{ {CIT} cito:hasCitedEntity {CITING} ; itu:citedEdition {CITING} ; itu:citedWork <{THINGS}pp/res/197> .
        {CITING} itu:cites {CITING} ; itu:recalls {CITING} ; itu:citesWork <{THINGS}pp/res/197> }}
        WHERE {{ {CIT} cito:hasCitedEntity ?e ; itu:citedWork ?w }};
        DELETE DATA {{ {CITING} itu:citesWork {RES} ; itu:cites {OLD} ; itu:recalls {OLD} ; itu:citesInPreamble {OLD} }}""",
    ),
    "a part of another text": ("PartOfCiting", change(PART, "itu:partOf", NEW)),
    "a mention in another text": ("MentionInCitingText", add(f"{CIT} itu:mention {OTHER} . {other_mention(OTHER_TEXT)}")),
    "a mention of no citation": ("MentionOfCitation", add(other_mention(TEXT))),
    "a mention in another language than its text": ("MentionLanguage", change(EN, "dct:language", '"fr"')),
    "a quote of other words": ("QuoteIsPrintedForm", change(QUOTE, "oa:exact", '"Resolution 65"')),
    "a citation that one language lacks": ("LanguagesAgree", f"{HEAD} DELETE WHERE {{ {FR} ?p ?o }}; DELETE DATA {{ {CIT} itu:mention {FR} }}"),
    "two editions at one time": (
        "OneLineOfTime",
        change(OLD, "itu:latest", '"2018-12-31"^^xsd:date')
        + f"; DELETE DATA {{ {OLD} itu:followedBy {NEW} . {OLD} itu:adoptedAt {PP14} ; itu:revisedAt {PP14} }}",
    ),
    "a marker of another place": ("MarkerFitsConference", change(OLD, "itu:marker", '"(Rev. Kigali, 2014)"')),
    "a marker of another year": ("MarkerFitsConference", change(OLD, "itu:year", "2015")),
    "an edition older than its conference": (
        "DaysOfConference",
        change(OLD, "itu:earliest", '"2014-11-01"^^xsd:date')
        + "; "
        + change(OLD, "itu:latest", '"2014-11-06"^^xsd:date').removeprefix(HEAD),
    ),
    "an edition adopted by another body": (
        "BodyOfConference",
        change(OLD, "itu:body", f"<{THINGS}body/wtdc>"),
    ),
    "a revision that was not adopted": ("RevisedIsAdopted", drop(OLD, "itu:adoptedAt")),
    "a revision that supersedes nothing": ("RevisionSupersedes", drop(NEW, "itu:supersedes")),
    "followed by an older one": ("FollowedByLater", add(f"{NEW} itu:followedBy {OLD}")),
    "a circle of programmes": ("SuccessionWithoutCircle", add(f"{NEXT} itu:succeededBy {AGENDA}")),
    "an edge of the preamble alone": (
        "SubPropertyEdges",
        add(f"{NEW} itu:citesInOperative {OLD}"),
    ),
}  # fmt: skip
