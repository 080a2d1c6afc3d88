"""Citations as rows of a table."""

from graph_service.analysing.answer import CitationItem

COLUMNS = ("citing", "clause", "cited", "text", "locator", "source")


def row(item: CitationItem) -> dict[str, object]:
    """Return a citation as a row with labels."""
    return {
        "citing": item.citing.label,
        "cited": item.cited.label,
        "clause": item.clause,
        "part": item.part,
        "text": item.text,
        "lang": item.lang,
        "locator": item.locator,
        "source": item.source,
        "citing_iri": item.citing.iri,
        "cited_iri": item.cited.iri,
    }
