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
    size === undefined
      ? summary.cohortUnknown
      : summary.cohort(rawCell(speech, size.value).text, size.low < size.high),
    rawCell(speech, horizonYears(run)).text,
  );
}

const wordsOf = (condition: string) => condition.split(/\W+/).sort().join();

/** The steps of a reference in which people take one after another; undefined: it has parts of its own, or opens some earlier. */
function stepsOf({ reference, parts, law: { steps } }: RunData, { language }: Speech): string | undefined {
  if (steps === undefined) return undefined;
  const own = parts.filter(({ approach }) => approach === reference.name);
  const opens = Object.entries(steps.opens);
  const isInSteps =
    own.length === opens.length &&
    opens.every(([name, condition]) =>
      own.some(({ part, starts }) => part === name && wordsOf(starts) === wordsOf(condition)),
    );
  return isInSteps ? steps.said[language] : undefined;
}

/** What the reference is, where it is the same of all runs and can be told in a clause. */
export function sayReference(runs: readonly RunData[], speech: Speech): string[] {
  const { front, quoted } = speech.words;
  const said = new Set(
    runs.map((run) => {
      const steps = stepsOf(run, speech);
      return steps === undefined ? '' : front.inSteps(quoted(approachName(run.reference)), steps);
    }),
  );
  return said.size === 1 ? [...said].filter((text) => text !== '') : [];
}

/** What is compared: an approach in the words of the scenario's own file, and the reference. */
export function sayAbout(run: RunData, speech: Speech): Block[] {
  const { language, words } = speech;
  const about = descriptionOf(run.manifest, language)?.replace(/\.$/, '');
  const said = [
    ...(about === undefined ? [] : [words.front.inShort(about)]),
    ...(run.others.length === 0 ? [] : sayReference([run], speech)),
  ];
  return said.length === 0 ? [] : [paragraph(said.join(' '))];
}
