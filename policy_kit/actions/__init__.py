"""One file per thing the kit can do, with the function that a face calls and that another program may import.

Nothing is imported here: who checks a kit need not load what builds a handbook.
"""
