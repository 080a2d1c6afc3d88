"""Pages as a client gets them: all kinds, reached by links from the start, safe, kept by browsers, small."""

import re
from collections import Counter, deque
from html import unescape
from urllib.parse import urlsplit

import httpx
import pytest

from tests.web.conftest import page_text
from tests.web.kinds import AMBIGUOUS, KINDS, MISSING

HREF = re.compile(r'href="([^"]+)"')
MOST_OF_A_KIND = 2


@pytest.mark.parametrize("lang", ["en", "es", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_in_the_language_asked_for(client: httpx.Client, kind: str, lang: str) -> None:
    text = page_text(client.get(KINDS[kind], headers={"Accept-Language": lang}))
    assert f'<html lang="{lang}"' in text
    assert text.count("<h1") == 1


def test_every_page_is_reached_by_links_from_the_start(client: httpx.Client) -> None:
    kinds: Counter[str] = Counter()
    seen, waiting = {"/"}, deque(["/"])
    reached: set[str] = set()
    while waiting:
        address = waiting.popleft()
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code, answer.text[:500])
        reached.add(kind_of(address))
        if "text/html" not in answer.headers["content-type"] or "lang=" in address or address.startswith("/docs"):
            continue
        for found in HREF.findall(answer.text):
            link = unescape(found).partition("#")[0]
            known = not link.startswith("/") or link.startswith(("//", "/sparql")) or link in seen
            if known or kinds[kind_of(link)] >= MOST_OF_A_KIND:
                continue
            kinds[kind_of(link)] += 1
            seen.add(link)
            waiting.append(link)
    wanted = {kind_of(path) for path in KINDS.values() if not path.startswith("/search?q=zzz")}
    assert wanted - reached == set()


def kind_of(address: str) -> str:
    parts = urlsplit(address)
    steps = parts.path.strip("/").split("/")
    if steps[0] != "doc":
        return steps[0]
    end = "." + steps[-1].rpartition(".")[2] if steps[-1].endswith((".ttl", ".jsonld", ".nt")) else ""
    return "/".join(steps[:2] if steps[1] in {"conf", "body", "sector", "clause", "source", "plan"} else ["doc"]) + end


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_needs_no_inline_script_or_style_and_no_other_host(client: httpx.Client, kind: str) -> None:
    answer = client.get(KINDS[kind])
    text = page_text(answer)
    policy = answer.headers["content-security-policy"]
    assert "'unsafe" not in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text)
    assert not re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//', text)


def test_the_first_page_is_light(client: httpx.Client) -> None:
    text = page_text(client.get("/"))
    assets = {unescape(found) for found in re.findall(r'(?:src|href)="(/assets/[^"]+)"', text)}
    assert sum(len(client.get(one).content) for one in assets) + len(text.encode()) < 150_000


def test_a_page_is_not_sent_twice(client: httpx.Client) -> None:
    first = client.get("/doc/pp/res/197")
    again = client.get("/doc/pp/res/197", headers={"If-None-Match": first.headers["etag"]})
    other = client.get("/doc/pp/res/197", headers={"If-None-Match": first.headers["etag"], "Accept-Language": "fr"})
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200
    assert "Accept-Language" in first.headers["vary"]


def test_an_asset_is_kept_for_good_under_its_own_address(client: httpx.Client) -> None:
    address = unescape(re.findall(r'href="(/assets/style[^"]+)"', client.get("/").text)[0])
    assert "immutable" in client.get(address).headers["cache-control"]
    assert "immutable" not in client.get("/assets/style.css").headers["cache-control"]
    assert client.get("/assets/../pages.py").status_code == 404


def test_a_chosen_language_is_kept_in_every_link_of_the_site(client: httpx.Client) -> None:
    text = page_text(client.get("/doc/pp/res/197?lang=fr"))
    pages = [unescape(link) for link in HREF.findall(text) if link.startswith(("/doc/", "/search", "/stale", "/graph"))]
    plain = [link for link in pages if "lang=" not in link and not link.endswith((".ttl", ".jsonld", ".nt"))]
    assert plain == []


def test_an_unknown_thing_shows_the_nearest_names(client: httpx.Client) -> None:
    text = page_text(client.get("/doc/pp/res/1977"), 404)
    assert "Nothing is known under this name" in text
    assert "Rien n'est connu" in unescape(client.get(MISSING, headers={"Accept-Language": "fr"}).text)
    numbers = [int(one) for one in re.findall(r'href="/doc/pp/res/(\d+)"', text)]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 200
    near = page_text(client.get("/doc/wtdc/resolutions/37"), 404)
    assert "/doc/wtdc/res/37" in near


def test_an_ambiguous_name_is_a_choice(client: httpx.Client) -> None:
    text = page_text(client.get(AMBIGUOUS), 300)
    assert {"/doc/ra/res/50", "/doc/wtdc/res/50", "/doc/wtsa/res/50"} <= set(HREF.findall(text))


@pytest.mark.parametrize(
    "path",
    [
        "/stale?offset=999999999999999&rule=no-such&severity=x&since=never",
        f"/texts?offset={'9' * 5000}&year=two&kind=song&body=nobody",
        "/graph?of=pp/res/197&depth=abc&also=,,zzz,pp/res/64&clause=x&body=y",
        "/chain?of=pp/res/197&depth=-3&direction=sideways",
        "/doc/pp/res/197?edition=none&clause=%22%3E%3Cscript%3E&body=x&offset=-5&show=all",
        "/search?q=Res.+197&offset=100000",
        "/editor?name=no-such",
        "/?lang=xx",
        "/?lang=fr&lang=ar",
    ],
)
def test_strange_parameters_do_no_harm(client: httpx.Client, path: str) -> None:
    text = page_text(client.get(path))
    assert "<script>" not in text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/stale?at=tomorrow", 400),
        ("/chain?of=nothing+of+the+kind", 404),
        ("/path?from=pp/res/1&to=zzz", 404),
        ("/rules/no-such-rule", 404),
        ("/queries/no-such-query", 404),
        ("/feed/pp/res/99999", 404),
        ("/lists/cites/pp/res/99999.csv", 404),
    ],
)
def test_a_wrong_address_is_told_on_a_page(client: httpx.Client, path: str, status: int) -> None:
    text = page_text(client.get(path, headers={"Accept-Language": "es"}), status)
    assert '<html lang="es"' in text
    assert text.count("<h1") == 1
