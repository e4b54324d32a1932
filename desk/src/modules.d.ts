declare module "maplibre-gl/dist/maplibre-gl-csp.js" {
  import gl from "maplibre-gl";
  export default gl;
}
