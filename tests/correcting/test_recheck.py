"""A corrected text is read where it has changed: what it cites is what the whole of it, read anew, would give."""

from dataclasses import replace

import pytest

from graph_service.checking.succession import Programmes
from graph_service.citing.extract import Extractor
from graph_service.correcting.recheck import Rereader
from graph_service.reading.read import DocumentReader

HEAD = """RESOLUTION 205 (DUBAI, 2018)

On the example

The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

recalling

"""
BODY = """a) Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference;

b) Resolution 37 of the World Telecommunication Development Conference, and Resolution 30 (Rev. Dubai, 2014);

c) that Resolution 37 and Resolution 71 are related, and the strategic plan for 2016-2019,

d) the strategic plan for the Union, Resolutions 123, 130 and 139 (Rev. Busan, 2014),

noting

that members have met"""
CHANGES = [
    ("71 (Rev. Busan, 2014)", "71 (Rev. Dubai, 2018)"),
    ("30 (Rev. Dubai, 2014)", "30 (Rev. Buenos Aires, 2017)"),
    ("123, 130 and 139 (Rev. Busan, 2014)", "123, 130 and 139 (Rev. Dubai, 2018)"),
    ("the World Telecommunication Development Conference", "the World Telecommunication Standardization Assembly"),
    ("Resolution 37 of", "Resolution 50 of"),
    ("2016-2019", "2020-2023"),
    ("noting", "recognizing"),
    ("RESOLUTION 205 (DUBAI, 2018)", "RESOLUTION 205 (BUSAN, 2014)"),
    ("that members have met", "that members have met again"),
]


class Counting(Extractor):
    """Counts the paragraphs that it is given."""

    count = 0

    def mentions(self, document):
        self.count += len(document.paragraphs)
        return super().mentions(document)


@pytest.fixture(scope="module")
def read(register, lexicons):
    reader = DocumentReader(register=register, lexicons=lexicons)

    def read(text: str):
        ((document,),) = reader.read(text.encode(), "a.txt")
        return document

    return read


def grouped(mentions):
    """The mentions with their enumerations numbered in the order in which they come."""
    numbers = {}
    return [
        replace(one, enumeration=numbers.setdefault(one.enumeration, 1 + len(numbers)) if one.enumeration else 0)
        for one in mentions
    ]


@pytest.mark.parametrize(("was", "now"), CHANGES, ids=[now for _, now in CHANGES])
def test_it_cites_what_the_whole_text_does(read, register, lexicons, was, now):
    text = HEAD + BODY
    assert was in text
    before, after = read(text), read(text.replace(was, now, 1))
    extractor = Extractor(register, lexicons)
    rereader = Rereader(extractor=extractor, programmes=Programmes(register))
    again = rereader.citing_text(extractor.citing_text(before), before, after)
    whole = extractor.citing_text(after)
    assert grouped(again.mentions) == grouped(whole.mentions)
    assert replace(again, mentions=()) == replace(whole, mentions=())


def test_only_what_has_changed_is_read(read, register, lexicons):
    before, after = read(HEAD + BODY), read((HEAD + BODY).replace("(Rev. Dubai, 2014)", "(Rev. Buenos Aires, 2017)"))
    extractor = Counting(register, lexicons)
    first = extractor.citing_text(before)
    extractor.count = 0
    again = Rereader(extractor=extractor, programmes=Programmes(register)).citing_text(first, before, after)
    assert extractor.count == 2, "the paragraph as it was and as it is"
    assert again.mentions != first.mentions


def test_of_two_paragraphs_with_one_place_both_are_read(read, register, lexicons):
    one = read(HEAD + BODY)
    twice = replace(one, paragraphs=(*one.paragraphs, *one.paragraphs[-3:]))
    changed = read((HEAD + BODY).replace("(Rev. Busan, 2014)", "(Rev. Dubai, 2018)"))
    after = replace(changed, paragraphs=(*changed.paragraphs, *changed.paragraphs[-3:]))
    extractor = Extractor(register, lexicons)
    again = Rereader(extractor=extractor, programmes=Programmes(register)).citing_text(
        extractor.citing_text(twice), twice, after
    )
    assert grouped(again.mentions) == grouped(extractor.mentions(after))
