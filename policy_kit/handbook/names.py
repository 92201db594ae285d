"""What every page may know of the others: how posts and standards are called, and which of them have a page.

A template sees this and the values of its own page, and nothing else. So a page is made anew when one of these changes,
and only then.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from policy_kit.documents import Company, Text


@dataclass(frozen=True)
class Names:
    """The names in one edition."""

    language: str
    first: str
    """The kit's own language, in which untranslated texts stand."""
    company: Company
    posts: Mapping[str, Text]
    """The posts of the company by id."""
    jobs: frozenset[str]
    """Those of them whose job description has a page."""
    standards: Mapping[str, Text]
    """The standards that have a page, by id."""
    hidden_standards: frozenset[str]
    """The standards that the public is not told of, not even by name."""

    def find_role_title(self, id: str) -> Text:
        """The name of a post: from its job description, else from the company's list, else its id."""
        return self.posts.get(id, id)
