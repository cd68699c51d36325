/** Builds loader.js and panel.js into the server's static folder; the same sources give the same bytes. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import * as esbuild from "esbuild";

const here = new URL(".", import.meta.url);
const out = new URL("../app/web/static/widget/", here);
const BARS = { "loader.js": 1500, "visit.js": 1500, "panel.js": 16000 };

const texts = (lang) => JSON.parse(readFileSync(new URL(`src/texts/${lang}.json`, here), "utf8"));

/** Every language has every text, and the same {places} in it. */
function checkTexts() {
  const [ja, en] = [texts("ja"), texts("en")];
  const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join();
  const wrong = [...new Set([...Object.keys(ja), ...Object.keys(en)])].filter(
    (key) => !ja[key] || !en[key] || places(ja[key]) !== places(en[key]),
  );
  if (wrong.length) throw new Error(`ja.json and en.json differ in: ${wrong.join(", ")}`);
}

const minifiedCss = {
  name: "minified-css",
  setup: (build) =>
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, "utf8"), { loader: "css", minify: true, charset: "utf8" });
      return { contents: code.trim(), loader: "text" };
    }),
};

async function bundle(entry, { banner = "", define = {} } = {}) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: new URL(".", here).pathname,
    entryPoints: [`src/${entry}`],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: ["chrome105", "firefox115", "safari16.4"],
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    banner: { js: banner },
    define,
    plugins: [minifiedCss],
  });
  return outputFiles[0].text;
}

async function write(name, code) {
  const size = brotliCompressSync(code).length;
  console.log(`${name}  ${Buffer.byteLength(code)} bytes, ${size} brotli (bar ${BARS[name]})`);
  if (size > BARS[name]) throw new Error(`${name} is over its bar`);
  await writeFile(new URL(name, out), code);
}

checkTexts();
await mkdir(out, { recursive: true });
const panel = await bundle("panel.tsx", { banner: "/*! Sokuo (Apache-2.0); contains Preact (MIT, Jason Miller) */" });
const visit = await bundle("visit.ts");
const build = createHash("sha256").update(panel).update(visit).digest("base64url").slice(0, 4);
await write("loader.js", await bundle("loader.ts", { define: { BUILD: JSON.stringify(build) } }));
await write("visit.js", visit);
await write("panel.js", panel);
