"""What a text says of others: citations, mentions and edges, under the addresses that the design promises."""

import pytest

from graph_service.graph.engine import Engine
from graph_service.names.iri import THINGS
from tests.graph.composed import ADOPTED

PREFIXES = """
PREFIX itu: <https://w3id.org/itu-xref/ont#>
PREFIX id: <https://w3id.org/itu-xref/id/>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dct: <http://purl.org/dc/terms/>
"""
CITING = f"<{THINGS}pp/res/197/pp-18>"
RECALLED = f"<{THINGS}pp/res/197/pp-18/cit/recalls.1/pp.res.64.pp-14>"


def rows(engine: Engine, body: str) -> list[tuple[str, ...]]:
    return [tuple(cell.removeprefix(THINGS) for cell in row) for row in engine.select(PREFIXES + body)]


def ask(engine: Engine, pattern: str) -> bool:
    return engine.ask(f"{PREFIXES} ASK {{ {pattern} }}")


@pytest.mark.parametrize(
    "edge, cited",
    [
        ("recalls", "pp/res/64/pp-14"),
        ("citesInPreamble", "pp/res/64/pp-14"),
        ("cites", "pp/res/64/pp-14"),
        ("citesWork", "pp/res/64"),
        ("cites", "pp/res/197/pp-14"),
        ("resolves", "wtsa/res/99/wtsa-12"),
        ("citesInOperative", "wtsa/res/99/wtsa-12"),
        ("instructs", "cs/no/118"),
        ("citesWork", "cs/no/118"),
        ("cites", "programme/connect-2030"),
        ("citesInAnnex", "wtdc/res/5/unresolved/Springfield-2011"),
        ("cites", "wtdc/res/5/unresolved/Springfield-2011"),
        ("notes", "plan/2020-2023/objective/D.2"),
    ],
)
def test_a_text_has_the_edge_of_the_clause_and_those_above_it(filled: Engine, edge: str, cited: str) -> None:
    assert ask(filled, f"{CITING} itu:{edge} <{THINGS}{cited}>")


def test_a_citation_of_another_place_does_not_get_the_edge_of_a_clause(filled: Engine) -> None:
    assert not ask(filled, f"{CITING} itu:citesInOperative <{THINGS}pp/res/64/pp-14>")
    assert not ask(filled, f"{CITING} itu:citesInPreamble <{THINGS}wtdc/res/5/unresolved/Springfield-2011>")


def test_a_text_does_not_cite_itself_but_an_earlier_edition_of_itself(filled: Engine) -> None:
    assert not ask(filled, f"{CITING} itu:cites {CITING}")
    assert not ask(filled, f"?citation cito:hasCitingEntity {CITING} ; cito:hasCitedEntity {CITING}")
    assert ask(filled, f"{CITING} itu:recalls <{THINGS}pp/res/197/pp-14>")


def test_the_second_citation_in_one_part_has_an_address_of_its_own(filled: Engine) -> None:
    found = rows(
        filled, f"SELECT ?c {{ ?c cito:hasCitingEntity {CITING} ; itu:citedWork <{THINGS}pp/res/64> }} ORDER BY ?c"
    )
    base = "pp/res/197/pp-18/cit/recalls.1/pp.res.64.pp-14"
    assert found == [(base,), (f"{base}.2",)]


def test_struck_words_say_nothing(filled: Engine) -> None:
    assert not ask(filled, f"?part itu:partOf {CITING} ; itu:part 'recalls.4'")
    assert not ask(filled, "?mention itu:textStatus 'struck'")


def test_the_qualified_citation_says_everything(filled: Engine) -> None:
    assert ask(
        filled,
        f"""{RECALLED} a itu:Citation, cito:Citation ; cito:hasCitingEntity {CITING} ;
        cito:hasCitedEntity <{THINGS}pp/res/64/pp-14> ; cito:hasCitationCharacterization itu:recalls ;
        itu:citedWork <{THINGS}pp/res/64> ; itu:citedEdition <{THINGS}pp/res/64/pp-14> ;
        itu:clause <{THINGS}clause/recalls> ; itu:citingPart ?part .
        ?part a itu:Part ; itu:partOf {CITING} ; itu:part "recalls.1" ; itu:clause <{THINGS}clause/recalls> .""",
    )


def test_languages_share_the_citation_and_have_a_mention_each(filled: Engine) -> None:
    found = rows(
        filled,
        f"""SELECT ?mention ?lang ?locator ?text {{ {RECALLED} itu:mention ?mention .
        ?mention dct:language ?lang ; itu:locator ?locator ; oa:hasSource ?text }} ORDER BY ?lang""",
    )
    base = "pp/res/197/pp-18"
    assert found == [
        (f"{base}/cit/recalls.1/pp.res.64.pp-14/en", "en", "rec_3", f"{base}/en"),
        (f"{base}/cit/recalls.1/pp.res.64.pp-14/fr", "fr", "1", f"{base}/fr"),
    ]


def test_a_mention_has_quote_position_and_provenance(filled: Engine) -> None:
    assert ask(
        filled,
        f"""{RECALLED} itu:mention ?mention . ?mention a itu:Mention, oa:SpecificResource ;
        itu:printedForm "Resolution 64 (Rev. Busan, 2014)" ; itu:printedMarker "(Rev. Busan, 2014)" ;
        itu:textStatus "current" ; itu:certainty "certain" ; oa:hasSelector ?quote, ?position ;
        prov:wasDerivedFrom ?source ; prov:wasGeneratedBy ?reading .
        ?quote a oa:TextQuoteSelector ; oa:exact "Resolution 64 (Rev. Busan, 2014)" .
        ?position a oa:TextPositionSelector ; oa:start 3 ; oa:end 35 .
        ?source a prov:Entity ; itu:sha256 "{ADOPTED.sha256}" . ?reading a prov:Activity ; prov:used ?source .""",
    )


def test_a_cited_edition_that_nobody_attests_is_unresolved_and_no_edition(filled: Engine) -> None:
    node = f"<{THINGS}wtdc/res/5/unresolved/Springfield-2011>"
    assert ask(filled, f"{node} a itu:UnresolvedEdition ; itu:editionOf <{THINGS}wtdc/res/5>")
    assert not ask(filled, f"{node} a itu:Edition")


def test_a_proposal_stands_in_its_own_graph_only(filled: Engine) -> None:
    node = f"<{THINGS}wtdc/res/85/proposal/XYZ-24A13-1>"
    graph = f"<{THINGS}graph/proposal/composed-proposal.txt>"
    assert ask(filled, f"GRAPH {graph} {{ {node} a itu:ProposedEdition ; itu:cites <{THINGS}pp/res/64/pp-14> }}")
    assert not ask(filled, f"{node} ?p ?o")
    assert not ask(filled, f"?s ?p {node}")
    assert not ask(filled, f"GRAPH ?other {{ {node} ?p ?o }} FILTER (?other != {graph})")


def test_a_text_without_number_cites_as_a_document(filled: Engine) -> None:
    node = f"<{THINGS}document/composed-list.txt/list>"
    assert ask(
        filled,
        f"{node} a itu:Document ; itu:citesInBody <{THINGS}pp/res/64/pp-14> ; itu:cites <{THINGS}pp/res/64/pp-14>",
    )


def test_each_triple_stands_once_and_is_said_by_each_source(filled: Engine) -> None:
    edge = f"{CITING} itu:recalls <{THINGS}pp/res/64/pp-14>"
    assert rows(filled, f"SELECT (COUNT(*) AS ?n) {{ {edge} }}") == [("1",)]
    graphs = rows(filled, f"SELECT ?g {{ GRAPH ?g {{ {edge} }} }} ORDER BY ?g")
    assert graphs == [("graph/source/composed-actes.docx",), ("graph/source/composed-acts.akn.xml",)]
