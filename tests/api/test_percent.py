"""Forms are decoded as the standard library decodes them, whatever is in them."""

from urllib.parse import parse_qsl, quote, quote_plus, unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.api.percent import decoded, form_fields

PIECES = st.sampled_from(
    [b"%41", b"%3d", b"%3D", b"%0A", b"%0d", b"%", b"%4", b"%zz", b"%%41", b"=", b"==", b"=41", b"=\n", b"+", b"_",
     b"\n", b"\r\n", b"%\n", b" ", b"  \n", b"\t", b"a", b"\x00", b"\xff", b"%C3%A9", b"\xc3\xa9", b"."]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map(b"".join) | st.binary(max_size=200))
def test_bytes_are_decoded_as_the_library_does(text: bytes) -> None:
    assert decoded(text) == unquote_to_bytes(text.replace(b"+", b" "))


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=60)), max_size=8))
def test_fields_come_back_as_they_were_encoded(fields: list[tuple[str, str]]) -> None:
    form = "&".join(f"{quote_plus(name)}={quote(value)}" for name, value in fields)
    assert form_fields(form.encode(), most=100) == [(name, value) for name, value in fields]


@given(st.lists(PIECES | st.sampled_from([b"&", b"&&", b"query="]), max_size=16).map(b"".join))
def test_fields_are_those_of_the_library(form: bytes) -> None:
    try:
        expected = parse_qsl(form.decode(), keep_blank_values=True, errors="strict", separator="&")
    except UnicodeDecodeError:
        with pytest.raises(UnicodeDecodeError):
            form_fields(form, most=100)
    else:
        assert form_fields(form, most=100) == expected


@pytest.mark.parametrize(("count", "fits"), [(3, True), (4, False)])
def test_fields_are_bounded(count: int, *, fits: bool) -> None:
    form = b"&".join([b"a=1"] * count)
    if fits:
        assert len(form_fields(form, most=3)) == count
    else:
        with pytest.raises(ValueError, match="more than 3"):
            form_fields(form, most=3)
