// Ten posts that both previews are given. Data only.

const ADDRESS = "https://example.fr/repair";
const PAGE = { url: ADDRESS, title: "How we darn cashmere", description: "A thread thinner than the knit, a darning egg, and forty quiet minutes.", image: "/peers/wide.svg" };
const THANKS = "Thank you Lyon. 412 of you came to the repair workshop on Saturday, and 287 coats went home with their owners. The question we heard most: can cashmere be darned? It can, with a thread thinner than the knit.";
const picture = (name, alt) => ({ src: `/peers/${name}.svg`, alt });

export const POSTS = [
  { name: "a line", text: "We open at ten. Bring a coat." },
  { name: "link with a picture", text: `${THANKS} ${ADDRESS} #Repair #Lyon`, link: PAGE },
  { name: "short lines", text: "Three things we learned:\n\n1. Wash cold.\n\n2. Dry flat.\n\n3. Mend early.\n\nWhich one do you forget?" },
  { name: "one tall picture", text: "The sleeve, after forty minutes.", media: [picture("tall", "A mended sleeve")] },
  { name: "four pictures", text: "Before, during, after, and tea.", media: [picture("wide", "Before"), picture("tall", "During"), picture("square", "After"), picture("wide", "Tea")] },
  { name: "link without picture", text: `Our opening hours: ${ADDRESS}`, link: { ...PAGE, image: "" } },
  { name: "French, emoji, tags", text: "Merci à vous 👩‍👩‍👧‍👦 🇫🇷 ! Rendez-vous samedi à l’atelier : #RéparerC’estGagner #été2026 avec @ademe.", link: undefined },
  { name: "Arabic", text: "شكرا لكم يا ليون. جاء 412 منكم إلى ورشة الإصلاح يوم السبت https://example.fr/repair #إصلاح" },
  { name: "too long for X", text: `${THANKS} ${THANKS} ${ADDRESS}`, link: PAGE },
  { name: "picture and link", text: `The film of it: ${ADDRESS}`, media: [picture("wide", "The bench")], link: PAGE },
];

/** What both are told of the author. */
export const AUTHOR = { name: "Maison Marius", handle: "maisonmarius" };
export const DATE = "2026-11-27T09:30:00+01:00";

/** The networks that both show. */
export const NETWORKS = ["x", "linkedin", "facebook", "instagram", "threads", "bluesky", "mastodon", "tumblr", "nextdoor"];
