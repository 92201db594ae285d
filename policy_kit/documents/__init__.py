"""What a kit is made of: one frozen model per kind of document. They never load, save or print themselves."""

from policy_kit.documents.accepted import Acceptance, Accepted
from policy_kit.documents.answers import Answer, Answers
from policy_kit.documents.channels import Channel, Channels
from policy_kit.documents.company import Company, Role
from policy_kit.documents.duration import Duration, TimeUnit
from policy_kit.documents.glossary import Glossary, Term
from policy_kit.documents.guide import Guide, Reader, Reason, TeamRole, Teamwork
from policy_kit.documents.job import Duty, JobDescription
from policy_kit.documents.kinds import KINDS, AnyDocument
from policy_kit.documents.moral_code import MoralCode, Principle
from policy_kit.documents.motivation import Exclusion, Motivation, Pay, Product, Reward
from policy_kit.documents.people import People, Person
from policy_kit.documents.pillars import Pillar
from policy_kit.documents.process import Process, ProcessStep
from policy_kit.documents.questionnaire import Example, Need, NeedKind, Question, Questionnaire
from policy_kit.documents.record import Approval, Record, Release
from policy_kit.documents.role_matrix import Activity, RoleMatrix, TeamMember
from policy_kit.documents.segments import Area, ResponseTime, Segment, Segments, ServiceLevel, Stage, Strategy
from policy_kit.documents.signature import Signature
from policy_kit.documents.standard import Exemption, Next, Requirement, Standard, Step
from policy_kit.documents.text import EVERYBODY, Document, InForce, Measure, Text, has_language, pick_text
from policy_kit.documents.toolkit import ControlPoint, ManagerType, PillarWork, Report, Tool, Toolkit
from policy_kit.documents.typology import ClientType, Criterion, Relation, Typology

__all__ = [
    "EVERYBODY",
    "KINDS",
    "Acceptance",
    "Accepted",
    "Activity",
    "Answer",
    "Answers",
    "AnyDocument",
    "Approval",
    "Area",
    "Channel",
    "Channels",
    "ClientType",
    "Company",
    "ControlPoint",
    "Criterion",
    "Document",
    "Duration",
    "Duty",
    "Example",
    "Exclusion",
    "Exemption",
    "Glossary",
    "Guide",
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
    "People",
    "Person",
    "Pillar",
    "PillarWork",
    "Principle",
    "Process",
    "ProcessStep",
    "Product",
    "Question",
    "Questionnaire",
    "Reader",
    "Reason",
    "Record",
    "Relation",
    "Release",
    "Report",
    "Requirement",
    "ResponseTime",
    "Reward",
    "Role",
    "RoleMatrix",
    "Segment",
    "Segments",
    "ServiceLevel",
    "Signature",
    "Stage",
    "Standard",
    "Step",
    "Strategy",
    "TeamMember",
    "TeamRole",
    "Teamwork",
    "Term",
    "Text",
    "TimeUnit",
    "Tool",
    "Toolkit",
    "Typology",
    "has_language",
    "pick_text",
]
