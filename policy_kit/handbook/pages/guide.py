"""The guide: why there is a handbook, for whom, and how those who look after a client work together."""

from markupsafe import Markup

from policy_kit.documents import Guide, Teamwork
from policy_kit.handbook.drawings import Member, draw_team
from policy_kit.handbook.edition import name_page
from policy_kit.handbook.pages.page import Page, PageWriter, find_way
from policy_kit.handbook.wording import Wording

URI = "guide.md"


def write_guide_page(writer: PageWriter, guide: Guide) -> Page:
    """The page of the guide."""
    drawing = _draw_team(writer, guide.teamwork) if guide.teamwork else None
    return writer.write("guide.md.j2", URI, guide.title, guide.opening, document=guide, drawing=drawing)


def _draw_team(writer: PageWriter, teamwork: Teamwork) -> Markup:
    edition = writer.edition
    wording = Wording(edition.language, edition.first)
    members = [
        Member(
            wording.words(edition.find_role_title(role.post)),
            find_way(URI, name_page("jobs", role.post)) if role.post in edition.kit.jobs else "",
            wording.words(role.answers_for),
        )
        for role in teamwork.roles
    ]
    label = wording.say("guide.drawing", posts=", ".join(member.title for member in members))
    return draw_team(members, wording.say("guide.client"), wording.say("guide.together"), label)
