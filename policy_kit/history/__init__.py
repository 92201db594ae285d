"""What changed in a kit's documents: their revisions in git, and the differences of two versions in words."""

from policy_kit.history.applying import apply_changes
from policy_kit.history.changes import Change, compare_documents
from policy_kit.history.git import commit_files, explain_silence, list_tree_at, read_tree_at, resolve_commit
from policy_kit.history.revisions import History, Revisions, read_history
from policy_kit.history.walk import Revision
from policy_kit.history.weight import is_substantive, list_substantive
from policy_kit.history.words import Piece, compare_words, count_changes

__all__ = [
    "Change",
    "History",
    "Piece",
    "Revision",
    "Revisions",
    "apply_changes",
    "commit_files",
    "compare_documents",
    "compare_words",
    "count_changes",
    "explain_silence",
    "is_substantive",
    "list_substantive",
    "list_tree_at",
    "read_history",
    "read_tree_at",
    "resolve_commit",
]
