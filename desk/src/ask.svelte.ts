/** Asking the desk's routes. */

import type { Decision } from "./api";

export class Failure extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return call<T>(path, { signal, headers: { accept: "application/json" } }, signal);
}

/** What goes along with each call that changes something: the session's token, and how many judgements were known. */
export const carried = { token: null as string | null, known: null as number | null, onlost: () => {} };

export async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { "content-type": "application/json", ...carriedHeaders() };
  const told = await call<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = told as { meanwhile?: Decision[]; decision?: { meanwhile: Decision[] } } | null;
  const others = [...(answer?.meanwhile ?? []), ...(answer?.decision?.meanwhile ?? [])];
  if (others.length) meanwhile.decisions = others;
  return told;
}

export function remove<T>(path: string): Promise<T> {
  return call<T>(path, { method: "DELETE", headers: carriedHeaders() });
}

function carriedHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  if (carried.token !== null) headers["x-csrf-token"] = carried.token;
  if (carried.known !== null) headers["x-known-judgements"] = String(carried.known);
  return headers;
}

/** What others decided on the same thing while somebody here did: told until it was seen. */
class Meanwhile {
  decisions = $state.raw<Decision[]>([]);
}

export const meanwhile = new Meanwhile();

async function call<T>(path: string, how: RequestInit, signal?: AbortSignal): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, how);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure("The desk does not answer. Is rashomon serve still running?", 0);
  }
  const told: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    if (answer.status === 401 && path !== "/session") carried.onlost();
    const words = (told as { error?: string } | null)?.error;
    throw new Failure(words ?? `The desk failed (${answer.status}).`, answer.status);
  }
  return told as T;
}

/** Turns when the record has changed under the desk; whatever is shown is then asked again. */
class Turn {
  count = $state(0);

  next(): void {
    this.count += 1;
  }
}

export const turn = new Turn();

/** What a route answers to an address that changes. The last answer stays until the next is there: nothing jumps. */
export class Asked<T> {
  value = $state.raw<T | null>(null);
  failure = $state.raw<Failure | null>(null);
  loading = $state(true);
  #again = $state(0);

  constructor(path: () => string | null) {
    $effect(() => {
      const to = path();
      void this.#again;
      void turn.count;
      if (to === null) {
        this.loading = false;
        return;
      }
      const stop = new AbortController();
      this.loading = true;
      get<T>(to, stop.signal)
        .then((value) => {
          this.value = value;
          this.failure = null;
          this.loading = false;
        })
        .catch((error: unknown) => {
          if (stop.signal.aborted) return;
          this.failure = error instanceof Failure ? error : new Failure(String(error), 0);
          this.loading = false;
        });
      return () => stop.abort();
    });
  }

  again(): void {
    this.#again += 1;
  }
}
