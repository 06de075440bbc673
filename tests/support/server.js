// Serves the demo, the built package and pages that a test makes up, under the design's strict policy.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The policy of the design; `cargo xtask serve` sends it too, and a test compares both. */
export const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

const SERVED = ["index.html", "demo", "dist", "tests/node_modules"];

/**
 * Starts a server on a free port. `put(path, body, {csp, type, status})` adds a page of the test's own
 * and returns its address; `requests` lists every path that was asked for.
 */
export async function startServer() {
  const made = new Map();
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    requests.push(path);
    const answer = made.get(path) ?? (await file(path));
    response.writeHead(answer.status, {
      "Content-Type": answer.type,
      "Content-Security-Policy": answer.csp,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    });
    response.end(answer.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    requests,
    put(path, body, { csp = STRICT_CSP, type = TYPES[extname(path)] ?? TYPES[".html"], status = 200 } = {}) {
      made.set(path, { body, csp, type, status });
      return origin + path;
    },
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

async function file(path) {
  const inside = normalize(path === "/" ? "/index.html" : path).slice(1);
  const type = TYPES[extname(inside)] ?? "text/plain; charset=utf-8";
  try {
    if (!SERVED.some((served) => inside === served || inside.startsWith(`${served}/`))) throw new Error("not served");
    return { status: 200, type, csp: STRICT_CSP, body: await readFile(join(ROOT, inside)) };
  } catch {
    return { status: 404, type: "text/plain; charset=utf-8", csp: STRICT_CSP, body: "There is no such file.\n" };
  }
}
