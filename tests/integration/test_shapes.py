"""What is extracted keeps to the ontology."""

from kg.demo import DISPATCHES
from kg.documents import read_documents
from kg.loaders.shacl import validate
from kg.pipeline import extract
from kg.records import Document


def test_what_is_extracted_is_valid() -> None:
    """The graphs of the dispatches break no shape."""
    documents = [each for each in read_documents([DISPATCHES]) if isinstance(each, Document)]
    assert len(documents) == 12
    assert validate(map(extract, documents)) == []
