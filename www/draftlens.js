// The package's door: defines <draft-lens>. Importing it twice is harmless.

import { DraftLens } from "./element.js";

if (!customElements.get("draft-lens")) customElements.define("draft-lens", DraftLens);

export { DraftLens };
