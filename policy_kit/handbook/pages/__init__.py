"""The pages of the handbook: documents and scores in, Markdown out. Nothing here reads or writes a file of the kit."""

from policy_kit.handbook.pages.page import Page, Section, make_front_matter
from policy_kit.handbook.pages.sections import write_sections

__all__ = ["Page", "Section", "make_front_matter", "write_sections"]
