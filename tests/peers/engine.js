// The engine of `dist/`, as the peers are compared with it.

import { join } from "node:path";
import { ROOT } from "../support/server.js";

const { createChecker } = await import(join(ROOT, "dist/check.js"));
const checker = await createChecker({ lang: "en" });

/** What the engine says of each text for some networks, in their order. */
export const rows = (texts, networks) => texts.map((text) => checker.check({ text, networks }).networks);
