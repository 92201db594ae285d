"""One function per thing the kit can do: what a face calls, and what another program imports."""

from policy_kit.actions.answering import Conflict, Saved, save_answer
from policy_kit.actions.building import Built, build_handbook
from policy_kit.actions.checking import Check, check_kit
from policy_kit.actions.coaching import Coaching, Mark, coach_answer
from policy_kit.actions.committing import commit_session
from policy_kit.actions.comparing import Fall
from policy_kit.actions.differing import Difference, compare_versions
from policy_kit.actions.explaining import (
    Explanation,
    FieldExplanation,
    KindExplanation,
    explain_code,
    explain_kind,
    list_codes,
    show_files,
)
from policy_kit.actions.exporting import Exported, export_document, save_export
from policy_kit.actions.finding import find_document
from policy_kit.actions.forgetting import Forgotten, forget_person
from policy_kit.actions.histories import DocumentHistory, ReleaseEntry, RevisionEntry, read_document_history
from policy_kit.actions.importing import Imported, import_signatures
from policy_kit.actions.interview import Interview, InterviewQuestion, read_interview
from policy_kit.actions.locating import find_kit, load_kit
from policy_kit.actions.releasing import Released, release_document
from policy_kit.actions.schemas import make_kit_schema, make_schema, write_schemas
from policy_kit.actions.score_history import ScoreHistory, ScorePoint, read_score_history
from policy_kit.actions.score_stream import score_rows
from policy_kit.actions.scores import (
    AnswerScore,
    find_question,
    questions_of,
    score_answer,
    score_kit,
    standard_questions,
)
from policy_kit.actions.setting_aside import set_aside
from policy_kit.actions.signatures import SignatureRow, SignedDocument, list_signatures
from policy_kit.actions.signing import Signed, sign_document
from policy_kit.actions.starting import init_kit
from policy_kit.handbook.papers import FORMATS as PAPER_FORMATS

__all__ = [
    "PAPER_FORMATS",
    "AnswerScore",
    "Built",
    "Check",
    "Coaching",
    "Conflict",
    "Difference",
    "DocumentHistory",
    "Explanation",
    "Exported",
    "Fall",
    "FieldExplanation",
    "Forgotten",
    "Imported",
    "Interview",
    "InterviewQuestion",
    "KindExplanation",
    "Mark",
    "ReleaseEntry",
    "Released",
    "RevisionEntry",
    "Saved",
    "ScoreHistory",
    "ScorePoint",
    "SignatureRow",
    "Signed",
    "SignedDocument",
    "build_handbook",
    "check_kit",
    "coach_answer",
    "commit_session",
    "compare_versions",
    "explain_code",
    "explain_kind",
    "export_document",
    "find_document",
    "find_kit",
    "find_question",
    "forget_person",
    "import_signatures",
    "init_kit",
    "list_codes",
    "list_signatures",
    "load_kit",
    "make_kit_schema",
    "make_schema",
    "questions_of",
    "read_document_history",
    "read_interview",
    "read_score_history",
    "release_document",
    "save_answer",
    "save_export",
    "score_answer",
    "score_kit",
    "score_rows",
    "set_aside",
    "show_files",
    "sign_document",
    "standard_questions",
    "write_schemas",
]
