/** The ground of every map: water, land, borders and names of countries, in the colours of the page, without tiles. */

import type { GeoJSONSource, Map as GlMap } from "maplibre-gl";
import { countries, middle, shapeName } from "./countries";

export type Shapes = Awaited<ReturnType<typeof countries>>;

/** UCDP's precision of a whole country. */
export const COUNTRY = 6;
/** How wide an area may be, by UCDP's precision, in km; UCDP says 25 for 2, the others are the middling size of a unit. */
const RADII: Record<number, number> = { 2: 25, 3: 40, 4: 90, 5: 150, 7: 200 };

/** Milliseconds after which a map is gone on with although the page has much to do. */
const LONGEST_PAUSE = 300;

const LIKE: [[number, number], [number, number]] = [[-20, -35], [60, 60]];
const EMPTY = { type: "FeatureCollection" as const, features: [] };

/** The next moment in which the page has nothing to do; Safari does not tell of it. */
function pause(): Promise<void> {
  return new Promise((go) => ("requestIdleCallback" in window ? requestIdleCallback(() => go(), { timeout: LONGEST_PAUSE }) : setTimeout(go, 1)));
}

/** A map in `box`, and the shapes of countries on it; null where `stopped` before it was there. `loaded` is called once
 * it can be drawn on. */
async function makeGround(
  box: HTMLElement,
  stopped: AbortSignal,
  loaded: (map: GlMap) => void,
): Promise<{ map: GlMap; shapes: Shapes } | null> {
  // One after the other, with room for whoever types or scrolls meanwhile: each of them keeps the page busy for a while.
  await pause();
  const { default: worker } = await import("maplibre-gl/dist/maplibre-gl-csp-worker.js?url");
  const { default: gl } = await import("maplibre-gl/dist/maplibre-gl-csp.js");
  await pause();
  const shapes = await countries();
  await document.fonts.ready;
  await pause();
  if (stopped.aborted) return null;
  gl.setWorkerUrl(worker);
  const map: GlMap = new gl.Map({
    container: box,
    style: { version: 8, sources: {}, layers: [] },
    bounds: LIKE,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 13,
    renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new gl.NavigationControl({ showCompass: false }), "top-right");
  map.on("load", () => {
    // Its room may have changed while it was loading, which it does not notice by itself.
    map.resize();
    draw(map, shapes);
    loaded(map);
  });
  return { map, shapes };
}

/** What a map on a page is told of: that it can be drawn on, where the middles of countries are, that it moved, and why it
 * can not be drawn. */
interface Told {
  drawn: (map: GlMap) => void;
  middles: (at: Map<string, [number, number]>) => void;
  moved: () => void;
  failed: (why: string) => void;
}

/** Put a map into `box` for as long as it is on the page; the answer takes it away. */
export function keepGround(box: HTMLElement, told: Told): () => void {
  let made: GlMap | null = null;
  const stop = new AbortController();
  void (async () => {
    try {
      const ground = await makeGround(box, stop.signal, told.drawn);
      if (!ground) return;
      made = ground.map;
      told.middles(new Map(ground.shapes.features.map((each) => [each.properties.name, middle(each).at])));
      made.on("move", told.moved);
      made.on("resize", told.moved);
    } catch (error) {
      told.failed(error instanceof Error ? error.message : String(error));
    }
  })();
  return () => {
    stop.abort();
    made?.remove();
  };
}

/** Draw the ground anew whenever the page turns light or dark; the answer ends it. */
export function followLight(map: GlMap): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const again = () => paint(map);
  const watch = new MutationObserver(again);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-light"] });
  dark.addEventListener("change", again);
  return () => {
    watch.disconnect();
    dark.removeEventListener("change", again);
  };
}

interface Area {
  name: string;
  precision: number;
}

/** Rings around what is no exact place, as wide as it may be, and a tint over whole countries. */
export function showAreas(map: GlMap, placed: (Area & { at: [number, number] })[], all: Area[]): void {
  const rings = placed.filter((place) => RADII[place.precision]);
  (map.getSource("areas") as GeoJSONSource | undefined)?.setData({
    type: "FeatureCollection",
    features: rings.map((place) => ({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [ring(place.at, RADII[place.precision]!)] },
      properties: {},
    })),
  });
  const told = all.filter((place) => place.precision === COUNTRY).map((place) => shapeName(place.name));
  map.setFilter("told", ["in", ["get", "name"], ["literal", told]]);
}

/** A ring of so many km around a point, as the map's own shape. */
function ring([lon, lat]: [number, number], km: number): [number, number][] {
  const wide = km / (111.32 * Math.max(0.1, Math.cos((lat * Math.PI) / 180)));
  return Array.from({ length: 49 }, (_, n) => {
    const turn = (n / 48) * 2 * Math.PI;
    return [lon + wide * Math.cos(turn), lat + (km / 110.57) * Math.sin(turn)];
  });
}

function colour(name: string): string {
  // The map draws on a canvas of its own, which knows no light-dark(): the browser resolves it for us.
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const told = getComputedStyle(probe).color;
  probe.remove();
  return told;
}

function draw(on: GlMap, shapes: Shapes): void {
  on.addSource("countries", { type: "geojson", data: shapes, attribution: "" });
  on.addSource("names", {
    type: "geojson",
    data: {
      type: "FeatureCollection",
      features: shapes.features.map((each) => {
        const { area, at } = middle(each);
        return { type: "Feature", geometry: { type: "Point", coordinates: at }, properties: { name: each.properties.name, area } };
      }),
    },
  });
  on.addSource("areas", { type: "geojson", data: EMPTY });
  on.addLayer({ id: "water", type: "background" });
  on.addLayer({ id: "land", type: "fill", source: "countries" });
  on.addLayer({ id: "told", type: "fill", source: "countries", paint: { "fill-opacity": 0.5 }, filter: ["in", ["get", "name"], ["literal", []]] });
  on.addLayer({ id: "borders", type: "line", source: "countries", paint: { "line-width": 0.8 } });
  on.addLayer({ id: "area", type: "fill", source: "areas", paint: { "fill-opacity": 0.1 } });
  on.addLayer({ id: "edge", type: "line", source: "areas", paint: { "line-width": 1.2, "line-dasharray": [3, 2] } });
  on.addLayer({
    id: "names",
    type: "symbol",
    source: "names",
    // Names of small countries only when one is near, and never in place of a larger one's.
    filter: ["any", [">", ["get", "area"], 1], [">", ["zoom"], 5]],
    layout: {
      "symbol-sort-key": ["-", 0, ["get", "area"]],
      "text-field": ["get", "name"],
      "text-font": ["Source Serif"],
      "text-size": 12,
      "text-max-width": 7,
      "text-offset": [0, 1.4],
    },
    paint: { "text-halo-width": 1.2 },
  });
  paint(on);
}

function paint(on: GlMap): void {
  on.setPaintProperty("water", "background-color", colour("water"));
  on.setPaintProperty("land", "fill-color", colour("land"));
  on.setPaintProperty("told", "fill-color", colour("tint"));
  on.setPaintProperty("borders", "line-color", colour("rule"));
  on.setPaintProperty("area", "fill-color", colour("accent"));
  on.setPaintProperty("edge", "line-color", colour("accent"));
  on.setPaintProperty("names", "text-color", colour("quiet"));
  on.setPaintProperty("names", "text-halo-color", colour("land"));
}
