/** Flows in words: a range stays a range. */

import type { FlowLine } from "./api";
import { bounds, when } from "./words";

/** Every figure told, whoever tells it: `1,300; 1,001 or more`. */
export function flowRange(flow: FlowLine): string {
  const told = flow.figures.map((figure) => `${bounds(figure)} ${figure.counts}`);
  return [...new Set(told)].join("; ") || "no number";
}

export function flowTitle(flow: FlowLine): string {
  const who = flow.of?.name ?? (flow.who || "people");
  const to = flow.to ? ` to ${flow.to.name}` : "";
  return `${flow.kind[0]!.toUpperCase()}${flow.kind.slice(1)}, ${who}${to}: ${flowRange(flow)}`;
}

export function flowWords(flow: FlowLine): string {
  return `${flowTitle(flow)}, ${when(flow.time)}, according to ${flow.sources.join(", ")}`;
}
