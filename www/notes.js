// What the element itself has to say, beside what the engine finds: English and French.

const EN = {
  waitsFor: (id) => `DraftLens waits for an element with the id “${id}”, which is not on the page yet.`,
  noFor: () => "DraftLens needs the id of an editor in its attribute “for”, or an element in its property “target”.",
  noEditor: (id) => `“${id}” is no textarea, text input or contenteditable, so there is nothing to check.`,
  missing: (attribute, id) => `${attribute}="${id}": there is no such element on the page yet.`,
  unknown: (attribute, value, known) => `${attribute}="${value}" is not known: write ${known}.`,
  wrongType: (property, wanted) => `The property “${property}” must be ${wanted}: it was ignored.`,
  policyStatus: (url, status) => `The policy ${url} could not be loaded: the server answered ${status}. Nothing is called ready without it.`,
  policyFailed: (url, why) => `The policy ${url} could not be loaded: ${why}. Nothing is called ready without it.`,
  csp: () => "This page’s Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src: script-src 'self' 'wasm-unsafe-eval'. Your editor works as before; nothing is checked.",
  load: (why) => `DraftLens could not be loaded: ${why}. Your editor works as before; nothing is checked. Reload the page to try again.`,
  fault: () => "DraftLens met a fault and stopped. Your editor and your text are untouched; nothing is checked. Reload the page to try again, and tell us the draft’s kind if it happens again.",
};

const FR = {
  waitsFor: (id) => `DraftLens attend un élément d’id « ${id} », qui n’est pas encore dans la page.`,
  noFor: () => "DraftLens a besoin de l’id d’un éditeur dans son attribut « for », ou d’un élément dans sa propriété « target ».",
  noEditor: (id) => `« ${id} » n’est ni un textarea, ni un champ de texte, ni un contenteditable : il n’y a rien à vérifier.`,
  missing: (attribute, id) => `${attribute}="${id}" : cet élément n’est pas encore dans la page.`,
  unknown: (attribute, value, known) => `${attribute}="${value}" est inconnu : écrivez ${known}.`,
  wrongType: (property, wanted) => `La propriété « ${property} » a été ignorée : il faut ${wanted}.`,
  policyStatus: (url, status) => `Les règles de la maison (${url}) n’ont pas pu être chargées : le serveur a répondu ${status}. Rien n’est dit prêt sans elles.`,
  policyFailed: (url, why) => `Les règles de la maison (${url}) n’ont pas pu être chargées : ${why}. Rien n’est dit prêt sans elles.`,
  csp: () => "La Content-Security-Policy de cette page interdit WebAssembly. Ajoutez 'wasm-unsafe-eval' à script-src : script-src 'self' 'wasm-unsafe-eval'. Votre éditeur marche comme avant ; rien n’est vérifié.",
  load: (why) => `DraftLens n’a pas pu être chargé : ${why}. Votre éditeur marche comme avant ; rien n’est vérifié. Rechargez la page pour réessayer.`,
  fault: () => "DraftLens a rencontré une panne et s’est arrêté. Votre éditeur et votre texte sont intacts ; rien n’est vérifié. Rechargez la page pour réessayer.",
};

/** The sentences of a language; English where there are none. */
export const notesIn = (lang) => (/^fr\b/i.test(lang) ? FR : EN);
