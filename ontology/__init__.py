"""The one declaration of classes and relations, what is derived from it, and the language data."""
