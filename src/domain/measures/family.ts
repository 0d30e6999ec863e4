/** How many new permit holders come after the cohort: partners who join somebody of it. */

import { familyTrack } from '../attributes/present.js';
import type { Measure } from './measure.js';

export const familyArrivedShare: Measure = {
  name: 'family_arrived_share',
  unit: 'share',
  definition:
    'Share of all persons whose family, awaited at the permit, has arrived by the horizon. Each brings one new permit holder of age, the partner, who is none of the persons: in the accounts are the bijstand and the social guidance, but not the course and the programme of the partner.',
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
