"""From a folder to documents and problems."""

from policy_kit.kit.blocks import format_group, format_problem
from policy_kit.kit.groups import ProblemGroup, group_causes
from policy_kit.kit.kit import Kit
from policy_kit.kit.kit_file import KitFile
from policy_kit.kit.loading import load_kit, read_kit_language
from policy_kit.kit.places import Place, Way
from policy_kit.kit.problems import Problem
from policy_kit.kit.rules import ProblemRule, list_problem_codes, load_problem_rule

__all__ = [
    "Kit",
    "KitFile",
    "Place",
    "Problem",
    "ProblemGroup",
    "ProblemRule",
    "Way",
    "format_group",
    "format_problem",
    "group_causes",
    "list_problem_codes",
    "load_kit",
    "load_problem_rule",
    "read_kit_language",
]
