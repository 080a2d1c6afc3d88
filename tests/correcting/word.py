"""Word files made from the XML of their parts, as small as Word still reads them."""

import io
import zipfile

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_TYPE}.document.main+xml"
_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = (
    'xmlns:w="{space}" xmlns:r="{relations}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' mc:Ignorable="w14"'
)
_ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr", "comments": "comments"}
_SEPARATORS = {
    kind: f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    for kind in ("footnote", "endnote")
}


def word_file(
    body: str,
    *,
    strict: bool = False,
    macro: bool = False,
    signed: bool = False,
    links: dict[str, str] | None = None,
    extra: dict[str, bytes] | None = None,
    **parts: str,
) -> bytes:
    """A Word file with this body and the other parts given: footnotes, endnotes, header, footer, comments.

    ``links`` are further parts of the body by their targets, with their kinds.
    """
    space = STRICT if strict else TRANSITIONAL
    relations = _RELATIONS[space]
    spaces = _SPACES.format(space=space, relations=relations)
    rows, types, files = [], [], {}
    for number, (kind, content) in enumerate(parts.items(), 1):
        rows.append(f'<Relationship Id="rId{number}" Type="{relations}/{kind}" Target="{kind}1.xml"/>')
        types.append(f'<Override PartName="/word/{kind}1.xml" ContentType="{_TYPE}.{kind}+xml"/>')
        before = _SEPARATORS.get(kind.removesuffix("s"), "")
        files[f"word/{kind}1.xml"] = f"{_HEAD}<w:{_ROOTS[kind]} {spaces}>{before}{content}</w:{_ROOTS[kind]}>"
    rows.append(
        f'<Relationship Id="rId90" Type="{relations}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    )
    for number, (target, kind) in enumerate((links or {}).items(), 100):
        rows.append(f'<Relationship Id="rId{number}" Type="{relations}/{kind}" Target="{target}"/>')
    signature = f'<Relationship Id="rId2" Type="{_SIGNATURE}" Target="_xmlsignatures/origin.sigs"/>' if signed else ""
    margins = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{number}"/>'
        for number, kind in enumerate(parts, 1)
        if kind in {"header", "footer"}
    )
    section = f'<w:sectPr>{margins}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    main = _MACRO if macro else _MAIN
    files |= {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{"".join(types)}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="word/document.xml"/>{signature}</Relationships>',
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(rows)}</Relationships>",
        "word/document.xml": f"{_HEAD}<w:document {spaces}><w:body>{body}{section}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda one: one != "[Content_Types].xml"):
            archive.writestr(name, files[name])
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
