// What a person sees of the widget: the one place that knows its parts and words.

import { drawn } from "./page.js";

/** The Aurora tweet, which all of this began with. */
export const AURORA = "#Aurora is trending, clearly about our Kim K-inspired #Aurora dress ;-)";

/** The widget's panel as locators. */
export function panel(page, widget = "draft-lens") {
  const lens = page.locator(widget);
  return {
    lens,
    verdict: lens.locator("[part~=verdict]"),
    networks: lens.locator("[part~=network]"),
    network: (name) => lens.locator("[part~=network]", { hasText: name }),
    text: lens.locator("[part~=text]"),
    flags: lens.locator("[part~=flag]"),
    button: (name) => lens.getByRole("button", { name }),
  };
}

/** Unfolds the suggestions, which stand in one line until somebody asks. */
export async function unfold(page) {
  await drawn(page);
  const fold = panel(page).lens.locator("button[aria-expanded=false]", { hasText: /Show|Afficher|Voir/ });
  if (await fold.count() > 0) await fold.first().click();
}
