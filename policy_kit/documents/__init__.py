"""What a kit is made of: one frozen model per kind of document. They never load, save or print themselves."""

from policy_kit.documents.answers import Answer, Answers
from policy_kit.documents.company import Company, Role
from policy_kit.documents.job import Duty, JobDescription
from policy_kit.documents.kinds import KINDS, AnyDocument
from policy_kit.documents.moral_code import MoralCode, Principle
from policy_kit.documents.motivation import Exclusion, Motivation, Pay, Product, Reward
from policy_kit.documents.pillars import Pillar
from policy_kit.documents.process import Process, ProcessStep
from policy_kit.documents.questionnaire import Example, Need, NeedKind, Question, Questionnaire
from policy_kit.documents.role_matrix import Activity, RoleMatrix, TeamMember
from policy_kit.documents.standard import Exemption, Next, Requirement, Standard, Step
from policy_kit.documents.text import Document, InForce, Measure, Text, has_language, pick_text
from policy_kit.documents.toolkit import ControlPoint, ManagerType, PillarWork, Report, Tool, Toolkit

__all__ = [
    "KINDS",
    "Activity",
    "Answer",
    "Answers",
    "AnyDocument",
    "Company",
    "ControlPoint",
    "Document",
    "Duty",
    "Example",
    "Exclusion",
    "Exemption",
    "InForce",
    "JobDescription",
    "ManagerType",
    "Measure",
    "MoralCode",
    "Motivation",
    "Need",
    "NeedKind",
    "Next",
    "Pay",
    "Pillar",
    "PillarWork",
    "Principle",
    "Process",
    "ProcessStep",
    "Product",
    "Question",
    "Questionnaire",
    "Report",
    "Requirement",
    "Reward",
    "Role",
    "RoleMatrix",
    "Standard",
    "Step",
    "TeamMember",
    "Text",
    "Tool",
    "Toolkit",
    "has_language",
    "pick_text",
]
