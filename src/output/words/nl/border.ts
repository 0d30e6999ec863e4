/** The Dutch of reports of a border in two numbers; see the English. */

import type * as english from '../en/border.js';

export const border: typeof english.border = {
  question: (place, first, second, measure) =>
    `Bij welke waarden van ${first} en van ${second} samen slaat het verschil tussen de aanpakken in ${place} om? Vergeleken wordt: ${measure}.`,
  found: (approach, reference, goal, lines) =>
    `Het verschil van ${approach} met ${reference} gaat door ${goal} langs een grens: ${lines}.`,
  line: (from, to) => `van ${from} naar ${to}`,
  place: (first, x, second, y) => `${first} ${x} met ${second} ${y}`,
  never: (approach, reference, goal, isAbove) =>
    `Bij alle bekeken waarden van beide getallen ligt het verschil van ${approach} met ${reference} gemiddeld ${isAbove ? 'boven' : 'niet boven'} ${goal}: gemiddeld slaat het antwoord er niet door om.`,
  same: (approach, reference) =>
    `Bij alle bekeken waarden van beide getallen komt ${approach} precies uit waar ${reference} uitkomt: deze twee getallen kunnen het antwoord niet laten omslaan.`,
  sides: (goal, above, below) =>
    `Boven ${goal} ligt de kant van ${above}; niet erboven ligt de kant van ${below}.`,
  caption: (approach, reference) => `Plaatsen op de grens van ‘${approach}’ min ‘${reference}’`,
  note: 'Beide getallen liggen op elke plaats vast in elke parametertrekking; de andere variëren. Gevonden op een rooster van 7 bij 7 plaatsen (lattice.csv) en tussen buren daarvan.',
  noteIntervals:
    'Tussen haakjes: het 95%-interval van dat getal over de andere parameters; het andere van de twee staat daar vast.',
  chart: {
    title: (place) => `Waar het antwoord omslaat in twee getallen, ${place}`,
    description: (first, second, said) =>
      `Kaart van ${first} (horizontaal) en ${second} (verticaal), een vlak per aanpak. ${said}`,
    note: (measure, goal) =>
      `Vergeleken wordt: ${measure}. Lijn: waar het verschil door ${goal} gaat. Dichte vierkanten: erboven; open vierkanten: niet erboven.`,
    noteIntervals: 'Dunne lijnen: 95%-interval van een van de getallen; het andere staat vast.',
    at: (x, y, value) => `${x}, ${y}: ${value}`,
  },
};
