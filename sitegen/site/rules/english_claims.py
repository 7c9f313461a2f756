"""English words for results."""

from __future__ import annotations

from sitegen.site.rules.claim_words import ClaimWords, Sign
from sitegen.site.rules.written_numbers import ENGLISH_NUMBERS

ENGLISH = ClaimWords(
    numbers=ENGLISH_NUMBERS,
    common="the|and|of|to|i|we|my|our|was|is|it|that|with|for|a|by|have|had|you|she|he|her|are|they|has",
    letters="",
    triggers=r"(?:an?|one) (?:whole |full |free |extra )?(?:hour|day|week|month|year|evening|morning|afternoon) (?:a|an|per|every|each|later|earlier|after|more|less|back|sooner|into|on)\b|(?:within|under|in|after|than|only|just|took)(?: \w+){0,2} (?:an?|one) (?:day|week|month|year)\b|one (?:in|out)\b|half|halv|double|doubling|tripl|trebl|quadrupl|twice|thrice|hundreds|thousands|dozens|\w+fold\b|every (?:second|third|other)|all (?:of|the|my|our)|none of|no one|nobody",
    part_heads="an?|one|by|in|of",
    sets={
        "CHANGE": r"r[io]se[sn]?|rising|fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|cut(?:s|ting)?|reduc(?:e[sd]?|ing|tions?)|increas(?:e[sd]?|ing)|gr[oe]w(?:s|n|ing)?|growth|"
        r"shr[aiu]nk(?:s|en|ing)?|improv(?:e[sd]?|ing|ements?)|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|lower(?:s|ed|ing)|"
        r"rais(?:e[sd]?|ing)|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|shorten(?:s|ed|ing)?|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|"
        r"soar(?:s|ed|ing)?|surg(?:e[sd]?|ing)|plummet(?:s|ed)?|tumbl(?:e[sd]?|ing)|shav(?:e[sd]?|ing)|sped|accelerat(?:e[sd]?|ing)|exceed(?:s|ed|ing)?|beat|"
        r"outperform(?:s|ed)?|surpass(?:e[sd])?|uplift|slid|sank|dipped|scaled|went|gone|came down|moved|brought|bring|got|took|changed|down|up",
        "GAIN": r"sav(?:e[sd]?|ing)|won|wins?|winning|earn(?:s|ed|ing)?|land(?:s|ed|ing)|clos(?:e[sd]|ing)|sign(?:s|ed|ing)|s[eo]ll(?:s|ing)?|sold|booked|attract(?:s|ed|ing)|"
        r"lost|los(?:es?|ing)|recover(?:s|ed|ing)|freed|frees|freeing|regain(?:s|ed|ing)?|generat(?:e[sd]?|ing)|secur(?:e[sd]|ing)|hir(?:e[sd]|ing)|fill(?:ed|ing)|recruited|"
        r"promoted|retain(?:ed)?|reclaim(?:s|ed|ing)|delivered|launched|shipped|brought|negotiated|achieved|hit|acquired|shed|scored|raised|gained?|gains|gave me|gives me|"
        r"gave us|gives us|wins? back|got back|get back|won back|cut|cleared|eliminated|removed|dropped|cancelled|added|adds",
        "MORE": r"more|fewer|less|faster|slower|quicker|sooner|earlier|later|higher|lower|better|lighter|shorter|longer|larger|bigger|smaller|cheaper|stronger",
        "PCT": r"{N}(?:[\s\u00a0\u202f]|-)?(?:%|per\s?cent\b|percent\b|percentage points?\b|pct\b|pc\b|points\b)",
        "SIGN": r"(?:[€£$]|(?:EUR|USD|GBP|CHF|NOK|US\$|A\$)\s?)",
        "COIN": r"(?:€|£|\$|euros?\b|pounds\b|dollars\b|francs\b|kroner\b|EUR\b|USD\b|GBP\b|CHF\b|quid\b|grand\b)",
        "MONEY": r"{SIGN}\s?{N}|{N}[\s-]?(?:{COIN})|{N}-figure",
        "TIME": r"seconds?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?|yrs?|decades?|evenings?|mornings?|weekends?|nights?|afternoons?|fortnights?",
        "MEETINGS": r"sessions?|talks?|conversations?|visits?|appointments?|modules?|lessons?|workshops?|sittings?",
        "IDLE": r"things?|questions?|times?|reasons?|points?|steps?|words?|sentences?|examples?|pages?|chapters?|cups?|coffees?|books?|exercises?|tips?|ways?|ideas?|"
        r"thoughts?|tools?|phases?|stages?|parts?|topics?|children|kids|sons?|daughters?|sheep|dogs|cats|husbands?|degrees|diplomas|exams|trainings?|sisters?|brothers?|coaches|places?|seats?|services?|rooms?|chairs?|friends?|"
        r"colleagues|options?|insights?|minds?|attempts?|mistakes?|lines?|letters?|articles?|dates?|offices?|sites?|languages?|countries|cities|certificates?|hundred percent|MEETS",
        "PEOPLE": r"people|persons?|clients?|leaders?|managers?|founders?|participants?|coachees|teams?|executives?|directors?|women|men|companies|customers?|employees|"
        r"staff|nurses|engineers|members?|heads|professionals|entrepreneurs|owners|graduates|applicants|candidates|attendees|businesses|organi[sz]ations|ceos|"
        r"leads|respondents|teachers|doctors|lawyers|couples|projects|deals|goals|proposals|pitches|reports|colleagues|of them|of us",
        "OUTCOME": r"stay(?:ed)?|left|pass(?:ed)?|reach(?:ed)?|promot(?:ed|ions?)|return(?:ed)?|come back|came back|recommend(?:ed)?|renew(?:ed)?|complet(?:ed?)|finish(?:ed)?|found|got|"
        r"achiev(?:ed?)|met (?:their|the)|report(?:ed)?|quit|resign(?:ed)?|improv(?:ed?)|accepted|succeeded|received|doubled|hired|won|said (?:that )?they|say (?:that )?they|"
        r"stopped|hit|secured|landed|delivered|kept|are still|changed jobs|moved up|moved into|increased|would|feel|felt|sleep|now lead|have since|has since",
        "SPAN": r"within|in|after|over|for|during|since|inside|under|took",
        "LATER": r"later|after|on|in",
        "SCALE": r"scale|rating from|ages|aged|range|ranges|ranging|anywhere|open from|(?:is|are|am) open|opening hours|groups? (?:of|from)|teams? (?:of|from)|bus|train|prices?|capacity|pages?|takes? (?:from|about)|monday|friday|"
        r"participants from|companies from|choose|count(?:ed|ing)? from|available|o'clock|[ap]m\b|\d[:.]\d\d",
        "REBATE": r"discounts?|fees?\b|i charge|charged|off\b|vat\b|deposit|tax\b|taxes|interest\b|rebates?|coupon|commission|upfront|in advance|refund|instalments?|cancel(?:l?ed|lation)?|contract|"
        r"part-time|position|post\b|battery|alcohol|cotton|humidity|mortgage|surcharge|chance of rain|cocoa|pension|donate|inflation|one place|half price|every invoice|of my time|of our time|role is|a \w+ post|full-time",
        "WORTH": r"rais(?:e[sd]?|ing)|revenues?|turnover|sales|income|profits?|earnings?|salary|pipeline|savings?|saved?|saves|saving|extra|additional|gain(?:ed|s)?|increas(?:e[sd]?|ing)|"
        r"rose|grew|grown|growth|won|landed|closed|earn(?:ed|s|ing)?|sold|contracts?|deals?|funding|margin|debts?|loss(?:es)?|fell|cut|cutting|reduced|bonus|bookings|"
        r"orders?|jump(?:ed)?|billed|billing|takings|more|higher|lower|negotiated|fewer|less|dropped|fundrais(?:ed|ing)|secured|recovered|brought in|generat\w+|"
        r"doubled|overtime|worth of|pay rise|costs us|cost us|spared|avoided|worth half|fraction",
        "PRICE": r"costs?|prices?|priced|fees?|charge[sd]?|plus vat|vat|invoices?|invoiced|deposits?|tickets?|per|hourly|rates?|payable|refund(?:ed)?|instalments?|budgets?|"
        r"budgeted|donat\w+|stipend|fine|discount\w*|rent|travel|voucher|scholarship|subscription|membership|a session|an hour|a day|a person|each|from|includes?|pays?|paid|"
        r"department|manages?|in charge|responsible|company|spend|spent|book|lunch|dinner|coffee|laptop|insurance",
        "MULTIPLE": r"doubled|doubling|halved?|halves|halving|tripled|tripling|trebled|quadrupled|quintupled|{N}-?fold|(?:two|three|four|five|six|eight|ten|twenty|hundred)fold",
    },
    factors={r"doubl|twice|two-?fold|halv|half": 2, r"tripl|trebl|thrice|three-?fold": 3, r"quadrupl|four-?fold": 4, r"five-?fold|quintupl": 5, r"six-?fold": 6, r"ten-?fold": 10},
    idle=(
        # dates, years, times of day, ages, telephone numbers, addresses, laws and labels
        r"\b(?:https?://|www\.)\S+|\S+@\S+",
        r"(?:\+\d{1,3}|\(0\)|\b0)[\d\s()/-]{6,}\d",
        r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b",
        r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d)?(?=\W|$)(?<=\d)",
        r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?:,? (?:19|20)\d\d)?",
        r"(?<![£$€\d.,])\b(?:19|20)\d\d(?:\s?(?:[-–/]|to|and|or)\s?(?:(?:19|20)?\d\d))?(?:s\b|\b)(?![.,]\d|\s?(?:%|€|euros?|pounds|dollars|people|clients|subscribers|customers|hours|members|followers|orders|tickets|copies))",
        r"\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?(?!\s?(?:%|€|£|million|m\b|per|points|hours|out))|\b\d{1,2}\s?[ap]\.?m\b\.?",
        r"\b(?:at|until|till|by|before|past|after|around|about) (?:half past )?(?:{N}|one) (?:o'clock|in the (?:morning|afternoon|evening)|at night)\b|\b(?:{N}) o'clock\b",
        r"\b(?:half|quarter) (?:past|to) (?:{N}|one)\b",
        r"\b(?:aged|age|turned|turning|at the age of|in (?:my|her|his|their) (?:early |late |mid-?)?) ?{N}s?\b|\b{N}[\s-]years?[\s-]olds?\b|\bin (?:my|her|his|their) (?:\w+ )?(?:twenties|thirties|forties|fifties|sixties)\b",
        (r"\b(?:art(?:icle|\.)?|section|sec\.?|no\.?|nr\.?|iso|din|en|pages?|p\.|chapter|version|room|floor|line|step|level|part|module|session|figure|table|question|"
        r"track|bus|route|gate|covid|windows|paragraph|para|rule|clause|regulation|phase|stage|unit|grade|hall|platform|suite|flat|box|road|vol(?:ume)?\.?|issue|act|"
        r"type|form|class|group|tier|number|lesson|cfr|usc|§+)[\s-]*(?:{N}|one)(?: (?:of|to|and|or) (?:{N}|one))?\b"),
        r"(?:^|\b(?:in|by|on|from|until|since|of|and|the|to) )(?:day|week|month|year) (?:\d{1,2}\b(?![.,:]\d)|one|two|three|four|five|six|seven|eight|nine|ten)\b",
        r"\b\d+[a-z]? (?:[A-Z]\w+ ){1,2}(?-i:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Way|Drive|Court|Park|Terrace|Gardens|Row|Place)\b",
        r"\b(?:GDPR|ICF|UCPD|CAP|DSGVO|BGB)\W+(?:Art\.? ?)?\d[\d.()a-z]*|\b\d+ (?:CFR|USC)\b[\s\d.()a-z]*",
        r"\b(?:chapters?|pages?|weeks?|days?|steps?|sessions?) \d+\s?(?:-|–|to)\s?\d+\b",
        r"\b(?:scale|rating) (?:of|from) \w+ (?:to|-|–) \w+|\bfollowed by (?:{N}|one|an?)\b",
        r"{N}(?:[.,]\d)?(?:\s?(?:/|out of)\s?(?:{N}|5|10))? (?:stars?|on (?-i:[A-Z]\w+))\b",
        # turns of speech
        r"\b(?:twice|(?:two|three|four|five|six|\d+) times) (?:a|an|per|each|every|in|before|we|i|she|he|with|and|already|now|last|this|that|daily|weekly|yearly|about|to)\b(?! (?:as|the))",
        r"\b(?:think|thought|once or|at least|more than|met|meet|meets|asked|tried|call(?:ed)?|came|it) twice\b",
        r"\bhalf(?:[\s-](?:an?|the))?[\s-](?:hour(?! (?:earlier|later than|less|more|back|a day|every|each|per))|day(?! (?:earlier|less|more|back|a week|every|each|per))|past|way|term|board|moon|marathon|hourly|days|yearly|finished|hearted|heartedly|morning|evening|afternoon|asleep|empty|full|page|jokingly|sentence|expected|hoped|of it|joking)\b|\bhalf (?:expected|hoped|knew|of me)\b",
        r"\b(?:better|second|first|other) half\b|\bhalf the (?:battle|secret|fun|story|work of)\b|\b(?:once|twice|each|every|per) (?:a )?quarter\b(?= the| we| of (?:the|a) year|$|,)|\b{N} (?:heads|eyes) \w+|\bhalf of what\b|\bhalf of it\b|\bturned? (?:the|it) .{0,20}(?:up|down) (?:to|from) {N}\b|\bhalf-way\b|\ban hour and a half\b(?! (?:less|more|back|earlier|sooner|a|every|each))|\b(?:{N}|one) and a half\b(?= {TIME}(?! (?:less|more|earlier|sooner)))",
        r"\bdoubl(?:e|ing)[\s-](?:check(?:ed|ing)?|click|booked|booking|edged|bed|room|act|glazing|espresso|take|bind|page|sided|spaced|bass|decker|meaning|life|back|down|standards?)\b|\bdoubled (?:back|over|up|down)\b",
        r"\b(?:24/7|9[- ]to[- ]5|nine[- ]to[- ]five|one to one|one[- ]on[- ]one|catch[- ]22|fifty-fifty|50[/:-]50|360[- ]degree|360°|180[- ]degree|180°|five[- ]stars?)\b",
        r"\b(?:a|one) (?:hundred|thousand|million|dozen)(?: and one)? (?:times|things|reasons|ideas|questions|other|directions|miles|open|different|thanks|little|tabs|plans|small)\b",
        r"\b(?:two|three|four|one|five) or (?:two|three|four|five|six)\b(?! (?:more|fewer|times))",
        r"\b(?:one|two|three) more (?:things?|times?|questions?|words?|{MEETINGS}|{TIME})\b",
        r"\b(?:no|not) (?:more|fewer|less|later|earlier|longer) than (?:{N}|one)\b",
        r"\b(?:quarter|{N} quarters) of an hour\b|\bfirst (?:{N}) (?:days|weeks|months|minutes)\b|\b(?:{N}) (?:of us|minds|feet|left feet|cents|hats)\b",
        r"\b(?:{N}|one)[\s-](?:{TIME})[\s-](?:talk|session|call|conversation|programme|program|workshop|course|contract|notice|meeting|break|walk|drive|train|appointment)s?\b",
        r"\b(?:(?:a|one) hundred|100|110|150|200|1000|a thousand|one thousand)\s?(?:%|per ?cent|percent)(?= (?:sure|certain|convinced|behind|honest|recommend|committed|confidential|agree|there|me|myself|right|clear|confident|focused|present|remote|online|satisfied|serious|yourself|on board|natural|my))",
        r"\b(?:gave|give|gives|giving|recommend\w*|(?:be|am|is|are|was|were|being|always)(?: not)?)\s(?:\w+ )?(?:(?:a|one) hundred|100|110|150|200)\s?(?:%|per ?cent|percent)",
        r"\bmore than (?:a|one) (?:year|month|week|day|decade)\b",
    ),
    silent=r"\b(?:cannot|can't|can not|don't|do not|won't|will not|never|no one can|nobody can|not) (?:\w+ )?(?:promis|guarante)|\b(?:no|without) (?:promise|guarantee)s?\b|\b(?:aims?|goals?|targets?|plan|plans|hope|hopes|"
    r"wish|want|wants|wanted|would like|intend|intends|dream) (?:\w+ ){0,6}?(?:is|was|are|to)\b|\baccording to\b|\b(?:(?<!our )surveys?|study|studies|research|researchers|statistics|statistically|poll)\b|\bon average,? (?:people|most)\b|"
    r"\bwhen (?:i|we|she|he|they) (?:first )?(?:came|arrived|met|started|began|called|got in touch|contacted|turned) (?:to|with|at|looking)\b|\bwhen the board decided\b|\bbefore (?:i|we) (?:came|met|started|began|found|called|worked)\b(?!.*\bnow\b)|"
    r"\bhad to (?:happen|change)\b|\bcould not go on\b|\bcouldn't go on\b|\bat (?:that|the) time (?:i|we)\b|\bimagine\b|\bwhat if\b|^\W*if (?:you|your) (?:want|would|could|like|need|had)\b|\b(?:before that|previously|formerly|earlier),? i (?:was|ran|led|managed|worked)\b|\bwe had (?:lost|gone|tried)\b.*\b(?:looking|needed|wanted|help)\b|\bshould you\b|\b(?:the|my|our) (?:fees?|prices?) (?:is|are|starts?|includes?)\b|\bcancel(?:l?ed|s|lation)?\b.{0,40}\bcharge|\bearly birds?\b|\binstalments\b|\b(?:you will get|you get|you receive) (?:{N}) (?:\w+)\b(?<!hours)|\bsource:",
    signs=(
        # so soon
        Sign(r"(?:\b(?:within|in|after|inside|under|only|just|less than|took|it took)\s(?:(?:just|only|under|less than|about|barely|the first|the|a mere|no more than)\s){0,2}(?:{N}|an?|one|half an?)\s(?:{TIME}|{MEETINGS})\b|\b(?:{N}|an?|one|half an?)\s(?:{TIME}|{MEETINGS})\s(?:earlier|later|after|into|(?:in|on)(?=,)|from (?:our|my|the) first \w+)\b)(?: [\w'’-]+){0,4}",
             needs=r"\b(?:promot\w+|made partner|partner|new (?:job|role|position|contract|post|employer)|first (?:paying |real |own )?(?:client|customer|order)s?|(?:new|paying|regular|steady) (?:clients?|customers?)|job offers?|offers?|director|head of|team lead|manager|vice president|vp|took over|take over|running|appointed|signed|contract|vacanc(?:y|ies)|"
                   r"filled|skipped|pay rise|raise|deputy|in charge|passed|break even|broke even|booked out|fully booked|first clients?|licence|leading|led|on the board|the board|c-suite|interviews?|landed|hired|got the job|dream job|new office|new desk|to (?:go|get) from|to become|became|quit|own business|profit(?:able)?)\b",
             unless=r"\b(?:i|we) (?:trained|have been|worked as|was a|was an|was head|offer|meet|spent|ran|hold|led|managed)\b|\bcoach(?:ing)? (?:for|since)\b|\b(?:am a coach|coach|coached|worked|led|run|managed) (?:\w+ ){0,4}for (?:{N}|a|an|one) (?:{TIME})\b|\b(?:over|past|last|nearly|almost|more than) (?:{N}|a|an|one) (?:{TIME})\b|\bcosts?\b|\b(?:{TIME}) ago\b|\bnotice\b|\boffers? (?:a|you|an|{N})\b|\b(?:first|newly|recently) promoted\b|\bsoon\b|\bper \w+"),
        # a number beside a word of how it went
        Sign(r"{W}(?:{N}|half an?|an?(?= (?:\w+ )?{TIME}(?: and a half)?(?: back)? (?:a|per|every|each) ))(?: (?!{IDLE})[\w'’-]+){0,3}", needs=r"\b(?:any ?more|no longer|used to|mine again|ours again|won back|win back|got back|get back|given back|gave back|gave me back|up from|down from|than before|as a result|thanks to (?:her|him|the|our|this)|"
             r"stood at|stands at|ended (?:the|up)|avoided|avoids?|prevented|spared|spares|settled|resolved|disappeared|vanished|gained|what i gained|back every|back each|fridays? back|day back|days back|we saved|i saved|saved us|not (?:{N})|(?:weeks|days|months) early|ahead of (?:schedule|plan|time)|once needed|earlier than (?:planned|expected|we)|shorter\b|came out with|has left|have left|left since|back since|in one year|in a single|free evenings?|to a handful|"
             r"called in sick|instead of|compared (?:with|to)|where (?:it|there) (?:was|were) (?:once )?|on record|first (?:paying |real |own )?(?:client|customer|order|contract)s?|paid for itself|paid off|did not have|didn't have|last year|under budget|on budget|ahead of|extra (?:evening|day|hour|afternoon|morning)|whole (?:evening|day|hour|afternoon|morning)|best (?:year|quarter|month)|now (?:say|says|hold|holds|speak|speaks|share|shares|report|reports|lead|leads|use|uses|trust|sleep|leave|take|takes|make|makes|run|runs|decide|decides|see|sees|get|gets|feel|feels|work|works|come|comes|need|needs|ask|asks|answer)|still (?:use|uses|hold|there|with us|in post|work)|for the first time|ever since|in the (?:year|months|weeks|winter|spring|summer|autumn|quarter) (?:after|since)|better than|beat|in the first (?:month|quarter|year)|went down|went up|is up|are up|is down|are down|was up|was down|since (?:her|his|the|our|then|we|i) (?!am|have been)\w*|"
             r"used to be|before (?:her|his|the (?:coaching|programme|workshop))|without (?:a )?single)\b",
             unless=r"\b(?:i|we) (?:hold|trained|have been|have worked|work|was born|have coached|have run|meet)\b|\b(?:takes? (?:from|about|place|up)|lasts\b|lasted|limited|choose|includes?|per hour|per session|group of|team of|participants|please|registration|born|founded)\b|\b(?:since|for) (?:{N}) (?:{TIME})\b|\bcoach(?:es|ing|ed)? (?:for|since)\b"),
        Sign(r"\b{D}/{D}\b(?: \w+)?|{N}\s?(?:→|->|⟶|=>|➜|➔)\s?{N}|(?:^|[\s(:])[+−–±-]\s?{N}\s?(?:%|points|pct)?", unless=r"\b(?:{SCALE})\b"),
        Sign(r"\b(?:no|none|not one|not a single one|no one|both|all|every one|every single one|neither) of (?:the|my|our|these|those|her|his)(?: (?:{N}|other))?(?: \w+){1,6}", needs=r"{N}", unless=r"\bof us\b|\bagree\b|\bhas to be\b|\bneed"),
        Sign(r"\b(?:up|down|by|an? extra|another|additional)\s(?:about |around |nearly |almost |roughly |over |more than )?(?:{N})(?: (?!{IDLE}|{MEETINGS})[\w-]+)?", needs=r"\b(?:up|down|extra|additional|rose|fell|went|is|are|grew)\s", unless=r"\b(?:up|down) to\b|\bby {N} (?:on|in|o'clock|people)\b|\banother {N} (?:{TIME}|{MEETINGS})\b|\bby (?:{N})\b(?=[,.]|$)(?<!down by)|\b(?:sit|sat|lie|written?|write|wrote|note|set) (?:\w+ )?down\b|\bpick(?:ed)? up\b"),
        Sign(r"\b(?:an?|by an?|of an?|one|{N}|by)\s(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\b(?: \w+)?", needs=r"\b(?:{CHANGE}|{MORE}|plus|minus|saved?|lost|won)\b", unless=r"\b(?:a|one|the) (?:third|fifth|fourth|sixth|second|quarter) (?:person|session|talk|time|place|meeting|option|way|chair|coffee|of an hour|year|week|day|month|party|one|thing|question|child|job|company|language)\b|\bquarter (?:to|past)\b"),
        Sign(r"\b(?:half a|a|one|several) {N}\b(?: \w+){0,3}", needs=r"\b(?:{WORTH}|worth|client|saved)\b", unless=r"\b(?:{REBATE})\b|\bturns over\b"),
        Sign(r"{W}\b(?:earned?|earns?|invoiced?|charged?|billed?)\b(?: [\w'’-]+){0,3} (?:{SIGN}\s?)?{N}(?: \w+){0,2}", needs=r"\b(?:today|now|before|last|after|first)\b", unless=r"\bi charge\b|\bplus\b"),
        Sign(r"{W}{PCT}", unless=r"{PCT}[^.!?;]{0,40}\b(?:{REBATE})|\b(?:{REBATE})[^.!?;,]{0,25}{PCT}|{N}\s?points? (?:on|of|to|for)"),
        Sign(r"{W}(?:{MONEY})", needs=r"\b(?:{WORTH})\b"),
        Sign(r"{W}(?:{MONEY})", needs=r"\b(?:now|today|since|after|later|within|first|last|than|one|because|thanks|more|account|made|make|makes|got|had|that|year|month|came|brought|we|us|me)\b", unless=r"\bpockets?\b|\b(?:{PRICE})\b|{MONEY}[\s-](?:a|an|per|each)\b"),
        Sign(r"{W}\b(?:{MULTIPLE})\b"),
        Sign(r"\b{N} (?:\w+ )?(?:new|regular|paying|steady|permanent) (?:clients?|customers?|orders?|contracts?|bookings|members|employees|colleagues)(?: \w+){0,4}", unless=r"\b(?:per|a|each) (?:year|month|quarter)\b|\blooking for\b|\bwelcome\b|\btake on\b"),
        Sign(r"\b(?:had|have|got|with|landed|received) {N} (?:\w+ )?(?:offers?|interviews?|contracts?|orders|bookings)\b(?: \w+){0,4}|\b{N} times over\b(?! (?:the |about |some )?(?:{N}|an?|several|next)\b)"),
        Sign(r"\b(?:is|was|stands?|stood|sits) (?:now |only |just |down |up )?(?:at )?(?:an? )?{N}\b(?! (?:years|{MEETINGS}|{PEOPLE}|people))", needs=r"\b(?:now|at the end|by the end|today|in the end|at our last|afterwards)\b", unless=r"\b(?:i am|i was|i'm|place|left|free|o'clock)\b"),
        Sign(r"\b(?:double|triple|treble|quadruple|halve) (?:your|their|our|my|his|her)(?: \w+){1,2}"),
        Sign(r"\b(?:to|will|can|could|did|we|they|helped|nearly|almost|sales|revenue|turnover|income|profits?|output|bookings|clients|i|me|us|would) (?:double|triple|treble|quadruple|halve)s?\b[^.!?;]{0,30}"),
        Sign(r"\b(?:twice|double|triple|half|{N} times|a third|a quarter) (?:as|the|our|my|what|of what)(?: \w+){1,3}", unless=r"half the (?:battle|time (?:i|we|you|it)|people in)|\btwice the\b.{0,12}\bcoach"),
        Sign(r"\b{N} times (?:more|faster|as|higher|better|the|fewer|less|quicker|bigger|larger)(?: \w+)?|\b{D}x\b(?: \w+)?"),
        Sign(r"\bfrom (?:about |around |nearly |almost |roughly |over |some |more than )?(?:{SIGN}\s?)?(?:{N}|one|none|zero|nil|an?(?= \w+ to))\b[^.!?;:]{0,45}?\bto (?:about |around |nearly |almost |roughly |under |over |just |some |less than |more than )?(?:{SIGN}\s?)?(?:{N}|one|none|zero|nil|an?|half)\b(?: (?:{TIME}|\w+))?",
             unless=r"\b(?:{SCALE})\b"),
        Sign(r"{N}(?: [\w'’-]+){0,3} before\b[^.!?;]{0,20}{N}(?: [\w'’-]+){0,2} after(?:wards)?\b|\bbefore:? {N}[^.!?]{0,20}\bafter(?:wards)?:? {N}|\bturned (?:a|an|the)?\s?(?:{SIGN}\s?)?{N}[^.!?;]{0,30}\binto\b[^.!?;]{0,30}{N}|{N}[^.!?;]{0,25}\b(?:became|turned into)\b[^.!?;]{0,15}{N}"),
        Sign(r"\bof (?:the|my|our|these|those) {N}(?: [\w'’-]+){0,6},? (?:only |just |all |nearly all |but )?(?:{N}|one|none|no one|not one|all)\b(?: \w+){1,4}", unless=r"\bof us\b"),
        Sign(r"\b{N} (?!{MEETINGS}|{IDLE})[\w'’-]+ (?:out of|in) (?:every )?{N}\b(?! {TIME})|\bone (?:in|out of) {N}(?: [\w'’-]+){0,6} any ?more\b"),
        Sign(r"\bevery (?:third|fourth|fifth|sixth|tenth) (?!{TIME}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|{MEETINGS}|person who)[\w'’-]+(?: \w+){0,3}"),
        Sign(r"\b(?:{N} (?:out of|in|of)|one (?:out of|in)) (?:every |the |my |our |these |those |their )?(?:{N})\b(?! (?:first )?(?:{TIME}|{MEETINGS}))(?: \w+)?", unless=r"\b(?:number|part|session|page|step) one of\b"),
        Sign(r"\b(?:a|one|nearly half|almost half|half|{N})[\s-](?:thirds?|quarters?|fifths?|tenths?|half) (?:fewer|less|more|of (?:my|our|the|all|them|these)|lower|higher|faster|quicker|shorter|smaller|off)\b(?: \w+)?"),
        Sign(r"\b(?:by|down|up|of) (?:nearly |almost |about |over |more than |roughly |around )?(?:a|one|{N})[\s-](?:thirds?|quarters?|fifths?|tenths?|half)\b|\bby (?:nearly |almost |about |over |more than )?half\b|\bin half\b(?! an)"),
        Sign(r"\bhalf (?:as (?:many|much|long|often|big|high)|the (?:time|number|cost|price|hours|meetings|effort|mails|emails|e-mails|size|stress|amount|sick days|errors|mistakes|staff|workload))\b|\bhalf of (?:my|our|the|all|them)(?: \w+)?(?= .*\b(?:{OUTCOME})\b)"),
        Sign(r"\b(?:more than|over|nearly|almost|about|around|roughly) (?:half|{N} thirds|{N} quarters|a third|a quarter)(?: of)?(?: \w+){1,3}"),
        # so much more, less, earlier
        Sign(r"{W}\b(?:{N}|one|an?|half an)(?: (?!{MORE})[\w'’-]+){0,3} (?:{MORE})\b(?! than (?:{N}|one|an?)\b)(?: \w+)?", needs=r"\b(?:{N}|one|an?|half an)\s(?:more|fewer|less|(?:{TIME}|kilos?|kg|pounds|points?|meetings|mails|emails|clients|people|calls|degrees|percent|percentage points|cases|errors|mistakes|orders|enquiries|inquiries|positions|places|ranks|times|complaints|sick days)\s(?:{MORE}|a \w+ (?:{MORE})))\b",
             unless=r"\b(?:one|an?) (?:more|less|better|further|smaller|bigger|shorter|longer|larger|earlier|later|higher|lower|stronger|faster)\b|\b(?:{N}|one|an?) (?:{TIME}) (?:later|earlier)(?:$|[,.\s](?!than|and|in|on|every|now|most))"),
        Sign(r"\b(?:{GAIN})\b(?: [\w'’-]+){0,4}? (?:{N}|an?|one)(?: (?!{MEETINGS}\b|{IDLE}\b)[\w'’-]+){1,3}",
             needs=r"\b(?:{GAIN})\b(?: [\w'’-]+){0,4}? (?:{N}(?! (?:\w+ )?(?:{MEETINGS}|{IDLE})\b)|an? (?:extra |whole |full |free |half )?(?:hour|day|evening|morning|afternoon|weekend)s? (?:a|per|every|each)\b)|\b(?:extra|whole|full|free) (?:hour|day|evening|morning|afternoon)s? (?:a|per|every|each)\b",
             unless=r"\blost (?:\w+ ){0,2}(?:{N}|one) (?:years|months|weeks|people|colleagues|friends|engineers?)\b|\b(?:signed up|hired (?:me|her|him)|won(?:'t|’t)|brought (?:me|her|him) up)\b|\bback then\b|\blost one\b"),
        Sign(r"{W}\b(?:{CHANGE})\b(?: [\w'’-]+){0,4}? (?:by|to|at|of) (?:about |around |nearly |almost |roughly |over |more than |under |just |less than )?(?:{N}|one)\b(?: [\w'’-]+){0,2}",
             unless=r"\b(?:up|came|went|got|took|brought|moved|changed|grew up) (?:\w+ ){0,3}(?:to|at|of|by) (?:{N}|one) (?:{MEETINGS}|{IDLE}|{PEOPLE}|different|other)\b|\b(?:went|came|got|up|took|moved) (?:\w+ )?(?:to|at) (?:work|bed|school)\b|\bup to\b|\b(?:{SCALE})\b|\bby (?:{N})\b(?! (?:{TIME}|points?|people|a \w+))|\bat {N}\b|\bgroups? of\b|\bteams? of\b"),
        Sign(r"\b(?:now|today|these days|nowadays)\b[^.!?;]{0,45}?\b(?:{N}|one|an)(?: (?!years?\b|{IDLE}|{MEETINGS})[\w'’-]+){1,2}",
             needs=r"\b(?:instead of|used to|rather than|before|down from|up from|no longer|only|just|it is about|we need|takes?|take|work|sleep|left|decide|used|leave)\b",
             unless=r"\b(?:since|for {N} years|{N} years now|years ago|ago|today we|today i|today you|i have two|we are now)\b"),
        Sign(r"(?:{N}|one|an?)(?: [\w'’-]+){0,4} (?:instead of|rather than|compared with|compared to|down from|up from|against|not)(?: the)?(?: usual| previous| former| about)? (?:{N}|one|an?)\b(?: \w+)?", unless=r"\bone of\b"),
        Sign(r"\b(?:down|up|back) to (?:{N}|one)\b(?: \w+)?", unless=r"\b(?:write|boils?|comes?|came|seats?|groups?|for up|up to)\b"),
        # people who got there
        Sign(r"\b(?:all|every one of|each of)?\s?(?:the |my |our )?(?:{N})(?: of (?:my|our|the|these|those|their))?(?: [\w'’-]+){0,2}? (?:{PEOPLE})\b(?: [\w'’-]+){0,4}? (?:{OUTCOME})\b(?: \w+){0,2}", unless=r"\bif\b|\bwould be\b|\bwhether\b"),
        Sign(r"\b(?:all|none|every one|each|not one) of (?:my|our|the)(?: \w+){1,4} (?:{OUTCOME})\b", unless=r"\ball of (?:my|our) (?:time|work)"),
        Sign(r"\bevery (?:second|third|fourth|fifth|other) (?:client|customer|person|participant|employee|team|leader|inquiry|enquiry|offer|proposal|pitch|application|woman|founder|manager|mail)\b(?: \w+){0,2}"),
    ),
)  # fmt: skip
