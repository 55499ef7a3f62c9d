"""The subcommands of `tidings model`: their arguments and their help."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from bot.commands.completion import model_names
from bot.commands.settings import settings_of_command

ONE_OR_DEFAULT = "A model's id; left out: SUMMARY_MODEL, or the default."
ONE_TO_TRY = "A model's id or folder; with --server, a model that the server has."

model_cli = typer.Typer(help="List, fetch and try summary models.", no_args_is_help=True, rich_markup_mode=None)


@model_cli.command("list", short_help="Print which engine writes the summaries, and why.")
def model_list() -> None:
    """Print which engine writes the summaries here and why, and the known models."""
    from bot.commands.model import list_models

    list_models(settings_of_command())


@model_cli.command("download")
def model_download(
    name: Annotated[
        str | None,
        typer.Argument(help=ONE_OR_DEFAULT, autocompletion=model_names),
    ] = None,
) -> None:
    """Download the weights of a model before the bot needs them."""
    from bot.commands.model import fetch_model

    fetch_model(settings_of_command(), name)


@model_cli.command("try", short_help="Print what a model makes of articles of yours.")
def model_try(
    name: Annotated[
        str,
        typer.Argument(help=ONE_TO_TRY, autocompletion=model_names),
    ],
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Post files, HTML or text files, or links.")],
    language: Annotated[str | None, typer.Option(help="Summarise in this language, where the model can.")] = None,
    sentences: Annotated[int | None, typer.Option(min=1, max=10, help="How many sentences at most.")] = None,
    server: Annotated[bool, typer.Option("--server", help="Ask the server at SUMMARY_API_URL.")] = False,
) -> None:
    """Print what a model makes of given articles beside the extract, with seconds and what the checks refused."""
    from bot.commands.model_try import try_model

    overrides = {"summary_sentences": sentences} if sentences else {}
    asyncio.run(try_model(settings_of_command(**overrides), name, files, language=language, server=server))
