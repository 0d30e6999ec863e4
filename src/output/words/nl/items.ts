/** The Dutch of what guidelines ask a report to say; see the English. */

import type { items as english } from '../en/items.js';

export const items: typeof english = {
  caption: 'Rapportagepunten (naar STRESS-DES en de ISPOR-SMDM-richtlijnen)',
  rows: (s) => [
    ['Doel en vraag', s.summary!],
    ['Populatie en omgeving', s.summary!],
    ['Vergeleken alternatieven', s.approaches!],
    ['Uitkomsten en hun definitie', `${s.outcomes}`],
    ['Perspectief: wie betaalt', s.costs!],
    ['Horizon en verdiscontering', `${s.summary}; ${s.assumptions}`],
    ['Logica van het model: toestanden, overgangen, poorten', s.method!],
    ['Parameters, bandbreedtes, verdelingen, bronnen', s.assumptions!],
    ['Aannames, opgesomd', s.assumptions!],
    ['Onzekerheid van parameters', `${s.outcomes}; ${s.method}`],
    ['Toeval (eerste orde), voorspelling', `${s.outcomes}; ${s.method}`],
    ['Aantal replicaties en Monte-Carlo-fout', `${s.method}; ${s.repeat}`],
    ['Toevalsgetallen', s.method!],
    ['Uitkomsten naast gepubliceerd onderzoek', s.summary!],
    ['Subgroepen (indien gevraagd)', s.subgroups!],
    ['Beperkingen', s.method!],
    ['Programma, versie, invoer, herhaling', s.repeat!],
  ],
  notMet:
    'Niet in dit rapport: gevoeligheid per parameter, kalibratie en validatie; dat zijn aparte berekeningen.',
};
