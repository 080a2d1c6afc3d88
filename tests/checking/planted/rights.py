"""Right items: standing editions, old ones that are named on purpose, and words with numbers that cite nothing."""

from tests.checking.planted.facts import Edition
from tests.checking.planted.item import OPERATIVE, PREAMBLE, Item, Piece
from tests.checking.planted.maker import Maker
from tests.checking.planted.printing import Form, Mark, cited, mark_of


def standing(make: Maker) -> Item | None:
    """The edition that stands."""
    edition = make.choice(make.setting.current)
    return make.framed("right", cited(edition), make.form(edition)) if edition else None


def doubtful(make: Maker) -> Item | None:
    """An edition that others are told to have followed, which nobody attests."""
    edition = make.choice(make.setting.doubtful)
    return make.framed("right, later ones in doubt", cited(edition), make.form(edition)) if edition else None


def unknown(make: Maker) -> Item | None:
    """An edition of a conference whose list is open, that nobody tells of, after all that are known."""
    setting = make.setting
    closed = {conference for conference, _ in setting.facts.closed}
    known = [
        (edition, met)
        for edition in setting.placed
        for met in setting.facts.held(edition.body)
        if edition.day < met.closes <= setting.text_day and met.id not in closed and not _is_closed(make, edition)
    ]
    pair = make.choice(known)
    if pair is None:
        return None
    edition, met = pair
    mark = Mark(place=met.place, year=met.year, revised=True)
    return make.framed("right, unknown", cited(edition, mark), make.full_form(edition.body))


def _is_closed(make: Maker, edition: Edition) -> bool:
    """Whether the line of editions of a text is known without a gap."""
    short = {"resolution": "res", "decision": "dec"}[edition.kind]
    path = f"{edition.body.lower()}/{short}/{edition.number}"
    return any(row["subject"] == path and row["closed"] == "yes" for row in make.setting.facts.rows("coverage"))


def addressed(make: Maker) -> Item | None:
    """In a draft, the edition that the addressed conference is to adopt of another of its texts."""
    setting = make.setting
    edition = make.choice([one for one in setting.current if one.body == setting.body])
    if not setting.is_draft or edition is None:
        return None
    mark = Mark(place=setting.conference.place, year=setting.conference.year, revised=True)
    return make.framed("right, addressed", cited(edition, mark), Form(body=make.said["this_body"][setting.body]))


def own_earlier(make: Maker) -> Item | None:
    """An earlier edition of the text itself."""
    setting = make.setting
    acts = [one for one in setting.facts.lines[setting.own] if one.day < setting.conference.opens and one.sure]
    edition = make.choice(acts)
    if edition is None:
        return None
    return make.framed("right, own earlier", cited(edition), Form(body=make.said["this_body"][setting.body]))


def several(make: Maker) -> Item | None:
    """Two editions of one text in one sentence, the newer of which stands."""
    pair = _pair(make)
    if pair is None:
        return None
    old, new = pair
    form = make.full_form(old.body)
    first, second = (
        Piece(text=make.printer.reference(cited(one), form, "prep" if make.lang == "ru" else "acc"), is_reference=True)
        for one in (old, new)
    )
    return Item(
        what="right, several", group=PREAMBLE, pieces=make.filled(make.said["several"], first=first, second=second)
    )


def enumeration(make: Maker) -> Item | None:
    """Three editions of one text in a list, the newest of which stands."""
    newest = make.choice(
        [one for one in make.setting.current if sum(act.sure for act in make.setting.acts(one.instrument)) >= 3]
    )
    if newest is None:
        return None
    line = [act for act in make.setting.acts(newest.instrument) if act.sure][-3:]
    numbered = [_numbered(make, one) for one in line]
    first, second, third = (Piece(text=text, is_reference=True) for text in numbered)
    said = make.said
    pieces = make.filled(
        said["enumeration"],
        first=first,
        second=second,
        third=third,
        many=Piece(text=make.typeset(said["kinds"][line[0].kind]["many"])),
        tie=Piece(text=make.printer.style.tie),
        body=Piece(text=make.typeset(said["of_body"][line[0].body][0])),
    )
    return Item(what="right, enumeration", group=PREAMBLE, pieces=pieces)


def _numbered(make: Maker, one: Edition) -> str:
    if make.lang == "zh":
        return make.printer.reference(cited(one), make.full_form(one.body))
    mark = make.printer.mark(mark_of(one), one.kind)
    return make.typeset(f"{one.number}{make.printer.style.gap}{mark}")


def _pair(make: Maker) -> tuple[Edition, Edition] | None:
    pairs = [
        (acts[0], acts[-1])
        for edition in make.setting.current
        if len(acts := [one for one in make.setting.acts(edition.instrument) if one.sure]) >= 2
    ]
    return make.choice(pairs)


def looking_back(make: Maker) -> Item | None:
    """An old edition with words that look back, or a text that was taken away and is said to be so."""
    old = make.choice([one[0] for one in make.setting.overtaken])
    if old is None:
        return None
    frame = make.rng.choice(make.said["looking_back"])
    return make.around("right, looking back", frame, cited(old), make.form(old))


def inside_a_title(make: Maker) -> Item | None:
    """An old edition inside the quoted title of another text, whose title nobody knows."""
    lang = make.lang
    known = [one for one in make.setting.current if not any(one.titles) and one.title(lang) is None]
    found = make.choice(known)
    old = make.choice([one[0] for one in make.setting.overtaken if found and one[0].instrument != found.instrument])
    if found is None or old is None:
        return None
    inner = make.around("", make.said["titles_with"], cited(old), make.full_form(old.body))
    outer = make.printer.reference(cited(found), make.full_form(found.body))
    before, _, after = make.rng.choice(make.said["quoted"]).partition("{title}")
    pieces = (
        *make.filled(before, acc=Piece(text=outer, is_reference=True)),
        *inner.pieces,
        *make.filled(after),
    )
    return Item(what="right, inside a title", group=PREAMBLE, pieces=pieces)


def right_title(make: Maker) -> Item | None:
    """The title of the cited edition, quoted."""
    edition = make.choice([one for one in make.setting.current if one.title(make.lang)])
    if edition is None:
        return None
    text = make.printer.reference(cited(edition), make.full_form(edition.body))
    pieces = make.filled(
        make.rng.choice(make.said["quoted"]),
        acc=Piece(text=text, is_reference=True),
        title=Piece(text=str(edition.title(make.lang))),
    )
    return Item(what="right, title", group=PREAMBLE, pieces=pieces)


def other(make: Maker) -> Item | None:
    """Texts that have no editions: of other organizations, provisions, Recommendations without date."""
    frame = next(one for one in make.said["preamble"] if "{acc}" in one)
    piece = Piece(text=make.typeset(make.rng.choice(make.said["others"])), is_reference=True)
    return Item(what="right, other", group=PREAMBLE, pieces=make.filled(frame, acc=piece))


def plain(make: Maker) -> Item | None:
    """Words with numbers that cite nothing."""
    return Item(what="plain", group=PREAMBLE, pieces=(Piece(text=make.typeset(make.rng.choice(make.said["plain"]))),))


def right_provision(make: Maker) -> Item | None:
    """A number of a basic text with the Article that holds it."""
    texts = make.said["texts"]
    basic, article, number = make.rng.choice([one for one in make.setting.facts.articles if one[0] in texts])
    frame = make.rng.choice(make.said["provisions"])
    text = make.typeset(frame.format(number=number, article=article, text=texts[basic]))
    return Item(what="right, provision", group=OPERATIVE, pieces=(Piece(text=text, is_reference=True),))


def own_part(make: Maker) -> Item | None:
    """A reference to the first paragraph of the operative part."""
    text = make.typeset(make.rng.choice(make.said["internal"]).format(number=1))
    return Item(what="right, own part", group=OPERATIVE, pieces=(Piece(text=text, is_reference=True),))
