/** Het Nederlands van waaruit aanpakken bestaan, en wie meedoet. */

import { counted } from '../counted.js';
import type { approaches as english } from '../en/approaches.js';

export const approaches: typeof english = {
  caption: 'Onderdelen van elke aanpak',
  activities: 'Wat gemeenten naast de cursus doen, per aanpak',
  weeks: (weeks) => counted(weeks, 'week', 'weken'),
  note: 'Centrale waarden. Leeg: volgt uit het model, of niet van toepassing.',
  stateOf: (track, states) => (track === '' ? states : `${track}: ${states}`),
  none: 'De berekening vermeldt niet waaruit de aanpakken bestaan.',

  who: {
    caption: 'Wie meedoet, en waarop het berust',
    note: 'Wie mee kan doen staat vast bij de vergunning, op de leeftijd na. Getallen naar label: hoeveel van de eigen getallen van de activiteit gepubliceerd, afgeleid, niet nagegaan of aangenomen zijn.',
    fromExit: (weeks) => `${weeks}, vanaf uitstroom`,
    everybody: 'iedereen',
    or: ' of ',
    age: (from, to) => `van ${from} tot en met ${to} jaar`,
    values: (attribute, values) => `${attribute}: ${values}`,
    part: (share, of) => `van ‘${of}’ past ${share}`,
    share: (share) => `${share} van wie past wordt gekozen`,
    prospects: (accuracy) => `op kans op werk, gezien met een nauwkeurigheid van ${accuracy}`,
    selectionCaption: (approach) => `Wie wordt gekozen en wie niet, ‘${approach}’`,
    selectionNote:
      'Deel van elke groep dat wordt gekozen, uit de samenstelling bij de vergunning en bij centrale waarden, zonder toeval. Wie gekozen is doet mee zodra de activiteit opengaat.',
    standings: {
      not_eligible: 'past niet',
      passed_over: 'past, niet gekozen',
      selected: 'gekozen',
    },
    selectionFor: (activity) => `keuze voor ${activity}`,
  },
};
