"""
A process that builds the same pages again and again, each time with a new number on all of them.

Run as `python rebuild.py FOLDER PAGES FIRST LAST`; it prints a line after its first build.
Each page is `p/N/index.html` and holds the number of its build and some ballast.
"""

from __future__ import annotations

import sys
from pathlib import Path

from enablekit.adapters.lock import hold
from enablekit.adapters.output_tree import replace
from enablekit.model.output import OutputTree


def main(folder: Path, pages: int, first: int, last: int) -> None:
    """Build the site once for each number."""
    for number in range(first, last + 1):
        text = f"{number} ".ljust(3000, ".").encode()
        tree = OutputTree(files={f"p/{page}/index.html": text for page in range(pages)})
        with hold(folder):
            replace(tree, folder)
        if number == first:
            sys.stdout.write("built\n")
            sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
    except KeyboardInterrupt:
        sys.exit(130)
