"""The cross-reference knowledge graph of ITU instruments."""
