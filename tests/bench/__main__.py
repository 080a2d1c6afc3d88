"""`make bench`: every `bench_*.py` of this folder runs and gives rows; ratios of one run, not times to rely on.

`python -m tests.bench NAME...` runs some of them.
"""

import argparse
import importlib
import os
import platform
from pathlib import Path

FOLDER = Path(__file__).parent


def main():
    known = sorted(file.stem.removeprefix("bench_") for file in FOLDER.glob("bench_*.py"))
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.split(";")[0].replace("`", ""))
    parser.add_argument("names", metavar="NAME", nargs="*", choices=[*known, []], help=f"one of {', '.join(known)}")
    chosen = parser.parse_args().names or known
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name in chosen:
        module = importlib.import_module(f"tests.bench.bench_{name}")
        print(f"\n{name}: {module.__doc__.splitlines()[0]}")
        for row in module.run():
            print(f"  {row.what:62} {row.figure}")


main()
