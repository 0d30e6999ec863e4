/** The Dutch of reports of thresholds and of sensitivity analyses; see the English. */

import { counted } from '../counted.js';
import type * as english from '../en/analysis.js';

export const analysis: typeof english.analysis = {
  threshold: {
    title: (place) => `Waar het antwoord omslaat: ${place}`,
    question: (place, name, measure) =>
      `Vanaf welke waarde van ${name} slaat het verschil tussen de aanpakken in ${place} om? Vergeleken wordt: ${measure}.`,
    up: (approach, reference, name, value, goal, interval) =>
      `Is ${name} ${value} of meer, dan ligt het verschil van ${approach} met ${reference} boven ${goal}; is het minder, dan niet ${interval}.`,
    down: (approach, reference, name, value, goal, interval) =>
      `Is ${name} minder dan ${value}, dan ligt het verschil van ${approach} met ${reference} boven ${goal}; is het meer, dan niet ${interval}.`,
    several: (approach, reference, name, values, goal) =>
      `Het verschil van ${approach} met ${reference} gaat meer dan eens door ${goal} als ${name} stijgt: bij ${values}.`,
    never: (approach, reference, name, from, to, goal, isTold) =>
      `Bij de bekeken waarden van ${name}, van ${from} tot en met ${to}, gaat het verschil van ${approach} met ${reference} niet door ${goal}. ${isTold ? 'Hoe zeker dat is, staat bij elke waarde in de tabel, als interval' : 'Hoe zeker dat is, is niet te zeggen: bij geen ervan is het interval te bepalen'}.`,
    ends: (from, first, to, last) => `Bij ${from} is het verschil ${first}, bij ${to} is het ${last}.`,
    below: (value) => `(95%-interval: van onder de bekeken waarden tot ${value})`,
    above: (value) => `(95%-interval: van ${value} tot boven de bekeken waarden)`,
    anywhere: '(95%-interval: breder dan de bekeken waarden)',
    caption: (approach, reference) => `‘${approach}’ min ‘${reference}’ naar waarde, per persoon`,
    note: 'Het getal staat bij elke waarde vast in elke parametertrekking; de andere variëren.',
    target: (goal) => `Gezochte waarde: ${goal}`,
    chart: {
      title: (place) => `Waar het antwoord omslaat, ${place}`,
      description: (name, readings) =>
        `Lijngrafiek met band: verschil met de referentie naar ${name}. ${readings}.`,
      points: (measure) => `${measure}, procentpunt`,
      note: (goal) =>
        `Lijn: verschil met de referentie; band: 95%-interval over de andere parameters. Horizontale lijn: de gezochte waarde, ${goal}. Ruit: waar het omslaat; dikke streep erdoor: het 95%-interval daarvan.`,
    },
  },
  sensitivity: {
    title: (place) => `Waar het antwoord van afhangt: ${place}`,
    question: (place, measure, draws) =>
      `Van welke onzekere getallen hangt het verschil tussen de aanpakken in ${place} af? Vergeleken wordt: ${measure}, over ${counted(draws, 'parametertrekking', 'parametertrekkingen')}.`,
    questionOwn: (place, whose, measure, draws) =>
      `Van welke onzekere getallen hangt ${whose} in ${place} af? Bekeken wordt: ${measure}, over ${counted(draws, 'parametertrekking', 'parametertrekkingen')}.`,
    most: (whose, names) => `De meeste onzekerheid over ${whose} komt van ${names}.`,
    some: (whose, names) =>
      `Van de onzekerheid over ${whose} komt minder dan de helft van wat eruit springt: ${names}.`,
    none: (whose, count) => `Van de ${count} onzekere getallen springt er geen enkel uit in ${whose}.`,
    turning: (names) =>
      `Met één getal op het lage of het hoge punt van zijn bereik en alle andere op hun centrale waarde verandert het verschil van teken bij: ${names}.`,
    turningNone:
      'Met welk getal ook op het lage of het hoge punt van zijn bereik en alle andere op hun centrale waarde houdt het verschil zijn teken.',
    worth: (amount, error) =>
      `Alles te weten vóór de keuze zou ${amount} per persoon waard zijn (standaardfout ${error}).`,
    worthUnknown: 'Wat het waard zou zijn om alles te weten, is niet te bepalen.',
    caption: (whose, shown, all) =>
      `De ${shown} van ${all} onzekere getallen waarvan ${whose} het meest afhangt`,
    note: (outcome) =>
      `Aandeel: in de variantie van ${outcome} over de parameters, met zijn 95%-interval; een streepje: niet te bepalen, of het springt er niet uit. Bij het lage en het hoge punt (2,5% en 97,5%) staan alle andere op hun centrale waarde; een getal dat er alleen bij één antwoord op een open vraag is, wordt bij dat antwoord beproefd. Het aandeel mist wat geen kromme van de tweede graad in de rang vat, en is dus iets te laag waar het effect aan de uiteinden het sterkst is. Alle getallen staan in inputs.csv.`,
    noteWorth:
      'Waarde: wat het waard zou zijn om dit getal te kennen vóór de keuze, met de standaardfout daarvan.',
    number: 'Onzeker getal',
    share: 'Aandeel, %',
    atLow: 'Bij het lage punt',
    atHigh: 'Bij het hoge punt',
    worthOf: 'Waarde van weten',
    worthError: 'Standaardfout',
    chart: {
      title: (place, whose) => `Waar ${whose} van afhangt, ${place}`,
      description: (outcome, rows) =>
        `Balken per onzeker getal: ${outcome} bij het lage en bij het hoge punt. ${rows}.`,
      note: (outcome) =>
        `Balk: van ${outcome} bij het lage punt van een getal (lichte kant) naar de waarde bij het hoge punt (donkere kant), al het andere op zijn centrale waarde; van een getal dat er alleen bij één antwoord op een open vraag is: bij dat antwoord. Lijn: alles op zijn centrale waarde.`,
    },
  },
};
