"""A length of time as data, so that what one document promises can be compared with what another demands."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from policy_kit.documents.text import Document


class TimeUnit(StrEnum):
    """In what a length of time is counted; working time stands still when the company is closed."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    WORKING_HOURS = "working-hours"
    WORKING_DAYS = "working-days"


class Duration(Document):
    """A length of time: a number and what is counted."""

    number: Annotated[int | float, Field(ge=0)]
    """How many, for example 4."""
    unit: TimeUnit
    """Of what: minutes, hours, days, weeks, months, working-hours or working-days."""
