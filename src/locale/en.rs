//! English.

use super::Words;

/// The widget's words in English.
pub static WORDS: Words = Words {
    code: "en",
    panel: "DraftLens: check of the post",
    stop: "Stop: ",
    review: "Look again: ",
    advise: "Better: ",
    nothing: "Nothing found",
    ready_but: |count| {
        if count == 1 { "Ready, with one suggestion".into() } else { several("Ready, with ", count, " suggestions") }
    },
    pending: "Not cleared yet",
    pending_why: "Your house’s policy is not in, so nobody can say that this is ready.",
    source: "Source",
    rewrite: "Rewrite",
    write_it: "Write it",
    looked_up: "I looked it up…",
    dismiss: "Dismiss…",
    dismiss_why: "Why is this all right here?",
    reasons: ["Checked with a colleague", "Meant as it stands", "Does not apply to us"],
    dismiss_now: "Dismiss",
    answer_now: "Keep this answer",
    cancel: "Cancel",
    networks: "Networks",
    fits: "fits",
    folds: "more",
    left: |number| [number, " left"].concat(),
    over: |number| [number, " too many"].concat(),
    about: "about ",
    preview: |network| ["How it looks on ", network].concat(),
    more: "more",
    less: "less",
    fold_approximate: |network| {
        ["Where ", network, " folds is not documented: shown is the earliest figure seen."].concat()
    },
    too_long_to_show: |number| ["… and ", number, " more characters, which are not drawn."].concat(),
    your_name: "Your name",
    no_description: "No description",
    picture: "Your picture",
    card_unknown: |network, host| [network, " fetches a card from ", host, " by itself: not known here."].concat(),
    from: |host| ["From ", host].concat(),
    actions: ["Like", "Comment", "Repost", "Send"],
    kind: "Kind of post",
    kind_perhaps: "Kind of post, perhaps",
    categories: ["Promotional", "Curated", "Engagement"],
    percent: "%",
    why: "Why?",
    why_hide: "Hide why",
    not_right: "Not right?",
    which_kind: "What is it, then?",
    you_say: |category| ["You say: ", category].concat(),
    no_evidence: "No single word decided it.",
    then: "Then look at",
    next_key: "Alt+F8 next",
    next: "Next",
    suggestions: |count| if count == 1 { "1 suggestion".into() } else { several("", count, " suggestions") },
    show: "Show",
    hide: "Hide",
    not_checked: "Not checked: ",
    need: |need| match need {
        "media" => "picture",
        "trending" => "what trends now",
        "schedule" => "date",
        "plan" => "calendar",
        "brand" => "brand name",
        other => other,
    },
    settled: |count| {
        if count == 1 { "1 finding settled by you".into() } else { several("", count, " findings settled by you") }
    },
    reopen: "Bring back",
    problems: "Something is wrong with the settings",
    place: |line, column| ["line ", &line.to_string(), ", column ", &column.to_string()].concat(),
    sends_nothing: "DraftLens checks here and sends nothing.",
    rules_of: |date| ["Rules of ", date].concat(),
    help: "Keys and privacy",
    keys: [
        ("Alt+F8", "next finding"),
        ("Alt+Shift+F8", "finding before"),
        ("Enter", "open it"),
        ("Alt+Enter", "apply its fix"),
        ("Esc", "back to the text"),
    ],
    privacy: "Everything is checked in this page. Your CMS keeps your text and answers.",
    empty: "Nothing written yet. You might begin with",
    starters: [
        ("thanking somebody by name", "Thank you "),
        ("something worth reading, and why", "Worth reading, because "),
        ("one question you want answered", "One question for you: "),
    ],
    publishing_waits: "Publishing waits for this.",
    publish_anyway: "Publish anyway with a reason",
    publish_why: "Why does it go out as it is?",
    publish_keep: "Keep this reason",
    publish_open: "You may publish now. Your reason is kept with the post.",
    not_taken: "The editor did not take this edit, and your text is unchanged.",
    copy: "Copy the mended text",
    close: "Close",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    group: ',',
    announce: Words::told,
    also: |count| {
        if count == 1 { "One more thing to look at.".into() } else { several("", count, " more things to look at.") }
    },
};

fn several(before: &str, count: usize, after: &str) -> String {
    [before, &count.to_string(), after].concat()
}
