/** The shapes that stand beside colours, each in a box of 12 by 12, so that nothing rests on colour alone. */

export const SHAPES = [
  "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z",
  "M2 2h8v8H2z",
  "M6 1.2 11 10.4H1z",
  "M6 .6 11.4 6 6 11.4.6 6z",
  "M4.2 1h3.6v3.2H11v3.6H7.8V11H4.2V7.8H1V4.2h3.2z",
] as const;

export const COLOURS = 6;

/** Colour and shape of a side; those who stand with nobody have neither. */
export function sideMark(side: number | null): { colour: string; shape: string } {
  if (side === null) return { colour: "var(--quiet)", shape: SHAPES[0] };
  return { colour: `var(--origin-${side % COLOURS})`, shape: SHAPES[side % SHAPES.length]! };
}
