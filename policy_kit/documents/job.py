"""A job description: what a post is for, what it does, may do and answers for."""

from typing import Literal

from policy_kit.documents.text import Document, Id, InForce, Measure, Text, Words


class Duty(Document):
    """One duty of a post."""

    id: Id
    """The short name of the duty, unique within the job description."""
    text: Text
    """What is to be done."""
    standard: Id | None = None
    """The short name of the standard by which it is done."""


class JobDescription(InForce):
    """A job description, as staff sign it. Lives in standards/jobs/."""

    kind: Literal["job-description"]
    """Always “job-description”."""
    id: Id
    """The short name of the post; other documents call it by this name."""
    reports_to: Id | None = None
    """The short name of the post to which this one reports; left out for the head of the company."""
    replaced_by: Id | None = None
    """The short name of the post that stands in during absence."""
    appointed_by: Id | None = None
    """The short name of the post that appoints to this job and dismisses from it."""
    purpose: Text
    """What the post is for, in a sentence or two."""
    general: tuple[Text, ...] = ()
    """General provisions."""
    duties: tuple[Duty, ...] = ()
    """The duties, in the order of their weight."""
    responsibilities: tuple[Text, ...] = ()
    """The results that the post answers for."""
    knowledge: tuple[Text, ...] = ()
    """What one must know."""
    skills: tuple[Text, ...] = ()
    """What one must be able to do."""
    qualities: tuple[Text, ...] = ()
    """What kind of person fits the post."""
    rights: tuple[Text, ...] = ()
    """What one may decide, ask for and refuse."""
    liability: tuple[Text, ...] = ()
    """For what one is liable."""
    measures: tuple[Measure, ...] = ()
    """The numbers by which the work is judged."""
    weekly_hours: int | float | None = None
    """Working hours a week."""
    manages_people: bool | None = None
    """Whether others report to this post (true or false)."""
    source: Words | None = None
    """Where the description comes from, if not from the company itself."""
