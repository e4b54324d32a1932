"""A language model as a reader, behind a server that speaks as OpenAI's does (Ollama, vLLM, llama.cpp, hosted ones).

The model quotes and chooses; it tells no value. Each quotation is looked for in the text, and numbers, bounds and times
are read from the quoted words by the package's own readers. What does not hold is left out and counted.
"""

from rashomon.readers.openai.reader import ModelReader

__all__ = ["ModelReader"]
