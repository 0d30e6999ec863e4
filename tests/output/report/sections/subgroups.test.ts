import { expect, it } from 'vitest';
import { widthsOf } from '../../../../src/output/report/formats/xlsx-widths.js';
import { readRunData } from '../../../../src/output/report/run-data.js';
import { outcomesLedger } from '../../../../src/output/report/sections/outcomes.js';
import { subgroupsLedger } from '../../../../src/output/report/sections/subgroups.js';
import { speak } from '../../../../src/output/report/speech.js';
import { folderWith } from '../../../scenario/temporary-folder.js';
import { makeRun } from '../results.js';

it.each(['nl', 'en'] as const)(
  'names of measures have the column that names have in the sheet: %s',
  (language) => {
    const run = readRunData(makeRun(folderWith({}), 'made', { subgroup: 'sex=women' }));
    const speech = speak(language, run.law);
    const [table] = subgroupsLedger(run, speech);
    expect(table!.columns.slice(0, 3).map(({ label }) => label)).toEqual(
      ['measure', 'attribute', 'subgroup'].map((key) => speech.words.headings[key as 'measure']),
    );
    const [names] = widthsOf([...outcomesLedger(run, speech), table!], ['a', 'b']);
    for (const [name] of table!.rows) expect(Math.ceil(name!.text.length / names!)).toBeLessThanOrEqual(2);
    // A measure of each group, then the next.
    expect(table!.rows.slice(0, 2).map(([, , group]) => group!.text)).toEqual(
      language === 'nl' ? ['vrouwen', 'allen'] : ['women', 'all'],
    );
  },
);
