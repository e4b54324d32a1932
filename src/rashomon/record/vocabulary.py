"""The acts: the sixteen PLOVER types with their modes, and ours where PLOVER has no room.

Source of the PLOVER part: the PLOVER manual (openeventdata, 2018 onwards); `clash` under assault and the types from
`defect` on are ours.
"""

from types import MappingProxyType

_MODES = {
    "agree": "", "support": "", "concede": "", "cooperate": "", "aid": "",
    "consult": "visit third-party multilateral phone",
    "retreat": "withdraw release disarm ceasefire access resign",
    "request": "assist change yield meet",
    "accuse": "disapprove investigate allege",
    "reject": "assist change yield meet",
    "threaten": "restrict arrest relations expel territory violence",
    "protest": "demo riot strike hunger boycott obstruct vandalize",
    "sanction": "convict expel withdraw discontinue",
    "mobilize": "troops weapons police militia",
    "coerce": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "assault": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
               " heavy-weapons crowd-control unconventional clash",
    "defect": "desert refuse change-sides dismiss",
    "control": "gain lose contest base",
    "harm": "killed injured displaced missing",
    "disaster": "natural man-made",
    "state": "", "say": "",
}  # fmt: skip

MODES = MappingProxyType({act: frozenset(modes.split()) for act, modes in _MODES.items()})
"""Every act type with the modes that it may have."""
