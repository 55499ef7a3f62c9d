"""`python -m bot` is the `tidings` command. Parser processes import this module too, so it imports nothing itself."""

from __future__ import annotations


def main() -> None:
    """Run the command line; Ctrl+C while its modules are being read ends it like any other."""
    try:
        from bot.cli import main as run
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # exits.EXIT_INTERRUPTED, which is not here yet
    run()


if __name__ == "__main__":
    main()
