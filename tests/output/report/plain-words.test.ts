/** Sentences and tables that a reader would stumble over, as he should find them. */

import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/output/report/blocks.js';
import { type Part, type RunData, readRunData } from '../../../src/output/report/run-data.js';
import { approachesSection } from '../../../src/output/report/sections/approaches.js';
import { comparisonSection } from '../../../src/output/report/sections/comparison.js';
import { selectionTables } from '../../../src/output/report/sections/participants.js';
import { repeatSection } from '../../../src/output/report/sections/repeat.js';
import { type Speech, speak } from '../../../src/output/report/speech.js';
import { en } from '../../../src/output/words/en/all.js';
import { nl } from '../../../src/output/words/nl/all.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { makeRun } from './results.js';

const made = readRunData(makeRun(folderWith({}), 'made', { municipality: 'Testdam' }));
const [dutch, english] = [speak('nl', made.law), speak('en', made.law)];
const texts = (row: readonly Cell[]) => row.map(({ text }) => text);

describe('when an activity begins', () => {
  const begins = (starts: string, speech: Speech, more: Partial<Part> = {}) => {
    const part = { ...made.parts.find((each) => each.part === 'jas')!, starts, ...more };
    const { blocks } = approachesSection({ ...made, parts: [part] }, [], speech);
    const table = blocks.find((block) => block.kind === 'table')!;
    return texts(table.rows[0]!).slice(2);
  };

  it('is said with the states that will do, not with a track and a state side by side', () => {
    expect(begins('(housing = centre or housed)', dutch)[0]).toBe('in het azc of gehuisvest');
    expect(begins('housing = housed', english)[0]).toBe('housed');
    const both = '(inburgering = passed or exempt or jas = taking_part or finished)';
    expect(begins(both, dutch)[0]).toBe('inburgering: geslaagd of ontheven of ‘Blocks’: bezig of afgerond');
    expect(begins('jas = finished and housing = housed', dutch)[0]).toBe('‘Blocks’: afgerond en gehuisvest');
  });

  it('gives hours in tenths, and obliges nobody to no hours', () => {
    const hoursOf = (hoursPerWeek: number) =>
      begins('housing = housed', dutch, { hoursPerWeek, mandatory: 'true' }).slice(2, 4);
    expect(hoursOf(22.08)).toEqual(['22,1', 'ja']);
    expect(hoursOf(1.992)).toEqual(['2', 'ja']);
    expect(hoursOf(0)).toEqual(['0', '']);
  });
});

it('says the selection of an attribute once where all its values say the same, and nothing where all do', () => {
  const select = (women: number, low: number): RunData => ({
    ...made,
    selection: [
      ...[['sex', 'men', 0.44] as const, ['sex', 'women', women] as const],
      ...[['education', 'low', low] as const, ['education', 'high', 0.44] as const],
    ].map(([attribute, value, selected]) => ({
      ...{ approach: 'parallel', activity: 'jas', attribute, value, ofCohort: 0.5, selected },
    })),
  });
  expect(selectionTables(select(0.44, 0.44), english)).toEqual([]);
  const [table] = selectionTables(select(0.44, 0.2), english);
  expect(table!.rows.map((row) => texts(row).slice(1))).toEqual([
    // Of all, then of both sexes.
    ['', '100.0%', '44.0%'],
    ['all', '100.0%', '44.0%'],
    ['low', '50.0%', '20.0%'],
    ['high', '50.0%', '44.0%'],
  ]);
  // How the others fare is another run.
  for (const speech of [english, dutch])
    expect(selectionTables(select(0.44, 0.2), speech)[0]!.note).toMatch(/ run .*--by selected:jas\.$/);
});

describe('several runs', () => {
  const prose = (runs: readonly RunData[], speech = dutch) =>
    comparisonSection(runs, [], speech)
      .blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
      .join('\n');

  it('speaks of plans only where there are some, and counts what happens', () => {
    const plan = {
      ...made,
      manifest: { ...made.manifest, inputs: [{ path: 'scenarios/plans/sweden.yaml', sha256: '' }] },
    };
    // The people are the same within a municipality, not in all of them.
    expect(prose([made, made])).toContain('Binnen elk van de 2 gemeenten doorlopen dezelfde');
    expect(prose([made, plan])).toContain('Binnen elk van de 2 gemeenten en plannen doorlopen dezelfde');
    expect(prose([made, made], english)).toContain('Within each of the 2 municipalities the same');
    expect(nl.manyMunicipalities('8', false)).toBe('8 gemeenten');
    expect(en.comparison.lead('8', '0', '0', '8', '0')).toBe(
      '8 comparisons of an approach with its reference: in all of them the evidence cannot tell.',
    );
    expect(en.comparison.lead('1', '0', '0', '1', '0')).toBe(
      '1 comparison of an approach with its reference: the evidence cannot tell.',
    );
    expect(nl.comparison.lead('8', '0', '0', '8', '0')).toBe(
      '8 vergelijkingen van een aanpak met zijn referentie: alle keren is het onzeker.',
    );
    expect(nl.sweep.lead('x', '4', '0', '0', '4')).toBe('‘x’ in 4 punten: in alle is onzeker of het loont.');
    expect(nl.comparison.lead('3', '1', '0', '2', '0')).toBe(
      '3 vergelijkingen van een aanpak met zijn referentie: 1 keer loont de aanpak, 2 keer is het onzeker.',
    );
  });

  it('say version and seed once where they are alike', () => {
    const other = { ...made, manifest: { ...made.manifest, command_line: ['run', 'b'] } };
    const facts = repeatSection([made, other], english).blocks.filter(
      (block) => block.kind === 'paragraph' && block.text.startsWith('Version'),
    );
    expect(facts).toHaveLength(1);
  });
});
