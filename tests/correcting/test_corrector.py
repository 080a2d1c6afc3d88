"""Text, HTML and Akoma Ntoso corrected in their source: nothing changes but the words."""

import pytest

from graph_service.errors import Code, ProblemError

OLD, NEW = "Resolution 64 (Busan, 2014)", "Resolution 64 (Rev. Dubai, 2018)"
FIX = [{"find": OLD, "text": NEW}]
FRENCH = [{"find": "Résolution 98 (Genève, 2022)", "text": "Résolution 98 (Rév. Genève, 2022)"}]


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html>\n<html><head><title>On {OLD}</title>{head}</head>\n<body>\n{body}\n</body></html>\n"


def akn(*components: str) -> str:
    parts = "".join(
        f'<component eId="cmp_{number}"><doc name="text"><mainBody>{one}</mainBody></doc></component>'
        for number, one in enumerate(components, 1)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection><components>{parts}</components></documentCollection></akomaNtoso>\n'


# what it shows: the file's name, its source, the source after correction
SOURCES = {
    "lines end as they did": ("a.txt", f"first\r\nrecalling {OLD},\r\nlast", f"first\r\nrecalling {NEW},\r\nlast"),
    "no-break spaces stay": ("a.txt", "see Resolution\u00a064 (Busan,\u00a02014)\n", "see Resolution\u00a064 (Rev. Dubai,\u00a02018)\n"),
    "the same words twice": ("a.txt", f"{OLD} and {OLD}\nand {OLD}\n", f"{NEW} and {NEW}\nand {NEW}\n"),
    "a page's title is not its text": ("a.html", page(f"<p>recalling {OLD},</p>"), page(f"<p>recalling {NEW},</p>")),
    "tags inside the words stay": (
        "a.html",
        page("<p>recalling <a href='x>y'>Resolution 64 (<b>Bus</b>an, <i>2014</i>)</a>,</p>"),
        page("<p>recalling <a href='x>y'>Resolution 64 (<b></b>Rev. Dubai, <i>2018</i>)</a>,</p>"),
    ),
    "references stay references": (
        "a.html",
        page("<p>R&amp;D &#8211; Resolution&nbsp;64 (Busan,&#160;2014) &lt;b&gt;</p>"),
        page("<p>R&amp;D &#8211; Resolution&nbsp;64 (Rev. Dubai,&#160;2018) &lt;b&gt;</p>"),
    ),
    "comments and scripts are no text": (
        "a.html",
        page(f"<!-- {OLD} --><script>var x = '{OLD}';</script><p>{OLD}</p>"),
        page(f"<!-- {OLD} --><script>var x = '{OLD}';</script><p>{NEW}</p>"),
    ),
    "words over two lines of the source": (
        "a.html",
        page("<p>recalling Resolution 64\n   (Busan, 2014),</p>"),
        page("<p>recalling Resolution 64\n   (Rev. Dubai, 2018),</p>"),
    ),
    "equal eIds in two components": (
        "a.xml",
        akn(f'<p eId="p_1">{OLD}</p><p eId="p_2">other</p>', f'<p eId="p_1">on {OLD}</p>'),
        akn(f'<p eId="p_1">{NEW}</p><p eId="p_2">other</p>', f'<p eId="p_1">on {NEW}</p>'),
    ),
    "a note in the middle of a sentence": (
        "a.xml",
        akn(f'<p eId="p_1">see <authorialNote marker="1" eId="n_1"><p>not {OLD}</p></authorialNote>{OLD} and on</p>'),
        akn(f'<p eId="p_1">see <authorialNote marker="1" eId="n_1"><p>not {NEW}</p></authorialNote>{NEW} and on</p>'),
    ),
    "a section of characters": ("a.xml", akn(f'<p eId="p_1">see <![CDATA[{OLD} & others]]></p>'), akn(f'<p eId="p_1">see <![CDATA[{NEW} & others]]></p>')),
    "struck words are left alone": (
        "a.xml",
        akn('<p eId="p_1">see Resolution 64 (<del>Busan, 2014</del><ins>Dubai, 2018</ins>)</p>'),
        akn('<p eId="p_1">see Resolution 64 (<del>Busan, 2014</del><ins>Rev. Dubai, 2018</ins>)</p>'),
    ),
}  # fmt: skip
OTHER_FIXES = {
    "no-break spaces stay": [
        {"find": "Resolution\u00a064 (Busan,\u00a02014)", "text": "Resolution\u00a064 (Rev. Dubai, 2018)"}
    ],
    "references stay references": [
        {"find": "Resolution\u00a064 (Busan,\u00a02014)", "text": "Resolution\u00a064 (Rev. Dubai,\u00a02018)"}
    ],
    "struck words are left alone": [{"find": "Resolution 64 (Busan, 2014Dubai, 2018)", "text": NEW}],
}


@pytest.mark.parametrize("says", SOURCES)
def test_the_source_changes_in_its_words_only(bench, says):
    name, before, after = SOURCES[says]
    made = bench.corrected(before.encode(), OTHER_FIXES.get(says, FIX), name)
    assert made.data.decode() == after
    assert made.refused == ()
    assert made.applied


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_of_a_text_stays(bench, encoding):
    text = "rappelant la Résolution 98 (Genève, 2022)\n"
    made = bench.corrected(text.encode(encoding), FRENCH, "a.txt")
    assert made.data == text.replace("(Genève", "(Rév. Genève").encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_encoding_of_a_page_stays(bench, encoding):
    source = page("<p>rappelant la Résolution 98 (Genève, 2022)</p>", f'<meta charset="{encoding}">')
    made = bench.corrected(source.encode(encoding), FRENCH, "a.html")
    assert made.data == source.replace("98 (Genève", "98 (Rév. Genève").encode(encoding)


def test_a_letter_that_the_encoding_lacks_is_refused_in_text_and_a_reference_in_a_page(bench):
    fix = [{"find": "Resolution 64 (Busan, 2014)", "text": "Resolution 64 (Rev. Dubaï, 2018)"}]
    text = "заметим, что Resolution 64 (Busan, 2014) была принята давно и надолго\n"
    made = bench.corrected(text.encode("cp1251"), fix, "a.txt")
    assert [one.key for one in made.refused] == ["encoding"]
    assert made.data == text.encode("cp1251")
    shown = page(f"<p>{text}</p>", '<meta charset="windows-1251">')
    assert "Rev. Duba&#239;, 2018" in bench.corrected(shown.encode("cp1251"), fix, "a.html").data.decode("cp1251")


def test_words_parted_by_a_line_break_are_refused(bench):
    source = page("<p>recalling Resolution 140 (Rev.<br>Antalya, 2006)</p>")
    fix = [{"find": "Resolution 140 (Rev. Antalya, 2006)", "text": "Resolution 140 (Antalya, 2006)"}]
    made = bench.corrected(source.encode(), fix, "a.html")
    assert [one.key for one in made.refused] == ["tags"]
    assert made.data == source.encode()


def test_a_flattened_change_keeps_its_struck_words(bench):
    text = "RESOLUTION 64 (Busan, 2014Dubai, 2018)\nOn the example\n"
    made = bench.corrected(
        text.encode(),
        [{"find": "RESOLUTION 64 (Busan, 2014Dubai, 2018)", "text": "RESOLUTION 64 (Rev. Dubai, 2018)"}],
        "a.txt",
    )
    assert made.data.decode() == text.replace("2014Dubai", "2014Rev. Dubai")


def test_the_diff_shows_the_lines_that_change(bench):
    made = bench.corrected(f"first\nrecalling {OLD},\nlast".encode(), FIX, "a.txt")
    assert (
        made.diff
        == f"--- a.txt\n+++ a.txt (corrected)\n@@ -1,3 +1,3 @@\n first\n-recalling {OLD},\n+recalling {NEW},\n last\n\\ No newline at end of file\n"
    )


@pytest.mark.parametrize(
    ("name", "media_type"), [("a.txt", "text/plain"), ("a.html", "text/html"), ("a.xml", "application/akn+xml")]
)
def test_the_media_type_is_that_of_the_format(bench, name, media_type):
    source = {"a.txt": OLD, "a.html": page(f"<p>{OLD}</p>"), "a.xml": akn(f'<p eId="p">{OLD}</p>')}[name]
    assert bench.corrected(source.encode(), FIX, name).media_type == media_type


def test_a_file_without_findings_is_returned_as_it_is(bench):
    data = page("<p>nothing here</p>").encode()
    assert bench.corrected(data, [], "a.html").data is data


def test_a_pdf_is_refused_in_one_sentence(bench, tmp_path):
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(tmp_path / "a.pdf")
    from dataclasses import replace

    checked = bench.checked(OLD.encode(), FIX, "a.txt")
    checked = replace(checked, documents=tuple(replace(one, format="pdf") for one in checked.documents))
    from graph_service.correcting.correct import correct
    from tests.correcting.composed import NOW

    with pytest.raises(ProblemError) as error:
        correct(b"%PDF-1.7", name="a.pdf", checked=checked, again=lambda _: checked, author="A", at=NOW)
    assert error.value.problem.code is Code.UNSUPPORTED_FORMAT
