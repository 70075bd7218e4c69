"""Every error that a user can meet: one class a cause, one exit code a class.

A message says what happened and what to do about it, in one line.
"""


class FaisceauError(Exception):
    """Base of the errors that the command line prints in one line; `exit_code` is its status."""

    exit_code = 1


class InputError(FaisceauError):
    """A document can't be read: missing, malformed, or of an unknown kind."""

    exit_code = 3


class LanguageError(InputError):
    """A document is in a language that no language folder covers."""

    exit_code = 4


class EmptyInput(InputError):
    """A document holds no text."""

    exit_code = 14


class BinaryInput(InputError):
    """A document is no text at all."""

    exit_code = 15


class EncodingError(InputError):
    """No encoding makes sense of a document's bytes."""

    exit_code = 16


class OversizeInput(InputError):
    """A document is longer than any article."""

    exit_code = 17


class DeclarationError(FaisceauError):
    """The ontology or the language data is broken; the message gives file, line and cure."""

    exit_code = 5


class ModelError(FaisceauError):
    """The language model is missing or does not load."""

    exit_code = 6


class GraphFolderError(FaisceauError):
    """A graph folder is missing, damaged, or was written by a newer version."""

    exit_code = 7


class StoreLocked(FaisceauError):
    """Another process holds the store or the graph folder."""

    exit_code = 8


class StoreUnreachable(FaisceauError):
    """A server does not answer."""

    exit_code = 9


class StoreRefused(FaisceauError):
    """A server answers but refuses the credentials or the operation."""

    exit_code = 10


class QueryError(FaisceauError):
    """A SPARQL or Cypher query is malformed, or asks to write where only reading is allowed."""

    exit_code = 11


class DiskError(FaisceauError):
    """The disk is full or can't be written."""

    exit_code = 12


class InvalidGraph(FaisceauError):
    """A graph breaks the shapes derived from the ontology."""

    exit_code = 13


class NotInstalled(FaisceauError):
    """An optional part is not installed; the message names the extra that brings it."""

    exit_code = 18


class StoresDiffer(FaisceauError):
    """A store does not hold what the claims file says."""

    exit_code = 19
