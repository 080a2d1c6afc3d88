"""Composed identifiers of any parts: the canonical form reads back to the same parts, and no two parts share one."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_service.citing.identify import identified, identify
from graph_service.errors import ProblemError

MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
YEARS, MONTHS = st.integers(1950, 2030), st.integers(1, 12)
NUMBERS = st.integers(1, 30).map(str)
DATES = st.one_of(
    st.just(""),
    YEARS.map(lambda year: f" ({year})"),
    st.tuples(MONTHS, YEARS).map(lambda date: f" ({date[0]:02d}/{date[1]})"),
)
DATED = DATES.filter(bool)
SIGNS = {"Annex": st.sampled_from(["A", "B", "C2", "C+", "F1", "M2"]), "App.": st.sampled_from(["I", "II", "IV", "X"]),
         "Suppl.": NUMBERS, "Amd.": NUMBERS, "Cor.": NUMBERS, "Add.": NUMBERS, "Err.": NUMBERS}  # fmt: skip
LANGUAGES = st.sampled_from(["", "", "", "-E", "-F", "-S", "-R", "-C", "-A"])


@st.composite
def recommendations(draw):
    series = draw(st.sampled_from("ABDEFGHIJKLMNOPQRSTUVXYZ"))
    number = f"{series}.{draw(st.integers(1, 9999))}{draw(st.sampled_from(['', '', '.1', '.12', 'bis', 'ter']))}"
    joint = draw(st.sampled_from(["", "", "/Y.2060", "/X.400/F.40"]))
    version = draw(st.sampled_from(["", "", " (V2)"]))
    signs = draw(st.lists(st.sampled_from(list(SIGNS)), max_size=3, unique=True))
    changes = "".join(f" {sign} {draw(SIGNS[sign])}{draw(DATES)}" for sign in SIGNS if sign in signs)
    twin = draw(st.sampled_from(["", "", " | ISO/IEC 14496-10", " | ISO/IEC 9594-8:2020"]))
    return f"ITU-T {number}{joint}{version}{draw(DATED if changes else DATES)}{changes}{twin}{draw(LANGUAGES)}"


@st.composite
def radio(draw):
    series = draw(
        st.sampled_from(["BO", "BS", "BT", "F", "M", "P", "RA", "RS", "S", "SA", "SF", "SM", "SNG", "TF", "V"])
    )
    kind = draw(st.sampled_from(["", "Report ", "Recommendation "]))
    revision = draw(st.one_of(st.just(""), st.integers(0, 20).map(lambda number: f"-{number}")))
    return f"ITU-R {kind}{series}.{draw(st.integers(1, 2600))}{revision}{draw(DATES)}{draw(LANGUAGES)}"


@st.composite
def acts(draw):
    body, kind, places = draw(
        st.sampled_from(
            [
                ("PP", "Resolution", ["Dubai, 2018", "Busan, 2014", "Bucharest, 2022"]),
                ("PP", "Decision", ["Dubai, 2018", "Guadalajara, 2010"]),
                ("WTDC", "Resolution", ["Kigali, 2022", "Buenos Aires, 2017"]),
                ("WTSA", "Resolution", ["Hammamet, 2016", "Geneva, 2022", "New Delhi, 2024"]),
                ("WTPF", "Opinion", ["Geneva, 2013"]),
                ("Council", "Resolution", ["2016", "2008"]),
                ("WRC", "Resolution", ["WRC-19", "WRC-2000"]),
            ]
        )
    )
    place = draw(st.sampled_from(places))
    rev = draw(st.sampled_from(["", "Rev." if place.startswith("WRC") else "Rev. "]))
    return f"{body} {kind} {draw(st.integers(1, 1500))} ({rev}{place}){draw(LANGUAGES)}"


@st.composite
def others(draw):
    group = draw(st.integers(1, 20))
    return draw(
        st.sampled_from(
            [
                f"ITU-T Question {draw(NUMBERS)}/{group}", f"ITU-D Question {draw(NUMBERS)}/{group} (2018-2021)",
                f"ITU-R Question {draw(NUMBERS)}-{draw(NUMBERS)}/{group}", f"ITU OB {draw(st.integers(1, 2000))}{draw(DATES)}",
                f"ITU-R Handbook {draw(NUMBERS)}", f"ITU-R {draw(NUMBERS)}.HDB", f"CCIR Recommendation {draw(NUMBERS)}-3 (1990)",
                f"CS No. {draw(NUMBERS)}", f"CV Art. {draw(NUMBERS)}", f"RR App. {draw(NUMBERS)}B", f"RR No. 5.{draw(NUMBERS)}A",
                f"CS No. {draw(NUMBERS)} to {draw(NUMBERS)}", f"ITU-T {draw(st.sampled_from('AGHY'))} Suppl. {draw(NUMBERS)}{draw(DATES)}",
                f"ITU-T E-{draw(st.integers(1, 8))}00 Suppl. {draw(NUMBERS)}", f"RA Resolution {draw(NUMBERS)}-{draw(NUMBERS)}",
                f"UNGA Resolution {draw(st.integers(50, 80))}/{draw(NUMBERS)}", f"ITU-D Recommendation {draw(NUMBERS)}",
            ]
        )
    ) + draw(LANGUAGES)  # fmt: skip


TEXTS = st.one_of(recommendations(), radio(), acts(), others())


def parts(found):
    return {name: value for name, value in found.row().items() if name != "input"}


@MANY
@given(text=TEXTS)
def test_the_canonical_form_reads_back_to_the_same_parts(text, register, lexicons):
    found = identified(text, register, lexicons)
    again = identified(found.canonical, register, lexicons)
    assert parts(again) == parts(found)


@MANY
@given(first=TEXTS, second=TEXTS)
def test_two_texts_never_share_a_canonical_form(first, second, register, lexicons):
    one, other = identified(first, register, lexicons), identified(second, register, lexicons)
    assert (one.canonical == other.canonical) == (parts(one) == parts(other))


@MANY
@given(text=TEXTS)
def test_spaces_case_of_words_and_brackets_do_not_matter(text, register, lexicons):
    found = identified(text, register, lexicons)
    wide = text.replace(" ", "\u00a0 ")
    loose = f" {wide}." if "(" in text else f"  [{wide}] "
    assert parts(identified(loose, register, lexicons)) == parts(found)


@MANY
@given(text=st.text(max_size=80))
def test_any_text_gives_an_identification_or_a_problem(text, register, lexicons):
    found = identify(text, register, lexicons)
    if isinstance(found, ProblemError):
        assert found.problem.what
    else:
        assert identified(found.canonical, register, lexicons).canonical == found.canonical


WORDS = st.lists(
    st.sampled_from(
        ["ITU-T", "ITU-R", "G.711", "M.1371-5", "Rec.", "Resolution", "197", "(Rev. Dubai, 2018)", "(2016)", "Amd.", "1", "Annex", "A",
         "CS", "No.", "118", "Suppl.", "series", "H", "|", "ISO/IEC 14496-10", "PP", "WTSA-16", "Question", "5/1", "-E", "(F)", "to", "of",
         "/", "Art.", "OB", "第", "号", "决议", "Рез.", "القرار", "bis", "V2", "T-REC-T.4-200307-I", "!", "Connect 2030"]
    ),
    max_size=8,
)  # fmt: skip


@MANY
@given(words=WORDS)
def test_any_heap_of_words_gives_a_stable_identification_or_a_problem(words, register, lexicons):
    found = identify(" ".join(words), register, lexicons)
    if not isinstance(found, ProblemError):
        again = identified(found.canonical, register, lexicons)
        assert (again.canonical, again.iri) == (found.canonical, found.iri)
