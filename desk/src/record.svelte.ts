/** The record as a whole, asked once, and the mark of each origin: its place in the record's list of origins. */

import type { RecordPage } from "./api";
import { carried, get, turn } from "./ask.svelte";

const COLOURS = 6;
const SHAPES = 5;
const OFTEN = 2000;
const SELDOM = 20_000;

class TheRecord {
  page = $state.raw<RecordPage | null>(null);
  failure = $state.raw<Error | null>(null);
  #places = $derived(new Map(this.page?.origins.map((origin, place) => [origin.value, place]) ?? []));

  async load(): Promise<void> {
    try {
      const page = await get<RecordPage>("/record");
      const changed = this.page !== null && (this.page.stamp !== page.stamp || this.page.judgements !== page.judgements);
      this.page = page;
      carried.known = page.judgements;
      this.failure = null;
      if (changed) turn.next();
    } catch (error) {
      this.failure = error as Error;
    }
  }

  /** Look for changes as long as the desk is open: often while a build is running, and only where somebody looks on. */
  watch(): () => void {
    let waiting = 0;
    const look = async () => {
      if (!document.hidden) await this.load();
      waiting = window.setTimeout(look, this.page?.building ? OFTEN : SELDOM);
    };
    void look();
    return () => clearTimeout(waiting);
  }

  /** Colour and shape: six and five have no common factor, so thirty origins in a row all differ in one or the other. */
  mark(origin: string): { colour: number; shape: number } | null {
    const place = this.#places.get(origin);
    return place === undefined ? null : { colour: place % COLOURS, shape: place % SHAPES };
  }
}

export const record = new TheRecord();
