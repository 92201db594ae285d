"""Pages on their way from the process that writes them to the one that builds the site."""

import io
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.handbook.page_cache import digest
from policy_kit.handbook.site.markdown_pages import MarkdownPages
from policy_kit.handbook.site.sent_pages import SentPages, send_keys, send_pages


class Pages(MarkdownPages):
    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def make_key(self, uri: str) -> bytes:
        return digest(self.texts[uri])

    def __getitem__(self, uri: str) -> str:
        return self.texts[uri]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


texts = st.dictionaries(st.text("abc/", min_size=1, max_size=6), st.text(), max_size=120)


@given(texts, st.data())
def test_keys_and_the_pages_that_were_asked_for_arrive(texts: dict[str, str], data: st.DataObject) -> None:
    wanted = data.draw(st.lists(st.sampled_from(sorted(texts)), unique=True)) if texts else []
    asked: list[list[str]] = []
    with TemporaryDirectory() as folder:
        pipe, path = io.BytesIO(), Path(folder, "pages")
        send_keys(Pages(texts), pipe)
        send_pages((texts[uri] for uri in wanted), path, pipe)
        pipe.seek(0)
        pages = SentPages(list(texts), path, pipe, asked.append)
        assert (list(pages), len(pages)) == (list(texts), len(texts))
        assert {uri: pages.make_key(uri) for uri in sorted(pages)} == {uri: digest(texts[uri]) for uri in texts}
        pages.expect(wanted)
        for uri in wanted:
            assert pages[uri] == pages[uri] == texts[uri]
    assert asked == [wanted]


def test_a_letter_that_no_file_can_hold_becomes_another(tmp_path: Path) -> None:
    pipe = io.BytesIO()
    send_keys(Pages({"a.md": "x"}), pipe)
    send_pages(["half \ud83d of a sign"], tmp_path / "pages", pipe)
    pipe.seek(0)
    pages = SentPages(["a.md"], tmp_path / "pages", pipe, lambda _: None)
    pages.make_key("a.md")
    pages.expect(["a.md"])
    assert pages["a.md"] == "half ? of a sign"
