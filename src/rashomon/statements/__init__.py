"""Article -> Reading: who says that who did what to whom, where, when and how many."""

from rashomon.statements.chains import printers
from rashomon.statements.measuring import measured
from rashomon.statements.printed import printed
from rashomon.statements.reader import Reader, proper_names
from rashomon.statements.truecase import truecase

__all__ = ["Reader", "measured", "printed", "printers", "proper_names", "truecase"]
