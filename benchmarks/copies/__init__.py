"""Copies of articles as newspapers make them, from a seed: the test of how well families are found."""
