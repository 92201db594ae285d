"""From pages to a site: Markdown becomes HTML in the frame of the theme, page by page, in a process of its own."""
