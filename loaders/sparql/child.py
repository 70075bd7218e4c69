"""The process that answers one query, so that it can be stopped: run as a script, not imported.

Standard input holds the store's folder, the query and the prefixes as JSON.  Standard output is
the answer: SPARQL JSON, or N-Triples for CONSTRUCT and DESCRIBE.  A malformed query ends it with
the status MALFORMED.
"""

import json
import sys

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store

MALFORMED = 3


def main() -> None:
    """Answer the query of standard input."""
    asked = json.load(sys.stdin)
    store = Store.read_only(asked["folder"])
    try:
        found = store.query(asked["query"], prefixes=asked["prefixes"])
    except SyntaxError as error:
        sys.stderr.write(str(error))
        sys.exit(MALFORMED)
    if isinstance(found, QueryTriples):
        found.serialize(sys.stdout.buffer, RdfFormat.N_TRIPLES)
    else:
        found.serialize(sys.stdout.buffer, QueryResultsFormat.JSON)


if __name__ == "__main__":
    main()
