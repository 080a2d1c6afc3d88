"""Documents made for the tests of reading: text read as a file, Word packages from their XML."""

import io
import zipfile

import pytest

from graph_service.reading.read import DocumentReader

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(scope="session")
def reader(register, lexicons):
    return DocumentReader(register=register, lexicons=lexicons)


@pytest.fixture(scope="session")
def read(reader):
    """Returns the one document of some bytes or of a text."""

    def read_one(data, name="text.txt"):
        [documents] = list(reader.read(data.encode() if isinstance(data, str) else data, name))
        assert isinstance(documents, tuple), documents
        [document] = documents
        return document

    return read_one


@pytest.fixture(scope="session")
def clauses(read):
    """Returns what governs each line of a text: its address without the number of the body's paragraph."""

    def parts(text):
        document = read(text)
        return [tuple(region.part for region in one.regions) for one in document.paragraphs]

    return parts


def package(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def relations(targets):
    rows = "".join(
        f'<Relationship Id="r{index}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets)
    )
    return f"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{rows}</Relationships>"


@pytest.fixture(scope="session")
def word_file():
    """Returns a Word file with the given body and other parts by name (``footnotes``, ``numbering``, ``header1`` ...)."""

    def made(body, namespace=W, **others):
        kinds = [(name.rstrip("0123456789"), f"{name}.xml") for name in others]
        parts = {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": relations(kinds),
            "word/document.xml": f'<w:document xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>{body}</w:body></w:document>',
        }
        for name, content in others.items():
            parts[f"word/{name}.xml"] = content.replace("XMLNS", f'xmlns:w="{namespace}"')
        return package(parts)

    return made
