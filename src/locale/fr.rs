//! French, as somebody writes it who thinks in French.

use super::Words;

/// The widget's words in French.
pub static WORDS: Words = Words {
    code: "fr",
    panel: "DraftLens : relecture du post",
    stop: "À ne pas publier · ",
    review: "À revoir · ",
    advise: "Conseil · ",
    nothing: "Rien à signaler",
    ready_but: |count| {
        if count == 1 { "Prêt, avec un conseil".into() } else { several("Prêt, avec ", count, " conseils") }
    },
    pending: "Pas encore validé",
    pending_why: "Les règles de votre maison ne sont pas chargées : personne ne peut dire que c’est prêt.",
    source: "Source",
    rewrite: "Reformuler",
    shorten: "Raccourcir",
    make_thread: "En faire un fil",
    own_version: |network| ["Version pour ", network].concat(),
    own_text: |network| [network, " a son propre texte"].concat(),
    common_text: "Revenir au texte commun",
    cuts_enough: |count| {
        if count == 1 {
            "Faire la première : ça tient".into()
        } else {
            several("Faire les ", count, " premières : ça tient")
        }
    },
    cuts_not_enough: "Toutes ensemble ne suffisent pas : coupez aussi ailleurs, ou faites-en un fil.",
    cut_all: "Les faire toutes",
    write_it: "L’écrire",
    looked_up: "J’ai vérifié…",
    dismiss: "Écarter…",
    dismiss_why: "Pourquoi est-ce acceptable ici ?",
    reasons: ["Vu avec un collègue", "C’est voulu ainsi", "Cela ne nous concerne pas"],
    scopes: ["dans ce brouillon", "jusqu’à la prochaine retouche", "toujours, chez nous"],
    only_may: |roles| ["Seules ces personnes peuvent l’écarter : ", roles, "."].concat(),
    nobody_may: "La maison ne laisse personne l’écarter.",
    second_person: "Une deuxième personne doit être d’accord.",
    dismiss_now: "Écarter",
    answer_now: "Garder cette réponse",
    cancel: "Annuler",
    networks: "Réseaux",
    fits: "ça tient",
    folds: "suite",
    left: |number| ["reste ", number].concat(),
    over: |number| [number, " de trop"].concat(),
    about: "environ ",
    preview: |network| ["Aperçu sur ", network].concat(),
    more: "plus",
    less: "moins",
    approximate: |network, what| ["Non documenté par ", network, ", donc approximatif : ", what, "."].concat(),
    roughly: ["la place du « plus »", "le cadrage des images", "l’aspect de la carte", "les liens abrégés"],
    lacks: |network, what| {
        ["À notre connaissance, ", network, " n’affiche pas ", what, " : l’aperçu s’en passe."].concat()
    },
    lacking: ["de sondage", "de post cité", "d’avertissement", "de carte pour un lien"],
    too_many_pictures: |network, most, rest| {
        [network, " ne prend que ", &most.to_string(), " de ces visuels : ", &rest.to_string(), " de trop."].concat()
    },
    handle_spaces: |handle| ["Un identifiant n’a pas d’espace, celui-ci en a : « ", handle, " »."].concat(),
    no_address: |url| ["« ", url, " » n’est pas une adresse web : pas de carte."].concat(),
    card_no_title: "La carte n’a pas encore de titre : le nom du site en tient lieu.",
    poll_too_short: "Un sondage demande au moins deux réponses.",
    sensitive: "Contenu sensible",
    replies_to: |who| ["En réponse à ", who].concat(),
    phone: "Largeur téléphone",
    desk: "Largeur ordinateur",
    compare: "Ce qui change, et où",
    change_columns: ["Réseau", "Visible avant « plus »", "Coupé", "Non cliquable"],
    all_seen: "tout",
    seen_until: |text| ["jusqu’à « ", text, " »"].concat(),
    nothing_cut: "rien",
    cut_from: |number, text| [number, ", dès « ", text, " »"].concat(),
    elsewhere: "Le lien ailleurs",
    search_result: "Dans les résultats de Google",
    search_note: "Google choisit parfois d’autres mots que ceux de la page.",
    no_page_description: "La page n’a pas de description : Google y prendra une phrase.",
    card_alone: "En carte, dans une messagerie",
    too_long_to_show: |number| ["… et ", number, " caractères de plus, qui ne sont pas dessinés."].concat(),
    your_name: "Votre nom",
    no_description: "Sans description",
    picture: "Votre visuel",
    pictures: "Les images, l’une après l’autre",
    video: "Votre vidéo",
    broken_picture: "Cette image ne se charge pas",
    card_unknown: |network, host| {
        [network, " ira chercher lui-même la vignette de ", host, " : inconnue ici."].concat()
    },
    from: |host| ["Sur ", host].concat(),
    actions: ["J’aime", "Commenter", "Republier", "Envoyer", "Partager"],
    kind: "Nature du post",
    kind_perhaps: "Nature du post, peut-être",
    categories: ["Promotion", "Relais", "Conversation"],
    percent: "\u{a0}%",
    why: "Pourquoi\u{a0}?",
    why_hide: "Masquer",
    not_right: "Ce n’est pas ça\u{a0}?",
    which_kind: "Alors, qu’est-ce que c’est\u{a0}?",
    you_say: |category| ["Selon vous : ", category].concat(),
    no_evidence: "Aucun mot à lui seul n’a décidé.",
    toward: |category, hint| ["Pour « ", category, " » : ", hint, "."].concat(),
    hints: [
        "mettez le lien d’une page de chez vous",
        "dites ce que vous proposez, et l’étape suivante",
        "nommez la source, ou mettez son lien",
        "parlez moins de vous",
        "posez une question à vos lecteurs",
        "retirez le lien et attendez les réponses",
        "adressez-vous à vos lecteurs : vous, tu",
    ],
    then: "À voir ensuite",
    next_key: "Alt+F8 : suivant",
    next: "Suivant",
    suggestions: |count| if count == 1 { "1 conseil".into() } else { several("", count, " conseils") },
    show: "Voir",
    hide: "Masquer",
    not_checked: "Non vérifié : ",
    need: |need| match need {
        "media" => "visuel",
        "trending" => "tendances du moment",
        "schedule" => "date",
        "plan" => "calendrier",
        "brand" => "nom de la marque",
        "now" => "heure",
        "forbidden" | "spellings" | "competitors" | "required" | "messages" | "authors" | "goal" | "domains" => {
            "règles de la maison"
        }
        "author" => "auteur",
        "paid" => "contenu payé ou non",
        "ai" => "produit par IA ou non",
        other => other,
    },
    hear: "Écouter",
    heard: "Un lecteur d’écran dit :",
    settled: |count| {
        if count == 1 {
            "1 remarque réglée par vous".into()
        } else {
            several("", count, " remarques réglées par vous")
        }
    },
    reopen: "Rouvrir",
    problems: "Un réglage est à corriger",
    place: |line, column| ["ligne ", &line.to_string(), ", colonne ", &column.to_string()].concat(),
    sends_nothing: "DraftLens vérifie ici et n’envoie rien.",
    rules_of: |date| ["Règles du ", date].concat(),
    help: "Raccourcis et confidentialité",
    keys: [
        ("Alt+F8", "remarque suivante"),
        ("Alt+Maj+F8", "remarque précédente"),
        ("Entrée", "l’ouvrir"),
        ("Alt+Entrée", "appliquer la correction"),
        ("Échap", "retour au texte"),
    ],
    privacy: "Tout se vérifie dans cette page. Votre CMS garde votre texte et vos réponses.",
    empty: "Rien d’écrit pour l’instant. Vous pourriez commencer par",
    starters: [
        ("remercier quelqu’un par son nom", "Merci à "),
        ("une lecture qui vaut le détour, et pourquoi", "À lire, parce que "),
        ("une question dont la réponse vous intéresse", "Une question pour vous\u{a0}: "),
    ],
    publishing_waits: "La publication attend ce point.",
    publish_anyway: "Publier quand même, avec une raison",
    publish_why: "Pourquoi le publier tel quel\u{a0}?",
    publish_keep: "Garder cette raison",
    publish_open: "Vous pouvez publier. Votre raison est gardée avec le post.",
    not_taken: "L’éditeur n’a pas pris cette correction, et votre texte n’a pas changé.",
    copy: "Copier le texte corrigé",
    close: "Fermer",
    months: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    weekdays: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
    group: '\u{202f}',
    announce: Words::told,
    also: |count| {
        if count == 1 { "Un autre point à voir.".into() } else { several("", count, " autres points à voir.") }
    },
};

fn several(before: &str, count: usize, after: &str) -> String {
    [before, &count.to_string(), after].concat()
}
