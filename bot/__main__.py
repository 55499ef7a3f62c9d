"""`python -m bot`, the `tidings` command. Parser processes import this module, so it imports nothing at its top."""

from __future__ import annotations


def main() -> None:
    """Run the command line; Ctrl+C during its imports ends it as at any other time."""
    try:
        from bot.cli import main as run
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # exits.EXIT_INTERRUPTED, which is not imported yet
    run()


if __name__ == "__main__":
    main()
