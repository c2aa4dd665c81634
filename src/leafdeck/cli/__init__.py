"""The command line. Light to import: the rooms that do the work are imported when a command runs."""

from __future__ import annotations

import os
import sys
import traceback

import click

from leafdeck.cli.commands import OutputLostError, root
from leafdeck.cli.exits import ENVIRONMENT, INPUT_OUTPUT, INTERNAL, INTERRUPTED

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code (docs/commands.md). *arguments* defaults to the process's own."""
    try:
        code = root.main(args=arguments, prog_name=_name(), standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Interrupted. Files named above are whole; nothing else was changed.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OutputLostError as lost:
        return _unheard(lost)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "leafdeck":
            return _internal(error)
        click.echo(f"A library is missing: {error.name}. Run ./dev, which installs it.", err=True)
        return ENVIRONMENT
    except Exception as error:
        return _internal(error)
    return code if isinstance(code, int) else 0


def _unheard(lost: OutputLostError) -> int:
    """Nothing more can be said on standard output, not even at interpreter exit; say why, unless its reader left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(lost.__cause__, BrokenPipeError):
        click.echo(f"The output cannot be written: {lost}.", err=True)
    return INPUT_OUTPUT


def _name() -> str:
    called = os.path.basename(sys.argv[0])  # noqa: PTH119 (pathlib would cost start-up time)
    return "render.py" if called == "render.py" else "leafdeck"


def _internal(error: Exception) -> int:
    """Report a mistake of the program itself: it is ours, so nobody is shown a traceback they did not ask for."""
    if os.environ.get("LEAFDECK_TRACEBACK"):
        traceback.print_exception(error)
    click.echo(f"internal error: {type(error).__name__}: {error}", err=True)
    click.echo(
        "This is a mistake in Leafdeck. Set LEAFDECK_TRACEBACK=1, run it again and report what it says.", err=True
    )
    return INTERNAL
