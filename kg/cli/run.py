"""Running a command: every error becomes one line on standard error and an exit code."""

from __future__ import annotations

import errno
import logging
import os
import signal
import sys
import warnings
from collections.abc import Sequence
from types import FrameType

import click

from kg.cli.group import commands
from kg.cli.output import say
from kg.errors import DiskError, FaisceauError

USAGE = 2
INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM
CLOSED_PIPE = 128 + signal.SIGPIPE


def main() -> None:
    """The entry point of the `kg` command; what libraries log or warn of is not for its user."""
    signal.signal(signal.SIGTERM, _terminate)
    logging.disable(logging.CRITICAL)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line `arguments`; returns the exit code."""
    try:
        with commands.make_context("kg", list(arguments)) as context:
            commands.invoke(context)
        sys.stdout.flush()
        return 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except FaisceauError as error:
        say(str(error))
        return error.exit_code
    except click.UsageError as error:
        return _usage(error)
    except click.ClickException as error:
        say(error.format_message())
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        say("interrupted; all that was finished is kept; run the same command to go on")
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return CLOSED_PIPE
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise
        _drop_output()
        say(f"{error.filename or 'the output'}: {error.strerror}; free some space and try again")
        return DiskError.exit_code


def _usage(error: click.UsageError) -> int:
    path = error.ctx.command_path if error.ctx else "kg"
    if not str(error) and error.ctx:
        click.echo(error.ctx.get_help(), err=True)
    else:
        say(f"{error.format_message().rstrip('.')}; see: {path} --help")
    return USAGE


def _drop_output() -> None:
    """Keep the interpreter from writing, at its end, what the reader no longer takes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _terminate(signum: int, frame: FrameType | None) -> None:
    sys.exit(TERMINATED)
