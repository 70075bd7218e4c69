"""Training of what is learnt: the names of the language model, from annotated articles."""

from kg.training.names import train_names
from kg.training.settings import Settings, settings_of
from kg.training.weights import write_weights

__all__ = ["Settings", "settings_of", "train_names", "write_weights"]
