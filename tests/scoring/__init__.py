"""Tests of the scorer: its catalogue, its sums, its languages, and what it makes of hostile and of honest texts."""
