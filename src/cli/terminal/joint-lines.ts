/** What it would be worth to know before one of all approaches is chosen, on the terminal and as JSON. */

import { formatAs } from '../../output/number.js';
import { sayFewDraws } from '../../output/say-few-draws.js';
import { sayJoint, valuedInputs } from '../../output/say-joint.js';
import { wordsIn } from '../../output/words/words.js';
import { approachLabel, numberName } from '../../run/scenarios/number-names.js';
import type { SensitivityOutcome } from '../../run/sensitivity/sensitivity.js';
import { asWritten } from '../../run/write/read-back.js';
import { drawTable } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** Numbers shown on the terminal; the others stand in the file. */
const SHOWN = 10;

/** The lines of the choice between all approaches at once; none where there are two. */
export function jointLines(outcome: SensitivityOutcome, page: Page, brush: Brush): string[] {
  const { joint, municipality, sayMeasure, named, unit, draws } = outcome;
  if (joint === undefined) return [];
  const { language } = page;
  const words = wordsIn(language);
  const { screen, inputGroups, quoted } = words;
  const nameOf = (path: string) => numberName(named, path, language);
  const say = (value: number, error: number) => formatAs(unit, value, error, false, language);
  const best = quoted(approachLabel(named, joint.best, language));
  const [answer, ...more] = sayJoint(
    words,
    { ...joint, best, evpi: joint.information.evpi },
    unit,
    (path) => quoted(nameOf(path)),
    (value, error) => `${say(value, error)} ${screen.inUnit[unit]}`,
  );
  const { valued, error } = valuedInputs(joint, unit);
  const cells = ({ path, evppi }: (typeof valued)[number]) => [
    nameOf(path),
    `${say(evppi.value, error)}\u00a0±\u00a0${say(evppi.error, error)}`,
  ];
  const columns = [
    { heading: screen.uncertainNumber, align: 'left' },
    { heading: `${screen.worth}, ${unit === 'share' ? '%' : screen.inUnit[unit]}`, align: 'right' },
  ] as const;
  const table =
    valued.length === 0
      ? []
      : [
          '',
          ...drawTable({ columns, groups: [{ rows: valued.slice(0, SHOWN).map(cells) }] }, page.table, brush),
          ...wrap(inputGroups.joint.note, page.text).map(brush.dim),
        ];
  return [
    '',
    ...wrap(inputGroups.joint.title(municipality, sayMeasure(language)), page.text).map(brush.bold),
    ...wrap(answer!, page.text).map(brush.bold),
    ...more.flatMap((each) => wrap(each, page.text)),
    ...table,
    ...sayFewDraws(draws, language).flatMap((each) => wrap(each, page.text)),
    ...wrap(inputGroups.joint.pairs, page.text),
  ];
}

/** The same for machines. */
export function summariseJoint(joint: SensitivityOutcome['joint']) {
  if (joint === undefined) return {};
  const { best, information, inputs } = joint;
  return {
    all_approaches: {
      best,
      evpi: asWritten(information.evpi.value),
      evpi_error: asWritten(information.evpi.error),
      inputs: inputs.map(({ path, evppi: { value, error } }) => ({
        path,
        evppi: asWritten(value),
        evppi_error: asWritten(error),
      })),
    },
  };
}
