"""Questions prepared for analysts, each once in Cypher and once in SPARQL, with the same answer.

The query texts stand beside this file, to be opened, copied and changed.
"""

from kg.questions.asking import Engine, ask
from kg.questions.catalogue import Parameter, Question, question, questions
from kg.questions.engines import CypherEngine, SparqlEngine

__all__ = [
    "CypherEngine",
    "Engine",
    "Parameter",
    "Question",
    "SparqlEngine",
    "ask",
    "question",
    "questions",
]
