"""The coverage gates: 95 % of lines and branches overall, 100 % of the pure modules."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.test_architecture import MODULES, is_pure

OVERALL_PERCENT = 95.0


def main(report: Path) -> int:
    """Print every module below its gate; 1 if there is one."""
    data = json.loads(report.read_text("utf-8"))
    pure = {name for name in MODULES if is_pure(name)}
    failures = []
    for path, entry in sorted(data["files"].items()):
        percent = entry["summary"]["percent_covered"]
        if path.removesuffix(".py").replace("/", ".") in pure and percent < 100:
            missing = f"lines {entry['missing_lines']}, branches {entry['missing_branches']}"
            failures.append(f"{path}: {percent:.1f} %, must be 100: missing {missing}")
    overall = data["totals"]["percent_covered"]
    if overall < OVERALL_PERCENT:
        failures.append(f"overall: {overall:.1f} %, must be {OVERALL_PERCENT:.0f}")
    print(*(failures or [f"coverage gates met: {overall:.1f} % overall, pure modules complete"]), sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
