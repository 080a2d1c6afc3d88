"""Requests of the SPARQL protocol as a table: what comes in, what is asked or what is wrong with it."""

import pytest

from graph_service.api.protocol import (
    FORM,
    QUERY_TYPE,
    UPDATE_TYPE,
    Dataset,
    DescriptionRequest,
    Operation,
    ParsedRequest,
    QueryRequest,
    UpdateRequest,
    parse_request,
)
from graph_service.errors import Code, Problem

ASK = "ASK {}"
CLEAR = "CLEAR ALL"
A, B, C = "http://example.org/a", "http://example.org/b", "http://example.org/c"


def ask(method: str, query: str = "", kind: str = "", body: bytes = b"") -> ParsedRequest | Problem:
    headers = {"content-type": kind} if kind else {}
    return parse_request(Operation.QUERY, method=method, headers=headers, query_string=query.encode(), body=body)


def change(method: str, query: str = "", kind: str = "", body: bytes = b"") -> ParsedRequest | Problem:
    headers = {"content-type": kind} if kind else {}
    return parse_request(Operation.UPDATE, method=method, headers=headers, query_string=query.encode(), body=body)


QUERIES = [
    ("get", ask("GET", "query=ASK%20%7B%7D"), QueryRequest(text=ASK)),
    ("get_plus_is_space", ask("GET", "query=ASK+%7B%7D"), QueryRequest(text=ASK)),
    ("head_is_get", ask("HEAD", "query=ASK%20%7B%7D"), QueryRequest(text=ASK)),
    ("get_other_parameters_are_left_alone", ask("GET", "query=ASK%20%7B%7D&timeout=1"), QueryRequest(text=ASK)),
    ("get_empty_query", ask("GET", "query="), QueryRequest(text="")),
    ("form", ask("POST", kind=FORM, body=b"query=ASK%20%7B%7D"), QueryRequest(text=ASK)),
    ("form_charset", ask("POST", kind=FORM + "; charset=UTF-8", body=b"query=ASK%20%7B%7D"), QueryRequest(text=ASK)),
    ("form_raw_utf8", ask("POST", kind=FORM, body="query=ASK { ?é ?p 1 }".encode()), QueryRequest(text="ASK { ?é ?p 1 }")),
    ("direct", ask("POST", kind=QUERY_TYPE, body=b"ASK {}"), QueryRequest(text=ASK)),
    ("direct_type_in_capitals", ask("POST", kind=QUERY_TYPE.upper(), body=b"ASK {}"), QueryRequest(text=ASK)),
    ("direct_keeps_plus", ask("POST", kind=QUERY_TYPE, body=b"ASK { ?a <p>+ 1 }"), QueryRequest(text="ASK { ?a <p>+ 1 }")),
    ("get_dataset", ask("GET", f"query=ASK+%7B%7D&default-graph-uri={A}&default-graph-uri={B}&named-graph-uri={C}"), QueryRequest(text=ASK, dataset=Dataset(default=(A, B), named=(C,)))),
    ("direct_dataset_in_query_string", ask("POST", f"named-graph-uri={A}", QUERY_TYPE, b"ASK {}"), QueryRequest(text=ASK, dataset=Dataset(named=(A,)))),
    ("form_dataset_in_body", ask("POST", "", FORM, f"query=ASK+%7B%7D&default-graph-uri={A}".encode()), QueryRequest(text=ASK, dataset=Dataset(default=(A,)))),
    ("form_dataset_in_query_string", ask("POST", f"default-graph-uri={A}", FORM, b"query=ASK+%7B%7D"), QueryRequest(text=ASK, dataset=Dataset(default=(A,)))),
    ("empty_graph_name_is_none", ask("GET", "query=ASK+%7B%7D&default-graph-uri="), QueryRequest(text=ASK)),
    ("description", ask("GET"), DescriptionRequest()),
    ("description_whatever_else_is_there", ask("GET", "lang=fr"), DescriptionRequest()),
    ("update_form", change("POST", kind=FORM, body=b"update=CLEAR%20ALL"), UpdateRequest(text=CLEAR)),
    ("update_direct", change("POST", kind=UPDATE_TYPE, body=b"CLEAR ALL"), UpdateRequest(text=CLEAR)),
    ("update_dataset", change("POST", f"using-graph-uri={A}&using-named-graph-uri={B}", UPDATE_TYPE, b"CLEAR ALL"), UpdateRequest(text=CLEAR, dataset=Dataset(default=(A,), named=(B,)))),
    ("update_takes_no_query_dataset", change("POST", f"default-graph-uri={A}", UPDATE_TYPE, b"CLEAR ALL"), UpdateRequest(text=CLEAR)),
]  # fmt: skip

PROBLEMS = [
    ("put", ask("PUT", "query=ASK%20%7B%7D"), Code.METHOD_NOT_ALLOWED),
    ("delete", ask("DELETE"), Code.METHOD_NOT_ALLOWED),
    ("two_queries", ask("GET", "query=ASK%20%7B%7D&query=ASK%20%7B%7D"), Code.BAD_REQUEST),
    ("two_queries_in_form", ask("POST", kind=FORM, body=b"query=ASK%20%7B%7D&query=ASK%20%7B%7D"), Code.BAD_REQUEST),
    ("query_in_string_and_body", ask("POST", "query=ASK%20%7B%7D", QUERY_TYPE, b"ASK {}"), Code.BAD_REQUEST),
    ("form_without_query", ask("POST", kind=FORM, body=b"q=ASK%20%7B%7D"), Code.BAD_REQUEST),
    ("get_with_update", ask("GET", "update=CLEAR%20ALL"), Code.BAD_REQUEST),
    ("get_with_both", ask("GET", "query=ASK%20%7B%7D&update=CLEAR%20ALL"), Code.BAD_REQUEST),
    ("form_with_update", ask("POST", kind=FORM, body=b"update=CLEAR%20ALL"), Code.BAD_REQUEST),
    ("form_with_both", ask("POST", kind=FORM, body=b"query=ASK+%7B%7D&update=CLEAR%20ALL"), Code.BAD_REQUEST),
    ("direct_update", ask("POST", kind=UPDATE_TYPE, body=b"CLEAR ALL"), Code.UNSUPPORTED_FORMAT),
    ("plain_text", ask("POST", kind="text/plain", body=b"ASK {}"), Code.UNSUPPORTED_FORMAT),
    ("no_type", ask("POST", body=b"ASK {}"), Code.UNSUPPORTED_FORMAT),
    ("no_type_form", ask("POST", body=b"query=ASK%20%7B%7D"), Code.UNSUPPORTED_FORMAT),
    ("utf16_type", ask("POST", kind=QUERY_TYPE + "; charset=UTF-16", body="ASK {}".encode("utf-16")), Code.UNSUPPORTED_FORMAT),
    ("utf16_body", ask("POST", kind=QUERY_TYPE, body="ASK {}".encode("utf-16")), Code.BAD_REQUEST),
    ("latin1_percent", ask("GET", "query=ASK%20%7B%7D%E9"), Code.BAD_REQUEST),
    ("too_many_fields", ask("GET", "&".join(["a=b"] * 2000)), Code.BAD_REQUEST),
    ("update_by_get", change("GET", "update=CLEAR%20ALL"), Code.METHOD_NOT_ALLOWED),
    ("two_updates", change("POST", kind=FORM, body=b"update=CLEAR+ALL&update=CLEAR+ALL"), Code.BAD_REQUEST),
    ("query_to_update", change("POST", kind=FORM, body=b"query=ASK+%7B%7D"), Code.BAD_REQUEST),
    ("direct_query_to_update", change("POST", kind=QUERY_TYPE, body=b"ASK {}"), Code.UNSUPPORTED_FORMAT),
]  # fmt: skip


@pytest.mark.parametrize(("found", "wanted"), [pytest.param(*case, id=name) for name, *case in QUERIES])
def test_a_request_is_read(found: ParsedRequest | Problem, wanted: ParsedRequest) -> None:
    assert found == wanted


@pytest.mark.parametrize(("found", "code"), [pytest.param(*case, id=name) for name, *case in PROBLEMS])
def test_a_wrong_request_is_refused(found: ParsedRequest | Problem, code: Code) -> None:
    assert isinstance(found, Problem)
    assert found.code is code, found
    assert found.hint
