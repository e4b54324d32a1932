/** Offsets of the record are in code points; strings here are in UTF-16 units. They differ where a text has emoji. */

export type Cutter = (start: number, end: number) => string;

export function cutter(text: string): Cutter {
  if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join("");
}

export function length(text: string): number {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
}

export interface Run<T> {
  text: string;
  start: number;
  end: number;
  marks: T[];
}

/** The text from `start` to `end` cut wherever one of the marks begins or ends, each run with the marks that cover it. */
export function runs<T extends { start: number; end: number }>(cut: Cutter, start: number, end: number, marks: T[]): Run<T>[] {
  const edges = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) edges.add(mark.start);
    if (mark.end > start && mark.end < end) edges.add(mark.end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, n) => {
    const to = sorted[n + 1]!;
    return { text: cut(from, to), start: from, end: to, marks: marks.filter((mark) => mark.start < to && mark.end > from) };
  });
}
