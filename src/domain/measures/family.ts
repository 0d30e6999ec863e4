/** How many new permit holders come after the cohort: partners who join somebody of it. */

import { familyTrack } from '../attributes/present.js';
import type { Measure } from './measure.js';

export const familyArrivedShare: Measure = {
  name: 'family_arrived_share',
  unit: 'share',
  definition: {
    en: 'Share of all persons whose family, awaited at the permit, has arrived by the horizon. Each brings one new permit holder of age, the partner, who is none of the persons: in the accounts are the bijstand and the social guidance, but no course and no programme of the partner.',
    nl: 'Deel van alle personen van wie het gezin, waarop bij de vergunning werd gewacht, er binnen de horizon is. Met elk gezin komt één nieuwe volwassen vergunninghouder, de partner, die zelf niet bij de personen hoort: in de rekeningen staan de bijstand en de maatschappelijke begeleiding van de partner, maar geen cursus en geen programma.',
  },
  source: {
    kind: 'ever',
    counters: [
      {
        name: 'count: family arrived',
        counts: { kind: 'moves', track: familyTrack.name, from: 'waiting', to: 'couple' },
      },
    ],
  },
  words: {
    en: { label: 'Partner arrived later: new permit holders, per person of the cohort' },
    nl: { label: 'Partner later gekomen: nieuwe vergunninghouders, per persoon van het cohort' },
  },
};
