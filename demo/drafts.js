// The drafts to try: text and what a CMS knows beside it. Data only.

/** What each draft is there to show, as the list names it, in the page's two languages. */
export const KINDS = {
  tragedy: { en: "a tag nobody looked up", fr: "un mot-dièse que personne n’a vérifié" },
  engagement: { en: "engagement", fr: "conversation" },
  curated: { en: "curated", fr: "relais" },
  placeholder: { en: "leftover field", fr: "champ oublié" },
  claim: { en: "French, a claim to prove", fr: "une promesse à prouver" },
  long: { en: "French, too long for X", fr: "trop long pour X" },
  residue: { en: "a machine’s answer left in", fr: "la réponse d’une machine, telle quelle" },
  shouting: { en: "shouting", fr: "en capitales" },
  http: { en: "a link without https", fr: "un lien sans https" },
  email: { en: "French, somebody’s address", fr: "l’adresse de quelqu’un" },
  camel: { en: "a tag that is hard to read aloud", fr: "un mot-dièse illisible à voix haute" },
  bait: { en: "French, begging for likes", fr: "appel aux mentions « J’aime »" },
  clean: { en: "nothing to find", fr: "rien à signaler" },
  cleanFr: { en: "French, nothing to find", fr: "rien à signaler" },
};

/** A draft: `kind` names it in the list, `picture` and `alt` are what the media library holds. */
export const DRAFTS = [
  {
    kind: "tragedy",
    title: "Friday: the Aurora dress",
    text: "#Aurora is trending, clearly about our Kim K-inspired #Aurora dress ;-)",
    networks: ["x", "linkedin", "bluesky"],
    picture: "demo/dress.svg",
    alt: "",
  },
  {
    kind: "engagement",
    title: "Repair workshop, the day after",
    text: "Thank you Lyon! 412 of you came on Saturday, and 287 coats went home with their owners. The question we heard most: can cashmere be darned? It can, with a thread thinner than the knit. What should we teach next month?",
    networks: ["x", "linkedin", "bluesky"],
    picture: "demo/workshop.svg",
    alt: "A needle with cream thread beside two buttons",
  },
  {
    kind: "curated",
    title: "Worth passing on",
    text: "According to ADEME, a jumper worn twice as long is a jumper that need not be made. How to choose, wash and mend it, in their guide: https://www.ademe.fr/ (via @ademe)",
    networks: ["x", "linkedin", "mastodon"],
  },
  {
    kind: "placeholder",
    title: "Competition, the winner",
    text: "Just heard about {{first_name}} winning our autumn scarf. Congratulations, see you in the shop on [DATE]!",
    networks: ["x", "bluesky"],
  },
  {
    kind: "claim",
    title: "Nouvelle collection",
    text: "Neutre en carbone, notre nouvelle collection arrive vendredi en boutique. https://example.com/collection #MaisonMarius",
    networks: ["x", "linkedin"],
    picture: "demo/dress.svg",
    alt: "Robe rose pâle sur un cintre",
  },
  {
    kind: "long",
    title: "Atelier de réparation, le bilan",
    text: "Merci, Lyon ! Vous étiez 412 samedi à l’atelier de réparation, et 287 manteaux sont repartis avec leur propriétaire plutôt qu’à la benne. La question qui revenait le plus : peut-on repriser du cachemire ? Oui, avec un fil plus fin que la maille. Qu’aimeriez-vous apprendre le mois prochain ?",
    networks: ["x", "linkedin", "bluesky", "mastodon"],
  },
  {
    kind: "residue",
    title: "Winter coats, first try",
    text: "Certainly! Here is a catchy LinkedIn post about your winter coats:\n\nWinter is coming to Lyon, and so are our new coats. As an AI language model, I cannot feel the cold, but your customers can.",
    networks: ["linkedin"],
  },
  {
    kind: "shouting",
    title: "End of season",
    text: "LAST CHANCE THIS WEEKEND, EVERYTHING MUST GO IN OUR LYON SHOP. Until Sunday, 6 pm.",
    networks: ["x", "bluesky"],
  },
  {
    kind: "http",
    title: "Repair calendar",
    text: "Our repair calendar for the winter is out: http://example.com/repair",
    networks: ["x", "linkedin", "mastodon"],
  },
  {
    kind: "email",
    title: "Retouches de décembre",
    text: "Pour réserver votre retouche de décembre, écrivez à claire.martin@example.com avant jeudi soir.",
    networks: ["x", "linkedin"],
  },
  {
    kind: "camel",
    title: "A tag for spring",
    text: "From March, our customers show what they mended: follow #mendedinlyonthisspring and send us yours.",
    networks: ["x", "bluesky", "mastodon"],
  },
  {
    kind: "bait",
    title: "La laine",
    text: "Likez et partagez si vous aimez la laine, et taguez trois amies !",
    networks: ["x", "linkedin"],
  },
  {
    kind: "clean",
    title: "Saturday at the workshop",
    text: "Our Lyon workshop opens at ten on Saturday. Bring a coat with a missing button, leave with a coat that closes. https://example.com/repair #MaisonMarius",
    networks: ["x", "linkedin", "bluesky"],
    picture: "demo/workshop.svg",
    alt: "A needle with cream thread beside two buttons",
  },
  {
    kind: "cleanFr",
    title: "Samedi à l’atelier",
    text: "Samedi dès 10 h, l’atelier de Lyon recoud vos boutons pendant que vous choisissez le fil. https://example.com/atelier #MaisonMarius",
    networks: ["x", "linkedin", "bluesky"],
    picture: "demo/workshop.svg",
    alt: "Une aiguille et son fil crème, près de deux boutons",
  },
];
