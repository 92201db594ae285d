"""The page that opens the handbook and sends the reader on to the company's own language, also without JavaScript."""

from pathlib import Path

from markupsafe import Markup

from policy_kit.handbook.site.job import SiteJob

MARKER = ".policy-kit-handbook"
"""The file by which we know a folder that we made."""

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="0; url={language}/index.html">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="{language}/{icon}">
<title>{name}</title>
<style>body{{font:1.1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:12vh auto;padding:0 1.5rem}}</style>
</head>
<body>
<h1>{name}</h1>
<p>{sends_on}</p>
<ul>
{links}
</ul>
</body>
</html>
"""


def write_start_page(folder: Path, jobs: list[SiteJob]) -> None:
    """Writes index.html into the handbook's folder, and the mark by which we know that the folder is ours."""
    first = jobs[0]
    links = "\n".join(
        f'<li><a href="{code}/index.html" lang="{code}" hreflang="{code}">{name}</a></li>'
        for code, name in first.languages.items()
    )
    sends_on = Markup(first.labels["sends_on"]).format(language=Markup(first.languages[first.language]))  # noqa: S704
    page = _PAGE.format(language=first.language, icon=first.icon, name=first.name, sends_on=sends_on, links=links)
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / MARKER).write_text("Made by policy-kit build, which replaces this folder.\n", encoding="utf-8")
