"""By which rules words are alike: written once here, and handed to the browser with the index (`shards.py`)."""

COMMON = frozenset(
    """
    a about am an and any are as at be been being but by can could did do does done doing for from get gets getting
    got had has have having he her hers him his how i if in into is it its just like may me might my need of on or our
    ours please shall she should so some somebody someone something than that the their theirs them themselves then
    there these they this those to too try us very was we were what whats when where which who whom whose why will
    with would you your yours im ive id keep keeps want wants way ways thing things
    best good let lets make makes making made goes give gives giving gave idea ideas tip tips know knows really also
    using sort kind
    isnt arent doesnt didnt hasnt havent wouldnt couldnt shouldnt hes shes theyre theyve weve youre youve always
    ever every each all any more most much many lot lots still again even only so while since until then now today
    there here about with between because but if or nor than such same own quite actually maybe
    """.split()
)
"""What carries no meaning of its own in a question: never looked up."""

ASKING = frozenset(
    """
    help work try advice happen come deal problem issue approach strategy technique example suggestion handle client
    say other
    """.split()
)
"""With what people ask for something, whatever it is: looked up, and hardly counted beside other words."""

IRREGULAR = dict(
    pair.split(":")
    for pair in """
    children:child childrens:child people:person persons:person men:man women:woman mens:man womens:woman wives:wife
    knives:knife selves:self feet:foot teeth:tooth crises:crisis said:say told:tell heard:hear felt:feel
    kept:keep met:meet taught:teach went:go gone:go going:go gave:give given:give spoke:speak spoken:speak took:take
    taken:take wrote:write written:write began:begin begun:begin came:come knew:know known:know made:make thought:think
    brought:bring lost:lose losing:lose slept:sleep ran:run drew:draw drawn:draw drove:drive hid:hide hidden:hide
    chose:choose chosen:choose broke:break broken:break forgot:forget forgotten:forget fell:fall fallen:fall grew:grow
    grown:grow sat:sit stood:stand understood:understand built:build learnt:learn dreamt:dream spelt:spell died:die
    dying:die dies:die agreed:agree freed:free used:use using:use lying:lie ageing:age aging:age programme:program
    programmes:program programs:program mom:mum moms:mum mums:mum mommy:mum mam:mum dads:dad grey:gray enquiry:inquiry
    enquiries:inquiry cheque:check tyre:tire sceptical:skeptical manoeuvre:maneuver foetal:fetal oedema:edema
    centred:center centering:center centring:center referral:refer referrals:refer pregnancy:pregnant
    pregnancies:pregnant autistic:autism bereaved:bereave bereaving:bereave family:family families:family
    business:business businesses:business supply:supply supplies:supply apply:apply applies:apply applied:apply
    assembly:assembly placement:placement placements:placement department:department departments:department
    apartment:apartment parent:parent parents:parent parental:parent parenting:parent witness:witness
    witnesses:witness news:news always:always sometimes:sometimes perhaps:perhaps thus:thus gas:gas bus:bus
    buses:bus yes:yes less:less unless:unless hopeless:hopeless useful:useful evening:evening evenings:evening
    morning:morning mornings:morning nothing:nothing anything:anything everything:everything during:during
    sibling:sibling siblings:sibling wellbeing:wellbeing hundred:hundred
    refugee:refugee refugees:refugee youth:young youths:young anxiety:anxious anxieties:anxious honesty:honest
    life:live lives:live supervisor:supervise supervisors:supervise counsellor:counsel counsellors:counsel
    counselor:counsel counselors:counsel admit:admission admits:admission admitted:admission admitting:admission
    medicine:medication medicines:medication meds:medication loneliness:lonely lonely:lonely centres:center
    grief:grieve decide:decision decides:decision decided:decision deciding:decision moment:moment
    homeless:homeless homelessness:homeless calm:calm angry:anger angrily:anger sad:sad sadness:sad
    safety:safe safely:safe safer:safe elderly:elderly
    explanation:explain explanations:explain behave:behaviour behaves:behaviour behaved:behaviour behaving:behaviour
    loss:lose losses:lose death:die deaths:die dead:die choice:choose choices:choose strong:strength stronger:strength
    belief:believe beliefs:believe recovery:recover delivery:deliver
    practical:practical practically:practical yr:year yrs:year tried:try tries:try
    suicidal:suicide trauma:trauma traumatic:trauma traumatised:trauma traumatized:trauma
    """.split()
)
"""Words whose other forms no rule finds; those that stand for themselves are touched by no rule."""

SPELLING = (("our", "or", 2), ("ae", "e", 1), ("z", "s", 3), ("ll", "l", 3))
"""What is written in two ways, wherever it stands behind so many letters: the first such place is made alike."""

_STEPS: tuple[tuple[tuple[str, str, int], ...], ...] = (
    (
        ("sses", "ss", 1), ("xes", "x", 2), ("ches", "ch", 2), ("shes", "sh", 2), ("ies", "y", 2), ("ss", "ss", 0),
        ("us", "us", 0), ("is", "is", 0), ("s", "", 2), ("tre", "ter", 3), ("ogue", "og", 3),
    ),
    (("eed", "eed", 0), ("ied", "y", 2), ("ying", "y", 2), ("ing", "", 3), ("ed", "", 3)),
    (
        ("fulness", "", 3), ("fully", "", 3), ("ful", "", 3), ("lessness", "less", 3), ("iness", "y", 3),
        ("ness", "", 3), ("iveness", "ive", 3), ("ously", "ous", 3), ("ily", "y", 3), ("ally", "al", 3),
        ("bly", "ble", 3), ("ly", "", 4),
    ),
    (
        ("ational", "", 4), ("isation", "is", 3), ("ification", "ify", 3), ("ation", "", 4), ("tion", "t", 3),
        ("sion", "s", 3), ("ate", "", 4), ("at", "", 5), ("ment", "", 4), ("ance", "", 4), ("ant", "", 5),
        ("ence", "", 4), ("ent", "", 4), ("ability", "abl", 3), ("ibility", "ibl", 3), ("ity", "", 4),
        ("ical", "ic", 3), ("alis", "al", 3), ("alise", "al", 3), ("al", "", 5), ("ive", "", 5), ("ism", "", 4),
        ("ify", "", 5),
    ),
    (("nce", "ns", 1), ("nc", "ns", 1), ("nse", "ns", 1), ("ctice", "ctis", 2), ("ctic", "ctis", 2),
     ("vice", "vis", 2), ("vic", "vis", 2)),
)  # fmt: skip
STEPS = tuple(tuple(sorted(step, key=lambda rule: -len(rule[0]))) for step in _STEPS)
"""Endings, what stands in their place, and how many letters have to stand before them; the longest of a step counts.

The second step is that of verbs: behind it a doubled letter is made one, and a short word gets its `e` back.
"""
