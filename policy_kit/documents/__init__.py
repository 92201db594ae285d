"""What a kit is made of: one frozen model per kind of document. They never load, save or print themselves."""

from policy_kit.documents.answers import Answer, Answers
from policy_kit.documents.company import Company, Role
from policy_kit.documents.job import Duty, JobDescription
from policy_kit.documents.kinds import KINDS, AnyDocument
from policy_kit.documents.moral_code import MoralCode, Principle
from policy_kit.documents.questionnaire import Example, Need, NeedKind, Question, Questionnaire
from policy_kit.documents.standard import Exemption, Next, Requirement, Standard, Step
from policy_kit.documents.text import Document, InForce, Measure, Text, has_language, pick_text

__all__ = [
    "KINDS",
    "Answer",
    "Answers",
    "AnyDocument",
    "Company",
    "Document",
    "Duty",
    "Example",
    "Exemption",
    "InForce",
    "JobDescription",
    "Measure",
    "MoralCode",
    "Need",
    "NeedKind",
    "Next",
    "Principle",
    "Question",
    "Questionnaire",
    "Requirement",
    "Role",
    "Standard",
    "Step",
    "Text",
    "has_language",
    "pick_text",
]
