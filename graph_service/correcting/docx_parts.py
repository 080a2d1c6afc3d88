"""The parts of a Word file as they are written back: stories, relations, content types; the others byte for byte."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from graph_service.reading.docx_runs import attribute, word
from graph_service.reading.package import Package
from graph_service.reading.xml import parse_xml

_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml"
_KIND = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/",
}
_STORIES = {"fn": "footnotes", "en": "endnotes", "hd": "header", "ft": "footer"}
_NUMBER = re.compile(r"(\d+)\.xml$")
_IDS = re.compile(rb"""\s[\w.-]+:id\s*=\s*["'](\d{1,10})["']""")
_LARGEST_ID = 2_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A run of paragraphs that are numbered together: the body, a note, a header; ``prefix`` begins their locators."""

    part: str
    root: etree._Element
    prefix: str

    @property
    def is_body(self) -> bool:
        """Whether it is the body."""
        return not self.prefix

    @property
    def is_note(self) -> bool:
        """Whether it is a footnote or an endnote."""
        return self.prefix.startswith(("fn", "en"))


class WordParts:
    """A Word file's parts; trees are parsed once, changed in place by others, and written by `written`."""

    def __init__(self, data: bytes, where: str) -> None:
        self._data = data
        self._where = where
        self._package = Package(data, where)
        self._trees: dict[str, etree._Element] = {}
        self._touched: set[str] = set()
        self.main = self._related("", "officeDocument")[0]

    def tree(self, part: str) -> etree._Element:
        """Return the root of a part, always the same one."""
        if part not in self._trees:
            self._trees[part] = self.fresh(part)
        return self._trees[part]

    def touch(self, part: str) -> etree._Element:
        """Return the root of a part that is going to be changed, and so is to be written."""
        self._touched.add(part)
        return self.tree(part)

    def fresh(self, part: str) -> etree._Element:
        """Return the root of a part as it is in the file, parsed anew."""
        return parse_xml(self._package.part(part), f"{self._where} ({part})")

    def holds(self, part: str) -> bool:
        """Whether the file has a part."""
        return part in self._package

    @property
    def is_strict(self) -> bool:
        """Whether the document is of the strict kind of OOXML, which has names of its own."""
        return str(etree.QName(self.tree(self.main)).namespace).startswith(_STRICT)

    @property
    def media_type(self) -> str:
        """The media type of the file: that of its main part without what says that it is the main one."""
        for one in self.tree(_TYPES):
            if one.get("PartName", "").lstrip("/") == self.main:
                return one.get("ContentType", "").removesuffix("+xml").replace(".main", "")
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def stories(self, kind: str) -> Iterator[Story]:
        """Yield the stories of a kind with the locators that reading gives them.

        The body's is empty, ``fn`` and ``en`` are footnotes and endnotes, ``hd`` and ``ft`` headers and footers.
        """
        match kind:
            case "":
                root = self.tree(self.main)
                yield Story(part=self.main, root=next((one for one in root if word(one) == "body"), root), prefix="")
            case "fn" | "en":
                for part in self._related(self.main, _STORIES[kind])[:1]:
                    real = [one for one in self.tree(part) if attribute(one, "type") in {None, "normal"}]
                    for number, note in enumerate(real, 1):
                        yield Story(part=part, root=note, prefix=f"{kind}{number}.")
            case "hd" | "ft":
                named = sorted(set(self._related(self.main, _STORIES[kind], there=False)), key=_natural)
                for number, part in enumerate(named, 1):
                    if part in self._package:
                        yield Story(part=part, root=self.tree(part), prefix=f"{kind}{number}.")

    def comments_part(self) -> str:
        """Return the part that holds the comments; where there is none it is made, with relation and content type."""
        return next(iter(self._related(self.main, "comments")), None) or self._new_comments()

    def _new_comments(self) -> str:
        folder = posixpath.dirname(self.main)
        part, number = posixpath.join(folder, "comments.xml"), 1
        while part in self._package:
            part, number = posixpath.join(folder, f"comments{number}.xml"), number + 1
        space = str(etree.QName(self.tree(self.main)).namespace)
        self._trees[part] = etree.Element(f"{{{space}}}comments", nsmap={"w": space})
        self._touched.add(part)
        override = etree.SubElement(self.touch(_TYPES), f"{{{_CONTENT_TYPES}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", _COMMENTS)
        self._relate(part)
        return part

    def _relate(self, part: str) -> None:
        relations = _relations_of(self.main)
        if relations not in self._package:
            self._trees[relations] = etree.Element(f"{{{_RELATIONS}}}Relationships")
        root = self.touch(relations)
        used = {one.get("Id") for one in root}
        fresh = next(name for number in range(1, len(used) + 2) if (name := f"rId{number}") not in used)
        relation = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
        relation.set("Id", fresh)
        relation.set("Type", f"{_KIND[self.is_strict]}comments")
        relation.set("Target", posixpath.basename(part))

    def ids(self) -> Iterator[int]:
        """Yield numbers that no mark of change, bookmark or comment of the file has."""
        used = {0}
        for part in self._package.names:
            if part.endswith(".xml") and part.startswith(posixpath.dirname(self.main)):
                used.update(map(int, _IDS.findall(self._package.part(part))))
        number = max(used)
        if number >= _LARGEST_ID:
            number = 0
        while True:
            number += 1
            if number not in used:
                yield number

    def changed(self) -> Mapping[str, bytes]:
        """Return the bytes of the parts that were changed or added."""
        return {
            part: etree.tostring(self._trees[part], xml_declaration=True, encoding="UTF-8", standalone=True)
            for part in sorted(self._touched)
        }

    def written(self, changed: Mapping[str, bytes]) -> bytes:
        """Return the file with some parts changed or added; all others keep their bytes, dates and order."""
        out = io.BytesIO()
        left, seen = dict(changed), set[str]()
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(out, "w") as new:
            for info in old.infolist():
                part = info.filename.lstrip("/")
                if part in seen or info.is_dir():
                    continue
                seen.add(part)
                data = left.pop(part) if part in left else self._package.part(part)
                new.writestr(_like(info, info.filename), data)
            model = old.infolist()[0]
            for part, data in left.items():
                new.writestr(_like(model, part, zipfile.ZIP_DEFLATED), data)
        return out.getvalue()

    def _related(self, part: str, kind: str, *, there: bool = True) -> list[str]:
        """The parts inside the file that a part is related to; ``there`` leaves out those that are missing."""
        relations = _relations_of(part)
        if relations not in self._package and relations not in self._touched:
            return []
        folder = posixpath.dirname(part)
        named = [
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            for one in self.tree(relations)
            if one.get("Type", "").rpartition("/")[2] == kind and one.get("TargetMode") != "External"
        ]
        return [one for one in named if not there or one in self._package or one in self._touched]


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels") if part else "_rels/.rels"


def _natural(part: str) -> tuple[int, str]:
    number = _NUMBER.search(part)
    return int(number[1]) if number else 0, part


def _like(model: zipfile.ZipInfo, name: str, packing: int | None = None) -> zipfile.ZipInfo:
    """What the zip file says of a part, as it said of another."""
    info = zipfile.ZipInfo(name, model.date_time)
    info.compress_type = model.compress_type if packing is None else packing
    info.external_attr = model.external_attr
    info.create_system = model.create_system
    info.comment = model.comment if packing is None else b""
    return info
