"""Writes ../lists/profanity.txt, profanity-mild.txt and slur.txt from licensed lists. See foul.md for sources and licences.

Run it here: python3 foul.py ../../../shared/data
"""
import json, re, sys, unicodedata

SHARED = sys.argv[1]
# A word of the sources is kept when it holds one of these, or stands in KEEP: the sources also list names,
# animals, food, illnesses and plain insults, which a filter of posts must leave alone.
STEMS = {
    "en": r"fuck|fukka|phuk|phuq|shit|cunt|kunt|bitch|biatch|whore|slut|jiz|jism|wank|arsehole|bollock|bollick|skank|cumshot|cumfest"
    r"|cocksuck|cockhead|cockknob|cocksmok|dickhead|dickwad|dickweed|dickbrain|suckmy|suckdick|blowjob|handjob|rimjob|titfuck|titjob"
    r"|gangbang|goddam|muthaf|sonof|poontang|puntang|twat|^ass(hat|wipe|clown|munch|lick|kiss|bag|man|monkey|pirate)|fatass|kissass"
    r"|buttface|butthead|buttmunch|buttfuck|pussylick|pussyeat|jackoff|jerkoff|beatoff|suckoff|pissoff|pisshead|jackshit|felch|queef",
    "fr": r"encul|encugul|enconn|empapaout|merd|couill|putain|branl|connard|connass|conneau|salop|niqu|foutre|tabarnak|tabarnac|trouduc"
    r"|troufign|emmerd|poufiass|pouffiass|cramouille|chagatte|enfoir|duconn?o?t?$|dugland|conchier|filsdepute|journalope",
}
KEEP = {
    "en": """ass asshole assholes cum-guzzler cunnilingus dildo bukkake creampie circlejerk clusterfuck motherfucker bellend tosser prick-tease
    fellatio dipshit goatse hentai milf mofo orgasm-face pornking rusty-trombone schlong blumpkin bunghole butthole camwhore camslut
    cockblock deepthroat dickless dirty-sanchez donkey-punch double-penetration fingerbang fisting footjob golden-shower hand-job blow-job
    jerk-off jack-off pegging poopchute porno teabagging tea-bagging wtf fingerfuck fistfuck facefucker dumbass dumbfuck cameltoe splooge
    spooge upskirt titties titty cockblocker arse arses fuc fuk fuks fugly limpdick buttplug ballsack piece-of-shit eat-my-ass bullcrap
    tittie horny hardon jailbait strap-on suckme lickme bareback skumbag sleezebag sleezeball""",
    "fr": """merde putain pute putes connard connasse conne connerie conneries bordel salaud salauds chier chiant chiante chiants chiottes ntm fdp
    vtff foutre branleur branleuse bite-au-cul ta-gueule trou-du-cul trou-de-balle pouffiasse pisser chieur chieuse couilles enfoire
    enfoiree encule enculee suce-boules fion teub zob zboub zboob turlutte pignouf batard deconner emmerder lèche-cul casse-couilles
    peau-de-zob fils-de-pute fils-de-chien fils-de-batard fille-de-pute sac-a-merde sac-a-foutre chaude-pisse morue-de-merde grogniasse
    chiasse clito gerber mes-couilles mon-cul va-chier tire-au-cul plan-cul nique-ta-mere nique-ta-race nique-sa-mere demerde crisse
    calisse calice-de-crisse esti-de ostie-de viarge tabarnouche""",
}
# Kept by no rule: they have an ordinary sense that posts use more.
DROP = {
    "en": """shithapens shiting shited shits-n-giggles assman assmonkey cockfight shitcan boody cocksman fisting pegging bareback horny
    cunnilingus fellatio hentai orgasm-face cum-guzzler prick-tease pornking bite-au-cul fuckbook strap-on creampie porno bigass skumbag
    tittie titty titties cameltoe sonofbitch jism""",
    "fr": """merdicite merdogene demerde bite-au-cul morue-de-merde chat-bite crisse calisse clito gerber pignouf batard fion foutriquer
    foutoir foutrement conneau pisser zob teub nique niquer ntm fdp tg du-con bordel-a-cul foirade gland chiffre englander branlo""",
}
# Coarse but everyday: advice, not a review.
MILD = {
    "en": """damn dammit damnit goddamn goddamned goddammit goddamnit crap crappy bullcrap crapola bastard bastards badass badasses dumbass dumbasses
    jackass jackasses fatass arse arses bugger buggered bugger-off pissed piss-off pissed-off fugly butthead buttface lmfao bellend tosser
    tossers wtaf screw-you freaking-hell bloody-hell what-the-hell sod-off""",
    "fr": """chiant chiante chiants chiantes chiottes conne connerie conneries deconner emmerder merdique merdiques demerder
    chieur chieuse emmerdeur emmerdeuse bordelique on-s'en-fout s'en-foutre rien-a-foutre rien-a-branler je-m'en-fous 
    foutage-de-gueule foutu-de-gueule se-foutre-de casse-couilles tire-au-cul lèche-cul tabarnak tabarnac tabarnouche osti ostie-de
    calisse de-crisse cul-terreux fout-la-merde""",
}
# Ours, where the sources have no such form.
OURS = {
    "en": """motherfuckers motherfucka mothafuckas muthafucka muthafuckas fuckers fuckery fucky fuckwit fuckwits fucktards fuckboy fuckboys unfuckwithable
    absofuckinglutely clusterfucks mindfuck mindfucked stfu gtfo omfg wtfuck af-fuck fucken effing-bitch shitty shittier shittiest shitshow
    shitshows shitstorm shitpost shitposting shitposter shithole shitholes shitbag shitfaced shitload shitloads bullshitter bullshitting
    bullshits batshit dogshit horseshit chickenshit apeshit shits shitting shitted shithead shitheads shite holy-shit no-shit
    bitches bitchy bitching bitchass sonofabitch son-of-a-bitch sons-of-bitches cunts cuntish cunty twats twatty wankers wanky wanked
    dickheads dick-pic dick-pics suck-my-dick suck-a-dick kiss-my-ass kick-ass smart-ass smartass half-assed pain-in-the-ass
    asshats asswipes whores whorish sluts slutty slut-shame jizzed cumshots cocksuckers blowjobs handjobs fucktard fucktards bollocking dog's-bollocks
    arseholes arsed can't-be-arsed tit-wank bunch-of-arse knobhead knobheads bellends numpty-fuck pissflaps jerk-off jerking-off
    wanking circlejerking fuck-off fuck-you fuck-that fuck-this fuck-up""",
    "fr": """merdes merdeux merdeuse merdier emmerde emmerdes emmerdent merdasse putain putains putes putasse connards connasses encules enculees
    enculeurs enculer enculage enculades enfoires salope salopes saloperie saloperies salopard salopards salaud couille couillon couillons couillonner
    branleurs branleuses branlette branler pute fils-de-putes fdp ntm tg ta-gueule ferme-ta-gueule vos-gueules ferme-la-connard va-te-faire
    va-te-faire-foutre va-te-faire-enculer allez-vous-faire-foutre allez-vous-faire-enculer va-te-faire-mettre nique-ta-mere nique-ta-race
    nique-ta-grand-mere nique-sa-mere nique-la-police niquer-ta-mere casser-les-couilles casse-les-couilles casses-les-couilles cassez-les-couilles
    ras-le-cul plein-le-cul trou-du-cul trous-du-cul trou-de-balle a-chier va-chier fait-chier faire-chier fais-chier font-chier faites-chier
    me-fait-chier tu-me-fais-chier gros-con gros-cons sale-con sale-cons petit-con pauvre-con pauvre-conne pauvres-cons bande-de-cons quel-con
    quelle-conne t'es-con trop-con espece-de-con vieux-con vieux-cons roi-des-cons tete-de-con cons-de-mime du-con salete-de-pute mon-cul
    mes-couilles poufiasse pouffiasse petasse petasses batard-de grognasse suce-ma suce-moi-la pine-d'huitre bordel-de-merde putain-de-merde
    encule-de-ta-race batards tete-de-noeud tete-de-gland enculeur-de-mouches zboub vtff trouduc trou-duc foutre-dehors chie""",
}
SLURS = {
    "en": """nigger niggers nigga niggas niggaz niggah niggahs nigguh niggur niggor niggress nigress niglet niglets nignog nignogs nig-nog
    sandnigger sandniggers sand-nigger sand-niggers prairie-nigger timber-nigger snownigger whitenigger whigger wigger wiggers wigga wiggas
    negroid negroids negress faggot faggots fagot fagots faggy fagging fudgepacker fudge-packer fudgepackers poofter poofters poofta batty-boy
    battyboy bum-boy bumboy pillow-biter arse-bandit carpetmuncher carpet-muncher lesbo lesbos lezzo lezzie lezzies bulldyke bulldike
    shemale shemales tranny trannies trannie heshe kike kikes kyke kykes heeb heebs hymie hymies ikeymo yid yids jewboy jewed
    christ-killer christ-killers schvartze schvartse schwartze chink chinks chinky chinkies ching-chong chingchong chingchongs gook gooks gookeye
    slanteye slant-eye slant-eyes slopehead slopeheads zipperhead zipperheads jap japs buddhahead pancake-face chinaman chinamen
    spic spics spick spicks spik wetback wetbacks beaner beaners greaseball greaseballs dago dagos wop wops guido-trash
    raghead ragheads towelhead towelheads towel-head towel-heads camel-jockey camel-jockeys cameljockey diaperhead diaper-head dothead dot-head
    dune-coon curry-muncher currymuncher paki pakis wog wogs golliwog golliwogs coolie coolies coon coons jigaboo jigaboos jigga
    jiggaboo jungle-bunny jungle-bunnies junglebunny porch-monkey porch-monkies porchmonkey spearchucker spearchuckers tarbaby
    darkie darkies darkey picaninny piccaninny pickaninny pickaninnies bootlip bootlips moon-cricket mooncricket burrhead kaffir kaffirs
    kaffer kafir injun injuns squaw redskin-savage half-breed halfbreed boong boongs lubra gyppo gyppos gippo gippos pikey pikeys
    polack polacks bohunk kraut-pig boche boches mulatto gook-eye moskal katsap khokhol retards fucktard fucktards libtard libtards
    alligator-bait gator-bait eskimo-trash whitey-trash spastic spastics spazzes mongoloid mongoloids cripples towel-heads thicklips""",
    "fr": """bougnoul bougnoule bougnouls bougnoules bougnoulisation bounioul bounioule bosnioule boukak boucaque gnoul gnoule youpin youpins youpine
    youpines youtre youtres schleu boche boches pedoque fiotte fiottes tafiole tafioles tarlouze tarlouzes tantouze tantouzes tapiole
    lopette lopettes gouine gouines negro negros negres bicot bicots bamboula bamboulas chinetoque chinetoques niakoue niakoues niaquoue
    niaquoues crouille crouilles raton-de-merde sidi-de feuj-de melon-de rastaquouere macaroni-de noich-de karlouche karlouches romano-de
    sale-pd gros-pd sale-pede sales-pedes bande-de-pedes gros-pede fils-de-pd pedes pedale-de sale-gouine sale-negre sales-negres sale-arabe
    sales-arabes sale-juif sales-juifs sale-juive sale-noir sales-noirs sale-race sale-gitan sales-gitans sale-chinois sales-chinois
    sale-musulman sales-musulmans sale-rom sales-roms sale-portugais sale-polonais sale-turc sales-turcs sale-blanc sales-blancs
    sale-bougnoule sale-etranger sales-etrangers mort-aux-juifs mort-aux-arabes mort-aux-noirs mort-aux-gays mort-aux-pedes dehors-les-arabes
    espece-de-pd espece-de-pede souchien triso trisos mongolito gogol gogole gogols""",
}
# Also in a slur's list above, but ambiguous: the rule slur looks at the words beside them, so the list has not got them.
BY_PATTERN = {
    "en": "faggot faggots fagot fagots coon coons spic spick spik chink chinks jap japs wop wops tranny trannie coolie coolies squaw kaffir kafir jigga schwartze "
    "half-breed halfbreed boche boches darkie jewed mulatto spastic spastics retards whitey-trash eskimo-trash redskin-savage guido-trash kraut-pig cripples trannies heshe lesbo lesbos lezzo fagging boong boongs hymie hymies heeb heebs polack polacks darkey quashie kike kikes libtard libtards mongoloid mongoloids fucktard fucktards "
    "dago paki pakis katsap khokhol moskal chinaman chinamen yid yids",
    "fr": "negro negros negres boche boches pedes triso trisos gogol gogole gogols souchien macaroni-de romano-de melon-de feuj-de noich-de pedale-de sidi-de raton-de-merde "
    "sale-noir sales-noirs sale-rom sale-blanc sales-blancs bamboula bamboulas schleu",
}
# Words of one language that mean something in the other, or that stand in its abbreviations ("ass. mat.").
ONE_LANGUAGE = {
    "en": "ass fuc fuk fuks felch half-assed arse arses bitchin damn pissed crap crappy bastard bastards what-the-hell bugger tosser fagging",
    "fr": """chie chier branlee branler branlage plan-cul mon-cul le-cul emmerde emmerdes plein-le-cul ras-le-cul turlutte chiasse viarge dugland
    bicot bicots crouille crouilles gnoul gnoule lopette lopettes fiotte fiottes tapiole emmerdant""",
}
HEADS = {
    "profanity": "Obscene words. Disguised ones (sh1t, f*ck) are found by the detector foul-words.",
    "profanity-mild": "Coarse but everyday words: advice only.",
    "slur": "Words of contempt for a people, an origin, a religion, a sexuality or a handicap, listed so that no post says them.",
}
SOURCES = """# From cuss 2.2.0 (MIT, (c) 2016 Titus Wormer) and LDNOOBW (CC BY 4.0, (c) Shutterstock and contributors), chosen and added
# to by engine/data/foul.py, which writes this file: change it there. The choice: CC BY 4.0. 2026-11-24."""


def fold(text):
    text = text.replace("œ", "oe").replace("’", "'")
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def words(block):
    return {fold(word).replace("-", " ") for word in block.split()}


def sources(language):
    """Every entry of the sources, folded, with the surest that anybody is of it."""
    found = {}
    for word, sureness in json.load(open(f"{SHARED}/badwords/cuss-2.2.0.json"))[language].items():
        found[fold(word)] = max(sureness, found.get(fold(word), 0))
    for line in open(f"{SHARED}/badwords/ldnoobw_{language}.txt"):
        if re.search(r"[a-z]", fold(line)):
            found[fold(line.strip())] = 2
    return found


def choose(language):
    known = sources(language)
    stems, keep, drop = re.compile(STEMS[language]), words(KEEP[language]), words(DROP[language])
    slurs = words(SLURS[language])
    mild = words(MILD[language])
    strong = {w for w, sure in known.items() if sure > 0 and len(w.split()) <= 3 and (stems.search(w) or w in keep)}
    strong |= words(OURS[language])
    strong -= drop | slurs | mild
    slurs -= words(BY_PATTERN[language])
    harmless = {w for w, sure in known.items() if sure == 0}
    assert not harmless & (strong | mild | slurs), harmless & (strong | mild | slurs)
    return [without_repeats(list_) for list_ in (strong, mild, slurs)]


def without_repeats(entries):
    """No phrase that holds a word or phrase of the same list: that one is found anyway."""
    padded = {f" {entry} " for entry in entries}
    return sorted(e for e in entries if not any(p != f" {e} " and p in f" {e} " for p in padded))


def is_shared(entry, language):
    """Whether it is looked for in both languages: English oaths are said in French too. French phrases are not English."""
    phrase = " " in entry and not re.search(STEMS[language], entry)
    return entry not in words(ONE_LANGUAGE[language]) and not (language == "fr" and phrase)


def main():
    chosen = {language: choose(language) for language in ("en", "fr")}
    for i, name in enumerate(("profanity", "profanity-mild", "slur")):
        lines = [f"# {HEADS[name]}", SOURCES]
        shared = [entry for language in chosen for entry in chosen[language][i] if is_shared(entry, language)]
        lines += sorted(shared)
        for language in chosen:
            lines += [f"{language}:"] + [entry for entry in chosen[language][i] if not is_shared(entry, language)]
        open(f"../lists/{name}.txt", "w").write("\n".join(lines) + "\n")


main()
