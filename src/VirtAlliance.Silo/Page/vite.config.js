import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { defineConfig } from "vite";

// What the bundle was built from: a test compares it with the sources, so that a stale bundle is noticed without Node.
function sources() {
  const files = ["index.html", "package-lock.json", "tsconfig.json", "vite.config.js", ...readdirSync("src", { recursive: true, withFileTypes: true }).filter(f => f.isFile()).map(f => `${f.parentPath}/${f.name}`.replaceAll("\\", "/"))];
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

export default defineConfig({
  base: "./",
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsDir: ".",
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: { output: { entryFileNames: "page.js", chunkFileNames: "[name].js", assetFileNames: "page[extname]" } },
  },
  plugins: [{ name: "sources", closeBundle: () => writeFileSync("dist/sources.sha256", `${sources()}\n`) }],
});
