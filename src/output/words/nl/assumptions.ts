/** The Dutch of what is assumed, and where numbers come from; see the English. */

import { counted } from '../counted.js';
import type { assumptions as english } from '../en/assumptions.js';
import { citationInDutch } from './citation.js';

export const assumptions: typeof english = {
  unlabelled: 'zonder label',
  lead: (assumed, unverified, total) =>
    `Van de ${counted(total, 'getal', 'getallen')} waarop de berekening rust, ${assumed === '1' ? 'is er 1 aangenomen' : `zijn er ${assumed} aangenomen`} (niemand heeft ze gepubliceerd) en ${unverified} niet nagegaan (uit de tweede hand). De andere zijn gepubliceerd, of berekend uit een gepubliceerd cijfer.`,
  leadOfSeveral: (assumed, unverified, total) =>
    `Een berekening rust op hoogstens ${counted(total, 'getal', 'getallen')}; daarvan ${assumed === '1' ? 'is er hoogstens 1 aangenomen' : `zijn er hoogstens ${assumed} aangenomen`} (niemand heeft ze gepubliceerd) en ${unverified} niet nagegaan (uit de tweede hand). De andere zijn gepubliceerd, of berekend uit een gepubliceerd cijfer.`,
  posterior: (count) =>
    `${count === '1' ? 'Eén getal wordt' : `${count} getallen worden`} samen getrokken uit de posterior van de kalibratie, met hun onderlinge samenhang; hun bandbreedte is het interval daarvan.`,
  topCaption: (shown, all) => `De eerste ${shown} van ${all} aannames`,
  topNoteOfSeveral: (isOfOne) =>
    `Wat deze ${isOfOne ? 'runs' : 'gemeenten'} gemeen hebben, naar de gemiddelde plaats per ${isOfOne ? 'run' : 'gemeente'} (naar invloed, voor zover geprobeerd).`,
  topNote:
    'Volgorde: eerst de aannames waarvan gebleken is dat het saldo ervan afhangt, de sterkste voorop; dan wat niet geprobeerd is: wat wachten en activiteiten doen en wat ze kosten, dan de rest, telkens de breedste bandbreedte voorop, wat een vermoeden is; als laatste wat geprobeerd is en niets doet.',
  questionsElsewhere: (where) =>
    `Vragen die de bron openlaat, staan er niet bij, ook waar ze het saldo meer verschuiven: zie ${where}.`,
  all: 'alle',
  allCaption: 'Alle getallen waarop de berekening rust, de aannames eerst',
  unverified: 'Niet nagegaan',
  sameAs: (names) => `gelijk aan ${names}`,
  overrides: 'Gezet op de opdrachtregel',
  sourcesTitle: 'Bronnen',
  sources: 'Van de gepubliceerde, afgeleide en niet nagegane cijfers',
  citation: citationInDutch,
  priorWas: (value, low, high, distribution) => `prior: ${value} (${low} tot ${high}, ${distribution})`,
  note: 'Bronnen en redenen zijn aangehaald uit de scenariobestanden; wat iemand daar zelf aan heeft toegevoegd, staat er in de taal daarvan.',
};
