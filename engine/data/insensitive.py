"""Writes ../lists/insensitive.txt: words that hurt a group, each with another word. See foul.md for sources and licences.

Run it here: python3 insensitive.py ../../../shared/data
"""
import glob, re, sys, unicodedata

SHARED = sys.argv[1]
# What is taken of retext-equality: the rest has an ordinary sense that posts use more (host, master, easy, king).
TAKEN = """psycho lunatic loony|loony bin|madhouse|moron|moronic|mental case|sanity check|schizo|handicapped parking|handicapped|cripple|crippled
mongoloid|stroke victim|victim of a stroke|suffering from a stroke|deaf and dumb|deafmute|midget|spaz|spastic|retarded|junkie|junkies
hearing impaired|vertically challenged|dumb|imbecile|cretin|simpleton|feebleminded|feeble minded|harelip|hare lip|differently abled
handicapable|libtard|senile|demented|ablebodied|special olympians|mental defective|afflicted with a disability|suffering from a disability
bound to a wheelchair|restricted to a wheelchair|career girl|cleaning lady|cleaning girl|lady doctor|woman lawyer|wife beater|stewardess
stewardesses|man hours|office girls|usherette|poetess|authoress|gay lifestyle|homosexual lifestyle|gay agenda|homosexual agenda|transgenders
transgenderism|transvestite|hermaphrodite|born a man|born a woman|biologically male|biologically female|homosexual couple|homosexual marriage
red indian|red indians|redskin|redskins|off the reservation|too many chiefs|indian giver|natives are restless|on the warpath|circle the wagons
gyp|gyppo|towel heads|commit suicide|failed suicide|successful suicide|suicide epidemic|epidemic of suicides|completed suicide
sociopath|sociopaths|psychotic|quadriplegic|paraplegic|insomniac|stutterer|animal spirit|grandfather clause|grandfathering
grandfather policy"""
# Words of our own, with what to write instead; English first.
OURS = {
    "en": """crazy=wild; insane=incredible; crazily=wildly; insanity=chaos; psycho=wild; lunatic=wild; loony=wild; moron=person; moronic=senseless; mental case=person
    handicapped=disabled; cripple=disabled person; crippled=damaged; gyp=cheat; demented=wild; senile=forgetful; career girl=professional; spastic=jerky
    blacklist=blocklist; black list=blocklist; blacklisted=blocked; blacklisting=blocking; whitelist=allowlist; white list=allowlist; whitelisted=allowed
    whitelisting=allowing; grandfathered=exempted; grandfathering=exempting; spirit animal=inspiration; confined to a wheelchair=using a wheelchair
    wheelchair bound=who uses a wheelchair; sexual preference=sexual orientation; sex change=transition; transgendered=transgender; eskimo=Inuit; eskimos=Inuit
    third world=lower-income; committed suicide=died by suicide; animal spirit=inspiration; retarded=senseless; libtard=opponent; mongoloid=person with Down syndrome
    gypped=cheated; half caste=of mixed heritage; half breed=of mixed heritage; mulatto=of mixed heritage; chinese whispers=a rumour chain
    third world countries=lower-income countries; third world country=lower-income country; illegal alien=undocumented immigrant
    illegal aliens=undocumented immigrants; illegal immigrants=undocumented immigrants; illegals=undocumented people; colored people=people of colour
    coloured people=people of colour; peanut gallery=hecklers; cotton picking=darned; paddy wagon=police van; old hag=woman
    old fogey=older person; senior moment=lapse; crazy cat lady=cat lover; fatso=person; fatties=people; muffin top=waist
    beach body ready=ready for the beach; bikini body=your body; thunder thighs=strong legs; man boobs=chest; so ocd=so precise; bit ocd=a bit precise
    little ocd=a little precise; off his meds=unpredictable; off her meds=unpredictable; off your meds=unpredictable; off their meds=unpredictable
    slave driver=hard boss; white trash=people; trailer trash=people; the disabled=disabled people; the blind leading the blind=nobody knows the way
    mentally retarded=with an intellectual disability; moslem=Muslim; kung flu=Covid; china virus=Covid; wheelchair bound person=wheelchair user
    normal people=other people; spinster=single woman; old maid=single woman; tranny=trans person; lunatics=people; morons=people; midgets=people of short stature
    lunatic fringe=extreme wing; nut job=person; nutjob=person; basket case=mess; bimbo=woman; bimbos=women
    bingo wings=arms; love handles=waist; cankles=ankles; spare tyre=waist; turkey neck=neck; problem areas=favourite parts; flesh coloured=beige; flesh colored=beige
    nutter=person; nutters=people; coffin dodger=older person; coffin dodgers=older people; old biddy=older woman; old biddies=older women; old codger=older man
    old codgers=older men; old bat=woman; old fart=older man; old farts=older people; wrinklies=older people; little old lady=older woman; little old ladies=older women
    grammar nazi=stickler; grammar nazis=sticklers; feminazi=feminist; feminazis=feminists; homeless chic=layered look; heroin chic=thin look; ladyboy=trans woman
    ladyboys=trans women; transsexual=trans person; transsexuals=trans people; homosexuals=gay people; window licker=person
    window lickers=people""",
    "fr": """mongolien=personne trisomique; mongoliens=personnes trisomiques; mongolienne=personne trisomique; attardé mental=personne déficiente intellectuelle
    attardés mentaux=personnes déficientes intellectuelles; débile mental=personne déficiente intellectuelle; débile profond=personne
    cul de jatte=personne amputée; sourd muet=personne sourde; sourds muets=personnes sourdes; cloué dans un fauteuil=en fauteuil roulant; cloué à un fauteuil=en fauteuil roulant
    clouée dans un fauteuil=en fauteuil roulant; clouée à un fauteuil=en fauteuil roulant; cloués dans un fauteuil=en fauteuil roulant; condamné au fauteuil=en fauteuil roulant
    clochard=personne sans abri; clochards=personnes sans abri; clocharde=personne sans abri; hystérique=furieuse; hystériques=furieuses; femmelette=personne timide
    femmelettes=personnes timides; truc de fille=goût personnel; truc de filles=goût personnel; truc de gonzesse=goût personnel; trucs de gonzesses=goûts personnels; truc de pédé=goût personnel
    garçon manqué=fille sportive; travelo=personne trans; travelos=personnes trans; transsexuel=personne trans; transsexuels=personnes trans; transsexuelle=femme trans
    changement de sexe=transition; nègre littéraire=prête-plume; petit nègre=mauvais français; travail d'arabe=travail bâclé; téléphone arabe=bouche-à-oreille
    gens de couleur=personnes noires; homme de couleur=homme noir; femme de couleur=femme noire; peau rouge=Amérindien; peaux rouges=Amérindiens; romanichel=Rom; romanichels=Roms
    voleur de poules=voleur; voleurs de poules=voleurs; sexe faible=femmes; le beau sexe=les femmes; bonne femme=femme; bonnes femmes=femmes; bobonne=épouse
    ménagère de moins de 50 ans=public de moins de 50 ans; vieille fille=femme célibataire; vieille peau=femme âgée; vieux schnock=homme âgé; vieux croûton=personne âgée; vieux débris=personne âgée
    immigrés clandestins=personnes sans papiers; migrants clandestins=personnes sans papiers; migrant clandestin=personne sans papiers; tiers monde=pays à faible revenu
    pays sous développés=pays à faible revenu; suicide raté=tentative de suicide; suicide réussi=mort par suicide; tentative de suicide ratée=tentative de suicide; toxico=personne dépendante; toxicos=personnes dépendantes
    alcoolo=personne dépendante; alcoolos=personnes dépendantes; asile de fous=hôpital psychiatrique; fou à lier=imprévisible; folle à lier=imprévisible; fous à lier=imprévisibles
    un autiste de=quelqu'un qui refuse; autiste de service=personne silencieuse; bandes de mongols=drôles de gens; gros lard=personne; grosse vache=femme; gros tas=personne; boudin sur pattes=personne
    complètement schizo=contradictoire; schizo=contradictoire; mal baisée=de mauvaise humeur; mal baisées=de mauvaise humeur; hystéro=furieuse; fille facile=femme; garce=femme; garces=femmes; mégère=femme
    la race noire=les personnes noires; face de citron=personne; niakouée=personne; bridés=personnes; blédard=personne; blédards=personnes; cas social=personne; cas soc=personne; cassos=personne
    culotte de cheval=hanches; culottes de cheval=hanches; poignées d'amour=taille; peau d'orange=peau; double menton=menton; corps de plage=corps; bourrelet=rondeur; bourrelets=rondeurs
    couleur chair=beige; tête de nègre=meringue au chocolat; têtes de nègre=meringues au chocolat; soûl comme un polonais=très ivre; saoul comme un polonais=très ivre; tête de turc=souffre-douleur
    têtes de turc=souffre-douleur; vieux machin=personne âgée; vieille bique=femme âgée; vieux gâteux=personne âgée; vioque=personne âgée; vioques=personnes âgées
    transsexualisme=transidentité; préférence sexuelle=orientation sexuelle; préférences sexuelles=orientation sexuelle; lobby gay=associations; lobby lgbt=associations; cinglé=imprévisible; cinglée=imprévisible
    cinglés=imprévisibles; taré=imprévisible; tarée=imprévisible; tarés=imprévisibles; détraqué=imprévisible; psychopathe=personne; psychopathes=personnes; aliéné=personne malade
    nabot=personne; nabots=personnes; radin comme un écossais=économe; radins comme des écossais=économes; yeux bridés=yeux; cougar=femme; ménopausée=femme""",
}
HEAD = """# Words that hurt a group of people, each with another word. From retext-equality (MIT, (c) 2016 Titus Wormer), chosen and
# added to by engine/data/insensitive.py, which writes this file: change it there. Licence: MIT. 2026-11-24."""


def entries():
    """Each term of the source with its first alternative. The files are read line by line: their YAML is plain."""
    for path in sorted(glob.glob(f"{SHARED}/badwords/retext-equality/*.yml")):
        for block in re.split(r"^- ", open(path).read(), flags=re.M):
            good, bad = values(block, "considerate"), values(block, "inconsiderate")
            for term in bad:
                yield fold(term), good[0] if good else ""


def values(block, key):
    found = re.search(rf"^  {key}:(.*(?:\n    .*)*)", block, flags=re.M)
    if not found:
        return []
    lines = [line.strip().lstrip("-").strip() for line in found.group(1).split("\n")]
    # `term: gender`
    return [line.split(": ")[0].rstrip(":").strip("'\"") for line in lines if line]


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("’", "'"))
    return "".join(c for c in text if not unicodedata.combining(c)).replace("-", " ")


def pairs(block):
    for pair in re.split(r"[;\n]", block):
        if "=" in pair:
            yield tuple(part.strip() for part in pair.split("="))


def line(term, instead):
    return f"{term} | {instead} | {instead}"


def main():
    known = dict(reversed(list(entries())))
    taken = [term.strip() for term in re.split(r"[|\n]", TAKEN.replace("psycho lunatic loony", "psycho|lunatic|loony"))]
    missing = [term for term in taken if term not in known]
    assert not missing, missing
    english = {term: known[term] for term in taken} | dict(pairs(OURS["en"]))
    out = [HEAD, "en:"] + [line(*pair) for pair in sorted(english.items())]
    out += ["fr:"] + [line(*pair) for pair in sorted(pairs(OURS["fr"]))]
    open("../lists/insensitive.txt", "w").write("\n".join(out) + "\n")


main()
