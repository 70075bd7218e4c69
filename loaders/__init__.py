"""The stores, one backend a file behind the protocol of `kg.loaders.base`."""
