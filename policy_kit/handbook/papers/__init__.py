"""Documents on paper: a document of the kit → its paper → PDF, Word or Markdown, ready to be signed."""

from collections.abc import Callable

from policy_kit.handbook.papers.logo import read_logo
from policy_kit.handbook.papers.paper import Logo, Paper
from policy_kit.handbook.papers.standing import Standing, read_standing
from policy_kit.handbook.papers.writing import write_paper

__all__ = [
    "FORMATS",
    "Logo",
    "Paper",
    "Standing",
    "is_ours",
    "read_logo",
    "read_standing",
    "render_paper",
    "write_paper",
]

FORMATS = ("pdf", "docx", "md")


def render_paper(paper: Paper, format: str) -> bytes:
    """The content of a file in one of `FORMATS`. The same paper gives the same bytes."""
    return _find_renderer(format)(paper)


def is_ours(content: bytes) -> bool:
    """Whether a file was made here and has not been changed since, so that it may be made anew without loss."""
    if content.startswith(b"%PDF"):  # whoever signs a PDF, or writes into it, adds an end
        return b"policy-kit" in content and content.count(b"%%EOF") == 1
    return content.startswith(b"PK") and content.endswith(b"policy-kit")


def _find_renderer(format: str) -> Callable[[Paper], bytes]:
    """Only the library that is needed is imported: each of them takes its time."""
    if format == "pdf":
        from policy_kit.handbook.papers.pdf import render_pdf

        return render_pdf
    if format == "docx":
        from policy_kit.handbook.papers.word import render_word

        return render_word
    from policy_kit.handbook.papers.markdown import render_markdown

    return lambda paper: render_markdown(paper).encode("utf-8")
