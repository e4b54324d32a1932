"""Sentences that several commands say."""

STALE = "the last build of this record did not end, so its events leave something out: run the same build again"
