"""One module a subcommand, named after it with an underscore at the end (``import`` is a word of Python)."""
