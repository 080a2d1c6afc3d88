import io
import zipfile

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.reading.package import Package


def zipped(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def code(data, part="a"):
    with pytest.raises(ProblemError) as caught:
        Package(data, "x.zip").part(part)
    return caught.value.problem.code


def test_parts_are_given_by_name():
    package = Package(zipped({"a": "one", "b/c": "two"}), "x.zip")
    assert package.names == ("a", "b/c")
    assert "b/c" in package
    assert package.part("b/c") == b"two"


def test_a_bomb_is_refused_before_it_unfolds():
    assert code(zipped({"a": b"0" * 20_000_000})) is Code.TOO_LARGE


def test_a_file_that_lies_about_its_size_is_refused():
    data = bytearray(zipped({"a": b"0" * 5000}))
    place = data.rfind(b"PK\x01\x02") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    assert code(bytes(data)) in {Code.TOO_LARGE, Code.UNREADABLE_FILE}


def test_broken_and_protected_files():
    whole = zipped({"a": b"some text" * 100})
    assert code(b"PK\x03\x04 junk") is Code.UNREADABLE_FILE
    assert code(whole[: len(whole) // 2]) is Code.UNREADABLE_FILE
    locked = bytearray(whole)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(sign) + offset] |= 1
    with pytest.raises(ProblemError, match="password"):
        Package(bytes(locked), "x.zip")


def test_too_many_parts():
    with pytest.raises(ProblemError) as caught:
        Package(zipped({str(number): "" for number in range(20_001)}), "x.zip")
    assert caught.value.problem.code is Code.TOO_LARGE
