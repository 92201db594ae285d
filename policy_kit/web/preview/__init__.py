"""The preview: the handbook in the browser, on this machine only, as fresh as the documents."""

from policy_kit.web.preview.serving import serve_preview

__all__ = ["serve_preview"]
