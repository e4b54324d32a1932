/** Who is at the desk, and what they may do. */

import type { Visit } from "./api";
import { carried, get, post, remove } from "./ask.svelte";

class Session {
  visit = $state.raw<Visit | null>(null);
  failure = $state.raw<Error | null>(null);

  constructor() {
    carried.onlost = () => void this.load();
  }

  /** Somebody has to sign in before anything is shown. */
  get shut(): boolean {
    return this.visit !== null && this.visit.asks && this.visit.name === null;
  }

  get decides(): boolean {
    return this.visit?.decides ?? false;
  }

  /** They code without seeing what others decided. */
  get blind(): boolean {
    return this.visit?.blind ?? false;
  }

  /** May one take back what this author decided? */
  takesBack(author: string): boolean {
    return this.decides && (this.visit!.overrules || this.visit!.name === author);
  }

  async load(): Promise<void> {
    try {
      this.#is(await get<Visit>("/session"));
      this.failure = null;
    } catch (error) {
      this.failure = error as Error;
    }
  }

  async signIn(name: string, password: string): Promise<void> {
    this.#is(await post<Visit>("/session", { name, password }));
  }

  /** The page is loaded anew, so that nothing of the record stays in it. */
  async signOut(): Promise<void> {
    await remove("/session");
    location.assign("/");
  }

  #is(visit: Visit): void {
    carried.token = visit.token;
    this.visit = visit;
  }
}

export const session = new Session();
