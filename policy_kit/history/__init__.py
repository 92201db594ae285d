"""What changed in a kit's documents: their revisions in git, and the differences of two versions in words."""

from policy_kit.history.applying import apply_changes
from policy_kit.history.changes import Change, compare_documents
from policy_kit.history.git import Revision, Revisions, commit_files, list_revisions, read_tree_at
from policy_kit.history.weight import is_substantive, list_substantive
from policy_kit.history.words import Piece, compare_words, count_changes

__all__ = [
    "Change",
    "Piece",
    "Revision",
    "Revisions",
    "apply_changes",
    "commit_files",
    "compare_documents",
    "compare_words",
    "count_changes",
    "is_substantive",
    "list_revisions",
    "list_substantive",
    "read_tree_at",
]
