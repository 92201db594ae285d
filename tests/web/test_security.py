"""What the form refuses, one danger at a time; and that the same server without that one guard falls for it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from policy_kit.web.door import Door
from policy_kit.web.guards import (
    GUARDS,
    Guard,
    refuse_broken_text,
    refuse_deep_json,
    refuse_foreign_host,
    refuse_foreign_origin,
    refuse_foreign_type,
    refuse_large,
    refuse_missing_origin,
    refuse_missing_version,
    refuse_outside,
    refuse_strangers,
    refuse_unknown_ids,
)
from tests.patience import PATIENCE
from tests.web.conftest import ANSWERS, VAGUE, Served, serve

HERE = "/en/service-policy/en/questions/complaints"
API = f"/api{HERE}"
EVIL = "Anybody may have the clients' data."
JSON = {"content-type": "application/json"}


def version_of(served: Served) -> str:
    page = served.client.get(HERE).text
    return page.partition('name="version" value="')[2].partition('"')[0]


def is_written(served: Served, _: httpx.Response) -> bool:
    return EVIL in served.read_answers()


def is_shown(_: Served, response: httpx.Response) -> bool:
    return response.status_code == 200


def falls(_: Served, response: httpx.Response) -> bool:
    return response.status_code == 500


def rebind(served: Served) -> httpx.Response:
    evil = f"evil.example:{served.form.port}"
    return served.post(HERE, {"text": EVIL, "version": version_of(served)}, host=evil, origin=f"http://{evil}")


def come_without_cookie(served: Served) -> httpx.Response:
    return httpx.get(served.origin + HERE, timeout=PATIENCE)


def write_from(origin: str, **headers: str) -> Callable[[Served], httpx.Response]:
    def write(served: Served) -> httpx.Response:
        return served.post(HERE, {"text": EVIL, "version": version_of(served)}, origin=origin, **headers)

    return write


def write_from_nowhere(served: Served) -> httpx.Response:
    return served.client.post(HERE, data={"text": EVIL, "version": version_of(served)})


def write_as_plain_text(served: Served) -> httpx.Response:
    body = f"text={EVIL}&version={version_of(served)}"
    return served.client.post(HERE, content=body, headers={"origin": served.origin, "content-type": "text/plain"})


def write_too_much(served: Served) -> httpx.Response:
    body = '{"text": "' + "a" * 70_000 + '"}'
    return served.client.post(f"{API}/score", content=body, headers={"origin": served.origin, **JSON})


def stream_too_much(served: Served) -> httpx.Response:
    parts = (part.encode() for part in ('{"text": "', *(["a" * 1000] * 70), '"}'))
    return served.client.post(f"{API}/score", content=parts, headers={"origin": served.origin, **JSON})


def climb_out(served: Served) -> httpx.Response:
    served.form.handbook.mkdir(parents=True)
    return served.client.get("/handbook/..%2f..%2fstandards/company.yml")


def follow_a_link_out(served: Served) -> httpx.Response:
    served.form.handbook.mkdir(parents=True)
    (served.form.handbook / "all.txt").symlink_to(served.form.folder / "standards/company.yml")
    return served.client.get("/handbook/all.txt")


def write_to(path: str) -> Callable[[Served], httpx.Response]:
    return lambda served: served.post(path, {"text": EVIL, "version": ""})


def overwrite_blindly(served: Served) -> httpx.Response:
    headers = {"origin": served.origin, **JSON}
    return served.client.put(API, json={"text": EVIL, "by": ""}, headers=headers)


def overwrite_blindly_by_form(served: Served) -> httpx.Response:
    return served.post(HERE, {"text": EVIL})


def nest_deeply(served: Served) -> httpx.Response:
    headers = {"origin": served.origin, **JSON}
    return served.client.post(f"{API}/score", content=b'{"text":' + b"[" * 30_000, headers=headers)


def send_half_a_character(served: Served) -> httpx.Response:
    headers = {"origin": served.origin, "if-match": '"x"', **JSON}
    return served.client.put(API, content=rb'{"text": "x", "by": "", "after": "\ud800"}', headers=headers)


def send_broken_bytes(served: Served) -> httpx.Response:
    body = f"text=Our+director+%ED%A0%80&by=&version={version_of(served)}"
    headers = {"origin": served.origin, "content-type": "application/x-www-form-urlencoded"}
    return served.client.post(HERE, content=body, headers=headers)


def is_mangled(served: Served, _: httpx.Response) -> bool:
    return "\N{REPLACEMENT CHARACTER}" in served.read_answers()


@dataclass(frozen=True)
class Attack:
    """Something that must not succeed, who stops it, and how one sees that it did succeed."""

    guard: Guard
    send: Callable[[Served], httpx.Response]
    status: int
    succeeds: Callable[[Served, httpx.Response], bool]


ATTACKS = {
    "a foreign name for this machine": Attack(refuse_foreign_host, rebind, 421, is_written),
    "another user of this machine": Attack(refuse_strangers, come_without_cookie, 403, is_shown),
    "a page of another site": Attack(refuse_foreign_origin, write_from("https://evil.example"), 403, is_written),
    "a page of another port": Attack(refuse_foreign_origin, write_from("http://127.0.0.1:1"), 403, is_written),
    "a page without an origin": Attack(refuse_foreign_origin, write_from("null"), 403, is_written),
    "no origin": Attack(refuse_missing_origin, write_from_nowhere, 403, is_written),
    "a type that needs no leave": Attack(refuse_foreign_type, write_as_plain_text, 415, is_written),
    "a body over 64 kB": Attack(refuse_large, write_too_much, 413, is_shown),
    "a body of unknown length": Attack(refuse_large, stream_too_much, 413, is_shown),
    "a path that climbs out": Attack(refuse_outside, climb_out, 404, is_shown),
    "a link that leads out": Attack(refuse_outside, follow_a_link_out, 404, is_shown),
    "an unknown question": Attack(refuse_unknown_ids, write_to(HERE + "x"), 404, falls),
    "an unknown language": Attack(refuse_unknown_ids, write_to(HERE.replace("/en/q", "/de/q")), 404, falls),
    "a question with dots": Attack(refuse_unknown_ids, write_to("/en/service-policy/en/questions/%2e%2e"), 404, falls),
    "no If-Match": Attack(refuse_missing_version, overwrite_blindly, 428, is_written),
    "no version": Attack(refuse_missing_version, overwrite_blindly_by_form, 428, is_written),
    "deep JSON": Attack(refuse_deep_json, nest_deeply, 400, falls),
    "half a character": Attack(refuse_broken_text, send_half_a_character, 400, falls),
    "bytes that are no text": Attack(refuse_broken_text, send_broken_bytes, 400, is_mangled),
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_it_is_refused(kit: Path, attack: Attack) -> None:
    before = (kit / ANSWERS).read_bytes()
    with serve(kit) as served:
        response = attack.send(served)
        assert response.status_code == attack.status
        assert not attack.succeeds(served, response)
        assert "Traceback" not in response.text
    assert (kit / ANSWERS).read_bytes() == before


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_without_its_guard_it_succeeds(kit: Path, attack: Attack) -> None:
    others = tuple(guard for guard in GUARDS if guard is not attack.guard)
    with serve(kit, others) as served:
        assert attack.succeeds(served, attack.send(served))


def test_the_address_works_once(kit: Path) -> None:
    with serve(kit) as served:
        address = served.form.make_address()
        assert httpx.get(address, timeout=PATIENCE).status_code == 303
        again = httpx.get(address, timeout=PATIENCE)
        assert again.status_code == 403
        assert "set-cookie" not in again.headers
        assert served.form.make_address() in served.told[0], "whoever held the address finds a new one in the terminal"
        assert httpx.get(f"{served.origin}/?key=guessed", timeout=PATIENCE).status_code == 403
        assert len(served.told) == 1, "a guessed key says nothing in the terminal"


class ForgetfulDoor(Door):
    """A door that does not spend its keys."""

    def turn(self, key: str) -> str | None:
        return self._pass if key == self._key else None


def test_with_a_forgetful_door_the_address_works_twice(kit: Path) -> None:
    with serve(kit) as served:
        served.form.door = ForgetfulDoor(served.form.port)
        address = served.form.make_address()
        assert [httpx.get(address, timeout=PATIENCE).status_code for _ in range(2)] == [303, 303]


def test_the_cookie_is_out_of_reach(kit: Path) -> None:
    with serve(kit) as served:
        cookie = httpx.get(served.form.make_address(), timeout=PATIENCE).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("path", ["/", HERE, f"{HERE}/versions", "/static/form.css", "/nothing", "/handbook/x"])
def test_every_answer_carries_the_headers(kit: Path, path: str) -> None:
    with serve(kit) as served:
        headers = served.client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "require-trusted-types-for 'script'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers


def test_a_linked_document_is_not_written_through(kit: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yml"
    (kit / ANSWERS).rename(elsewhere)
    (kit / ANSWERS).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    with serve(kit) as served:
        headers = {"origin": served.origin, "if-match": '"x"'}
        response = served.client.put(API, json={"text": EVIL, "by": ""}, headers=headers)
    assert response.status_code in (409, 507)
    assert elsewhere.read_bytes() == before


def test_texts_cannot_become_html(kit: Path) -> None:
    hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }}'
    with serve(kit) as served:
        served.post(HERE, {"text": hostile, "by": hostile, "version": version_of(served)})
        for path in (HERE, "/en/service-policy/en/", "/en/service-policy/en/review", f"{HERE}/versions"):
            page = served.client.get(path).text
            assert "<script>alert" not in page
            assert "<img" not in page
            assert "49" not in page.partition("onerror")[2][:40]


def test_only_this_machine_reaches_it(kit: Path) -> None:
    with serve(kit) as served, pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.2:{served.form.port}/", timeout=PATIENCE)


def test_a_vague_draft_is_saved_by_both_ways(kit: Path) -> None:
    """What the attacks above try to do does work for the form itself, or they would prove nothing."""
    with serve(kit) as served:
        headers = {"origin": served.origin, "if-match": f'"{version_of(served)}"'}
        first = served.client.put(API, json={"text": "Quickly.", "by": "Director"}, headers=headers)
        assert (first.status_code, "Quickly." in served.read_answers()) == (200, True)
        second = served.post(HERE, {"text": VAGUE, "by": "Director", "version": first.json()["version"], "go": "next"})
        assert second.status_code == 303
        assert VAGUE.split(",")[0] in served.read_answers()
    assert served.read_answers().startswith("# Ours; mind the wording.\n")
