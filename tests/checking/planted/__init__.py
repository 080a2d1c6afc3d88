"""Errors planted in composed documents: a generator with a seed that knows the facts and prints by itself."""
