"""Sets every HTML page of a folder as PDF/UA with WeasyPrint, in one process."""

from __future__ import annotations

import sys
from pathlib import Path

import weasyprint  # type: ignore[import-not-found, unused-ignore] # only the benchmark has it


def main() -> None:
    """Set the pages of the first folder into the second."""
    source, output = map(Path, sys.argv[1:])
    output.mkdir()
    fonts = weasyprint.text.fonts.FontConfiguration()
    for page in sorted(source.glob("*.html")):
        weasyprint.HTML(page).write_pdf(
            output / f"{page.stem}.pdf", pdf_variant="pdf/ua-1", font_config=fonts
        )


if __name__ == "__main__":
    main()
