"""The form: leadership answers the questions in the browser, on this machine only."""

from policy_kit.web.serving import serve_kit

__all__ = ["serve_kit"]
