/** Whether somebody moves the pointer: a browser tells of it, too, where the page moves below a pointer that rests. */

let last: { x: number; y: number } | null = null;
let moves = false;

function look(event: MouseEvent): void {
  moves = last !== null && (event.clientX !== last.x || event.clientY !== last.y);
  last = { x: event.clientX, y: event.clientY };
}

addEventListener("mousemove", look, { capture: true, passive: true });
addEventListener("mousedown", look, { capture: true, passive: true });

/** Is the pointer moved by what is told of just now? */
export const isMoved = (): boolean => moves;
