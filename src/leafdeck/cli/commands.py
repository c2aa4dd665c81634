"""The commands: what they are called, what they take, what they say. The work is done in `cli.work`."""

from __future__ import annotations

import errno
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from leafdeck.cli.exits import FOOTER


class Day(click.ParamType[date]):
    """A day in ISO 8601, such as 2026-11-24."""

    name = "date"

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> date:
        """The date that *value* names; the usage error says what a date looks like."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it like 2026-11-24.", parameter, context)


LOST = (errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why standard output may fail: nobody reads it any more, or it leads to a disk that is full or broken."""


class OutputLostError(Exception):
    """Standard output or standard error cannot be written."""


class Commands(click.Group):
    """A group whose help begins with examples, and that tells a lost output from a mistake."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command; OutputLostError where what it says cannot be written. Click would exit with 1 itself."""
        try:
            return super().invoke(context)
        except OSError as error:
            if error.filename is None and error.errno in LOST:
                raise OutputLostError(error.strerror) from error
            raise

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write three commands worth knowing before anything else."""
        name = context.command_path
        with formatter.section("Examples"):
            formatter.write_dl(
                [
                    (f"{name} build", "everything, in every language"),
                    (f"{name} build risks --locale de --clinic clinics/example.toml", "one piece for one clinic"),
                    (f"{name} check", "every problem, with file and line"),
                ]
            )


OPTIONS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from leafdeck.build.versions import versions

    for name, number in versions().items():
        click.echo(f"{name} {number}")
    context.exit()


@click.group(cls=Commands, context_settings=OPTIONS, epilog=f"Guide: docs/commands.md. {FOOTER}")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
              help="Versions of Leafdeck and of the libraries that decide its output.")  # fmt: skip
@click.option("--project", type=click.Path(path_type=Path), help="Folder of the project (default: found upwards).")
@click.pass_context
def root(context: click.Context, project: Path | None) -> None:
    """Render sourced words into leaflets and decks."""
    context.obj = project


AS_OF = click.option("--as-of", type=Day(), default=None, help="The day it is, for expiry and dates (default: today).")
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line on standard output.")
LOCALES = click.option("--locale", "locales", multiple=True, metavar="TAG", help="A language, such as de; repeatable.")


def today() -> date:
    """The day it is, in UTC: the same for everybody."""
    return datetime.now(UTC).date()


def _days(as_of: date | None) -> dict[str, date]:
    """The day asked for, and the day it is."""
    now = today()
    return {"as_of": as_of or now, "today": now}


@root.command(short_help="Make leaflets and decks.")
@click.argument("pieces", nargs=-1, metavar="[PIECE]...")
@LOCALES
@click.option("--edition", "editions", multiple=True, metavar="NAME", help="An edition of leaflets, such as a4.")
@click.option("--region", default="", metavar="CODE", help="Where the reader is, such as GB.")
@click.option("--clinic", type=click.Path(path_type=Path), help="A clinic's profile (TOML), printed in its box.")
@click.option("--profile", type=click.Choice(["draft", "release"]), default="draft", show_default=True,
              help="A release refuses whatever is not checked, translated and signed.")  # fmt: skip
@AS_OF
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Output folder (default: build/).")
@click.option("--dry-run", is_flag=True, help="Name the files that would be made, and make none.")
@JSON
@click.pass_obj
def build(project: Path | None, /, **asked: Any) -> int:
    """Make the leaflet and the deck of each PIECE, or everything that ships."""
    from leafdeck.cli.work import run_build

    return run_build(project, **(asked | _days(asked["as_of"])))


@root.command(short_help="List every problem, with file and line.")
@click.argument("report", required=False, type=click.Choice(["readability", "criteria"]))
@LOCALES
@click.option("--profile", type=click.Choice(["draft", "release"]), default="draft", show_default=True,
              help="Which findings make the command fail.")  # fmt: skip
@AS_OF
@JSON
@click.pass_obj
def check(project: Path | None, /, report: str | None, **asked: Any) -> int:
    """Judge the words: claims, numbers, translations. Fails where the profile would refuse to print.

    With a REPORT, tell how hard each section is to read (readability), or what the published criteria for patient
    information ask for (criteria).
    """
    dated = asked | _days(asked["as_of"])
    match report:
        case "readability":
            from leafdeck.cli.reports import run_readability

            return run_readability(project, **dated)
        case "criteria":
            from leafdeck.cli.reports import run_criteria

            return run_criteria(project, **dated)
        case _:
            from leafdeck.cli.work import run_check

            return run_check(project, **dated)


@root.command(short_help="How every claim stands.")
@click.option("--expiring", type=click.IntRange(min=0), default=90, show_default=True, metavar="DAYS",
              help="Name what has to be checked again within so many days.")  # fmt: skip
@click.option("--page", type=click.Path(path_type=Path), default=None, metavar="FILE",
              help="Write every claim with its sources to FILE (Markdown) instead.")  # fmt: skip
@AS_OF
@JSON
@click.pass_obj
def evidence(project: Path | None, /, **asked: Any) -> int:
    """Count the claims by level, and name those that are due, from memory, disputed or cited nowhere."""
    from leafdeck.cli.evidence import run_evidence

    return run_evidence(project, **(asked | _days(asked["as_of"])))


@root.group(short_help="Extract messages, update and count catalogs.", context_settings=OPTIONS)
def i18n() -> None:
    """Work with the catalogs translators edit: locales/<language>/LC_MESSAGES/<domain>.po."""


@i18n.command(short_help="Write the templates (.pot).")
@JSON
@click.pass_obj
def extract(project: Path | None, as_json: bool) -> int:
    """Write locales/<domain>.pot from the content. A template whose messages are the same keeps its bytes."""
    from leafdeck.cli.catalogs import run_extract

    return run_extract(project, now=datetime.now(UTC), as_json=as_json)


@i18n.command(short_help="Bring catalogs up to date with the content.")
@LOCALES
@click.option("--check", "dry", is_flag=True, help="Change nothing; fail where something would change.")
@JSON
@click.pass_obj
def update(project: Path | None, locales: tuple[str, ...], dry: bool, as_json: bool) -> int:
    """Carry old translations to changed messages: exact, then by id, then by similarity. Old words are kept."""
    from leafdeck.cli.catalogs import run_update

    return run_update(project, locales, now=datetime.now(UTC), dry=dry, as_json=as_json)


@i18n.command(short_help="How far each language has come.")
@LOCALES
@JSON
@click.pass_obj
def status(project: Path | None, locales: tuple[str, ...], as_json: bool) -> int:
    """Count messages by state, for each language and domain."""
    from leafdeck.cli.catalogs import run_status

    return run_status(project, locales, as_json=as_json)


@root.command(short_help="What this machine has and lacks.")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Output folder to test (default: build/).")
@JSON
@click.pass_obj
def doctor(project: Path | None, out: Path | None, as_json: bool) -> int:
    """Name every missing library and typeface, with the command that installs it."""
    from leafdeck.cli.work import run_doctor

    return run_doctor(project, out=out, as_json=as_json)
