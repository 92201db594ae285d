"""From a folder to documents and problems."""

from policy_kit.kit.kit import Kit, KitFile
from policy_kit.kit.places import Place, Way
from policy_kit.kit.problems import Problem

__all__ = ["Kit", "KitFile", "Place", "Problem", "Way"]
