"""Parts of the frame of each page that a company has written itself, in the place of ours."""

from typing import Any, Protocol

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, FunctionLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from policy_kit.handbook.own_templates import ORIGINAL, Fence, OwnTemplate, make_loader, render_own, require_data
from policy_kit.handbook.site.gate import clean_part
from policy_kit.handbook.site.job import SiteJob

MARK = "policykitoriginalpart"
"""Stands for our own part while the company's is cleaned."""
WRAP = (
    '{{% set original %}}{{% include "original/partials/{name}" %}}{{% endset %}}'
    '{{{{ own_parts.render("{name}", page=page, original=original) }}}}'
)


class ShownPage(Protocol):
    """What a part may know of a page."""

    title: Any
    url: Any
    content: Any
    previous_page: Any
    next_page: Any


class OwnParts:
    """Parts of the frame by the company's own templates. They see plain values and nothing of the builder."""

    def __init__(self, job: SiteJob) -> None:
        self._job = job
        self._own = {name: OwnTemplate(path, text) for name, (path, text) in job.partials.items()}
        self._fence = Fence(
            loader=make_loader(self._own, FunctionLoader(lambda _: None)),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=require_data,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def wrap(self, ours: BaseLoader) -> BaseLoader:
        """Lets the theme find the company's parts in the place of its own."""
        wrapped = {f"partials/{name}": WRAP.format(name=name) for name in self._own}
        return ChoiceLoader([DictLoader(wrapped), ours, PrefixLoader({ORIGINAL: ours})])

    def render(self, name: str, *, page: ShownPage, original: str) -> Markup:
        """A part of a page, cleaned like all that a company writes; `original` is ours and stays as it is."""
        template, phrase = self._fence.get_template(name), self._job.labels["template_broken"]
        values = self._list_values(page) | {"original": Markup(MARK)}  # noqa: S704
        made = render_own(template, values, self._own.values(), phrase)
        return Markup(clean_part(made).replace(MARK, original))  # noqa: S704

    def _list_values(self, page: ShownPage) -> dict[str, Any]:
        """Plain values; titles are safe HTML already."""
        job, way = self._job, "../" * page.url.count("/")
        beside = {"previous": page.previous_page, "next": page.next_page}
        return {
            "language": job.language,
            "site_name": Markup(job.name),  # noqa: S704
            "copyright": Markup(job.copyright),  # noqa: S704
            "links": [{"title": Markup(title), "url": url} for title, url in job.links],  # noqa: S704
            "logo": way + job.logo if job.logo else "",
            "way": way,
            "page": {"title": page.title, "url": page.url, "content": Markup(page.content)},  # noqa: S704
            **{key: {"title": one.title, "url": way + one.url} if one else None for key, one in beside.items()},
        }
