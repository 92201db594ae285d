"""What git knows of a kit's documents: their revisions, and recording new ones."""

from policy_kit.history.git import Revision, Revisions, commit_files, list_revisions

__all__ = ["Revision", "Revisions", "commit_files", "list_revisions"]
