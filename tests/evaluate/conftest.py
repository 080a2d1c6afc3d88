"""The tests here need the shared texts, manifests and labels; where these are not at hand, nothing is collected."""

import os
from pathlib import Path

SHARED = Path(os.environ.get("ITUGRAPH_SHARED", Path(__file__).parents[3] / "shared"))

collect_ignore_glob = [] if SHARED.is_dir() else ["test_*.py"]
