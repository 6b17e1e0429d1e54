"""Words that come again in everybody's account, and so say nothing of it."""

_WORDS = """
a about above across after again against ago all almost alone along already also although always am among an
and another any anybody anyone anything are around as ask asked asking asks at away back be became because
been before began begin being below beside best better between both bring brought but by call called came can
cannot could day days did different do does doing done down during each either else end enough even ever every
everybody everyone everything example far feel feeling feels felt few find first for forward found four from
full gave get gets getting give given gives go goes going gone good got great had half happen happened has
have having he held help helped helping helps her here hers herself him himself his hour hours how however i
if in instead into is it its itself just keep kept kind knew know known knows last later least less let like
little long longer look looked looking lot made make makes making many may me mean means meant might mine
minutes moment month months more morning most much must my myself near need needed needs never new next no
nobody none nor not nothing now of off often on once one only or other others our ours ourselves out over own
part people perhaps place point put quite rather really right said same saw say saying says second see seem
seemed seems seen session set several shall she should show since situation small so some somebody someone
something sometimes soon still such take taken takes taking talk tell than that the their theirs them
themselves then there these they thing things think thinking this those though thought three through till time
times to today together told tomorrow too took toward towards tried try two under until up upon us use used
using very want wanted wants was way ways we week weeks well went were what whatever when where whether which
while who whoever whole whom whose why will with within without word words work worked working works would
year years yes yesterday yet you your yours yourself client clients family families practice practitioner
practitioners service services social support supported supporting worker workers person persons young child
children adult adults mother father parent parents carer carers i'd i'll i'm i've it's that's there's they'd
they'll they're they've we'd we'll we're we've you'd you're don't didn't doesn't wasn't weren't isn't aren't
hadn't hasn't haven't couldn't wouldn't shouldn't can't won't he'd he's she'd she's
"""
COMMON = frozenset(_WORDS.split())
