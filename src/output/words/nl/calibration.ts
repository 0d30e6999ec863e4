/** The Dutch of the report on a calibration; see the English. */

import { counted } from '../counted.js';
import type * as english from '../en/calibration.js';

export const calibration: typeof english.calibration = {
  title: 'Kalibratie',
  how: (draws, parameters, points, persons) =>
    `${counted(draws, 'trekking', 'trekkingen')} uit de posterior van ${counted(parameters, 'parameter', 'parameters')}, met ${counted(points, 'gesimuleerd punt', 'gesimuleerde punten')} van ${persons} personen;`,
  effectiveSize: (size, candidates) => `effectieve steekproefomvang ${size}, uit ${candidates} kandidaten.`,
  missed: (deviations) =>
    `De emulator zit er hoogstens ${deviations} standaarddeviatie van een cijfer naast; die is daarvoor verruimd.`,
  fitted: 'Cijfers die bij het ijken zijn gebruikt',
  validation: 'Cijfers die zijn bewaard om te toetsen',
  inside: (inside, figures) => `${inside} van ${figures} binnen hun tolerantie.`,
  figureColumns: [
    'cijfer',
    'maand',
    'subgroep',
    'data',
    'tolerantie',
    'model',
    '95% over de parameters',
    'z',
  ],
  learned: 'Wat de cijfers leerden',
  widthAndShift: (untouched, parameters) =>
    `Breedte: standaarddeviatie van de posterior, gedeeld door die van de prior. Verschuiving: gemiddelde van de posterior, in standaarddeviaties van de prior vanaf de mediaan van de prior. Over ${untouched} van de ${parameters} parameters zeggen de cijfers vrijwel niets (breedte boven 0,9): hun onzekerheid is nog die van de prior.`,
  learnedColumns: ['parameter', 'breedte', 'verschuiving'],
  correlations: 'Parameters die de cijfers niet uit elkaar houden',
  correlationColumns: ['parameter', 'en', 'correlatie'],
};
