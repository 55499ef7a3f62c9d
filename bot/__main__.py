"""`python -m bot`, the `tidings` command. What it imports, it imports within."""

from __future__ import annotations


def main() -> None:
    """Run the command line; Ctrl+C during its imports ends it as at any other time."""
    try:
        from bot.lean import hurry, leave_out_needless

        hurry()
        leave_out_needless()
        from bot.cli import main as run
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # exits.EXIT_INTERRUPTED, which is not imported yet
    run()


if __name__ == "__main__":
    main()
