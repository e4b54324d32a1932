"""Bytes in: files and folders as they were handed in -> `Page`, one at a time; what can not be read -> `Dropped`."""

from rashomon.pages.read import count_pages, read_pages

__all__ = ["count_pages", "read_pages"]
