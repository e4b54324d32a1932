"""Programs that make the learned parts of the package, each named after its model."""
