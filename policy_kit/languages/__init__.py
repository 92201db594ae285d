"""Everything that depends on a language, one folder per language. A new folder is a new language."""

from policy_kit.languages.phrases import Phrases, list_languages, load_phrases, read_language_file

__all__ = ["Phrases", "list_languages", "load_phrases", "read_language_file"]
