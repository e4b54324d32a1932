/** The record as a whole, asked once, and the mark of each origin: its place in the record's list of origins. */

import type { RecordPage } from "./api";
import { get } from "./ask.svelte";

const COLOURS = 6;
const SHAPES = 5;

class TheRecord {
  page = $state.raw<RecordPage | null>(null);
  failure = $state.raw<Error | null>(null);
  #places = $derived(new Map(this.page?.origins.map((origin, place) => [origin.value, place]) ?? []));

  async load(): Promise<void> {
    try {
      this.page = await get<RecordPage>("/record");
      this.failure = null;
    } catch (error) {
      this.failure = error as Error;
    }
  }

  /** Colour and shape: six and five have no common factor, so thirty origins in a row all differ in one or the other. */
  mark(origin: string): { colour: number; shape: number } | null {
    const place = this.#places.get(origin);
    return place === undefined ? null : { colour: place % COLOURS, shape: place % SHAPES };
  }
}

export const record = new TheRecord();
