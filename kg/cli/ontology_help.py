"""Help that ends with the relations and certainty levels of the ontology."""

from __future__ import annotations

import click


class OntologyHelp(click.Command):
    """A command whose help lists what its claims can say, as the ontology declares it."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the relations and the certainty levels."""
        from kg.ontology import load

        ontology = load()
        with formatter.section("Relations"):
            formatter.write_text(", ".join(ontology.relations))
        with formatter.section("Certainty"):
            formatter.write_text(", ".join(ontology.certainties))
