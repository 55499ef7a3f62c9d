"""`python -m bot` is the `tidings` command. Parser processes import this module too, so it imports nothing itself."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from bot.cli import main as run

    run()


if __name__ == "__main__":
    main()
