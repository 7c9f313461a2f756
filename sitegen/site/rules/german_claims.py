"""German words for results."""

from __future__ import annotations

from sitegen.site.rules.claim_words import ClaimWords, Sign
from sitegen.site.rules.written_numbers import GERMAN_NUMBERS

GERMAN = ClaimWords(
    numbers=GERMAN_NUMBERS,
    letters="äöüß",
    common="des|erhält|erhalten|ihr|ihre|werden|wird|kann|auch|sind|einen|einem|einer|aus|durch|ohne|wie|wenn|dass|weil|aber|oder|sehr|vor|pro|der|die|das|und|ich|wir|mein|meine|unser|unsere|ist|war|mit|für|ein|eine|nicht|hat|haben|habe|zu|von|auf|den|dem|im|sie|es|um|bei|wurde|sich|mich|dich|jede|jeder|am|vom|zum|zur|haben|sind|nur|noch|nach|mir|uns|als|nach|seit",
    triggers=r"ein\w* (?:ganze[nr]? |volle[nr]? |freie[nr]? )?(?:stunde|tag|woche|monat|jahr|abend|vormittag|nachmittag)(?:[.,]|$| (?:pro|in|im|am|die|jede\w*|später|früher|nach|mehr|weniger)\b)|(?:innerhalb|binnen|in|nach|unter|nur|als|schon)(?: \w+){0,2} ein\w* (?:tag|woche|monat|jahr)\w*|halb|verdoppel|doppel|verdreifach|vervierfach|verzehnfach|\w+fach\b|\w+mal\b|hunderte|tausende|dutzende|jede[rsn]? (?:zweite|dritte|vierte|fünfte)|alle|keine[rs]?\b|eine[rsn]? von",
    part_heads=r"eine?|einen|einem|die|der|um|auf",
    sets={
        "CHANGE": r"gesunken|sank(?:en)?|sinkt|sinken|gefallen|fiel(?:en)?|fällt|gesenkt|senk(?:en|te|ten|t)|reduzier(?:en|t|te|ten)|gekürzt|kürz(?:en|te|ten|t)|verkürz(?:en|t|te|ten)|"
        r"gestiegen|stieg(?:en)?|steig(?:t|en)|gesteigert|steiger(?:n|te|ten|t)|erhöh(?:en|t|te|ten)|gewachsen|wuchs(?:en)?|wächst|wachsen|zugenommen|abgenommen|zugelegt|"
        r"verbesser(?:n|t|te|ten)|verringer(?:n|t|te|ten)|geschrumpft|schrumpfte[n]?|gekommen|kam(?:en)?|gegangen|ging(?:en)?|gebracht|zurückgegangen|ging .{1,40}zurück|"
        r"verbucht|übertroffen|verschob(?:en)?|gewandert|kletter(?:te|t)|geklettert|sprang|gesprungen|halbier(?:en|t|te|ten)|gedrückt|drückte[n]?|runter|hoch|rauf|hinauf|herunter|"
        r"wuchs|vergrößert|verkleinert|beschleunigt|eingespart|gespart|abgebaut|ausgebaut|aufgestockt|schneller|kürzer|länger|höher|niedriger|früher|später|"
        r"weniger|mehr|günstiger|leichter|größer|kleiner|gekommen|gestrichen|entlastet|zurück|Rückgang|Anstieg|Steigerung|Senkung|Plus|Minus|Zuwachs|Wachstum|Reduktion|Ersparnis",
        "GAIN": r"spar(?:e|en|t|te|ten|st)|gespart|eingespart|gewonnen|gewann(?:en)?|gewinnen|gewinne|gewinnt|verdien(?:e|en|t|te|ten)|verkauf(?:t|te|ten|en)|abgeschlossen|eingestellt|"
        r"verloren|verlor(?:en)?|abgenommen|zugenommen|erreich(?:t|te|ten)|erzielt(?:e|en)?|eingenommen|eingebracht|gebracht|befördert|besetzt|eingespielt|umgesetzt|"
        r"gestrichen|abgeschafft|geschafft|zurückgewonnen|zurückbekommen|zurückgeholt|gebucht|akquirier(?:t|te)|generier(?:t|te|en)|abgesagt|halten|gehalten|bringt|brachte[n]?|freigeschaufelt|dazugewonnen|hinzugewonnen|geholt",
        "MORE": r"mehr|weniger|schneller|langsamer|früher|später|höher|niedriger|kürzer|länger|leichter|größer|kleiner|günstiger|billiger|besser|stärker|zusätzlich(?:e|en|er)?|geringer",
        "PCT": r"{N}[\s\u00a0\u202f-]?(?:%|prozent(?:punkte[n]?)?\b|prozentig\w*|v\.\s?h\.)",
        "SIGN": r"(?:[€£$]|(?:EUR|USD|GBP|CHF|Fr\.)\s?)",
        "COIN": r"(?:€|£|\$|euro\b|franken\b|dollar\b|pfund\b|EUR\b|USD\b|CHF\b|Fr\.)",
        "MONEY": r"{SIGN}\s?{N}|{N}[\s-]?{COIN}|{N}\s?T€|(?:fünf|sechs|sieben)stellig\w*",
        "TIME": r"jahr|monat|tag|abend|wochenende|vormittag|nachmittag|sekunden?|minuten?|stunden?|std\.?|tagen?|tage|wochen?|monaten?|monate|jahren?|jahre|jahrzehnten?|abenden?|abende|wochenenden?|nächten?|vormittagen?|vormittage|nachmittagen?|nachmittage",
        "MEETINGS": r"sitzung(?:en)?|gespräch(?:e|en)?|termine?n?|besuche?n?|module?n?|lektionen|workshops?|treffen|coachings?|einheiten|coaching-?\w*|telefonaten?",
        "IDLE": r"dinge?n?|sachen|fragen?|mal|gründen?|gründe|punkten?|punkte|schritten?|schritte|worten?|worte|wörter|sätzen?|sätze|beispielen?|beispiele|seiten|kapiteln?|tassen?|bücher|übungen|tipps|"
        r"ideen|gedanken|werkzeugen?|phasen|teilen?|teile|themen|kindern?|kinder|söhnen?|söhne|töchtern?|schwestern|brüdern?|coaches|plätzen?|plätze|angeboten?|räumen?|räume|freunden?|freunde|kollegen|"
        r"kolleginnen|möglichkeiten|erkenntnissen?|einsichten|versuchen?|versuche|fehler|zeilen|briefen?|briefe|sprachen|ländern?|länder|standorten?|standorte|ausbildungen|studiengängen?|lehrgängen?|lehrgänge|zertifikaten?|wegen?|wege|personen",
        "PEOPLE": r"kund(?:en|innen|:innen|\*innen|innen und kunden)|klient(?:en|innen|:innen|\*innen)|leute|menschen|personen|führungskräfte[n]?|chef(?:s|innen)|gründer(?:n|innen|:innen)?|teilnehmer(?:n|innen|:innen|\*innen)?|teilnehmende[n]?|"
        r"teams?|frauen|männern?|männer|firmen|unternehmen|mitarbeiter(?:n|innen|:innen|\*innen)?|mitarbeitende[n]?|beschäftigte[n]?|kolleg(?:en|innen|:innen)|pflegekräfte[n]?|ärzt(?:en|e|innen)|"
        r"mitglieder[n]?|manager(?:n|innen|:innen)?|leiter(?:n|innen|:innen)?|leitungen|bewerber(?:n|innen|:innen)?|bewerbungen|absolvent(?:en|innen)|projekten?|projekte|aufträgen?|aufträge|angeboten?|angebote|zielen?|ziele|"
        r"ingenieur(?:en|e|innen)|lehrkräfte[n]?|befragten?|paaren?|paare|selbst(?:st)?ändige[n]?|coachees|stellen|entscheidungen",
        "OUTCOME": r"geblieben|blieb(?:en)?|bleiben|gegangen|bestanden|erreicht(?:en)?|befördert|zurückgekommen|empfohlen|empfehlen|verlängert|abgeschlossen|beendet|gefunden|fanden|bekommen|bekamen|erhalten|erhielten|geschafft|schafften|"
        r"gekündigt|kündigten|verbessert|angenommen|gewonnen|gewannen|gesagt|sagen|sagten|berichten|berichteten|gewechselt|wechselten|aufgestiegen|leiten|führen heute|führen jetzt|würden|haben heute|"
        r"haben seither|haben ihr|haben das|haben die|haben eine|hat ihr|hat eine|hat das|haben nach|haben sich|fühlen|schlafen|besetzt|umgesetzt|entschieden|kamen wieder|kommen wieder",
        "SPAN": r"innerhalb|binnen|in|nach|seit|während|über|im|für|unter",
        "LATER": r"später|danach|nach",
        "SCALE": r"skala|jährige[nr]?|alter|gruppen? (?:von|mit)|teams? (?:von|mit)|uhr|geöffnet|montags?|freitags?|preise?|von .{1,30} bis\b",
        "REBATE": r"rabatt|frühbuch\w*|honorar|berechne|absage\w*|mwst|mehrwertsteuer|umsatzsteuer|ust\b|anzahlung|steuern?\b|zinsen|zinssatz|nachlass|ermäßig\w*|skonto|provision|storno\w*|stornier\w*|stelle\b|\w*pensum|teilzeit|vertrag|arbeitszeit|luftfeuchtigkeit|alkohol|"
        r"baumwolle|kakao\w*|akku|inflation|spende\w*|gutschein|arbeite[tn]? (?:ich )?|position|im voraus|honorars|gebühr",
        "WORTH": r"umsatz\w*|\w*umsatz|gewinn\w*|einnahmen|gehalt\w*|\w*gehalt|ersparnis\w*|\w*einsparung\w*|spar\w*|gespart|eingespart|mehr|weniger|höher\w*|niedriger\w*|zusätzlich\w*|gestiegen|gesteigert|erhöht\w*|gewachsen|wuchs|gewonnen|gewann|"
        r"abgeschlossen|verdien\w*|verkauf\w*|auftr[aä]g\w*|\w*auftrag|gesenkt|gesunken|sank\w*|reduziert\w*|bonus|deckungsbeitrag|marge|schulden|verlust\w*|\w*kosten (?:um|sanken|gesenkt)|einbracht\w*|eingebracht|eingenommen|erlös\w*|verhandelt|"
        r"ausgehandelt|finanzierung|investition\w*|jahresumsatz|überstunden|plus|fördermittel|eingeworben|umgesetzt|erwirtschaft\w*|verdoppelt\w*|statt",
        "PRICE": r"kosten|kostet\w*|preis\w*|\w*preis|honorar\w*|gebühr\w*|\w*gebühr|zzgl|zuzüglich|inkl\w*|mwst|netto|brutto|rechnung\w*|anzahlung|ticket\w*|pro|je|stundensatz|tagessatz|satz|beitrag|betrag|budget\w*|spende\w*|miete|anfahrt|reisekosten|pauschal\w*|"
        r"ermäßigt\w*|rabatt|gutschein\w*|bezahl\w*|zahl(?:en|e|t|te|ten)|ab|berechne|abteilung|verantworte\w*|zuständig|leite\w*|ausgegeben|versicherung\w*|erstattet\w*|buch",
        "MULTIPLE": r"verdoppel(?:t|te|ten|n|ung)|verdreifach(?:t|te|ten|en|ung)|vervierfach(?:t|te|ten|en)|verfünffach(?:t|te|ten|en)|verzehnfach(?:t|te|ten|en)|vervielfach(?:t|te|ten)|halbier(?:t|te|ten|en|ung)|"
        r"das (?:doppelte|dreifache|vierfache|fünffache|zehnfache)|(?:zwei|drei|vier|fünf|sechs|zehn|hundert)fache\w*|{D}-?fache\w*",
        "ABOUT": r"fast|rund|etwa|ca\.|circa|knapp|über|gut|mehr als|ungefähr|mindestens|nur|nur noch|unter|weniger als|durchschnittlich|im schnitt|noch",
    },
    factors={r"verdoppel|doppelt|zweifach|halbier|hälfte|halb": 2, r"verdreifach|dreifach|dreimal": 3, r"vervierfach|vierfach|viermal": 4, r"verfünffach|fünffach|fünfmal": 5, r"verzehnfach|zehnfach|zehnmal": 10},
    idle=(
        r"\b(?:https?://|www\.)\S+|\S+@\S+",
        r"(?:\+\d{1,3}|\(0\)|\b0)[\d\s()/-]{6,}\d",
        r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:\d\d){1,2}\b)?|\b\d{4}-\d\d(?:-\d\d)?\b",
        r"\b\d{1,2}\.?\s(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b(?: (?:19|20)\d\d)?",
        r"(?<![€£$\d.,])\b(?:19|20)\d\d(?:\s?(?:[-–/]|bis|und)\s?(?:(?:19|20)?\d\d))?er?\b(?!\s?(?:%|€|euro|kunden))|(?<![€£$\d.,])\b(?:19|20)\d\d(?:\s?(?:[-–/]|bis|und)\s?(?:(?:19|20)?\d\d))?\b(?![.,]\d|\s?(?:%|€|euro|franken|prozent|menschen|kund|abonnent|stunden))",
        r"\b\d{1,2}(?:[:.]\d\d)?\s?uhr\b(?: \d\d)?|\b\d{1,2}:\d\d\b",
        r"\b(?:{N}|ein) uhr\b|\bhalb (?:{N}|eins)\b|\bviertel (?:vor|nach) (?:{N}|eins)\b|\b(?:um|bis|ab|gegen|vor|nach) (?:{N}|eins) (?:abends|morgens|nachts|mittags)\b|\bdreiviertel (?:{N})\b",
        r"\b{N}[\s-]?(?:jahre alt|jährig\w*|jahren alt)|\b(?:mit|ab|anfang|mitte|ende) {N}(?= (?:noch|war|wurde|habe|begann|hat|ist|stand)|[,.]|$)|\b\w*zigern?\b|\bim alter von {N}( jahren)?",
        (r"(?:§+|\bart\.|\bartikel|\babs\.|\bnr\.|\bnummer|\biso|\bdin|\ben|\bseiten?|\bs\.|\bkapitel|\bversion|\braum|\bzimmer|\bstock|\bzeile|\bschritt|\bstufe|\bteil|\bmodul|\bsitzung|\babbildung|"
        r"\btabelle|\bfrage|\bgleis|\bbus|\blinie|\bcovid|\bwindows|\bparagraf|\bsatz|\bphase|\bklasse|\bgruppe|\bpunkt|\bphase|\bhaus|\bzug|\bband|\bheft|\bausgabe|\blevel|\bgrad|\bplatz)[\s-]*(?:{N}|eins)(?:\s?(?:von|bis|und|oder|-|–)\s?{N})?\b"),
        r"(?:^|\b(?:in|ab|bis|von|zu|an|und|der|die|am) )(?:tag|woche|monat|jahr) (?:\d{1,2}\b(?![.,:]\d)|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b(?! (?:stunden|tage|abende))",
        r"\b[\w-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|ufer|ring|damm|markt)\s\d+\s?[a-z]?\b|\b\d{5}(?= (?-i:[A-ZÄÖÜ]))|\b\d{4}(?= (?-i:[A-ZÄÖÜ][a-zäöü]+)\b[,.]?$)",
        r"\b(?:DSGVO|BGB|UWG|TMG|GDPR|ICF)\W+(?:Art\.? ?)?\d[\d.()a-z]*|\b\d+\.(?= (?:etage|stock|kapitel|woche|sitzung|tag|platz|mal|auflage|jahrhundert))",
        r"\bskala (?:von )?\w+ (?:bis|-|–) \w+|\b(?:zwei|drei|vier|fünf)fache[rs]? (?:mutter|vater|mama|papa|eltern)",
        r"{N}(?:\s?(?:/|von)\s?(?:{N}|5|10))? (?:sternen?\b|(?:auf|bei) (?-i:[A-Z]\w+))",
        # turns of speech
        r"\b(?:einmal|zweimal|dreimal|viermal|fünfmal|\w+mal|{N} mal|{N}-mal) (?:im|in der|am|pro|die|jede[nsr]?|täglich|wöchentlich|jährlich|monatlich|nachgedacht|überlegt|nach|hin|über|getroffen|gefragt|versucht|gesehen|gesprochen|angerufen|habe|war|bin|hat|haben|wollte|abgesagt)\b",
        r"\bdiesmal\b|\bmanchmal\b|\beinmal\b|\bjedesmal\b|\boftmal\w*|\bmehrmal\w*|\bkeinmal\b|\babermal\w*|\bdutzendmal\b|\bhundertmal\b|\btausendmal\b|\bnochmal\b|\bniemal\w*|\bdamal\w*|\bzumal\b|\berstmal\w*|\beinfach\w*|\bmehrfach\w*|\bvielfach\w*|\bfachlich\w*",
        r"\bhalbtag\w*|\bhalbjahr\w*|\bhalbherzig\w*|\bhalbwegs\b|\binnerhalb\b|\baußerhalb\b|\bdeshalb\b|\bweshalb\b|\boberhalb\b|\bhalber\b|\banderthalb\b|\beinhalb\b|\bhalbzeit\b|\bhalb so (?:wild|schlimm)\b|\bhalb (?:wach|tot|fertig|leer|voll|im)\b",
        r"\bdoppel(?:t gemoppelt|punkt|zimmer|stunde\w*|moral|rolle\w*|bett|leben|deutig|spitze|belastung|klick\w*|name\w*)\b|\bdoppelte[rn]? (?:boden|rolle|buchführung|belastung|espresso)\b|\bdoppelt (?:gebucht|geprüft|belegt|nachgesehen|hält)\b",
        r"\b(?:24/7|rund um die uhr|fifty-fifty|50[/:-]50|360[- ]grad\w*|360°|180[- ]grad|180°|fünf sterne|unter vier augen|zu zweit|vier augen|sieben sachen|auf wolke sieben|null acht fünfzehn|08/15|zwischen zwei stühlen)\b",
        r"\b(?:tausend|hundert|hunderttausend|eine million|ein dutzend|dutzend) (?:dank|mal|fragen|dinge|ideen|gedanken|gründe|andere\w*|sachen|kleine|offene|richtungen)\b|\b(?:zwei|drei|vier|ein|eins) (?:bis|oder) (?:zwei|drei|vier|fünf) (?:mal|{TIME}|{MEETINGS}|{IDLE})\b",
        r"\b(?:nicht|kein\w*) (?:mehr|weniger|später|früher|länger) als (?:{N}|ein\w*)\b|\b(?:eine|drei) viertelstunden?\b|\bviertelstunde\b|\bdreiviertelstunde\b|\bdreiviertel(?:jahr|stunde)\b|\bvierteljahr\w*|\bstadtviertel\b|\bviertel\b(?= (?:der stadt|am))",
        r"\bersten? {N} (?:tage|wochen|monate|minuten|tagen|monaten|jahre|jahren)\b|\b{N} (?:seelen|hüte)\b",
        r"\b{N}-(?:{TIME})-(?:\w+)",
        r"\b(?:(?:ein)?hundert|100|110|150|200|1000|tausend)[\s-]?(?:%|prozent\w*)(?= (?:sicher|überzeugt|dahinter|ehrlich|empfehl\w*|vertraulich|ich selbst|da|präsent|klar|einverstanden|bei der sache|zufrieden|ernst|online|weiter\w*|remote|dabei|hinter|richtig|natürlich))",
        r"\b(?:gebe|gibt|gab|geben|gegeben|empfehl\w*|bin|ist|sind|war|waren|sein|stehe|zu|weiß)\s(?:\w+ ){0,2}(?:(?:ein)?hundert|100|110|150|200)[\s-]?(?:%|prozent\w*)",
        r"\b(?:{N})[\s-]?prozent-(?:stelle|job|vertrag|pensum)\b",
    ),
    silent=r"\b(?:verspreche|verspricht|versprechen|garantiere|garantiert|garantieren)\b|\b(?:nicht|kein\w*|nie) (?:\w+ )?(?:versprechen|garantieren)\b|\b(?:ziel|ziele|plan|wunsch|hoffnung|vorsatz|absicht) (?:\w+ ){0,6}?(?:ist|war|sind|es)\b|\b(?:unser|mein|ihr) ziel\b|"
    r"\b(?:möchte|möchten|wollen|will|(?:wollte|wollten)(?!.*\b(?:geworden|erreicht|geschafft|gelungen|bekommen)\b)|hoffe|hoffen|träume|plane|planen|streben|wünsche|wünschen)\b|\blaut\b|\b(?:studien?|(?<!unserer )(?<!unsere )umfragen?|forschung|statistik\w*|statistisch|untersuchungen?|erhebung)\b|"
    r"\bals (?:ich|wir|sie|er) (?:damals )?(?:zu|zum|zur|bei|mit|anfing|anfingen|kam|kamen|begann|begannen|frau|herrn)\b|\bbevor (?:ich|wir) (?!.*\b(?:jetzt|heute)\b)|\bso konnte es nicht\b|\bmusste sich etwas\b|\bstellen sie sich vor\b|\bwas wäre\b|\b(?:zuvor|davor) (?:war|verantwortete|leitete|führte|arbeitete) ich\b|\bhatten wir .*\bverloren\b.*\b(?:suchten|brauchten)\b|^\W*wenn sie\b|\b(?:das|mein) honorar\b|\b(?:bei|ohne) absage\b|\bstornier\w*|\bfrühbuch\w*|\bfür (?:vereine|berufseinsteiger\w*|studierende)\b",
    signs=(
        # so soon
        Sign(r"(?:\b(?:innerhalb|binnen|in|nach|unter|nur|schon|bereits|keine|weniger als|es dauerte)\s(?:(?:von|nur|knapp|gerade|einmal|weniger|als|unter|etwa|rund|schon|den|den ersten)\s){0,3}(?:{N}|eine[mnrs]?|ein|einem halben|ein(?:es)? halbe[ns]|den)\s(?:{TIME}|{MEETINGS}|jahres|monats|halbjahr\w*)\b|\b(?:{N}|eine[nm]?|ein|ein(?:en)? halbe[ns]|einem halben)\s(?:{TIME}|{MEETINGS})\s(?:später|danach|nach|früher|weiter)\b)(?: [\w-]+){0,4}",
             needs=r"\b(?:beförder\w*|partner(?:in)?|neue[nrms]? (?:job|stelle|rolle|position|vertrag|aufgabe|posten|arbeitgeber\w*)|\w*vertrag|zusage\w*|angebote? (?:vor|auf|in|bekommen)|\w*leit(?:ung|erin|er)|\w*leitungsstelle|direktor(?:in)?|geschäftsführ\w*|vorständ\w*|vorstand|"
                   r"übernahm\w*|übernommen|besetzt|aufgestiegen|gehaltserhöhung|stellvertret\w*|prüfung|bestanden|ausgebucht|(?:erste|feste|neue|zahlende)[nr]? (?:\w+ )?kund\w*|gewinnschwelle|schwarze[nr]? zahlen|unterschrieben|unterschrieb|abteilung|neue[nr]? kund\w*|traumjob|wunschstelle|prokura|verantwortung|ernannt|abteilungsleit\w*|führungsposition|eingestellt|unterschrift|bewerbungsgespräch\w*|vorstellungsgespräch\w*|neue[nms]? büro|gehaltsstufen?|gekündigt|selbst(?:st)?ändig)\b",
             unless=r"\b(?:seit|über|mehr als|fast|rund|etwa|lange) (?:{N}|einem|ein|eine[rn]?) (?:{TIME})\b|\b(?:ich|wir) (?:war|arbeite|arbeitete|leite|leitete|biete|habe .* gearbeitet)\b|\bkost\w+\b|\bvor (?:{N}|einem) (?:{TIME})\b|\bfrisch befördert\w*|\bhabe ich .{0,40}(?:geleitet|gearbeitet)\b"),
        # a number beside a word of how it went
        Sign(r"{W}(?:{N}|eine[nmr]?(?= (?:\w+ )?(?:{TIME}|tag|stunde|abend|vormittag|nachmittag) (?:pro|in der|am|die|im) ))(?: (?!{IDLE})[\w-]+){0,3}", needs=r"\b(?:nicht mehr|nur noch|keine\w* .{0,20}mehr|mehr als (?:früher|vorher|zuvor)|als (?:früher|vorher|zuvor|im vorjahr|vor dem|vor der)|im vorjahr|vorjahr|gegenüber dem|statt|früher|zuvor|vorher|seitdem|seither|inzwischen|"
             r"zurückgewonnen|zurückbekommen|zurückgeholt|wieder mir|wieder für|wieder drin|wieder frei|gewonnen|dank (?:der|ihr|ihm|des|dem)|liegt jetzt|liegt heute|lag am ende|stand am ende|verhindert\w*|vermieden|erspart\w*|gelöst|beigelegt|abgesprungen|gegangen|ausgeschieden|geblieben|pünktlich|"
             r"anfangs|am anfang|zu beginn|erste[nr]? (?:zahlende[nr]? )?(?:kund|auftr)\w*|(?:feste|neue|zahlende) kund\w*|neukunden|ausgezahlt|bezahlt gemacht|(?:heute|jetzt) (?:sagen|leiten|führen|haben|sprechen|nutzen|arbeiten|kommen|brauchen|melden|trauen|vertrauen)|nutzen (?:noch|immer)|zum ersten mal|erstmals|im (?:jahr|quartal|monat|sommer|winter|herbst|frühjahr) (?:nach|darauf|danach)|im ersten (?:quartal|monat|jahr)|unter budget|letztes jahr|bestes|rekord|gestiegen|gesunken|reingeholt|eingebracht|übrig|freie abende|plus|minus|umsatzplus|jetzt (?:ist|sind|bei|auf|eine)|heute (?:ist|sind|bei|auf|eine|liegt))\b",
             unless=r"\b(?:ich|wir) (?:bin|arbeite|coache|begleite|habe .{0,40}begleitet|habe .{0,40}gearbeitet)\b|\b(?:dauert [^.]{0,20}und|gruppe von|team von|bitte|teilnehmerzahl|begrenzt|geboren|gegründet|umfasst|pro sitzung|je sitzung|kostet)\b|\bseit (?:über |mehr als |fast |rund )?(?:{N}) (?:{TIME})\b|\bseit (?:19|20)\d\d"),
        Sign(r"\b{D}/{D}\b(?: \w+)?|{N}\s?(?:→|->|⟶|=>|➜|➔)\s?{N}|(?:^|[\s(:])[+−–±-]\s?{N}\s?(?:%|punkte|prozent)", unless=r"\bskala\b"),
        Sign(r"\b(?:kein|keine|keiner|kein einziger|keine einzige|kein einziges|nicht eine[rs]?|alle|beide|sämtliche|jede[rs]?)\s(?:der|die|unserer|unsere|meiner|meine|dieser|von|einzelne)?\s?(?:{N})(?: [\w-]+){1,7}", unless=r"\balle {N} (?:{TIME})\b|\b(?:sind uns|müssen|zusammen|einigen)\b"),
        Sign(r"\b{N} (?:unserer|meiner|der|dieser|seiner|ihrer) {N}(?: [\w-]+){0,5}"),
        Sign(r"\b(?:zehn|zwei|drei|vier|fünf|hundert)fach(?:e[nrs]?)?\b(?: \w+){0,3}"),
        Sign(r"\b(?:\w*plus|\w*minus|\w*zuwachs|\w*rückgang|\w*anstieg|\w*steigerung|\w*senkung|\w*ersparnis|\w*wachstum)\s(?:von|um|:)\s(?:{ABOUT} )?(?:{N}|eine[mnr]?)(?: \w+){0,2}"),
        Sign(r"\b(?:ein|eine[mn]?|{N}|um|fast) (?:drittel|viertel|fünftel|sechstel|siebtel|achtel|zehntel|hälfte)\b(?: \w+){0,2}", needs=r"\b(?:{CHANGE}|{MORE}|gespart|halbiert|leiten|führen|geblieben|befördert)\b", unless=r"\bviertel (?:stunde|nach|vor)\b"),
        Sign(r"\b(?:eine halbe|die halbe|eine|mehrere) (?:{N}|millionen)\b(?: \w+){0,3}|\b{N}\s?T€|\bT€\s?{N}", needs=r"\b(?:{WORTH}|wert|kunde|kundin|gestiegen|mehr\w+)\b"),
        Sign(r"{W}{PCT}(?: \w+){0,2}", unless=r"{PCT}[^.!?;]{0,40}\b(?:{REBATE})|\b(?:{REBATE})[^.!?;,]{0,25}{PCT}"),
        Sign(r"{W}(?:{MONEY})(?: \w+){0,2}", needs=r"\b(?:{WORTH})\b"),
        Sign(r"{W}(?:{MONEY})(?: \w+){0,2}", unless=r"\b(?:{PRICE})\b"),
        Sign(r"{W}\b(?:{MULTIPLE})\b"),
        Sign(r"\b{N} (?:\w+ )?(?:neue[nr]?|feste[nr]?|zahlende[nr]?|zusätzliche[nr]?) \w*(?:kund|auftr|auftrag|mitglied|klient|anfrag|verträg|mitarbeit|kolleg)\w*(?: \w+){0,4}", unless=r"\b(?:pro|im) (?:jahr|monat|quartal) (?:nehme|begleite)\b|\bnehme\b|\bsuche\w*\b"),
        Sign(r"\b(?:hatte|habe|bekam|erhielt|lagen) (?:\w+ ){0,3}{N} (?:\w+ )?(?:angebote|zusagen|verträge|aufträge|vorstellungsgespräche)\b(?: \w+){0,4}"),
        Sign(r"\b(?:ist|war|liegt|lag|steht|stand) (?:\w+ ){0,2}?(?:bei |eine |nur noch )?{N}\b(?! (?:jahre|{MEETINGS}|{PEOPLE}))", needs=r"\b(?:jetzt|heute|am ende|zum schluss|inzwischen|mittlerweile|danach)\b", unless=r"\b(?:ich bin|plätze|platz|frei|uhr)\b"),
        Sign(r"\b(?:doppelt|halb|dreimal|viermal|fünfmal|zehnmal|dreifach|{N}[\s-]?mal) so (?:viel\w*|oft|schnell|lang\w*|hoch|groß|häufig|gut|wenig\w*|teuer|stark)(?: \w+){0,2}|\b(?:doppelt|dreifach) (?:so )?(?:viel\w*|hoch)|\b(?:{N})-?mal (?:{MORE})(?: \w+)?|\b{D}x\b"),
        Sign(r"\bvon (?:{ABOUT} )?(?:{SIGN}\s?)?(?:{N}|eins|eine[rnms]?|ein|null|keine[rnm]?)\b[^.!?;:]{0,40}?\bauf (?:{ABOUT} ){0,2}(?:{SIGN}\s?)?(?:{N}|eins|eine[rnms]?|ein|null|die hälfte)\b(?: (?:{TIME}|\w+))?"),
        Sign(r"\bauf (?:die hälfte|ein (?:drittel|viertel|fünftel|zehntel)|(?:{ABOUT} ){0,2}{N}(?: \w+){0,2}? (?:gesenkt|gesunken|reduziert|verkürzt|gekürzt|gestiegen|erhöht|gewachsen|gesteigert|geschrumpft|gebracht|verringert|zurückgegangen|runter))\b"),
        Sign(r"\b(?:um|mit) (?:{ABOUT} ){0,2}(?:die hälfte|ein(?:en|em)? (?:drittel|viertel|fünftel|sechstel|achtel|zehntel|halbe[ns]? \w+)|{N} (?:drittel|viertel|fünftel|zehntel))\b(?: \w+)?|\b(?:ein drittel|ein viertel|{N} drittel|die hälfte|ein fünftel|ein zehntel|{N} viertel|dreiviertel) (?:weniger|mehr|schneller|kürzer|höher|niedriger)\b(?: \w+)?"),
        Sign(r"\b(?:in|nach) der (?:hälfte der|halben) zeit\b|\b(?:in der )?halbe[nr]? zeit\b|\bnur (?:noch )?(?:halb|die hälfte)(?: \w+){0,3}"),
        Sign(r"\b(?:ein drittel|{N} drittel|{N} viertel|die hälfte|ein viertel|ein fünftel|{N} zehntel) (?:meine[rs]|unsere[rs]|der|aller|von|des|dieser)(?: \w+){1,4}", unless=r"\bhälfte der zeit\b|\bzweite hälfte\b"),
        Sign(r"\bum (?:{ABOUT} ){0,2}(?:{N}|eine[nr]?)(?: [\w-]+){0,3}", needs=r"\b(?:{CHANGE})\b", unless=r"\bum (?:{ABOUT} )?(?:{N}|eine[nr]?)(?= (?:früh|uhr|herum|ging es)| ?(?:[,.]|$))"),
        Sign(r"\b(?:vorher|zuvor|davor):? {N}[^.!?;]{0,25}\b(?:nachher|danach|jetzt|heute):? {N}|{N}(?: [\w-]+){0,3} (?:vorher|davor|zuvor)\b[^.!?;]{0,20}{N}(?: [\w-]+){0,3} (?:nachher|danach|jetzt|heute)\b|\baus (?:{SIGN}\s?)?{N}[^.!?;]{0,30}\b(?:wurden?|sind|machten?)\b[^.!?;]{0,20}{N}(?: \w+){0,2}"),
        Sign(r"\bvon (?:den|unseren|meinen|diesen|ihren) {N}(?: [\w-]+){0,6},? (?:nur |alle |fast alle )?(?:{N}|eine[rs]?|keine[rs]?|alle)\b(?: \w+){1,4}", unless=r"\bvon uns\b"),
        Sign(r"\b(?:nur|kaum|nicht einmal)(?: noch| mehr)? (?:eine?[rs]?|jede[rs]?) (?:von {N}|zehnte|fünfte|vierte|dritte)\b(?: \w+){0,4}|\bjede[rs]? (?:zehnte|zwanzigste)\b(?: \w+){0,3}|{N} gehaltsstufen\b"),
        Sign(r"\b{N} von (?:den |meinen |unseren |diesen |allen |insgesamt )?(?:{N})\b(?! (?:\w*gespräch\w*|{TIME}))(?: \w+){0,2}|\b{N} der (?:insgesamt |befragten )?(?:{N})\b(?: \w+){0,2}"),
        Sign(r"{W}(?:{N}|eine?[nr]?|ein paar)(?: (?!{MORE})[\w-]+){0,2} (?:{MORE})\b(?! als (?:{N}|ein\w*)\b)(?: \w+)?", needs=r"\b(?:{N}|eine?[nr]?|eine halbe)\s(?:mehr|weniger|(?:[\w-]+\s)?(?:{TIME}|kilo|kg|pfund|punkte?|punkten|besprechungen|meetings|mails|e-mails|kunden|kundinnen|menschen|leute|grad|fälle|fehler|aufträge|anfragen|plätze|stellen|sitzungen|termine|krankheitstage|beschwerden|rückfragen)\s(?:(?:pro|in der|am|im) \w+ )?(?:{MORE}))\b",
             unless=r"\b(?:{N}|eine?) (?:{TIME}) (?:später|früher)[,. ](?!als|zu|nach)|\b(?:mehr|weniger|länger) als (?:{N}|ein\w*) {TIME}\b"),
        Sign(r"\b(?:{GAIN})\b(?: [\w-]+){0,6}? (?:{N}|einen?)(?: (?!{MEETINGS}\b|{IDLE}\b)[\w-]+){1,3}",
             needs=r"\b(?:{GAIN})\b(?: [\w-]+){0,6}? (?:{N}(?! (?:\w+ )?(?:{MEETINGS}|{IDLE})\b)|einen? (?:ganzen? |vollen? |freien? |halben? )?(?:tag|stunde|abend|vormittag|nachmittag)\b)", unless=r"\bdamals\b|\bverlor(?:en)? (?:\w+ ){0,3}(?:jahre|monate|kollegen)\b"),
        Sign(r"{W}(?:{N})(?: (?!{MEETINGS}|{IDLE})[\w-]+){1,5}? (?:{GAIN})\b", unless=r"\b(?:nach|vor|seit|in|innerhalb von|während|über|für|binnen) (?:{N}) (?:{TIME})\b|\b(?:{N}) (?:\w+ )?(?:{MEETINGS}|{IDLE})\b"),
        Sign(r"(?:{N}|eine?[nr]?)(?: [\w-]+){0,4} (?:statt|anstatt|anstelle von|gegenüber|verglichen mit)(?: \w+)? (?:{N}|eine?[nr]?)\b(?: \w+)?|\bstatt (?:\w+ )?(?:{N}|eine?[nr]?)\b(?: \w+){0,3}?(?: (?:nur|noch|jetzt|heute|nun|sind|es|wir|ich|haben|brauchen|brauche|dauert|dauern)){1,4} (?:{N}|eine?[nr]?)\b(?: \w+)?"),
        Sign(r"\b(?:nur noch|gerade noch)\s(?:{N}|eine?[nr]?)(?: (?!{IDLE})[\w-]+){1,2}", unless=r"\b(?:plätze|platz|termine|frei)\b|\bnoch (?:einen?|{N}) (?:tag|tage|wochen|sitzung)"),
        Sign(r"\b(?:heute|jetzt|nun|inzwischen|seither|seitdem)\b[^.!?;]{0,40}?\b(?:{N}|eine?[nr]?)(?: (?!jahre?n?\b|{IDLE}|{MEETINGS})[\w-]+){1,2}", needs=r"\b(?:statt|früher|vorher|zuvor|nur|dauert|dauern|brauchen|brauche|arbeite|schlafe|damals|noch)\b", unless=r"\bseit (?:\w+ )?(?:{N})|\bvor {N}"),
        Sign(r"\b(?:alle |alle meine |meine |unsere |von )?(?:{N})(?: (?:meiner|unserer|der|dieser|von))?(?: [\w-]+){0,2}? (?:{PEOPLE})\b(?: [\w-]+){0,6}? (?:{OUTCOME})\b", unless=r"\b(?:wenn|falls|ob)\b"),
        Sign(r"\b(?:{OUTCOME})\b(?: [\w-]+){0,3} (?:{N})(?: (?:meiner|unserer|der))?(?: [\w-]+)? (?:{PEOPLE})\b", unless=r"\b(?:wenn|falls|ob)\b"),
        Sign(r"\b(?:alle|keine?r?|jede[rs]? einzelne) (?:meiner|unserer|meine|unsere|der|von meinen)(?: \w+){0,2} (?:{PEOPLE})\b(?: [\w-]+){0,6}? (?:{OUTCOME})\b"),
        Sign(r"\bjede[rsnm]? (?:zweite|dritte|vierte|fünfte|zehnte)[rsn]? (?:kund\w*|klient\w*|person|teilnehm\w*|mitarbeit\w*|team|führungskraft|anfrage|angebot|bewerbung|frau|gründer\w*|auftrag|\w*gespräch|mail)\b(?: \w+){0,3}"),
    ),
)  # fmt: skip
