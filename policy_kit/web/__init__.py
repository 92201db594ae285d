"""The form in the browser: a small server on this machine only."""
