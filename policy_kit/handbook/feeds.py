"""The releases as feeds: RSS for readers, JSON Feed for programs; the same entries as on the page."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.news import INDEX_URI, News
from policy_kit.handbook.pages.page import find_way
from policy_kit.handbook.wording import Wording

MOST = 100
"""So many releases stand in a feed, the newest."""
_TOP = "index.md"


def write_feeds(edition: Edition, news: Sequence[News], name: str, address: str) -> dict[str, str]:
    """The feeds of an edition by file name; without an `address` of the site their links hold within its folder."""
    if not news:
        return {}
    wording = Wording(edition.language, edition.first)
    base = f"{address.rstrip('/')}/{edition.language}/" if address else ""
    title = f"{name}: {wording.say('releases.news.title')}"
    entries = [_Entry(one, wording, base) for one in news[:MOST]]
    home = base + find_way(_TOP, INDEX_URI)
    return {
        "feed.xml": _write_rss(entries, title, home, wording, edition.language),
        "feed.json": _write_json(entries, title, home, base, edition.language),
    }


class _Entry:
    """One release in a feed."""

    def __init__(self, news: News, wording: Wording, base: str) -> None:
        self.id = f"{news.uri.removesuffix('.md')}#{news.shown.number}-{news.shown.released_on}"
        self.link = f"{base}{find_way(_TOP, news.uri)}#releases"
        line = wording.say("releases.release", number=news.shown.number)
        self.title = f"{wording.words(news.title)}: {line}"
        self.summary = wording.words(news.shown.summary)
        self.when = datetime.combine(news.shown.released_on, time(), UTC)


def _write_rss(entries: Sequence[_Entry], title: str, home: str, wording: Wording, language: str) -> str:
    rss = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(rss, "channel")
    told = {"title": title, "link": home, "description": wording.say("releases.news.lead"), "language": language}
    for key, text in told.items():
        ElementTree.SubElement(channel, key).text = text
    for entry in entries:
        item = ElementTree.SubElement(channel, "item")
        ElementTree.SubElement(item, "title").text = entry.title
        ElementTree.SubElement(item, "link").text = entry.link
        ElementTree.SubElement(item, "description").text = entry.summary
        ElementTree.SubElement(item, "pubDate").text = format_datetime(entry.when)
        ElementTree.SubElement(item, "guid", isPermaLink="false").text = entry.id
    ElementTree.indent(rss)
    return ElementTree.tostring(rss, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="utf-8"?>\n', "\n")
    )


def _write_json(entries: Sequence[_Entry], title: str, home: str, base: str, language: str) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": home,
        "feed_url": f"{base}feed.json",
        "language": language,
        "items": [
            {
                "id": entry.id,
                "url": entry.link,
                "title": entry.title,
                "content_text": entry.summary,
                "date_published": entry.when.isoformat(),
            }
            for entry in entries
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
