/** Values in words: days, figures, acts, counts. A day is told as precisely as the source told it and no more. */

import type { Decision, FieldValue, Figure, Role, RolledFigure, Statement, When } from "./api";

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

interface Day {
  year: number;
  month: number;
  day: number;
}

function parts(iso: string): Day {
  const [year, month, day] = iso.split("-").map(Number);
  return { year: year!, month: month!, day: day! };
}

export function day(iso: string, year = true): string {
  const at = parts(iso);
  return `${at.day} ${MONTHS[at.month - 1]}${year ? ` ${at.year}` : ""}`;
}

/** A moment of this machine's clock: `25 November 2026, 14:05`. */
export function moment(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getDate()} ${MONTHS[at.getMonth()]} ${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function month(iso: string): string {
  const at = parts(iso);
  return `${MONTHS[at.month - 1]} ${at.year}`;
}

export function when(value: When | null, unknown = "time unknown"): string {
  if (!value || (!value.earliest && !value.latest)) return unknown;
  const { earliest, latest } = value;
  if (!earliest) return `until ${day(latest!)}`;
  if (!latest) return `since ${day(earliest)}`;
  return span(earliest, latest);
}

export function span(earliest: string, latest: string): string {
  if (earliest === latest) return day(earliest);
  const first = parts(earliest);
  const last = parts(latest);
  const monthEnds = new Date(Date.UTC(last.year, last.month, 0)).getUTCDate() === last.day;
  if (first.day === 1 && monthEnds) {
    if (first.month === 1 && last.month === 12) {
      return first.year === last.year ? `${first.year}` : `${first.year}–${last.year}`;
    }
    if (first.year === last.year && first.month === last.month) return month(earliest);
  }
  if (first.year !== last.year) return `${day(earliest)} – ${day(latest)}`;
  if (first.month !== last.month) return `${day(earliest, false)} – ${day(latest)}`;
  return `${first.day}–${day(latest)}`;
}

export function number(value: number | null): string {
  return value === null ? "–" : value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
}

export function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** The bounds of a figure: `407`, `24 or more`, `up to 1,500`, `1,001–1,500`. */
export function bounds(figure: Figure | RolledFigure): string {
  const { low, best, high } = figure;
  if (low !== null && high !== null) return low === high ? number(low) : `${number(low)}–${number(high)}`;
  if (best !== null) return `about ${number(best)}`;
  if (low !== null) return `${number(low)} or more`;
  if (high !== null) return `up to ${number(high)}`;
  return "no number";
}

export function act(type: string, mode: string | null): string {
  return mode === null ? type : `${type}, ${mode}`;
}

/** `assault/clash`, as filters write an act. */
export function actValue(value: string): string {
  return value.replace("/", ", ");
}

export const FIELDS: Record<string, string> = {
  act: "What",
  actor: "Who",
  target: "To whom",
  place: "Where",
  time: "When",
  figure: "How many",
  factuality: "Held as",
};

/** What an account clashes in, within a sentence. */
export const CLASHES: Record<string, string> = {
  act: "what was done",
  actor: "who did it",
  target: "to whom",
  place: "where",
  time: "when",
  figure: "how many",
  factuality: "whether it happened",
};

/** How many of an event's statements somebody has decided on. */
export const REVIEWED: Record<string, string> = { none: "waits for review", some: "partly reviewed", all: "reviewed" };

/** UCDP's precision of a place. */
export const PRECISION: Record<number, string> = {
  1: "exact point or town",
  2: "within about 25 km of a point",
  3: "district",
  4: "province",
  5: "larger or fuzzy area",
  6: "country",
  7: "international water or air",
};

/** What each role may do; all but the last may what those before them may. */
export const ROLES: Record<"blind" | "reader" | "coder" | "reviewer" | "administrator", string> = {
  reader: "reads, compares and exports",
  coder: "decides as well, and takes back what they decided themselves",
  reviewer: "takes back what others decided as well",
  administrator: "says who may use the desk as well",
  blind: "decides without seeing what others decided: the queue, the articles and their own decisions alone",
};

/** Characters of a password, as the desk asks for them. */
export const SHORTEST = 12;

/** The fields of a statement in the order of their keys, 1 to 8. */
export const STATEMENT_FIELDS = [
  ["act", "What"],
  ["actors", "Who"],
  ["targets", "To whom"],
  ["places", "Where"],
  ["time", "When"],
  ["figures", "How many"],
  ["source", "Says who"],
  ["factuality", "Held as"],
] as const;

export type StatementField = (typeof STATEMENT_FIELDS)[number][0];

export const FIELD_NAMES: Record<string, string> = Object.fromEntries(STATEMENT_FIELDS);

/** What a statement holds in a field, value by value; nothing where it is unknown. */
export function held(one: Statement, field: string): string[] {
  switch (field) {
    case "act":
      return [act(one.type, one.mode)];
    case "actors":
      return one.actors.map(role);
    case "targets":
      return one.targets.map(role);
    case "places":
      return one.places.map((place) => place.text);
    case "time":
      return one.time ? [timed(one.time)] : [];
    case "figures":
      return one.figures.map(figured);
    case "source":
      return one.chain.map((sayer) => sayer.name);
    default:
      return [one.factuality];
  }
}

function role(one: Role): string {
  return one.text === one.name || one.text.includes(one.name) || one.text.length > one.name.length + 40 ? one.name : `${one.name} (“${one.text}”)`;
}

function timed(value: When): string {
  const days = when(value);
  return value.text && value.text !== days && !/^\d{4}/.test(value.text) ? `${days} (“${value.text}”)` : days;
}

function figured(one: Figure): string {
  return [bounds(one), one.counts, one.measure && `(${one.measure})`].filter(Boolean).join(" ");
}

/** What was decided, in a few words. */
export function decided(one: Decision): string {
  if (one.undoes) return `takes back: ${said({ ...one, undoes: null })}`;
  return said(one);
}

function said(one: Decision): string {
  switch (one.kind) {
    case "apart":
      return `${one.subject_name} is not the ${one.object_name} that it was joined with`;
    case "same":
      return `${one.subject_name} is the same as ${one.object_name}`;
    case "together":
      return `“${short(one.subject_name)}” tells of: ${one.object_name}`;
    case "split":
      return `“${short(one.subject_name)}” does not tell of: ${one.object_name}`;
    case "field":
      return `${FIELD_NAMES[one.object_name] ?? one.object_name}: ${value(one.value)}`;
    case "comment":
      return "remark";
    default:
      return one.kind;
  }
}

function value(one: FieldValue | null): string {
  if (!one) return "";
  const told = [
    ...(one.type ? [act(one.type, one.mode)] : []),
    ...(one.factuality ? [one.factuality] : []),
    ...one.roles.map((each) => each.name),
    ...one.places.map((place) => place.text),
    ...(one.time ? [when(one.time)] : []),
    ...one.figures.map(figured),
    ...one.chain.map((sayer) => sayer.name),
  ];
  return told.length ? told.join(", ") : "unknown";
}

export function short(text: string, most = 90): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, "")} …`;
}
