# What follows from the facts and would be slow to ask each time: which cited editions nobody attests, which edition
# follows which, which is the latest, which revises which. Only attested and inferred editions count; an edition is
# later if its earliest day is after the other's latest. Run again, it changes nothing.

PREFIX itu: <https://w3id.org/itu-xref/ont#>
PREFIX g: <https://w3id.org/itu-xref/id/graph/>

DELETE { ?s ?p ?o } WHERE {
  GRAPH g:derived { ?s ?p ?o }
  FILTER NOT EXISTS { GRAPH ?said { ?s ?p ?o } FILTER (STRSTARTS(STR(?said), STR(g:source))) }
};

DROP SILENT GRAPH g:derived;

INSERT { GRAPH g:derived { ?edition a itu:UnresolvedEdition } }
WHERE {
  ?edition itu:editionOf ?instrument .
  FILTER NOT EXISTS { ?edition a itu:Edition }
};

INSERT { GRAPH g:derived { ?edition itu:earliest ?day ; itu:latest ?day } }
WHERE {
  GRAPH g:derived { ?edition a itu:UnresolvedEdition }
  ?edition itu:markerConference ?conference .
  ?conference itu:closes ?day .
};

INSERT { ?s ?p ?o } WHERE { GRAPH g:derived { ?s ?p ?o } };

INSERT { GRAPH g:derived { ?older itu:followedBy ?newer } }
WHERE {
  {
    SELECT ?older ?instrument ?until (MIN(?from) AS ?next) WHERE {
      ?older itu:editionOf ?instrument ; itu:latest ?until .
      ?later itu:editionOf ?instrument ; a itu:Edition ; itu:status ?known ; itu:earliest ?from .
      FILTER (?until < ?from && ?known IN ("attested", "inferred"))
    }
    GROUP BY ?older ?instrument ?until
  }
  ?newer itu:editionOf ?instrument ; itu:earliest ?next ; a itu:Edition ; itu:status ?known .
  FILTER (?known IN ("attested", "inferred"))
};

INSERT { GRAPH g:derived { ?instrument itu:latestEdition ?edition } }
WHERE {
  ?edition a itu:Edition ; itu:editionOf ?instrument ; itu:status ?known ; itu:latest ?day .
  FILTER (?known IN ("attested", "inferred"))
  FILTER NOT EXISTS { GRAPH g:derived { ?edition itu:followedBy ?newer } }
};

INSERT { GRAPH g:derived { ?newer itu:revises ?older ; itu:supersedes ?older } }
WHERE {
  GRAPH g:derived { ?older itu:followedBy ?newer }
  ?newer itu:revisedAt ?conference .
  ?older a itu:Edition ; itu:status ?known .
  FILTER (?known IN ("attested", "inferred"))
};

INSERT { ?s ?p ?o } WHERE { GRAPH g:derived { ?s ?p ?o } }
