"""Somebody known by what they do: "treasurer of the bowls club", "coaches the under-nines", "a dog breeder"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import NUMBER
from circle_cli.identifiers.shapes import Shape, shape

_WORD = r"[\w'-]{1,30}"
_A = r"(?:the|an?|his|her|their|our|that)"
_WHO, _WORKS = either(phrases("does", "who works")), either(phrases("does", "works there"))
_WORKPLACE = either(
    phrases("does", "where people work"), phrases("roles", "rare places"), phrases("roles", "plain places")
)
_OF_THIS_FIELD = either(phrases("does", "work of this field"))
_BODY, _OFFICE = either(phrases("does", "bodies")), either(phrases("does", "of a body"))
_LEADS = either(phrases("does", "leads others"))
_TEACHES, _NOT_TAUGHT = either(phrases("does", "taught")), either(phrases("does", "what is taught"))
_CLEANED, _PLAYED = either(phrases("since", "cleaned by all")), either(phrases("since", "played by all"))
_USED_TO = either(phrases("does", "used to"))
_KIN = (
    r"(?:wife|husband|widow|daughter|son|sister|brother|mother|mum|dad|father|nephew|niece|cousin|lad|boy|girl|twins?"
    r"|grandson|granddaughter|dog|van|lorry|boat|horse)"
)

_WORKING_THERE = shape(
    rf"\b{_WHO}\s(?:(?:also|now|still|only|once|both|sometimes|mostly"
    rf"|just)\s)?{_WORKS}\s(?:(?!{_A}\b){_WORD}\s){{0,3}}?(?:at|in|on|for|behind|down|from|over)\s"
    rf"(?!{_A}\s{_OF_THIS_FIELD}\b){_A}\s(?:{_WORD}\s){{0,2}}?{_WORKPLACE}\b",
    rf"\b{_WHO}\s(?:(?:also|now|still|once|both)\s)?(?:works|worked|volunteers|nurses|teaches|taught"
    rf"|lectures)\s(?:{_WORD}\s)?(?:at|for|down|on|in)\s"
    rf"(?!{_A}\b|people\b|children\b|young\b|social\b|partnership\b|this\b|that\b|all\b|my\b|what\b|how\b|adult\b"
    rf"|child\b|mental\b|care\b|health\b|which\b|{NUMBER}\b)(?:{_WORD}\s)?{_WORKPLACE}\b",
    rf"\b{_TEACHES}\s(?!{_NOT_TAUGHT}\b){_WORD}\s(?:{_WORD}\s)?(?:at|to|in|for|on)\s{_A}\s{_WORD}",
    rf"\bused\sto\s{_USED_TO}\b",
    rf"\b{_WHO}\s(?:also\s|still\s)?(?:cleans|cleaned|guards|guarded|sweeps|paints|mans|opens|locks\sup|polices"
    rf"|delivers\sto)\s(?:the|an?)\s(?!{_CLEANED}\b){_WORD}",
    rf"\b(?:plays|played)\s(?:(?:the|an?|his|her)\s)?(?!{_PLAYED}\b){_WORD}\s(?:in|for|at|with)\s(?:the|an?|his|her"
    rf"|their)\s(?!(?:garden|park|room|house|street|process|team|sand|family)\b){_WORD}",
    r"\b(?:owns|owned|bought|inherited|sold|opened|set\sup|part-owns|took\sover|lost)\s(?:the|an?|his|her"
    rf"|their)\s(?:{_WORD}\s){{0,2}}?"
    r"(?:shop|stall|pub|farm|garage|salon|circus|boat|café|cafe|bakery|taxi|restaurant|takeaway|gym|nursery|hotel"
    r"|brewery|business|factory|guest house|caravan park|kennels|stables|studio|gallery|bookshop|florist'?s?"
    r"|butcher'?s|nightclub|club|campsite|van|firm)\b",
)
_OF_A_BODY = shape(
    rf"\b{_OFFICE}\s(?:of|for|at|in|with|on)\s(?:{_A}\s)?(?:{_WORD}\s){{0,3}}?{_BODY}\b",
    rf"\b{_LEADS}\s(?:{_A}\s)?(?:{_WORD}\s){{0,3}}?{_BODY}\b",
    rf"\b(?:on|in|joined|joins)\s(?:the|her|his|their|our)\s(?:{_WORD}\s){{0,2}}?(?:darts|football|rugby|cricket"
    r"|netball|hockey|pool|quiz|bowls|rowing|swimming|lifeboat|mountain\srescue|tug\sof\swar|cheerleading|relay"
    r"|chess)"
    r"\s(?:team|crew|squad|club|side)\b",
    rf"\b(?:runs|ran|stood|standing|elected|voted)\s(?:for|as|on\sto|in)\s(?:the\s|an?\s)?(?:{_WORD}\s)?(?:mayor"
    r"|council|councillor|parliament|mp|governor|governors|president|senedd|holyrood|dáil|dail|stormont|parish)\b",
)
_TRADE = shape(
    r"\b(?:retired|amateur|professional|semi-professional|freelance|self-employed|apprentice|master|jobbing|failed"
    r"|disgraced|ordained|lapsed|renowned|award-winning|would-be|aspiring|part-time|trainee)\s"
    r"(?!(?:social|worker|partner|carer|foster|manager|practitioner|user|offender|member|head|nurse|and|or"
    r"|curiosity|support|advice|view|friend|status|judgement|judgment|development|standards|curios\w+|help"
    r"|boundar\w+|relationships?|practice|role|network|meetings?|input|opinion|person|people|life|work|staff)\b)"
    rf"(?:{_WORD}\s)?\w{{2,20}}(?:er|or|ist|man|woman|ian|smith|wright|eer|ress|ant)\b(?!\s(?:plan|review))",
    r"\b(?:butcher|baker|vicar|farmer|publican|headteacher|head|mayor|councillor|builder|plumber|milkman|postman"
    r"|postmistress|minister|pastor|imam|rabbi|landlord|landlady|harbourmaster|gamekeeper|blacksmith|undertaker"
    r"|fisherman"
    r"|caretaker|coach|chemist|dentist|vet|florist|barber|hairdresser|grocer|greengrocer|fishmonger|newsagent"
    r"|shopkeeper|taxi\sdriver|bus\sdriver|policeman|sergeant|captain|colonel|major|judge|squire|gardener|organist"
    rf"|choirmaster|teacher|priest)'s\s{_KIN}\b",
)
_NEIGHBOURS = shape(
    r"\b(?:next[- ]door|upstairs|downstairs|opposite|elderly|old|other|nearest|only|closest)\sneighbours?\b"
    r"|\bneighbours?\s(?:opposite|upstairs|downstairs|above|below|across"
    r"|over\sthe|two\sdoors|at\sthe|at\snumber|on\sthe|with|from\s(?:number|across|over|the|two|three|below|above"
    r"|upstairs|downstairs))\b",
    r"\b(?:liv(?:e|es|ed|ing)|lodg(?:es|ed|ing)|rent(?:s|ed|ing)\s(?:a\s\w+|the\s\w+)|flat|house|room|bedsit"
    r"|cottage|caravan|parked|sleeps|slept|sleeping|squat\w*)\s(?:right\s|just\s)?"
    r"(?:over|above|behind|beside|next\sto|next\sdoor\sto|opposite|across\sfrom|round\sthe\sback\sof|under|below"
    r"|near|by|up\sby|down\sby|at\sthe\send\sof|at\sthe\sback\sof|at\sthe\stop\sof|at\sthe\sbottom\sof"
    r"|on\sthe\scorner\sof|on\sthe\sedge\sof|off|overlooking|backing\son\sto|facing)\s"
    r"(?:the|an?)\s(?!(?:sea|moon|radar|floor|age|time|poverty|table|bed|stairs|covers|influence|same|threshold"
    rf"|line|means|law|end\sof\sthe\sday)\b)(?:{_WORD}\s)?{_WORD}",
    r"\b(?:two|three|four|five|six|a\sfew)\sdoors\s(?:down|up|along|away|from)\b|\b(?:over|across)\sthe\s(?:road"
    r"|landing|street|hall|way|field|lane|water|yard)\s(?:from|knows|said|saw|rang|called|took|has|who|had)\b",
)

_KNOWN, _SAYS = "is somebody known by what they do", "says what somebody does or did"
DOING = (
    Shape(
        "mum works at the bakery", _WORKING_THERE, Identifier.ROLE, "says where somebody works or worked", "has a job"
    ),
    Shape("treasurer of the bowls club", _OF_A_BODY, Identifier.ROLE, _KNOWN, "“is active locally”, or leave it out"),
    Shape("a retired trumpeter", _TRADE, Identifier.ROLE, _SAYS, "“worked”, or a general word"),
    Shape(
        "the neighbour opposite",
        _NEIGHBOURS,
        Identifier.ROLE,
        "says where somebody lives, for whoever lives near",
        "a neighbour",
    ),
)
