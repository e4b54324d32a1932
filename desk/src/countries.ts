/** The shapes of the countries (world-atlas, after Natural Earth), and how gazetteers call them otherwise. */

import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import shapes from "world-atlas/countries-50m.json?url";

export type Country = Feature<Polygon | MultiPolygon, { name: string }>;

/** Names of the gazetteer, to those that the shapes carry. */
const ALSO: Record<string, string> = {
  "Bosnia and Herzegovina": "Bosnia and Herz.",
  "Central African Republic": "Central African Rep.",
  "Democratic Republic of the Congo": "Dem. Rep. Congo",
  "Republic of the Congo": "Congo",
  "Dominican Republic": "Dominican Rep.",
  "Equatorial Guinea": "Eq. Guinea",
  "Eswatini": "eSwatini",
  "Falkland Islands": "Falkland Is.",
  "Ivory Coast": "Côte d'Ivoire",
  "North Macedonia": "Macedonia",
  "Palestinian Territory": "Palestine",
  "Solomon Islands": "Solomon Is.",
  "South Sudan": "S. Sudan",
  "The Netherlands": "Netherlands",
  "United States": "United States of America",
  "Western Sahara": "W. Sahara",
};

let loading: Promise<FeatureCollection<Polygon | MultiPolygon, { name: string }>> | null = null;

export function countries(): Promise<FeatureCollection<Polygon | MultiPolygon, { name: string }>> {
  loading ??= fetch(shapes)
    .then((answer) => answer.json())
    .then((topology: Topology<{ countries: GeometryCollection<{ name: string }> }>) => {
      const found = feature(topology, topology.objects.countries) as FeatureCollection<Polygon | MultiPolygon, { name: string }>;
      found.features.forEach((each) => pieces(each).forEach((piece) => piece.forEach(unfold)));
      return found;
    });
  return loading;
}

function pieces(country: Country): Position[][][] {
  return country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
}

/** A shape across the date line goes on eastwards of it, instead of back around the whole world. */
function unfold(ring: Position[]): void {
  const lons = ring.map((at) => at[0]!);
  const polar = ring.some((at) => at[1]! < -85);
  if (polar || Math.max(...lons) - Math.min(...lons) < 180) return;
  for (const at of ring) if (at[0]! < 0) at[0]! += 360;
}

export function shapeName(place: string): string {
  return ALSO[place] ?? place;
}

/** The middle of a country's largest piece, to write its name or a mark at, and how large that is (square degrees). */
export function middle(country: Country): { area: number; at: [number, number] } {
  return pieces(country)
    .map(([ring]) => centroid(ring!))
    .reduce((best, each) => (each.area > best.area ? each : best));
}

function centroid(ring: Position[]): { area: number; at: [number, number] } {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let n = 0; n < ring.length - 1; n++) {
    const [x0, y0] = ring[n] as [number, number];
    const [x1, y1] = ring[n + 1] as [number, number];
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  const whole = area || 1;
  return { area: Math.abs(area), at: [x / (6 * whole), y / (6 * whole)] };
}
