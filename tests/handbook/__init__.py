"""Tests of the handbook: pages, drawings, the built site, and what a browser makes of it."""
