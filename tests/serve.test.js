// `cargo xtask serve`: right types, the strict policy as a real header, and a sentence when the port is taken.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { test } from "node:test";
import { ROOT, STRICT_CSP } from "./support/server.js";
import { xtask } from "./support/cli.js";

/** A port of this machine that nobody uses now. */
const free = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

/** Starts it, waits for the address it prints, and ends it with the test. */
async function serve(t) {
  const port = await free();
  const child = spawn("cargo", ["xtask", "serve", "--no-reload", "--port", String(port)], { cwd: ROOT, detached: true });
  t.after(() => process.kill(-child.pid));
  let output = "";
  await new Promise((resolve, reject) => {
    const read = (bytes) => {
      output += bytes;
      if (output.includes(`http://127.0.0.1:${port}`)) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("close", (status) => reject(new Error(`ended with ${status}: ${output}`)));
  });
  return port;
}

test("the demo is served with the strict policy and with the types that browsers insist on", async (t) => {
  const port = await serve(t);
  const types = {
    "/": "text/html",
    "/demo/demo.css": "text/css",
    "/demo/dress.svg": "image/svg+xml",
    "/dist/draftlens.js": "text/javascript",
    "/dist/draftlens.wasm": "application/wasm",
  };
  for (const [path, type] of Object.entries(types)) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    await response.arrayBuffer();
    assert.equal(response.status, 200, path);
    assert.ok(response.headers.get("content-type").startsWith(type), path);
    assert.equal(response.headers.get("content-security-policy"), STRICT_CSP, path);
  }
  const outside = await fetch(`http://127.0.0.1:${port}/..%2fCargo.toml`);
  assert.equal(outside.status, 404);
  const taken = await xtask(["serve", "--no-reload", "--port", String(port)]);
  assert.equal(taken.status, 1);
  assert.match(taken.stderr, new RegExp(`[Pp]ort ${port} is taken`));
});
