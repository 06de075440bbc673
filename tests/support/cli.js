// Runs `cargo xtask …` in the repository and gives what it wrote.

import { spawn } from "node:child_process";
import { ROOT } from "./server.js";

/** Runs to the end with `input` on standard input; gives exit status and both outputs as text. */
export function xtask(args, input = "") {
  return new Promise((resolve, reject) => {
    const child = spawn("cargo", ["xtask", ...args], { cwd: ROOT });
    const out = { stdout: [], stderr: [] };
    for (const name of ["stdout", "stderr"]) child[name].on("data", (bytes) => out[name].push(bytes));
    child.on("error", reject);
    child.on("close", (status) => resolve({
      status,
      stdout: Buffer.concat(out.stdout).toString(),
      stderr: Buffer.concat(out.stderr).toString(),
    }));
    // A command that refuses its arguments ends before it reads.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
