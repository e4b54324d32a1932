import { readdirSync, readFileSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

/** What comes with the built files, each with its licence, beside them. */
function licences(): Plugin {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf-8");
  return {
    name: "licences",
    generateBundle() {
      const names = ["svelte", ...Object.keys(JSON.parse(read("package.json")).dependencies)].sort();
      const told = names.map((name) => {
        const folder = `node_modules/${name}/`;
        const { version, license } = JSON.parse(read(`${folder}package.json`));
        const file = readdirSync(new URL(folder, import.meta.url)).find((each) => /^licen[cs]e/i.test(each));
        return `${name} ${version} (${license})\n\n${file ? read(folder + file).trim() : ""}\n`;
      });
      this.emitFile({ type: "asset", fileName: "licences.txt", source: told.join(`\n${"-".repeat(80)}\n\n`) });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), licences()],
  build: {
    outDir: "../src/rashomon/desk/static",
    emptyOutDir: true,
    // The content security policy lets no font and no script in from within a page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { "/api": { target: "http://127.0.0.1:8730" } } },
});
