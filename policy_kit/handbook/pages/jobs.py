"""The job descriptions, and the picture of who reports to whom."""

from markupsafe import Markup

from policy_kit.handbook.drawings import Post, draw_organisation, draw_part
from policy_kit.handbook.edition import Edition, name_page
from policy_kit.handbook.pages.packs import name_pack
from policy_kit.handbook.pages.page import Page, PageWriter, find_way
from policy_kit.handbook.pages.post_work import PARTS, find_post_work
from policy_kit.handbook.pages.processes import name_process_page
from policy_kit.handbook.ties import list_backed_answers
from policy_kit.handbook.wording import Wording


def write_job_pages(writer: PageWriter) -> tuple[Page, ...]:
    """The index of the job descriptions, then each of them."""
    edition = writer.edition
    tops = _list_tops(edition)
    marks = {part: draw_part(part) for part in PARTS}
    index = writer.write(
        "jobs_index.md.j2",
        "jobs/index.md",
        writer.say("jobs.title"),
        writer.say("jobs.lead"),
        jobs=list(edition.kit.jobs.values()),
        drawings=[_draw_tree(edition, top) for top in tops],
        other_posts=[role for role in edition.company.roles if role.id not in edition.kit.jobs and role.id not in tops],
    )
    jobs = (
        writer.write(
            "job.md.j2",
            name_page("jobs", job.id),
            job.title,
            job.purpose,
            document=job,
            job=job,
            pack_uri=name_pack(job.id),
            news_uri=name_page("news", job.id) if edition.has_news else "",
            reports=edition.list_reports(job.id),
            work=find_post_work(edition, job.id),
            marks=marks,
            process_uri=name_process_page,
            backed={id: list_backed_answers(edition, id) for duty in job.duties if (id := duty.standard)},
        )
        for job in edition.kit.jobs.values()
    )
    return (index, *jobs)


def _list_tops(edition: Edition) -> list[str]:
    """The posts at the head of each tree. In a circle of jobs, the first of them stands in for the missing head."""
    tops: list[str] = []
    placed: set[str] = set()
    jobs = edition.kit.jobs
    for start in jobs:
        trail = {start: None}
        role = start
        while role in jobs and (above := jobs[role].reports_to) and above not in trail:
            trail[above] = None
            role = above
        in_circle = role in jobs and jobs[role].reports_to
        if not placed & trail.keys():
            tops.append(in_circle or role)
        placed |= trail.keys()
    return tops


def _draw_tree(edition: Edition, top: str) -> Markup:
    wording = Wording(edition.language, edition.first)
    posts: list[Post] = []
    waiting, seen = [(top, 0)], {top}
    while waiting:
        role, depth = waiting.pop()
        href = find_way("jobs/index.md", name_page("jobs", role)) if role in edition.kit.jobs else ""
        posts.append(Post(wording.words(edition.find_role_title(role)), href, depth))
        below = [job.id for job in edition.list_reports(role) if job.id not in seen]
        seen.update(below)
        waiting.extend((id, depth + 1) for id in reversed(below))
    return draw_organisation(posts, wording.say("jobs.reporting"))
