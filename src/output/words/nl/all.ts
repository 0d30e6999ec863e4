/** The Dutch of reports and charts; see the English. */

import { counted, shareOut } from '../counted.js';
import type { en } from '../en/all.js';
import { analysis } from './analysis.js';
import { approaches } from './approaches.js';
import { assumptions } from './assumptions.js';
import { border } from './border.js';
import { calibration } from './calibration.js';
import { charts } from './charts.js';
import * as footing from './footing.js';
import { front } from './front.js';
import { headings, sections } from './headings.js';
import { inputGroups } from './input-groups.js';
import { items } from './items.js';
import * as names from './names.js';
import { page } from './page.js';
import { partNumbers, partNumberWords, pathWords } from './parameters.js';
import { pilot } from './pilot.js';
import { screen } from './screen.js';
import { sweep } from './sweep.js';
import { verdict } from './verdict.js';

const times = {
  some: (what: string, count: string) => `${count} keer ${what}`,
  all: (what: string) => `alle keren ${what}`,
  one: (what: string) => `daarin ${what}`,
};

export const nl: typeof en = {
  names,
  partNumbers,
  pathWords,
  partNumberWords,
  footing,
  charts,
  approaches,
  calibration,
  analysis,
  border,
  inputGroups,
  pilot,
  sweep,
  verdict,
  screen,
  interval: (low, high) => `${low} tot ${high}`,
  justBelow: (amount) => `net onder ${amount}`,
  justAbove: (amount) => `net boven ${amount}`,
  intervalInBrackets: (low, high) => `(95%-interval ${low} tot ${high})`,
  noInterval: 'niet te bepalen',
  noIntervalInBrackets: '(95%-interval: niet te bepalen)',
  beyondHorizon: 'voorbij de horizon',
  points: (value) => `${value} procentpunt`,
  percent: (value) => `${value}%`,
  euros: (value) => value.replace(/^[+-]?(?=\d)/, '$&€\u00a0'),
  months: (value) => counted(value, 'maand', 'maanden'),
  list: (items) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1)}`,
  quoted: (name) => `‘${name}’`,
  from: 'van',
  to: 'tot',
  unknown: 'niet bekend',
  reachedAfter: (time) => `na ${time}`,
  notReached: 'niet binnen de horizon',

  title: (list) => `Aanpakken van inburgering: ${list}`,
  subtitle: (version, date) => `Uitkomsten van een microsimulatie met doorstroom ${version}, van ${date}`,
  manyMunicipalities: (count, hasPlans) => `${count} ${hasPlans ? 'gemeenten en plannen' : 'gemeenten'}`,
  manyRuns: (count) => `${count} runs`,
  contents: 'Inhoud',
  skip: 'Naar de tekst',
  table: 'Tabel',
  figure: 'Figuur',

  sections,
  headings,
  front,
  page,

  html: {
    show: 'Toon de aanpakken',
    all: 'alle',
    description: 'Beschrijving van de figuur',
    tables: 'Alle tabellen',
    tablesLead:
      'De volledige lijsten; klik om ze open te vouwen. Dezelfde tabellen staan in het Excel-bestand.',
    search: 'Zoek in deze tabel',
    found: (count, all) => `${count} van ${all} rijen`,
  },

  summary: {
    question: (place, reference, others, size, horizon) =>
      `Wat gebeurt er met ${size} in ${place} in ${horizon === '1' ? 'het' : `de ${horizon}`} jaar na de vergunning, onder de aanpak ‘${reference}’ en onder ${others}? Dezelfde gesimuleerde mensen doorlopen elke aanpak.`,
    cohort: (size, isDrawn) =>
      `een cohort van ${isDrawn ? 'ongeveer ' : ''}${counted(size, 'vergunninghouder', 'vergunninghouders')}`,
    cohortUnknown: 'een cohort vergunninghouders',
    onlyOne: 'De berekening kent maar één aanpak; er is niets om die mee te vergelijken.',
    pays: (approach, reference, amount, interval) =>
      `‘${approach}’ loont: bijstand en programma samen kosten per persoon ${amount} minder dan onder ‘${reference}’${interval}.`,
    paysNot: (approach, reference, amount, interval) =>
      `‘${approach}’ loont niet: bijstand en programma samen kosten per persoon ${amount} meer dan onder ‘${reference}’${interval}.`,
    paysUnsure: (approach, reference, amount, isMore, interval) =>
      `Of ‘${approach}’ loont, is op grond van wat bekend is niet te zeggen. Het nettosaldo per persoon is ${amount} ${isMore ? 'hoger' : 'lager'} dan dat van ‘${reference}’${interval}; daarbinnen valt verlies én winst.`,
    paysSame: (approach, reference) =>
      `‘${approach}’ kost precies wat ‘${reference}’ kost, in elke parametertrekking: geen onzeker getal kan dat anders maken.`,
    paysAbout: (approach, reference, interval) =>
      `Het nettosaldo per persoon van ‘${approach}’ is ongeveer even hoog als dat van ‘${reference}’${interval}; deze berekening heeft te weinig trekkingen om meer te zeggen.`,
    paysNoInterval: (approach, reference, amount, isMore) =>
      `Het nettosaldo per persoon van ‘${approach}’ is ${amount} ${isMore ? 'hoger' : 'lager'} dan dat van ‘${reference}’. De berekening is te klein voor een 95%-interval; of dat meer is dan de onzekerheid van de parameters, is dus niet bekend.`,
    discountedAt: (rate) => `verdisconteerd met ${rate} per jaar`,
    discounting: (how, horizon) =>
      `Bedragen zijn in euro per persoon van het cohort over ${horizon} jaar, ${how}; een positief nettosaldo is winst. Een minteken in het nettosaldo staat voor kosten.`,
    difference: (amount, interval) => `; een verschil van ${amount}${interval}.`,
    noDifference: '; er is geen verschil.',
    includesZero: ' In het interval ligt nul: welke van de twee het beter doet, is niet te zeggen.',
    noiseOnly:
      ' Dat is niet meer dan de ruis van de simulatie zelf: welke van de twee het beter doet, is niet te zeggen.',
    breakEven: (approach, year, probability) =>
      `‘${approach}’ is naar verwachting terugverdiend in ${year}; ${probability === '' ? 'de kans daarop is niet te schatten' : `de kans dat dat binnen de horizon gebeurt is ${probability}`}.`,
    noBreakEven: (approach, probability) =>
      `‘${approach}’ verdient zich naar verwachting niet terug binnen de horizon; ${probability === '' ? 'de kans dat het wel gebeurt is niet te schatten' : `de kans dat het wel gebeurt is ${probability}`}.`,
    zeroWithin:
      ' Het 95%-interval over de parameters omvat nul: dat er geen effect is, zoals in een aantal van de studies, is niet uit te sluiten.',
    zeroBeside:
      ' Het 95%-interval over de parameters omvat nul net niet: afgerond eindigt het daar; een aantal van de studies vond geen effect.',
    zeroOutside:
      ' Het 95%-interval over de parameters omvat nul niet; een aantal van de studies vond geen effect.',
    evidenceNone:
      'Vergeleken met de literatuur: na vijf jaar zitten er ongeveer evenveel in de bijstand, voor zover deze berekening dat kan zeggen; de gepubliceerde studies maken 0 tot 5 procentpunt meer uit de bijstand aannemelijk.',
    evidence: {
      plausible: (points) =>
        `Vergeleken met de literatuur: ${points} meer uit de bijstand na vijf jaar ligt binnen wat de gepubliceerde studies aannemelijk maken (0 tot 5 procentpunt).`,
      above: (points) =>
        `Vergeleken met de literatuur: ${points} meer uit de bijstand na vijf jaar is meer dan de gepubliceerde studies aannemelijk maken (0 tot 5 procentpunt). Kijk naar de aannames voordat u het overneemt.`,
      outside: (points) =>
        `Vergeleken met de literatuur: ${points} meer uit de bijstand na vijf jaar ligt buiten wat onderzocht is. De gepubliceerde studies maken 0 tot 5 procentpunt aannemelijk; een uitkomst ver boven 8 is geen bevinding maar een gevolg van de aannames.`,
      negative: (points) =>
        `Vergeleken met de literatuur: ${points} uit de bijstand na vijf jaar is een verlies; de gepubliceerde studies maken een winst van 0 tot 5 procentpunt aannemelijk, met studies zonder effect daaronder.`,
    },
  },

  verdicts: {
    pays: 'ja',
    not: 'nee',
    same: 'geen verschil',
    unsure: 'onzeker',
    noInterval: 'onzeker (geen interval)',
  },

  comparison: {
    lead: (count, pays, not, unsure, same) =>
      `${counted(count, 'vergelijking', 'vergelijkingen')} van een aanpak met zijn referentie: ${shareOut(
        count,
        [
          [pays, 'loont de aanpak'],
          [not, 'loont hij niet'],
          [same, 'maakt hij geen verschil'],
          [unsure, 'is het onzeker'],
        ],
        times,
      )}.`,
    paying: (list) => `Loont: ${list}.`,
    notPaying: (list) => `Loont niet: ${list}.`,
    same: (list) => `Geen verschil: ${list}.`,
    unsure: (list) => `Onzeker: ${list}.`,
    outside: (list) =>
      `Buiten wat onderzocht is (meer dan 8 procentpunt uit de bijstand in jaar 5; 0 tot 5 is aannemelijk): ${list}.`,
    question: (count, horizon, hasPlans) =>
      `Wat verandert er als gemeenten een andere aanpak kiezen dan de referentie? Binnen elk van de ${count} ${hasPlans ? 'gemeenten en plannen' : 'gemeenten'} doorlopen dezelfde gesimuleerde vergunninghouders elke aanpak, ${horizon} jaar lang.`,
    questionOfOne: (place, count, horizon) =>
      `Wat verandert er in ${place} met een andere aanpak dan de referentie? In ${count} runs doorlopen de gesimuleerde vergunninghouders elke aanpak, ${horizon} jaar lang.`,
    caption: (isRanked) =>
      `Elke aanpak naast zijn referentie, ${isRanked ? 'op volgorde van de winst in zelfredzaamheid' : 'op alfabet'}: verschillen per persoon, geld in verdisconteerde euro`,
    selfSufficient: (year) => `Zelfredzaam, jaar ${year}`,
    gain: (year) => `Uit de bijstand, jaar ${year}`,
    dropout: 'Half jaar uit beeld',
    balance: 'Nettosaldo, euro',
    own: 'Saldo gemeente, euro',
    places: 'Plaats van elke aanpak op vijf doelen (1: de beste)',
    placesLead:
      'Eén rangorde voor alles is er niet. Daarom staan de aanpakken hieronder op vijf doelen naast elkaar.',
    placesLeastFirst: (place) =>
      `Eén rangorde voor alles is er niet. Op het nettosaldo alleen staat ${place} vooraan, waar het programma het minst extra kost: wie weinig doet, geeft weinig uit. Daarom staan de aanpakken hieronder op vijf doelen naast elkaar.`,
    placesNote:
      'Naar de schattingen, zonder hun onzekerheid: plaatsen die op kleine verschillen berusten, kunnen toeval zijn. Overtroffen: een andere aanpak haalt zowel meer zelfredzaamheid als een beter nettosaldo.',
    outdoneBy: 'Overtroffen door',
    nobody: 'niemand',
    note: 'Gemeenten verschillen in wie er komt, wanneer en hoeveel; hun programmakosten zijn grotendeels aangenomen.',
    changedFiles: (names: string) =>
      `Deze bestanden waren niet voor alle runs hetzelfde, al hebben ze dezelfde naam: ${names}.`,
    differentRuns:
      'De berekeningen verschillen in seed, trekkingen, versie of instellingen; zie ‘De berekening herhalen’.',
  },

  cohort: {
    intro: (size, months, year) =>
      `Het cohort telt ${counted(size, 'persoon', 'personen')}. De vergunningen worden verleend in de loop van ${counted(months, 'maand', 'maanden')}; de eerste kosten vallen in ${year}.`,
    facts: 'Omvang en instroom van het cohort',
    caption: 'Samenstelling van het cohort naar herkomst (centrale waarden en bandbreedtes)',
    rangeOf: (origin) => `${origin}: bandbreedte`,
    note: 'Aandelen gelden binnen de herkomstgroep, op de eerste regel na. Bandbreedte: waarbinnen de parametertrekkingen variëren; leeg: genomen zoals het is. Welke hiervan aannames zijn, staat onder ‘Aannames en bronnen’.',
    originShare: 'Aandeel in het cohort',
    size: 'Personen in het cohort',
    inflow: 'Maanden waarover vergunningen worden verleend',
    neverLeaving: 'Komt nooit uit de bijstand (niet waargenomen)',
  },

  outcomes: {
    levels: 'Uitkomsten per aanpak, met het 95%-interval over de parameters',
    differences: (approach, reference) => `Verschillen: ‘${approach}’ min ‘${reference}’, per persoon`,
    note: 'Het aantal cijfers volgt de Monte-Carlo-standaardfout. pp: procentpunt. Een streepje: niet bereikt binnen de horizon, of niemand die het betreft.',
    hidden:
      'Is een interval niet te bepalen, dan is het toeval in de simulatie groter dan het verschil tussen de parametertrekkingen; met meer trekkingen of replicaties is het er wel.',
    differenceNote:
      'Kans op verbetering: deel van de gesimuleerde cohorten dat het beter doet dan onder de referentie.',
    unknownSign: (list) =>
      `Bij deze maten ligt nul in het interval, of is het verschil niet groter dan de ruis van de simulatie; of het hoger of lager is, is dan onzeker: ${list}.`,
    untold: (list) =>
      `Bij deze maten is het interval niet te bepalen, en is het dus onzeker of het verschil hoger of lager is dan nul: ${list}.`,
    noneTold:
      'Geen enkel interval over de parameters is te bepalen; van geen enkel verschil is dus zeker of het hoger of lager is dan nul.',
    allSigns: 'Bij alle maten in de tabel ligt nul buiten het interval.',
  },

  time: {
    definition: (months, states) =>
      `Zelfredzaam is wie ${months} maanden achtereen ${states} heeft en geen bijstand. De tijd telt vanaf de vergunning.`,
    definitionUntold: (months) =>
      `Zelfredzaam is wie ${months} maanden achtereen werkt en geen bijstand heeft, tenzij het scenario anders zegt. De tijd telt vanaf de vergunning.`,
    shares: (approach, reference) =>
      `Verschil per jaar sinds de vergunning: ‘${approach}’ min ‘${reference}’`,
  },

  costs: {
    lead: 'Alle bedragen hier zijn verdisconteerde euro per persoon van het cohort, over de hele horizon. Nominale bedragen per kalenderjaar staan in costs.csv, en in de Excel-versie van dit rapport op het blad Kosten.',
    payers: 'Wie betaalt wat, en het saldo',
    components: 'Kosten naar onderdeel en betaler',
    bijstandOf: (payer) => `Bijstand (${payer})`,
    programmeOf: (payer) => `Programma: ${payer}`,
    programme: 'Programma, alle betalers samen',
    balance: 'Nettosaldo, alle betalers samen',
    ownBalance: 'Saldo van de gemeente zelf',
    total: 'Totaal',
    breakEven: (approach) => `Wanneer ‘${approach}’ is terugverdiend`,
    years: 'Euro voor het hele cohort, nominaal, per kalenderjaar, onderdeel en betaler',
    yearsNote: 'Uit costs.csv. Het aantal cijfers volgt de Monte-Carlo-standaardfout.',
    note: 'Een saldo is min de kosten: hoger is beter. Afgeronde delen tellen op tot hun som. Negatieve kosten: opbrengst. Niet meegeteld: de rijksbijdrage aan de gemeente voor bijstand, belastingen, huurtoeslag, zorg, en wat mensen er zelf op voor- of achteruitgaan. Een streepje in plaats van een interval: dat geeft de berekening niet.',
  },

  dropout: {
    note: 'Het aandeel dat uit enige cursus of activiteit uitvalt, stijgt met het aantal activiteiten van een aanpak: wie aan meer meedoet, kan uit meer uitvallen. Voor twee maten geldt dat niet: wie helemaal uit beeld raakte (geen cursus, en activiteiten die samen kleiner zijn dan de uren vanaf welke ze als meedoen tellen), en de uitval in een maand van deelname, waarin alles naar zijn uren telt. Er zijn geen gepubliceerde cijfers over uitval gevonden; deze berusten op aannames.',
    caption: 'Uitvallen uit cursus en activiteiten',
    byPart: 'Uitvallen, afronden en geplaatst worden, per cursus en activiteit (van wie deelnam)',
    byPartNote: 'Geplaatst: binnen een jaar na het begin aan het werk, in opleiding of vrijwilligerswerk.',
  },

  subgroups: {
    caption: (attribute, approach, reference) =>
      `Naar ${attribute}: verschil ‘${approach}’ min ‘${reference}’`,
    allMeasures: 'Hoofduitkomsten naar subgroep',
    note: 'Kleine subgroepen lopen meer uiteen. Verschillen tussen subgroepen berusten op aangenomen verhoudingen waar de parameters dat zeggen.',
    all: 'allen',
  },

  assumptions,

  method: {
    paragraphs: (facts) => [
      `Model. Een gebeurtenisgestuurde multistate-microsimulatie in continue tijd. Elke persoon verkeert in precies één toestand van elk van een aantal sporen die naast elkaar lopen: huisvesting, taal, zoeken naar werk, inkomen, maatregelen, ${facts.tracksOfLaw}, en een spoor voor elke activiteit. Een overgang heeft een van drie klokken: een hazard (exact geïntegreerd), een duur uit een verdeling, of een poort die opengaat zodra aan een voorwaarde op andere sporen is voldaan. Aanpakken verschillen alleen in poorten en activiteiten.`,
      'Ouder worden. Mensen worden ouder: bijstand (de norm op 21 jaar, die van kostendelers op 27), de verhoudingen naar leeftijd voor werk en opleiding, studiefinanciering, activiteiten voor een leeftijd en de AOW volgen de leeftijd van het moment. Op de AOW-leeftijd eindigt de bijstand van de gemeente; wat het Rijk daarna betaalt (AOW, AIO) valt buiten de rekening. Groepen naar leeftijd zijn die bij de vergunning.',
      'Gemeenschappelijke toevalsgetallen. Een trekking hangt af van de seed, het blok van vier parametertrekkingen, de replicatie, de persoon en de naam van de overgang. Zo treft dezelfde persoon onder elke aanpak hetzelfde lot (ook onder de vier parametertrekkingen van een blok), en worden verschillen per persoon genomen, met veel minder ruis dan tussen losse simulaties.',
      `Genest ontwerp. ${counted(facts.draws, 'parametertrekking', 'parametertrekkingen, elk')} met ${counted(facts.replications, 'replicatie', 'replicaties')} van het cohort (seed ‘${facts.seed}’). Parameters met de verdeling ‘posterior (kalibratie)’ worden samen uit de kalibratie getrokken, met hun samenhang; de andere onafhankelijk van elkaar uit hun bandbreedte. Onafhankelijk trekken maakt intervallen van niveaus te breed, die van verschillen minder.`,
      'Monte-Carlo-standaardfout (MCSE): hoever een schatting ernaast kan zitten doordat de simulatie eindig is. Er staan niet meer cijfers dan die toelaat. Wat bij elkaar staat, is op één stap afgerond, zodat verschillen en sommen kloppen zoals ze er staan; een getal kan er daardoor bijna een stap naast liggen. Een verschil dat zeker niet 0 is, heeft zo nodig een eigen stap.',
      'Parameterinterval (95%): wat onbekend is aan de parameters. Het is de spreiding van de verwachte uitkomst over de parametertrekkingen, zonder het toeval van de personen: per vier trekkingen leven dezelfde personen, en de spreiding die telt is wat de uitkomsten van twee helften van de personen gemeen hebben. Waar die niet groter is dan toeval kan zijn, is het interval niet te bepalen.',
      'Voorspellingsinterval (95%): het parameterinterval en het toeval samen: waar de uitkomst van één cohort van deze omvang zal liggen. Bij een cohort van 38 personen lopen de uitkomsten sterk uiteen, bij een van 2.000 nauwelijks.',
      'Grenzen. Effecten van activiteiten komen uit buitenlandse studies en uit Nederlandse proeven met kleine of geen effecten; belastbaarheid in uren, uitval en de meeste programmakosten zijn aangenomen. Het model kent geen afzonderlijke mensen, en de bandbreedtes bevatten alleen de onzekerheid die is opgeschreven.',
    ],
    precision: (told) =>
      `Precisie. Gevraagd: een MCSE van ten hoogste ${told.asked} in ‘${told.measure}’. Bereikt: ${told.reached} (‘${told.approach}’). ${told.holds ? 'Daarmee is zij gehaald.' : 'Daarmee is zij niet gehaald; dat vraagt meer parametertrekkingen.'}`,
  },

  repeat: {
    lead: 'Dezelfde versie met dezelfde invoer en seed geeft dezelfde bytes, bij elk aantal workers.',
    facts: (version, seed, draws, replications, finished) =>
      `Versie ${version}; seed ‘${seed}’; parametertrekkingen: ${draws}; replicaties: ${replications}; klaar op ${finished}.`,
    settings: (list) => `Veranderd op de opdrachtregel: ${list}.`,
    ownSettings: (list) => `Instellingen van de analyse: ${list}.`,
    warnings: 'Waarschuwingen van de berekening',
    changed: (file: string) =>
      `${file} is na de berekening gewijzigd: de inhoud is niet die van het manifest`,
    inputs: 'Invoer en haar SHA-256',
  },

  items,
};
