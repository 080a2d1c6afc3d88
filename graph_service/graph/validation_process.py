"""The process in which a validator runs: what it patches and what memory it takes ends with it.

Run as ``python -m graph_service.graph.validation_process fast|reference SHAPES``: N-Triples come on standard input,
the broken rules go to standard output as a JSON list.
"""

import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path


def main(validator: str, shapes: Path) -> None:
    """Validate what comes on standard input; only the validator that is asked for is imported."""
    module = import_module(f"graph_service.graph.{validator}_validator")
    results = module.results_of(shapes, sys.stdin.buffer)
    json.dump([asdict(result) for result in results], sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
