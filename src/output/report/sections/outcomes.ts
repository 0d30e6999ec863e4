/** Outcomes by approach, and the differences between approaches. */

import { type Block, paragraph } from '../blocks.js';
import { differencesTable, levelsTable, type MeasureAt } from '../outcome-tables.js';
import { headlineMonth, type ResultRow, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { measureIn, measureName, type Speech } from '../speech.js';
import { type Sign, signOf } from '../verdict.js';

/**
 * Whether a measure belongs in the main tables: it has no section to itself, and is of the whole horizon or of the month at which
 * shares are summarised.
 */
function isMain(run: RunData, row: ResultRow): boolean {
  const inTime = !Number.isFinite(row.month) || row.month === headlineMonth(run);
  return row.subgroup === 'all' && inTime && measureIn(run, row.measure)?.isDetail !== true;
}

/** The measures of the main tables, in the order of the files. */
function mainMeasures(run: RunData): MeasureAt[] {
  const keys = new Map(
    run.estimates
      .filter((row) => isMain(run, row))
      .map(({ measure, month }) => [`${measure}@${month}`, { measure, month }]),
  );
  return [...keys.values()];
}

function differencesOf(run: RunData, speech: Speech): Block[] {
  const { outcomes } = speech.words;
  return run.others.flatMap((approach): Block[] => {
    const rows = run.differences.filter((row) => row.approach === approach.name && isMain(run, row));
    if (rows.length === 0) return [];
    const named = (...signs: Sign[]) =>
      rows
        .filter((row) => Number.isFinite(row.estimate) && signs.includes(signOf(row)))
        .map(({ measure, month }) => measureName(speech, run, measure, month));
    const [doubtful, untold] = [named('includesZero', 'noiseOnly'), named('noInterval')];
    const told = named('positive', 'negative', 'zero').length > 0 || doubtful.length > 0;
    const sentences = [
      ...(doubtful.length === 0 ? [] : [outcomes.unknownSign(doubtful.join('; '))]),
      ...(untold.length === 0 ? [] : [told ? outcomes.untold(untold.join('; ')) : outcomes.noneTold]),
    ];
    return [
      differencesTable(run, approach, rows, speech, 'differences'),
      ...(sentences.length === 0 ? [outcomes.allSigns] : sentences).map((text) => paragraph(text)),
    ];
  });
}

/** The section on outcomes. */
export function outcomesSection(run: RunData, speech: Speech): Section {
  const { outcomes, sections } = speech.words;
  const levels = levelsTable(run, mainMeasures(run), speech, {
    name: 'outcomes',
    caption: outcomes.levels,
    note: outcomes.note,
  });
  return { id: 'outcomes', title: sections.outcomes, blocks: [levels, ...differencesOf(run, speech)] };
}
