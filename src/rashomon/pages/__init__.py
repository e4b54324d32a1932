"""Bytes in: files and folders as they were handed in -> `Page`, one at a time; what can not be read -> `Dropped`."""

from rashomon.pages.part import Part
from rashomon.pages.read import count_pages, find_parts, read_pages, read_part

__all__ = ["Part", "count_pages", "find_parts", "read_pages", "read_part"]
