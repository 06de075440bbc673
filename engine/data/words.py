"""Writes words.en and words.fr, the dictionaries of the hashtag splitter. See words.md for sources and licence.

Run it here: python3 words.py ../../../shared/data
"""
import collections, json, re, sys, unicodedata
from math import log

SHARED = sys.argv[1]
# The last rank of each class of words: the first class is the commonest.
CLASSES = [60, 200, 500, 1000, 2000, 3500, 6000]
SIZE = {"en": 4500, "fr": 3500}
# Whole words that the small dictionary would cut in two, at most.
WHOLE = {"en": 1400, "fr": 600}
# Words that hashtags are made of and that subtitles and books have seldom; written for DraftLens.
TAGS = {
    "en": """eco friendly green web accessible accessibility giveaway throwback flashback selfie blogger influencer startup startups entrepreneur
    entrepreneurs skincare fitness workout vegan foodie foodies recipe recipes travel outfit motivation mindset wellness podcast
    webinar hashtag sustainable climate organic vintage handmade crafts decor makeup nails bakery brunch cocktail coffee gin wine
    craft beer run runner running yoga gym vibes goals mood shop small local deals sale promo discount gifts gift xmas halloween
    easter thanksgiving valentines cyber pride womens mens boss mum mums dad dads kids pets dogs cats puppy tech data cloud
    python coding developer developers robotics crypto hiring careers career remote hybrid behind scenes spring summer autumn
    winter sunset sunrise nature ocean marketing media social content design creative branding video pet lover lovers addict
    daily inspiration inspo quote quotes thursday tuesday monday friday flash hour free sneak peek live win contest
    bee bees bristol buyer buyers seller sellers mortgage mortgages landlord landlords tenants leeds manchester
    birmingham liverpool glasgow edinburgh cardiff belfast sheffield newcastle nottingham brighton oxford dublin
    cornwall devon yorkshire scotland wales britain seattle denver atlanta vegas brooklyn toronto vancouver ottawa
    calgary melbourne brisbane perth auckland dessert cakes burger burgers sushi barbecue gardening florist weddings
    bride brides salon barber lashes tattoo pilates cycling bikes marathon donate kittens conservation recycle
    recycling upcycled builders plumber plumbing electrician carpentry logistics dementia autism inclusion equality
    apprentice apprentices apprenticeship apprenticeships internship internships interns graduates authors poetry
    musician musicians gig gigs theatre jewellery sneakers handbags mentor mentors wellbeing investing pension
    pensions accountant lawyers rental ecommerce analytics quiz bingo pub pubs cocktails brewery whisky tasting
    toddler toddlers parenting resolutions thrift thrifted hacks outfits trends trending viral neighbourhood
    staycation getaway hotels cruise hiking hike camping surf surfing ski skiing rugby cricket tennis hockey netball
    gymnastics dancer dancers mechanic mechanics trucks commute trains vacancies vacancy""",
    "fr": """circulaire circulaires egalite professionnelle emploi emplois recrutement recrutons recrute alternance stage stages apprentissage rentree scolaire journee fete fetes
    meres peres noel paques soldes affaires promo mode femmes hommes enfants beaute sante sport sportif velo randonnee gastronomie
    gourmand gourmande recette recettes cuisine boulangerie patisserie fromage vin vins terroir producteur producteurs locaux
    circuit court artisan artisans artisanat main maison deco decoration jardin jardinage immobilier logement renovation
    energetique transition ecologique ecologie climat climatique changement changements climatiques durable developpement zero
    dechet dechets biodiversite solidarite engagement benevole benevoles association culture musee exposition spectacle theatre
    concert cinema lecture livre livres jeunesse education ecole universite etudiant etudiants numerique digital innovation
    entreprise entreprises entrepreneur entrepreneuriat startup marketing communication reseaux sociaux intelligence artificielle
    donnees cybersecurite formation carriere equipe collaborateurs rejoignez decouverte tourisme voyage vacances montagne plage
    bretagne normandie provence alsace bourgogne offre offres conseil conseils bon plan plans idee cadeau cadeaux concours jeu
    bonne annee saint valentin poisson avril octobre rose mars bleu
    abeille abeilles acheteur acheteurs immobiliers proprietaires locataire locataires lyon marseille toulouse
    bordeaux nantes lille rennes brest strasbourg nice montpellier grenoble dijon angers reims rouen metz colmar
    mulhouse quimper vannes lorient bayonne biarritz annecy limoges bruxelles geneve belgique suisse
    normand breton bretonne alsacien corse savoie ardeche lorraine occitanie aquitaine ile vendee protegeons sauvons
    soutenons agissons mangeons buvons achetons consommons preparons roulons courons lisons votons donnons partageons
    celebrons fabrique fabriquee saisons vegetarien vegan marches gouter aperitif apero brunch gateaux fromages bieres
    brasserie brasseur soupe legumes boucher boucherie traiteur restaurants coiffure coiffeur coiffeuse maquillage
    ongles bijou mariages bapteme naissance bebes mamans papas lycee lyceens apprenti apprentis apprentie metiers
    plombier electricien menuisier charpente couvreur peintre transports mobilite trains tramway covoiturage nautisme
    voile forets oiseaux mer oceans energies eolien recyclage recycler reparation friperie tricot broderie ceramique
    poterie peinture patrimoine fanfare musiciens romans autrice librairie mediatheque seniors aidants handicap
    inclusion diversite mixite parite prevention depistage infirmier infirmieres soignants pharmacie coureurs
    cyclisme foot rugby handball natation randonnees ski astuces astuce finance epargne comptable avocats juridique
    logiciel logiciels donnee codage""",
}
SHORT = {
    "en": "a i am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we tv uk eu ai vs dj diy".split(),
    "fr": "a ai as au ca ce de du en es et eu il je la le ma me mi ne ni on ou pa sa se si su ta te tu un va vu y c d j l m n s t qu tv ia bd".split(),
}


def fold(word):
    word = word.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def ranks(counts):
    ordered = sorted(counts, key=lambda w: (-counts[w], w))
    return {w: i + 1 for i, w in enumerate(ordered)}


def subtitles(language):
    counts = collections.Counter()
    for line in open(f"{SHARED}/wordfreq/{language}_50k.txt"):
        word, n = line.split()
        if re.fullmatch(r"[a-z]+", fold(word)):
            counts[fold(word)] += int(n)
    return counts


def books():
    counts = collections.Counter()
    for line in open(f"{SHARED}/wordfreq/instant_segment_en-unigrams.txt"):
        word, n = line.split()
        if re.fullmatch(r"[a-z]+", word):
            counts[word] += int(n)
    return counts


def posts(language):
    counts = collections.Counter()
    for line in open(f"{SHARED}/posts/posts.jsonl"):
        post = json.loads(line)
        if post["lang"] == language:
            text = re.sub(r"https?://\S+|[@#]\w+", " ", post["text"])
            counts.update(set(re.findall(r"[a-z]+", fold(text))))
    return counts


def choose(language, sources, known):
    tables = [ranks(s) for s in sources]
    known = known - {"dela", "del"} if language == "fr" else known
    far = [len(t) * 2 for t in tables]
    words = set().union(*tables) & known
    words = {w for w in words if len(w) > 4 or min(t.get(w, 9e9) for t in tables) < ((1400 if language == "en" else 600) if len(w) == 3 else 3500 if len(w) == 4 else 0)}
    score = {w: sum(log(t.get(w, f)) for t, f in zip(tables, far)) for w in words}
    best = sorted(words, key=lambda w: (score[w], w))
    short = {w: len(tables) * log(tables[0].get(w, 900)) for w in SHORT[language]}
    return sorted(set(best[: SIZE[language]]) | set(short), key=lambda w: (score.get(w, short.get(w)), w))


def cuts(word, vocabulary):
    """Whether the dictionary can cut a word in two or three."""
    for i in range(2, len(word) - 1):
        if word[:i] in vocabulary:
            if word[i:] in vocabulary:
                return True
            for j in range(i + 2, len(word) - 1):
                if word[i:j] in vocabulary and word[j:] in vocabulary:
                    return True
    return False


def write(language, merged, whole):
    classes, start = [], 0
    for end in CLASSES:
        classes.append(sorted(merged[start:end]))
        start = end
    known = set().union(*classes)
    classes[4] = sorted(set(classes[4]) | {w for w in TAGS[language].split() if w not in known})
    classes.append(sorted(whole))
    with open(f"words.{language}", "w") as out:
        out.write("\n".join(" ".join(c) for c in classes) + "\n")


def main():
    en_subs, fr_subs, en_books = subtitles("en"), subtitles("fr"), books()
    en_posts, fr_posts = posts("en"), posts("fr")
    en_known = (set(en_books) & set(en_subs)) | {w for w, n in en_posts.items() if n >= 15 and (w in en_subs or w in en_books or n >= 40)}
    fr_known = {w for w, r in ranks(fr_subs).items() if r < 30000} | {w for w, n in fr_posts.items() if n >= 15}
    en = choose("en", [en_subs, en_books, en_posts], en_known)
    fr = choose("fr", [fr_subs, fr_posts], fr_known)
    for language, merged, seen in [("en", en, [en_books, en_subs]), ("fr", fr, [fr_subs])]:
        vocabulary = set(merged) | set(TAGS[language].split())
        tables = [ranks(s) for s in seen]
        rank = {w: min(t.get(w, 9e9) for t in tables) for w in set().union(*tables)}
        candidates = [w for w in rank if len(w) > 5 and w not in vocabulary and rank[w] < 45000 and cuts(w, vocabulary)]
        whole = sorted(candidates, key=lambda w: (rank[w], w))[: WHOLE[language]]
        write(language, merged, whole)
        print(language, len(merged), len(candidates), len(whole))


main()
