"""What extraction costs over the bare language model, on the same text in one run.

    python benchmarks/extraction.py [ARTICLE_OR_FOLDER…] [--rounds 5]

Without articles it reads the dispatches of the demo, put together to articles of usual length
(short ones cost more: each has its own start).  Both sides have the model loaded, the same
components, and one process; they take turns, and the median of the rounds counts.  Prints a table
in Markdown; the figures are CPU seconds, the ratio is what holds on another machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from statistics import median

from kg.claims import find_claims
from kg.demo import DISPATCHES
from kg.documents import read_documents
from kg.entities import resolve
from kg.mentions import find_mentions
from kg.places import locate
from kg.records import Document
from kg.sentences import Parser
from kg.sentences.choices import choices_of
from kg.sentences.model import load_model

LANGUAGE = "fr"
TOGETHER, COPIES = 4, 4
STAGES = ("sentences", "mentions", "entities", "places", "claims")


def main() -> None:
    """Measure and print."""
    options = _options()
    articles = _documents(options.articles) if options.articles else _usual_articles()
    parser, model = Parser(LANGUAGE), load_model(choices_of(LANGUAGE))
    texts = [article.text for article in articles]

    def bare() -> list[float]:
        return [_seconds(lambda: [model(text) for text in texts])]

    rounds: list[tuple[float, list[float]]] = []
    for _ in range(options.rounds + 1):
        rounds.append((sum(bare()), _by_stage(parser, articles)))
    measured = rounds[1:]  # the first one fills the caches of both
    alone = median(b for b, _ in measured)
    stages = [median(s[n] for _, s in measured) for n in range(len(STAGES))]
    ratio = median(sum(s) / b for b, s in measured)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(articles)} articles, {words} words, median of {options.rounds} rounds\n")
    print("| | CPU s | of bare spaCy |\n|---|---|---|")
    print(f"| bare spaCy | {alone:.2f} | 1.00 |")
    for name, seconds in zip(STAGES, stages, strict=True):
        print(f"| {name} | {seconds:.2f} | {seconds / alone:.2f} |")
    print(f"| extraction | {sum(stages):.2f} | {ratio:.2f} |")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def _documents(paths: list[Path]) -> list[Document]:
    return [d for d in read_documents(paths) if isinstance(d, Document)]


def _usual_articles() -> list[Document]:
    dispatches = _documents([DISPATCHES])
    starts = range(0, len(dispatches), TOGETHER)
    joined = ["\n\n".join(d.text for d in dispatches[n : n + TOGETHER]) for n in starts]
    return [replace(dispatches[0], text=text) for text in joined * COPIES]


def _by_stage(parser: Parser, articles: Iterable[Document]) -> list[float]:
    """The seconds of each stage over all articles."""
    spent = [0.0] * len(STAGES)

    def timed(stage: int, work: Callable[[], object]) -> object:
        begun = time.process_time()
        result = work()
        spent[stage] += time.process_time() - begun
        return result

    for article in articles:
        analysis = timed(0, lambda article=article: parser.parse(article))
        mentions = timed(1, lambda analysis=analysis: find_mentions(analysis))
        entities = timed(2, lambda a=analysis, m=mentions: resolve(a, m))
        located = timed(3, lambda a=analysis, e=entities: locate(a, e))
        timed(4, lambda a=analysis, e=located: find_claims(a, e))
    return spent


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
