"""The forms in which parents say things while a plan is made, as patterns of plain words.

"Plain" words are in lower case, with straight quotes and no outer signs.
"""

from __future__ import annotations

import re

LONGEST_COMMAND = 9

COMMANDS = {
    "stop": r"(?:please |ok |okay |sorry |actually |can we |could we |i want to |i'?d like to |let'?s |"
    r"just )*(?:stop|quit|exit|cancel|finish|leave|forget|drop|end)(?: (?:it|this|that|here|now|there|"
    r"please|for now|asking|the plan|the questions|with|making|a plan|me|alone))*|"
    r"(?:ok |right |that'?s |thats |i'?ve had |it'?s )*(?:enough|too much)(?: (?:now|for now|thanks|"
    r"for today|please|questions))*|(?:maybe |perhaps )?(?:not now|later|another time|no more(?: questions)?)|"
    r"never ?mind|(?:i )?(?:can'?t|cannot|don'?t want to) do this(?: now| right now| any ?more)?|"
    r"i(?:'?d| would) rather not(?: do this)?(?: now)?",
    "again": r"(?:please |can we |could we |let'?s |i want to |make |do |start )*(?:(?:the )?plan )?"
    r"(?:again|afresh|anew|from the (?:start|beginning)|over with the plan)(?: please)?|"
    r"(?:start|begin) (?:the|a|this) (?:new )?plan (?:again|over|afresh|from the (?:start|beginning))|"
    r"(?:make |start |i (?:want|need) )?(?:a )?(?:new|another|different) plan(?: please)?",
    "show": r"(?:please |ok |can you |could you |just |now )*(?:show|give|send|print)(?: me)?(?: just)? "
    r"(?:the|my) plan(?: so far| now| please| already| again)*|(?:just )?the plan(?: so far)?(?: please)?|"
    r"skip (?:all|the rest|everything|to the (?:end|plan)|them all|the questions)(?: .*)?|"
    r"that'?s all (?:i|we) know|go (?:straight )?to the plan",
    "resume": r"(?:ok |yes |please |let'?s |can we )*(?:carry|keep|go) (?:on|going)(?: .*\bplan)?|"
    r"(?:continue|resume|go back|back)(?: .*\bplan)?",
    "skip": r"(?:please |can (?:we|i) |i'?ll |let'?s |just )*(?:skip|pass)(?: (?:it|this|that|one|"
    r"question|please|on|the))*|next(?: (?:one|question))?(?: please)?",
}
UNSURE = (
    r"(?:well |um+ |er+ |sorry |honestly |oh |to be honest |i really |i honestly |i just |i |we |really )*"
    r"(?:don'?t|do not|dunno|dont|didn'?t|couldn'?t|can'?t|cant|cannot|no idea|no clue|not sure|unsure|"
    r"not certain|idk|i'?m not sure|im not sure|we'?re not sure|unknown|who knows|hard to (?:say|tell)|"
    r"maybe|possibly|no way of knowing|prefer not to say|(?:i'?d )?rather not say)"
    r"(?: (?:know|no|say|tell|for (?:sure|certain)|yet|really|at all|tbh|to be honest|sorry|ask|him|her|"
    r"them|that|it|if|either|one|he'?s|she'?s|an|is|adult|there|about|which|what|exactly|now|"
    r"i'?m|im|not|sure|i|we|have|how|old))*"
)

YES = (
    r"^(?:(?:i think|we think|i'?m afraid|afraid|sadly|oh|well|um+) )*(?:yes|yeah|yea|yep|yup|ye|aye|y|"
    r"it has|it is|there (?:is|are|was|were)|they (?:have|do|did)|(?:he|she) (?:has|does|did|is)|so|"
    r"i think so|we think so|probably|definitely|afraid so|correct)\b"
)
NO = (
    r"^(?:(?:i think|we think|luckily|thankfully|thank god|oh|well|um+) )*(?:no|nope|nah|na|n|none|never|"
    r"nothing|nobody|no one|not (?:yet|really|at all|so far|that (?:i|we|she|he|they)|as far as|to my|"
    r"any|one)|i don'?t think so|we don'?t think so|don'?t think so|hasn'?t|has not|hasnt|isn'?t|"
    r"there (?:isn'?t|aren'?t|is no|are no|have been no)|they (?:haven'?t|don'?t)|(?:he|she) (?:hasn'?t|isn'?t))\b"
)
SUCH_OLDER = (
    r"step ?(?:dad|father|mum|mother)|uncle|aunt|teacher|coach|tutor|neighbour|grandad|grandfather|"
    r"babysitter|youth leader|instructor|boss|driver|dad|father|mum'?s boyfriend"
)
ADULT_NO = (
    r"\bno(?:t)?(?: an?| any)? (?:adults?|grown[- ]?ups?)|\b(?:isn'?t|wasn'?t|not|aren'?t) (?:an? )?(?:adult|grown|man)|"
    r"\b(?:the )?same (?:age|year|class|school|form)\b|\bclass ?mates?\b|\bin (?:her|his|their) (?:class|year|form|school)\b|"
    r"\b(?:from|at) (?:her|his|their|the) (?:school|class|year|form|college)\b|"
    r"\banother (?:child|kid|pupil|teen\w*|student|girl|boy)\b|\b(?:just|only|all|both|two) (?:kids|children|teen\w*)\b|"
    r"\bkids? (?:his|her|their) (?:own )?age\b"
)
ADULT_UNSURE = (
    r"\bstranger|never met|(?:don'?t|dont|doesn'?t|not) know who|only (?:knows?|met) |online friend|"
    r"(?:met|someone|somebody|person|man|friend) online|(?:he|she|they|who) (?:says?|claims?|said)|"
    r"pretend|fake (?:account|profile)|could be any|might be|may be|maybe an|not sure if"
)
ADULT_YES = (
    r"\badult|grown[- ]?up|\b(?:grown|older|old|middle[- ]aged|young|this|a|some|the) (?:man|woman|bloke|male|fella)\b|"
    rf"\b(?:her|his|their|a|the|our|my) (?:{SUCH_OLDER})\b|\bin (?:his|her) (?:twenties|thirties|forties|fifties|\d0s)\b|"
    r"\bmuch older\b|\bover (?:18|eighteen)\b"
)
GROWN_AGE = r"(?<![\d£])(?:1[89]|[2-7]\d)(?![\d%]|\s*(?:pounds|quid|pics?|pictures|messages|people|am|pm|years? ago|minutes|hours|days))"
YOUNG_AGE = r"(?<![\d£])(?:[4-9]|1[0-7])(?!\d)"

PAID = (
    r"(?<!n't )(?<!not )(?<!never )\b(?:paid|transferred)\b|\bsent (?:him |her |them |the )?(?:money|cash|£|more|vouchers|"
    r"gift|another)|\bgave in\b|\bgiven (?:him|her|them) (?:money|cash|£)"
)
NO_THREATS = (
    r"\bno (?:threats?|money|blackmail|demands?|one(?:'s| is| has)? threat)|\bnobody(?:'s| is| has)? (?:threat|ask|want|black)|"
    r"\b(?:not|n'?t|never|without) (?:been |being )?(?:threat|black)|\bnot (?:about|after) money"
)
THREATS = (
    r"threat|black ?mail|sextort|\bmoney\b|£ ?\d|\bdemand|vouchers?\b|gift ?cards?|bitcoin|"
    r"(?:wants?|asks?|asking|asked) (?:for )?more|\bor (?:he|she|they)(?:'ll| will)|\bpay\b"
)
NO_SPREAD = (
    r"^(?:just|only) (?:him|her|the|one|them|that|between|us)|\b(?:has|have|it'?s)(?:n'?t| not) (?:been )?(?:spread|shared|passed|"
    r"gone|posted|going)|\bhas ?nt (?:spread|gone|been)|no ?body else|no one else|\bnot spread|"
    r"\bjust (?:between )?(?:the two|him and|her and|them two|him|her)\b|\bonly (?:he|she|him|her|one person)\b"
)
SPREAD = (
    r"\b(?:everyone|everybody|whole|half) |\ball (?:over|round|around)|group ?chats?|\bgo(?:ing|ne|es) (?:round|around|viral|further)|"
    r"\bposted\b|(?<!n't )\bshared\b|\bpassed (?:on|round|around|it)|\bspread|\bleaked\b|story\b|\bweb ?site|\bother (?:boys|girls|lads|"
    r"kids|people|pupils)|\b(?:his|her|their) (?:mates|friends)|\bsent (?:it )?(?:to|on|round)\b"
)
VERY_LOW = (
    r"suicid|kill(?:ing)? (?:him|her|them)sel|\bwants? to die|wish\w* (?:he|she|they) (?:was|were) dead|self[- ]?harm|"
    r"\bcut(?:s|ting)? (?:him|her|them)sel|(?:hurt|harm)(?:ing|s)? (?:him|her|them)sel|end (?:it all|his life|her life|their life)|"
    r"(?:not|n'?t) want to (?:be here|live|be alive)|better off dead|\b(?:very|really|so) low\b|hopeless|overdos|"
    r"talk\w* (?:of|about) (?:harm|dying|death|suicide|ending)|not worth living|don'?t want to live"
)
UPSET = (
    r"upset|\bcr(?:y|ying|ies|ied)\b|tears|ang(?:ry|er)|anxious|scared|afraid|frighten|terrified|worried|embarrass|asham|humiliat|"
    r"(?:won'?t|refus\w* to|doesn'?t|not|isn'?t) (?:talk|speak|eat|come out|leave|go|sleep)|(?:can'?t|cannot) sleep|quiet|withdrawn|"
    r"shak(?:y|ing)|in bits|distraught|devastat|hyster|panic|\bsad\b|\blow\b|\bbad(?:ly)?\b|"
    r"(?:not|n'?t) (?:very |too |so |really |doing )?(?:ok|okay|great|good|fine|well|right|(?:him|her)sel)|terrible|awful|stress|"
    r"locked (?:him|her)|numb|mortified|a mess|struggling"
)
OK = (
    r"\b(?:ok|okay|fine|alright|all right|calm|good|coping|not (?:too |so )?bad|cheerful|happy|unbothered|(?:not|n't) (?:seem )?bothered|"
    r"relieved|laugh\w*|normal|asleep)\b"
)
SUBJECT = r"(?:she|he|they|(?:my|our) (?:\w+ )?(?:son|daughter|child|kid|girl|boy|lad|teen\w*|niece|nephew|grand\w+|step\w+)|dd|ds)"
WHAT = (
    ("threatened", r"threat|black ?mail|sextort|(?:wants?|asking for|demand\w*) money"),
    ("made a fake", rf"\b{SUBJECT}(?:'s| has|'ve| have)? (?:made|created|generated|did)\b(?!.*\bof (?:my|our|me)\b).*(?:fake|\bai\b|nudif|undress)"),
    ("fake", r"fake|\bai\b|nudif|undress app|photoshop"),
    ("passed on", rf"\b{SUBJECT}(?:'s| has|'ve| have)? (?:been )?(?:forward|pass|shar|show|post)\w* (?:it|one|them|on|a |her |his |some|another|"
                  r"around|round|someone).*|\bpassed (?:it|one|them) on\b"),
    ("spreading", r"go(?:ing|ne|es) (?:round|around|viral)|every(?:one|body) (?:has|is|'s)|whole (?:school|year|class)|group ?chat|leaked|been (?:shared|posted|spread)|spread"),
    ("asked others", rf"\b{SUBJECT}(?:'s| has|'ve| have)? (?:been )?(?:kept |keeps )?(?:ask|pester|begg|pressur|push)\w* (?!for (?:a )?(?:help|advice))"
                     r"(?:a |her |his |some|for|other|girl|boy|another|the)"),
    ("asked", r"\b(?:was|were|been|being|got|getting|keeps being) (?:asked|pressur|pester|pushed)|ask(?:ed|ing|s) (?:her|him|them|my)|wants? (?:her|him|my \w+) to send|"
              r"asked for (?:one|a )"),
    ("received", r"\b(?:the|a|some|this|another) (?:\w+ )?(?:boy|girl|lad|man|kid|child|person)(?:'s| has)? sent|\b(?:someone|somebody|stranger)(?:'s| has)? sent|\b(?:was|were|been|got|gets|getting|being) sent\b|received|sent (?:to )?(?:her|him|them|my)\b|\bgot (?:a|one)\b|unsolicited|cyber ?flash"),
    ("found", r"\bi(?:'ve| have)? (?:just )?found\b(?! out)|came across|discovered|\bfound (?:a|some|nude|pic|one|pictures)"),
    ("sent", rf"\b{SUBJECT}(?:'s| has|'ve| have)? (?:just )?(?:sent|send|sends|taken|took|been sending)|\bsent (?:a|one|some|nude|pic|him|her)|sexting"),
)
SAYS_ADULT = r"\badult|grown[- ]?up"
SAYS_GROWN_AGE = rf"\b(?:he|she|they)(?:'s| is|'re| are)(?: actually| really)? {GROWN_AGE}"
SAYS_THREATS = (
    r"(?:is|are|'s|was|been|being) (?:threat|blackmail)|threatening|black ?mail|wants? money|"
    r"ask\w* for money"
)
SAYS_NO_SPREAD = (
    r"no(?:body| one) else (?:has|have|got|knows|saw)|(?:n't|not|nothing|hasn'?t|never) (?:been )?"
    r"(?:spread|shared|posted|passed on|gone (?:round|around|further))"
)
SAYS_SPREAD = (
    r"going (?:round|around)|gone (?:round|around|viral)|whole (?:school|year|class) (?:has|have|is)|"
    r"been (?:posted|shared|leaked)|group ?chat"
)
PROFESSIONAL = (
    r"\bi(?:'?m| am) (?:also )?(?:a|an|the|her|his|their) (?:[\w-]+ ){0,3}?(?:teacher|ta|teaching assistant|head ?teacher|head of year|"
    r"dsl|safeguarding lead|youth worker|social worker|school nurse|tutor|coach|counsellor|pastoral lead)\b|\bi teach\b|"
    r"\bas (?:a|her|his|their) (?:[\w-]+ )?teacher\b|\b(?:a|one|two|some) (?:of )?my (?:pupils?|students?)|\bmy pupils?\b|\ba pupil (?:of mine|in my)"
)
OWN_CHILD = r"\bmy (?:own |eldest |youngest |oldest |step ?|foster ?|god ?)?(?:son|daughter|child|kid|girl|boy|lad|niece|nephew|grand\w+)\b|\bdd\b|\bds\b"
OTHER_PERSON = (
    r"\b(?:the|this|that|another|some) (?:other )?(?:boy|lad|girl|guy|man|bloke|child|kid|person|one|other)\b|boyfriend|girlfriend|\bex\b|friend|\bmates?\b|"
    r"some(?:one|body)|class ?mate|\bwho'?s\b|\bsender\b"
)
QUESTION = re.compile(
    r"\?|^(?:(?:and|but|so|ok|also|wait|sorry|hang on|first),? )*(?:what|how|should|can|could|is (?:it|this|that|there)|does|do|will|would|where|who|why|when|am i|are (?:we|they|you|the)|"
    r"did|may|have (?:i|we)) (?!not\b)"
)
NOT_BEFORE = re.compile(r"\b(?:not|n'?t|no|never|isn'?t|isnt|without|nothing|denies)\b[^,.;!?]{0,25}$")
REALLY = re.compile(r"\b(?:actually|in fact|i meant?|sorry|correction|no,|turns out|i was wrong|not \w+,)")
