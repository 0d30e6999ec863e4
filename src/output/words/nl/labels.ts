/** Dutch for the labels that scenarios give in English. Names of programmes are Dutch already and stay as they are. */
export const labels: Readonly<Record<string, string>> = {
  // Approaches and places.
  Sequential: 'Opeenvolgend',
  'Sweden (plan)': 'Zweden (plan)',
  'Swedish plan': 'Zweeds plan',
  'Bridging year': 'Brugjaar',
  // Activities.
  "Action plan, products bought for it, and the director's follow-up":
    'Plan van aanpak, daarvoor ingekochte producten en opvolging door de regisseur',
  'Beside the course: language lessons, volunteering, placement, education or work':
    'Naast de cursus: taalles, vrijwilligerswerk, stage, opleiding of werk',
  'Bridging year: learning, social network, work experience':
    'Brugjaar: leren, sociaal netwerk, werkervaring',
  'Care first, where needed': 'Eerst zorg, waar nodig',
  'Case manager in the chain approach, plan and logbooks': 'Casemanager in de ketenaanpak, plan en logboeken',
  'Contact with the consulent every four months': 'Om de vier maanden contact met de consulent',
  'Doorburgeren: language to a higher level': 'Doorburgeren: taal op een hoger niveau',
  'Extensive intake': 'Uitgebreide intake',
  'Extra taalcoach where needed': 'Extra taalcoach waar nodig',
  'First twelve weeks: intake, NOA assessment, plan, the road to the course':
    'Eerste twaalf weken: intake, NOA-assessment, plan, de weg naar de cursus',
  'Four blocks of 24 weeks: modules, job-hunters, language teachers':
    'Vier blokken van 24 weken: modules, jobhunters, taaldocenten',
  "Guide of one's own choice": 'Gids naar eigen keuze',
  'International bridging class (ISK)': 'Internationale schakelklas (ISK)',
  'Jobcoach (volunteer) and application training': 'Jobcoach (vrijwilliger) en sollicitatietraining',
  'Labour-market guidance (Baanbrekend werk, WSP)':
    'Begeleiding naar de arbeidsmarkt (Baanbrekend werk, WSP)',
  'Language internship (taalstage)': 'Taalstage',
  'Mentor (volunteer)': 'Mentor (vrijwilliger)',
  'NOA assessment and integral intake': 'NOA-assessment en integrale intake',
  'PPSV assessment and plan, begun in the asylum centre': 'PPSV-assessment en plan, begonnen in het azc',
  'Parallel route: volunteering or sport': 'Parallelle route: vrijwilligerswerk of sport',
  'Parallel route: work, internship, education or enterprise':
    'Parallelle route: werk, stage, opleiding of ondernemen',
  'Participation workshops, six half-days in all': 'Participatieworkshops, samen zes dagdelen',
  'Peer-to-peer coaching by students': 'Peer-to-peercoaching door studenten',
  'Personal plan: education, work or enterprise': 'Persoonlijk plan: opleiding, werk of ondernemen',
  'Placement with the consulent, intake, profile and plan':
    'Plaatsing bij de consulent, intake, profiel en plan',
  'Professional coach': 'Professionele coach',
  'Route guide, tied to the coach for social guidance':
    'Trajectbegeleider, verbonden met de coach voor maatschappelijke begeleiding',
  'Social guidance in the first half year of the course':
    'Maatschappelijke begeleiding in het eerste halfjaar van de cursus',
  'Taalcoach, once a week': 'Taalcoach, een keer per week',
  'Talks in the asylum centre, intake and plan': 'Gesprekken in het azc, intake en plan',
  'Weekly social and route guidance': 'Wekelijkse maatschappelijke en trajectbegeleiding',
  'Welkom route: Dutch lessons, sport, volunteering, education':
    'Route Welkom: Nederlandse les, sport, vrijwilligerswerk, opleiding',
  'Work beside the course: unpaid, internship, work or BBL':
    'Werk naast de cursus: onbetaald, stage, werk of BBL',
};
