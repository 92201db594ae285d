"""The interview in the terminal."""
