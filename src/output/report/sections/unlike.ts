/** In what several runs are unlike, and what their money has alike. */

import { type Thing, type Unlike, unlikeThings } from '../../package/footing.js';
import { type Block, paragraph } from '../blocks.js';
import type { RunData } from '../run-data.js';
import type { Speech } from '../speech.js';

/** Things that say when and where a cohort lives, and not how its results were counted. */
const ofTheCohort: readonly Thing[] = ['permits'];

/** In what the runs differ; nothing for runs from before footings were recorded. */
export function sayUnlike(runs: readonly RunData[], isRanked: boolean, speech: Speech): Block[] {
  const { footing: words } = speech.words;
  const unlike = unlikeThings(
    runs.flatMap(({ municipality, manifest: { footing } }) =>
      footing === undefined ? [] : [{ name: municipality, footing }],
    ),
  );
  const line = (each: Unlike) => words.sentence(words.unlike(each));
  const ofTheCount = unlike.filter(({ thing }) => !ofTheCohort.includes(thing));
  const others = unlike.filter(({ thing }) => ofTheCohort.includes(thing));
  return [
    ...(ofTheCount.length === 0
      ? []
      : [
          paragraph(words.unlikeLead(isRanked), true),
          { kind: 'list', items: ofTheCount.map(line) } as const,
        ]),
    ...others.map((each) => paragraph(line(each))),
  ];
}

/** To which dates money is discounted, and in which prices it stands, in sentences. */
export function sayMoneyOfAll(runs: readonly RunData[], speech: Speech): Block[] {
  const { footing: words } = speech.words;
  const footings = runs.flatMap(({ manifest }) => manifest.footing ?? []);
  const first = footings[0];
  if (first === undefined || footings.length < runs.length) return [];
  const unlike = unlikeThings(footings.map((footing) => ({ name: '', footing }))).map(({ thing }) => thing);
  if (unlike.includes('rate') || unlike.includes('date') || unlike.includes('prices')) return [];
  return [paragraph([words.discountedEach(footings), words.prices(footings)].map(words.sentence).join(' '))];
}
