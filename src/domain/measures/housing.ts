/** How soon people have a house. */

import { monthsFromWeeks } from '../time/calendar.js';
import type { Measure } from './measure.js';

/** Weeks within which a municipality has to house the people assigned to it (source document, section 4.5). */
export const WEEKS_TO_HOUSE = 13;

export const housedInTime: Measure = {
  name: 'housed_within_13_weeks_share',
  unit: 'share',
  better: 'more',
  definition: {
    en: 'Share of all persons that had a house in the municipality within 13 weeks of the permit, as the law asks of municipalities.',
    nl: 'Deel van alle personen dat binnen 13 weken na de vergunning een woning in de gemeente had, zoals de wet van gemeenten vraagt.',
  },
  source: { kind: 'reached', milestone: 'housed', months: monthsFromWeeks(WEEKS_TO_HOUSE) },
  words: {
    en: { label: 'Housed within 13 weeks of the permit' },
    nl: { label: 'Gehuisvest binnen 13 weken na de vergunning' },
  },
};
