/** Ties between forces in words. */

import type { Bond } from "./api";
import { bounds, count, when } from "./words";

export type Relation = Bond["relation"];

/** Each kind of tie: on its line, and within a sentence; `mutual` holds both ways. */
export const TIES: Record<Relation, { short: string; words: string; mutual: boolean }> = {
  leads: { short: "leads", words: "leads", mutual: false },
  "member-of": { short: "member of", words: "is a member of", mutual: false },
  "part-of": { short: "part of", words: "is part of", mutual: false },
  "allied-with": { short: "allied", words: "is allied with", mutual: true },
  backs: { short: "backs", words: "backs", mutual: false },
  fights: { short: "fights", words: "fights", mutual: true },
  "talks-with": { short: "talks", words: "talks with", mutual: true },
  controls: { short: "controls", words: "controls", mutual: false },
  "based-in": { short: "based in", words: "is based in", mutual: false },
  strength: { short: "strength", words: "is as strong as", mutual: false },
};

/** Who is what to whom: `Karim leads Hill Front (spokesman)`. */
export function tie(bond: Bond): string {
  const object = bond.object?.name ?? bond.figures.map((figure) => `${bounds(figure)} ${figure.counts}`).join(", ");
  return `${bond.subject.name} ${TIES[bond.relation].words} ${object}${bond.what ? ` (${bond.what})` : ""}`;
}

export function sentence(bond: Bond, undated: boolean): string {
  const time = undated ? "told without a day" : when(bond.time);
  const who = bond.alone ? `claimed by ${bond.alone} alone` : `told by ${count(bond.sources.length, "origin")}`;
  return `${tie(bond)}, ${time}, ${who}${bond.disputed ? ", disputed" : ""}`;
}
