/** The Dutch of uncertain numbers together; see the English. */

import type * as english from '../en/input-groups.js';

export const inputGroups: typeof english.inputGroups = {
  whose: {
    difference: (approach) => `het verschil van ${approach}`,
    own: (approach) => `de uitkomst van ${approach} zelf`,
  },
  outcome: { difference: 'het verschil met de referentie', own: 'de uitkomst' },
  usedUnder: (answer, question, set) =>
    `Dat is over alle antwoorden op open vragen; het getal doet alleen mee bij ${answer} als antwoord op ${question}, en kan het daar laten omslaan: ${set} bekijkt alleen dat antwoord.`,
  leftOut:
    'Vanaf welke waarde van een getal het loont, bij welke combinatie van getallen, en wat het waard zou zijn een getal te kennen, hoort bij een verschil tussen aanpakken; dat blijft hier weg.',
  first: (whose, carried) => `Van de variantie van ${whose} over de parameters komt ${carried}.`,
  carries: (name, share) => `${share} van ${name}`,
  anyShare: (names) =>
    `Hoeveel van de variantie van ${names} komt, is uit zo weinig trekkingen niet te zeggen (--draws neemt er meer).`,
  posterior: 'alle gekalibreerde getallen samen',
  others: 'alle andere getallen samen',
  group: (name) => `groep ${name}`,
  together: (name, share, worth) => `De getallen van ${name} dragen samen ${share} van de variantie${worth}.`,
  groupWorth: (amount, error) =>
    `; ze te weten zou ${amount} per persoon waard zijn (standaardfout ${error})`,
  untold: (names, enough) =>
    `Wat de getallen van ${names} samen dragen, is uit zo weinig trekkingen niet te zeggen (${enough === undefined ? '--draws neemt er meer' : `daar zijn er zo'n ${enough} voor nodig: --draws ${enough}`}).`,
  noShare: (enough) =>
    enough === undefined
      ? 'Hoeveel van de variantie van welk getal komt, is niet te zeggen; meer trekkingen of replicaties kunnen helpen (--draws, --replications).'
      : `Hoeveel van de variantie van welk getal komt, is uit zo weinig trekkingen niet te zeggen: daar zijn er zo'n ${enough} voor nodig (--draws ${enough}).`,
  strongest: (indexed) =>
    `In groepen die onafhankelijk van elkaar getrokken worden (Sobol-indices): ${indexed}.`,
  index: (name, first, total) => `${name}: ${first} alleen, en ${total} met andere erbij`,
  tooFewPoints: (names) =>
    `Voor de Sobol-indices van ${names} zijn de basispunten te weinig (--base-points neemt er meer).`,
  worse: (approach, share) =>
    `In ${share} van de parametertrekkingen doet ${approach} het slechter dan de referentie.`,
  better: (approach, share) =>
    `In ${share} van de parametertrekkingen doet ${approach} het beter dan de referentie.`,
  noBox: 'Er is geen combinatie van getallen waarin dat duidelijk vaker gebeurt dan toevallig.',
  worseIf: (limits, density, coverage) =>
    `Als ${limits}, doet die het slechter in ${density} van de trekkingen; ${coverage} van alle trekkingen waarin dat zo is, zijn van deze soort.`,
  betterIf: (limits, density, coverage) =>
    `Als ${limits}, doet die het beter in ${density} van de trekkingen; ${coverage} van alle trekkingen waarin dat zo is, zijn van deze soort.`,
  below: (name, high) => `${name} lager is dan ${high}`,
  above: (name, low) => `${name} hoger is dan ${low}`,
  between: (name, low, high) => `${name} tussen ${low} en ${high} ligt`,
  answered: (name, answers) => `het antwoord op ${name} luidt: ${answers}`,
  turns: {
    at: (approach, said) =>
      `Gemiddeld over alle andere getallen ligt het verschil van ${approach} boven 0 ${said}.`,
    up: (name, value, low, high) => `als ${name} ${value} of hoger is (95%-interval: ${low} tot ${high})`,
    down: (name, value, low, high) => `als ${name} lager is dan ${value} (95%-interval: ${low} tot ${high})`,
    belowRange: 'onder het bereik',
    aboveRange: 'boven het bereik',
    open: (names) => `Of het omslaat binnen het bereik van ${names}, laten de trekkingen open.`,
    never: (approach, names) =>
      `Binnen het bereik van ${names} slaat het verschil van ${approach} gemiddeld nooit om.`,
    atCentral: (names) =>
      `Met alle andere getallen op hun centrale waarde slaat het binnen het bereik van ${names} wel om.`,
    underAnswer: (name, answer, question) =>
      `Bij het antwoord ${answer} op ${question}, met alle andere getallen op hun centrale waarde, slaat het binnen het bereik van ${name} wel om.`,
  },
  same: (approach, reference) =>
    `In elke trekking komt ${approach} precies uit waar ${reference} uitkomt: de twee zijn hierin gelijk, en niets kan het antwoord laten omslaan.`,
  sameAt: (approach, reference, name) =>
    `Bij elke bekeken waarde van ${name} komt ${approach} in elke trekking precies uit waar ${reference} uitkomt: ${name} kan het antwoord niet laten omslaan.`,
  joint: {
    title: (place, measure) => `${place}: ${measure}, alle aanpakken tegelijk`,
    best: (count, name) => `Van alle ${count} aanpakken is ${name} gemiddeld de beste.`,
    worth: (amount, error) =>
      `Alles te weten voordat er een gekozen wordt, zou ${amount} per persoon waard zijn (standaardfout ${error}).`,
    worthUnknown:
      'Wat het waard zou zijn om alles te weten voordat er een gekozen wordt, is niet te schatten.',
    inputs: (names) => `Van losse getallen is het weten het meest waard bij: ${names}.`,
    noInput: 'Voor zover de trekkingen zeggen, zou geen enkel getal op zichzelf het weten waard zijn.',
    pairs: 'Wat volgt, gaat over elke aanpak tegenover alleen de referentie.',
    caption: (count) =>
      `Wat het waard zou zijn een getal te weten voordat een van alle ${count} aanpakken gekozen wordt`,
    note: 'In de tabel: wat het per persoon waard zou zijn het getal te weten voordat een van alle aanpakken gekozen wordt. Alle staan in value-of-inputs.csv.',
  },
  caption: (whose) => `Sobol-indices van ${whose}: de groepen die het meeste doen, en alle andere samen`,
  note: 'Alleen: deel van de variantie over de parameters dat de groep op zichzelf maakt; met andere: deel waarbij hij betrokken is; beide met hun 95%-bootstrapinterval, dat aan de ruime kant is; begrensd op 0 en 100. Gekalibreerde getallen hangen samen en vormen daarom één groep. Alle groepen staan in indices.csv, een eerste schifting van alle in screening.csv.',
  noteUntold: 'Een streepje: daarvoor zijn de basispunten te weinig (--base-points neemt er meer).',
  name: 'Groep',
  alone: 'Alleen, %',
  withOthers: 'Met andere, %',
  chart: {
    title: (place, whose) => `Groepen waar ${whose} van afhangt, ${place}`,
    description: (rows) =>
      `Balken per groep getallen: het aandeel in de variantie, met strepen voor de 95%-intervallen. ${rows}.`,
    axis: 'Aandeel in de variantie, %',
    noBar: 'Zonder balk: de basispunten zijn te weinig.',
    untold: (name) => `${name}: de basispunten zijn te weinig`,
    note: 'Sobol-indices, % van de variantie over de parameters. Donker: wat de groep alleen maakt; licht: waarbij hij betrokken is. Streep: 95%-interval.',
  },
};
