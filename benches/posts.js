// Posts to measure with: made from phrases of ours, always the same, no two alike. Touches nothing.

const ENGLISH = {
  openers: [
    "Our new {thing} is here, and it took {number} months of honest work.",
    "What would you change about your {thing} if you could change one part?",
    "We read {number} reviews this week, and the same wish came up again.",
    "Thank you to the {number} people who came to our {place} on {day}!",
    "Worth a read: how small firms plan a {thing} without a big budget.",
    "Last chance: {percent}% off every {thing} until {day} at noon.",
    "Behind the counter: Amira shows how a {thing} is mended by hand.",
    "Rain on {day}? Our {place} stays open, and the coffee stays hot ☕",
  ],
  middles: [
    "No tricks, no small print, and the old one can be brought back to the {place}.",
    "It isn't perfect yet, so tell us where it fails; we answer every message.",
    "The team at @{handle} tried it first and found {number} things to mend.",
    "It costs ${price}, it's made from wool and oak, and it lasts for years.",
    "Everyone we asked said the same: simple beats clever, nearly every time.",
    "There are {number} left in the {place}, first come, first served 🎉",
  ],
  closers: [
    "More at https://{site}.example.com/{word}/{number} #{tag}",
    "Which one would you pick? #{tag} #{tag2}",
    "See you on {day} 👋🏽 #{tag}",
    "Details: {site}.example.org/{word} via @{handle}",
  ],
  things: ["lamp", "rain jacket", "garden bench", "coffee grinder", "bicycle light", "winter menu", "weekend workshop", "notebook"],
  places: ["shop in Leeds", "workshop", "corner café", "market stall", "open day", "warehouse"],
  days: ["Monday", "Tuesday", "Thursday", "Friday", "Saturday", "1 December"],
  words: ["guide", "news", "story", "about", "spring", "repair"],
  tags: ["MadeByHand", "SlowDesign", "repaircafe", "ShopLocal", "WeekendPlans", "craft"],
};

const FRENCH = {
  openers: [
    "Notre nouvelle {thing} est arrivée, après {number} mois de travail.",
    "Que changeriez-vous à votre {thing}, si vous pouviez ne changer qu’une chose ?",
    "Nous avons lu {number} avis cette semaine : le même souhait revient souvent.",
    "Merci aux {number} personnes venues à {place} {day} !",
    "À lire : comment une petite maison prépare sa {thing} sans gros budget.",
    "Dernier jour : -{percent} % sur chaque {thing} jusqu’à {day} midi.",
    "Dans l’atelier : Amira montre comment on répare une {thing} à la main.",
    "De la pluie {day} ? On reste ouverts, et le café reste chaud ☕",
  ],
  middles: [
    "Pas de piège, pas de petites lignes, et l’ancienne se rapporte à {place}.",
    "Ce n’est pas encore parfait : dites-nous où ça coince, nous répondons à tous.",
    "L’équipe de @{handle} l’a essayée d’abord, et y a trouvé {number} défauts.",
    "Elle coûte {price} €, elle est en laine et en chêne, et elle dure des années.",
    "Tout le monde nous l’a dit : le simple vaut mieux que le malin, presque toujours.",
    "Il en reste {number} à {place}, premiers arrivés, premiers servis 🎉",
  ],
  closers: [
    "La suite : https://{site}.example.com/{word}/{number} #{tag}",
    "Laquelle choisiriez-vous ? #{tag} #{tag2}",
    "À {day} 👋🏽 #{tag}",
    "Détails : {site}.example.org/{word} par @{handle}",
  ],
  things: ["lampe", "veste de pluie", "table de jardin", "carte d’hiver", "lumière de vélo", "journée d’atelier", "affiche"],
  places: ["la boutique de Lyon", "l’atelier", "notre étal du marché", "la porte ouverte", "l’entrepôt"],
  days: ["lundi", "mardi", "jeudi", "vendredi", "samedi", "le 1er décembre"],
  words: ["guide", "actus", "recit", "apropos", "printemps", "reparation"],
  tags: ["FaitMain", "Artisanat", "réparation", "CommerceLocal", "IdéesDuWeekend", "atelier"],
};

/** Numbers that only depend on `seed`: a linear congruence, as good as needed to pick phrases. */
export function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** `count` distinct posts of about `length` UTF-16 code units, English and French in turn. */
export function posts(count, length = 294) {
  const next = numbers(20261124);
  const made = new Set();
  while (made.size < count) made.add(post(made.size % 2 ? FRENCH : ENGLISH, length, next));
  return [...made];
}

function post(language, length, next) {
  const parts = [sentence(language, "openers", next)];
  let size = parts[0].length;
  const closer = sentence(language, "closers", next);
  while (size + closer.length + 25 < length) {
    const part = sentence(language, next(4) ? "middles" : "openers", next);
    parts.push(part);
    size += part.length + 1;
  }
  return [...parts, closer].join(next(5) ? " " : "\n");
}

function sentence(language, kind, next) {
  const one = (list) => list[next(list.length)];
  const word = () => `${"bcdfglmnprst"[next(12)]}${"aeiou"[next(5)]}${"lmnrst"[next(6)]}${"aeiou"[next(5)]}`;
  const slots = {
    thing: () => one(language.things),
    place: () => one(language.places),
    day: () => one(language.days),
    word: () => one(language.words),
    tag: () => one(language.tags),
    tag2: () => `${one(language.tags)}${next(100)}`,
    number: () => 2 + next(900),
    percent: () => 5 + next(60),
    price: () => 9 + next(400),
    handle: () => word() + word(),
    site: () => word() + next(1000),
  };
  return one(language[kind]).replace(/\{(\w+)\}/g, (_, slot) => slots[slot]());
}

/** A house's policy of `rules` rules and `words` list entries, as big as the catalogue is meant to grow. */
export function catalogue(rules, words) {
  const next = numbers(118);
  const syllables = [..."bcdfghklmnprstvz"].flatMap((head) => ["a", "e", "i", "o", "u", "an", "en", "or"].map((tail) => head + tail));
  const entries = new Set();
  while (entries.size < words) entries.add(Array.from({ length: 3 + next(2) }, () => syllables[next(syllables.length)]).join(""));
  const list = [...entries];
  const names = Array.from({ length: 20 }, (_, at) => `list-${at}`);
  const share = Math.ceil(words / names.length);
  const said = { title: "“{match}” is on the list", why: "A rule to measure with.", advice: "Nothing to do." };
  const shapes = [
    (a, b, name) => `find ${a} {${name}}`,
    (a, b, name) => `find {${name}}\n  unless near 5 ${a}`,
    (a, b, name) => `find ${a} ...3 ${b}\n  with {${name}}`,
    (a, b, name) => `find (${a} | ${b}) <number>\n  unless in sentence {${name}}`,
    (a) => `find first ${a}*`,
    (a, b, name) => `find #{${name}}`,
  ];
  return {
    lists: Object.fromEntries(names.map((name, at) => [name, list.slice(at * share, (at + 1) * share)])),
    rules: Array.from({ length: rules }, (_, at) => ({
      id: `measured-${at}`,
      severity: "advise",
      patterns: shapes[at % shapes.length](list[next(words)], list[next(words)], names[at % names.length]),
      en: said,
      fr: said,
    })),
  };
}

/** Texts that make careless matchers slow: each is a piece to be repeated. */
export const HOSTILE = {
  hashes: "#", ats: "@a ", links: "http://a.", brackets: "((((", dots: "a.", "long word": "a", accents: "e\u0301\u0302",
  "zero width": "\u200d", families: "👩‍👩‍👧‍👦", flags: "🇫🇷", "lone surrogates": "\ud83d", lines: "\n", capitals: "AB ", digits: "4111 ", quotes: "“",
};
