"""How well and how fast the package reads: answers to public test sets, and the speed of a build."""
