"""The toolkit: pillars, tools, control points, reports, and the types of manager."""

from policy_kit.documents import Toolkit
from policy_kit.handbook.pages.page import Page, PageWriter

URI = "work/toolkit.md"
WATCHED = ("satisfaction", "loyalty", "progress")
"""What control points watch, in the order in which they are shown."""


def write_toolkit_page(writer: PageWriter, toolkit: Toolkit) -> Page:
    """The page of the toolkit."""
    tools = {whose: [tool for tool in toolkit.tools if tool.whose == whose] for whose in ("company", "personal")}
    points = {watched: [one for one in toolkit.control_points if one.watches == watched] for watched in WATCHED}
    return writer.write(
        "toolkit.md.j2",
        URI,
        toolkit.title,
        toolkit.intro or "",
        document=toolkit,
        lead=toolkit.intro,
        tools=tools,
        points=points,
        tool_titles={tool.id: tool.title for tool in toolkit.tools},
        report_titles={report.id: report.title for report in toolkit.reports},
    )
