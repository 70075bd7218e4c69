"""From a document to its sentences, tokens and the names that the model finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc
from spacy.tokens import Token as ParsedToken

from kg.ontology.languages import folder
from kg.records import Analysis, Document, Name, Sentence, Token
from kg.sentences.choices import choices_of
from kg.sentences.model import load_model
from kg.sentences.paragraphs import Stretch, batches, stretches
from kg.sentences.weights import load_weights
from kg.sentences.words import words_of

BATCH = 20_000
"""Characters that are parsed at once: the model takes some 4 KB of memory for each."""


class Parser:
    """Parses the documents of one language; the model is loaded once, here."""

    def __init__(self, language: str = "fr", *, own_names: bool = False) -> None:
        """With the names that were trained here, or with the model's `own_names`.

        Raises:
            LanguageError: no folder covers `language`.
            ModelError: its model is missing or does not load, or the trained weights don't.
        """
        self._choices = choices_of(language)
        self._model = load_model(self._choices)
        if self._choices.names and not own_names:
            load_weights(self._model, folder(language) / self._choices.names)

    def parse(self, document: Document) -> Analysis:
        """The sentences and names of `document`, paragraph by paragraph."""
        builder = _Builder(document)
        for pieces in batches(stretches(document.text, longest=self._choices.longest), most=BATCH):
            parsed = self._model.pipe(map(self._words, pieces))
            for piece, words in zip(pieces, parsed, strict=True):
                builder.add(piece, words)
        return builder.analysis()

    def parse_many(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """The analysis of each document, in order."""
        return map(self.parse, documents)

    def _words(self, piece: Stretch) -> Doc:
        return words_of(piece.text, self._model, self._choices)


class _Builder:
    """Collects parsed stretches into one analysis: document offsets, no white-space tokens."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sentences: list[Sentence] = []
        self._names: list[Name] = []
        self._count = 0

    def add(self, piece: Stretch, parsed: Doc) -> None:
        """Append what the model made of `piece`."""
        kept = [word for word in parsed if not word.is_space]
        index = {word.i: self._count + position for position, word in enumerate(kept)}
        self._count += len(kept)
        for sentence in parsed.sents:
            tokens = tuple(self._token(w, piece, index) for w in sentence if not w.is_space)
            if tokens:
                self._sentences.append(
                    Sentence(
                        index=len(self._sentences),
                        paragraph=piece.paragraph,
                        start=tokens[0].start,
                        end=tokens[-1].end,
                        tokens=tokens,
                    )
                )
        for name in parsed.ents:
            start, end = piece.start + name.start_char, piece.start + name.end_char
            self._names.append(Name(start, end, name.label_))

    def analysis(self) -> Analysis:
        """All that was added."""
        return Analysis(self._document, tuple(self._sentences), tuple(self._names))

    def _token(self, word: ParsedToken, piece: Stretch, index: dict[int, int]) -> Token:
        start = piece.start + word.idx
        end = start + len(word.text)
        head = _head(word)
        return Token(
            index=index[word.i],
            start=start,
            end=end,
            text=self._document.text[start:end],
            lemma=word.lemma_,
            pos=word.pos_,
            dep="ROOT" if head is word else word.dep_,
            head=index[head.i],
            morph=word.morph.to_dict(),
        )


def _head(word: ParsedToken) -> ParsedToken:
    """The head of `word` that is no white space; a word under a white-space root heads itself."""
    head = word.head
    while head.is_space and head.i != head.head.i:
        head = head.head
    return word if head.is_space or head.i == word.i else head
