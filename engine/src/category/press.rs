//! Whose trade it is to report: newsrooms, magazines and institutions that tell of the world, by name.
//! Touches nothing but names.

use draftlens_text::words;

/// Newsrooms by the letters and digits of their names: sorted.
const NAMES: &str = "\
    01net 20minutes 20minutesfrance 24heures 24heuresca 60millionsdeconsommateurs 7sur7 985fm abc abcnews \
    abidjannet acadienouvelle actu ademe africanews agoravox ajenglish aljazeera allafrica allocine \
    alternativeseconomiques anses apnews arstechnica arte atlantic attn aufeminin autocar axios bbc bfm \
    bfmbusiness bfmtv blast bleacherreport bleacherreportfootball bloomberg boingboing bondyblog bostonglobe \
    breitbart brut brutofficiel burkina24 businessinsider bustle buzzfeed canalplus causette cbc cbs cbsnews \
    cbsthismorning cdc cdcgov challenges charliehebdo chatelaine cheddar cineserie closer clubic cnbc \
    cnes cnet cnews cnn cnrs complex consumerreports cosmo cosmopolitan coupdepouce courrierdelouest \
    courrierinternational croix csmonitor ctv ctvnews curbed dailybeast dailymail dailymirror dailyshow \
    dakaractu deadline deadspin dernieresnouvelles detroitnews dhnet digg digiday dna doctissimo dw eater ecdc \
    echos economist edutopia elle elledecoration enbeauce endpoints engadget entrepreneur equipe esa \
    esidwaya espn esquire estrepublicain euronews europe1 eurosport eveningstandard everydayhealth expansion \
    express fao fasonet fasopresse fastcompany femmeactuelle figaro figaromadame financialtimes forbes \
    foreignpolicy fortune fox foxnews foxsports france2 france24 france3 france5 francebleu franceculture \
    franceinfo franceinter francesoir francetelevisions francetv francetvinfo frandroid futurasciences gala \
    gamespot geo gizmodo globalcitizen globalnews globeandmail goodmorningamerica gq grazia grist grunge \
    guardian gulfnews harpersbazaar harvardbusinessreview hbr healthline hindu hindustantimes hollywoodpq \
    hollywoodreporter huffingtonpost huffpost huffpostqc huffpostquebec hugodecrypte humanite hypebeast ici \
    icimontreal ign igndotcom inc independent indiewire infopresse inquirer insee inserm inverse irishexaminer \
    irishindependent irishtimes itv itvnews jdd jdn jeuneafrique jeuxvideo jezebel journaldugeek journaldunet \
    journalmetro koaci konbini kotaku lachainemeteo lacroix ladbible ladepeche laliberte lalibre lamontagne \
    lanouvelle lanouvellenet lapresse laprovence larecherche latenight latimes latribune lavenir lavoixdelest \
    lavoixdunord ledauphine ledevoir ledroit ledroitnumerique lefaso lefasonet lefigaro lehuffpost lejdd \
    lematin lemonde lemondefr lenouvelliste leparisien lepoint leprogres lequipe lequotidien lereflet \
    lerefletdulac lesacdechips lesaffaires lesechos lesinrocks lesnumeriques lesoir lesoleil letelegramme \
    letemps levoixdelest lexpress libe liberation lifehacker livescience lobs lobservateurpaalga lonelyplanet \
    loopsider madmoizelle majmonactu marianne marieclaire mariefrance mashable mediapart medpagetoday medscape \
    melty menshealth meteofrance meteomedia metoffice metro metrouk miamiherald mic midilibre minutebuzz \
    mirror monde montagne motherboard motherjones motorsport msn msnbc mtlblog narcity narcityquebec nasa \
    natgeo nationalgeographic nationalpost nature nbc nbcnews ndtv newscientist newsweek newyorker newyorkmag \
    nhs nicematin nightly noaa noovo noovoinfo nouvelobs nowthis npr numerama nws nymag nypost nyt nytimes \
    objectifgard observer onion ouestfrance ozy parismatch pasteur pbs pbsnewshour pelerin people \
    philosophiemagazine phosphore pitchfork politico polygon popsci popsugar popularmechanics popularscience \
    positivr presseocean prevention programmetv propublica protegezvous psychologies psychologytoday quartz \
    quebecscience quechoisir qz radiocanada rci rcinfo rdi rds rdsca refinery29 reflet \
    reporterre reuters rfi rmc rmcsport rollingstone rtbf rte rtenews rtl rtlinfo rts rtsinfo rue89 \
    runnersworld salon sandiegouniontribune scienceetvie sciencemag sciencesetavenir scientificamerican scmp \
    scotsman seneplus seneweb sheknows sidwaya skynews skysports slate smithsonian smithsonianmag sofoot \
    sofootcom soleil space sportbuzz sportscenter sportsillustrated stat statnews stylist sudinfo sudouest \
    sudpresse sun sundaytimes swissinfo tabloid tasteofhome techcrunch techradar telegramme telegraph \
    teleloisirs telequebec telerama telestar terrafemina terredecheznous tf1 tf1info theatlantic \
    theconversation thedailyshow theguardian thehill theonion theringer theverge thrillist time timeout \
    timesofindia tmz today todayshow tonightshow torontostar toutelatele townandcountry travelandleisure tsa \
    tv5monde tva tvanouvelles tvarts tvasports unesco upworthy urbania usatoday usbeketrica usgs usinenouvelle \
    usnews valeursactuelles vanityfair variety verge vice vogue voici vox vsd wakatsera wallstreetjournal wapo \
    washingtonpost watson weatherchannel webmd wedemain who wired womenshealth wsj yahoo yahoonews zdnet";

/// What newsrooms put behind their name: a subject, a place, a medium.
const SUBJECTS: &[&str] = &[
    "actu",
    "africa",
    "afrique",
    "arts",
    "australia",
    "bsl",
    "business",
    "ca",
    "canada",
    "com",
    "culture",
    "digital",
    "economie",
    "entertainment",
    "estrie",
    "europe",
    "fm",
    "food",
    "fr",
    "france",
    "health",
    "india",
    "info",
    "international",
    "life",
    "live",
    "mag",
    "magazine",
    "media",
    "money",
    "montreal",
    "music",
    "net",
    "news",
    "nouvelles",
    "numerique",
    "official",
    "officiel",
    "opinion",
    "org",
    "ottgat",
    "paris",
    "planet",
    "podcast",
    "politics",
    "politique",
    "qc",
    "quebec",
    "radio",
    "sante",
    "science",
    "sport",
    "sports",
    "style",
    "tech",
    "travel",
    "uk",
    "us",
    "usa",
    "web",
    "world",
];

/// Parts of names that only newsrooms have, wherever they stand in a name of several words.
const PARTS: &str = "\
    actu actualite actualites broadcaster broadcasting chronicle citoyen courrier echo echos examiner fm frontiere gazette globe \
    hebdo herald info journal journalism ledger magazine matin media medias news newspaper nouvelles nouvelliste observateur \
    post presse quotidien radio reporter temps times tribune voix weekly";

/// Endings of a name of one word that only newsrooms have.
const ENDINGS: &[&str] = &[
    "actu",
    "broadcasting",
    "chronicle",
    "dispatch",
    "fm",
    "gazette",
    "hebdo",
    "herald",
    "info",
    "inquirer",
    "journal",
    "mag",
    "magazine",
    "media",
    "meteo",
    "news",
    "newspaper",
    "nouvelles",
    "post",
    "presse",
    "radio",
    "telegraph",
    "times",
    "tribune",
    "weekly",
];

/// Whether a folded name is one of a newsroom.
pub(crate) fn is_newsroom(name: &str) -> bool {
    let mut parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).peekable();
    let mut squashed = String::with_capacity(name.len());
    let (mut count, mut has_part) = (0, false);
    while let Some(part) = parts.next() {
        squashed.push_str(part);
        count += 1;
        has_part |= words::holds(PARTS, part) || (count == 1 && parts.peek().is_some() && is_strong(part));
    }
    // A firm's `…_news` is its press office.
    let is_office = name.ends_with("_news") && !is_named(squashed.strip_suffix("news").unwrap_or(""));
    (has_part && count > 1 && !is_office)
        || !is_office && ENDINGS.iter().any(|e| squashed.len() > e.len() + 1 && squashed.ends_with(e))
        || is_named(&squashed)
}

/// Hosts by which newsrooms shorten their own links.
const SHORTENED: &str = "\
    abcn.ws apne.ws bbc.in bloom.bg cbsn.ws cnb.cx cnn.it econ.st ind.pn mirr.im n.pr nbcnews.to ndtv.co nyti.ms \
    reut.rs tcrn.ch ti.me trib.al usat.ly wapo.st";

/// Whether a host is one of those who report: a newsroom, a university, an authority.
pub(crate) fn is_reporting_host(host: &str) -> bool {
    let host = host.strip_prefix("www.").unwrap_or(host);
    let mut parts = host.rsplit('.');
    let (Some(top), Some(second)) = (parts.next(), parts.next()) else { return false };
    let is_double = matches!(second, "ac" | "co" | "com" | "gov" | "gouv" | "org") && top.len() == 2;
    let name = if is_double { parts.next().unwrap_or("") } else { second };
    matches!(top, "edu" | "gov" | "int")
        || is_double && matches!(second, "ac" | "gov" | "gouv")
        || top == "fr" && second == "gouv"
        || words::holds(SHORTENED, host)
        || name.len() > 2 && (is_newsroom(name) || matches!(name, "wikipedia" | "europa"))
}

/// A name of a newsroom that no other house begins with.
fn is_strong(part: &str) -> bool {
    matches!(
        part,
        "abc"
            | "bbc"
            | "bfm"
            | "bfmtv"
            | "cbc"
            | "cnn"
            | "ctv"
            | "ici"
            | "nbc"
            | "npr"
            | "radio"
            | "rdi"
            | "rds"
            | "rmc"
            | "rtl"
            | "tf1"
            | "tva"
            | "rfi"
            | "rtbf"
            | "rts"
            | "vice"
            | "huffpost"
    )
}

/// The whole name, or what is left of it without an article and a subject.
fn is_named(squashed: &str) -> bool {
    let mut rest = squashed;
    for _ in 0..3 {
        let bare = ["the", "les", "le", "la", "l"].iter().find_map(|article| rest.strip_prefix(article));
        if words::holds(NAMES, rest) || bare.is_some_and(|bare| bare.len() > 3 && words::holds(NAMES, bare)) {
            return true;
        }
        let Some(shorter) = SUBJECTS.iter().find_map(|s| rest.strip_suffix(s)).filter(|s| s.len() > 1) else {
            return false;
        };
        rest = shorter;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use draftlens_text::fold::fold;

    fn is(name: &str) -> bool {
        is_newsroom(&fold(name))
    }

    #[test]
    fn newsrooms_are_told_from_brands_by_name() {
        for name in [
            "theguardian",
            "Le Monde",
            "CNN",
            "cnnhealth",
            "radio.canada.info",
            "TVA Sports",
            "The New York Times",
            "L'Équipe",
            "20 Minutes",
            "Ouest-France",
            "huffpostpolitics",
            "Journal Le Manic",
            "espn",
            "lesechos",
            "La Voix du Nord",
        ] {
            assert!(is(name), "{name}");
        }
        for name in [
            "Adidas",
            "equipedefrance",
            "Tesco",
            "Maison Perrin",
            "Time to Cook",
            "Instagram",
            "realmadrid",
            "Sunrise Bakery",
            "France Boissons",
            "La Poste",
            "Chelsea FC",
            "Monde du Vin",
            "gardentv",
        ] {
            assert!(!is(name), "{name}");
        }
    }

    #[test]
    fn hosts_of_those_who_report_are_known() {
        for host in ["www.theguardian.com", "bbc.co.uk", "reut.rs", "news.harvard.edu", "www.nhs.uk", "sante.gouv.fr"] {
            assert!(is_reporting_host(host), "{host}");
        }
        for host in ["shop.example.com", "bit.ly", "example.co.uk", "linktr.ee", "localhost"] {
            assert!(!is_reporting_host(host), "{host}");
        }
    }

    #[test]
    fn lists_are_sorted() {
        for list in [NAMES, PARTS, SHORTENED] {
            assert!(list.split(' ').all(|word| words::holds(list, word)), "{list}");
        }
    }
}
