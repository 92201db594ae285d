"""The screens of the form: one file each, from a request to a page."""
