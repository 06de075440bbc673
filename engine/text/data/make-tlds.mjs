// Makes tlds.txt: `node make-tlds.mjs ../../../../shared/data/twitter-text/tlds.yml [iana.txt] > tlds.txt`.
// The first file is twitter-text's (Apache-2.0), the second today's root zone, one domain a line.
// A domain that only twitter-text knows is marked `-`, one that only the root zone has `+`.
import { readFileSync } from "node:fs";

const [yml, zone] = process.argv.slice(2);
const known = new Set([...readFileSync(yml, "utf8").matchAll(/^ *- https:\/\/twitter\.(\S+)$/gm)].map((m) => m[1]));
const today = zone ? new Set(readFileSync(zone, "utf8").split("\n").filter(Boolean)) : known;
const bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const all = [...new Set([...known, ...today])].sort(bytes);
const mark = (name) => (today.has(name) ? (known.has(name) ? "" : "+") : "-");
process.stdout.write(all.map((name) => `${name}${mark(name)}\n`).join(""));
