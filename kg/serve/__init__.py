"""A graph folder on the network: a SPARQL endpoint that only reads, and its things as linked data.

Queries are answered by processes of their own on a copy of the store, so that none can write, any
can be stopped, and a build may write meanwhile.
"""
