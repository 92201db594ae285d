"""The kinds of documents that a kit may hold. A new kind is a model in a file of its own and a line here."""

from policy_kit.documents.accepted import Accepted
from policy_kit.documents.answers import Answers
from policy_kit.documents.channels import Channels
from policy_kit.documents.company import Company
from policy_kit.documents.glossary import Glossary
from policy_kit.documents.guide import Guide
from policy_kit.documents.job import JobDescription
from policy_kit.documents.moral_code import MoralCode
from policy_kit.documents.motivation import Motivation
from policy_kit.documents.people import People
from policy_kit.documents.process import Process
from policy_kit.documents.questionnaire import Questionnaire
from policy_kit.documents.record import Record
from policy_kit.documents.role_matrix import RoleMatrix
from policy_kit.documents.segments import Segments
from policy_kit.documents.signature import Signature
from policy_kit.documents.standard import Standard
from policy_kit.documents.toolkit import Toolkit
from policy_kit.documents.typology import Typology

AnyDocument = (
    Company
    | Questionnaire
    | Answers
    | Standard
    | JobDescription
    | MoralCode
    | RoleMatrix
    | Process
    | Toolkit
    | Motivation
    | People
    | Record
    | Signature
    | Guide
    | Typology
    | Segments
    | Channels
    | Glossary
    | Accepted
)

KINDS: dict[str, type[AnyDocument]] = {
    "company": Company,
    "questionnaire": Questionnaire,
    "answers": Answers,
    "standard": Standard,
    "job-description": JobDescription,
    "moral-code": MoralCode,
    "role-matrix": RoleMatrix,
    "process": Process,
    "toolkit": Toolkit,
    "motivation": Motivation,
    "people": People,
    "record": Record,
    "signature": Signature,
    "guide": Guide,
    "typology": Typology,
    "segments": Segments,
    "channels": Channels,
    "glossary": Glossary,
    "accepted": Accepted,
}
