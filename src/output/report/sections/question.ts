/** The question of a report, and what is compared. */

import { descriptionOf } from '../../package/labels.js';
import { type Block, paragraph } from '../blocks.js';
import { horizonYears, type RunData } from '../run-data.js';
import { approachName, rawCell, type Speech } from '../speech.js';

/** The question that a report on a run answers. */
export function sayQuestion(run: RunData, speech: Speech): string {
  const { summary, list, quoted } = speech.words;
  const size = run.parameters.find(({ path }) => path === 'cohort.size');
  const others = run.others.map((approach) => quoted(approachName(approach)));
  return summary.question(
    run.municipality,
    approachName(run.reference),
    list(others),
    size === undefined ? summary.cohortUnknown : summary.cohort(rawCell(speech, size.value).text),
    rawCell(speech, horizonYears(run)).text,
  );
}

/** What is compared, in the words of the scenario's own file. */
export function sayAbout({ manifest }: RunData, { language, words }: Speech): Block[] {
  const about = descriptionOf(manifest, language)?.replace(/\.$/, '');
  return about === undefined ? [] : [paragraph(words.front.inShort(about))];
}
