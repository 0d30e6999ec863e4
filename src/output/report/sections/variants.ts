/** Variants of one municipality: what each of several runs of the same people changes, beside the first. */

import type { Headline } from '../../../domain/measures/headlines.js';
import type { Unpaired } from '../../package/unpaired.js';
import { sayOutcomeNote } from '../../say-no-interval.js';
import { sayVariant } from '../../say-variant.js';
import { type Block, type Cell, paragraph, type TableBlock, textCell } from '../blocks.js';
import { parameterName } from '../parameter-names.js';
import type { ResultRow, RunData } from '../run-data.js';
import { intervalCell, numberCell, rawCell, type Speech } from '../speech.js';

/** A number of a run with what is printed of it. */
type Value = Pick<ResultRow, 'estimate' | 'mcse' | 'shown' | 'error'>;

/** A main outcome of an approach in two runs, or (`reference`) its difference from another approach. */
interface Outcome {
  readonly headline: Headline;
  /** What readers call the approach and its reference. */
  readonly label: string;
  readonly referenceLabel: string | undefined;
  readonly before: Value;
  readonly after: Value;
  readonly difference: Value & { readonly parameterLow: number; readonly parameterHigh: number };
}

/** A run beside the first one. */
export interface ReportedVariant {
  /** Why its people and draws are not those of the first run; undefined: they are. */
  readonly unpaired: Unpaired | undefined;
  readonly rows: readonly Outcome[];
}

function cellsOf(
  { headline: { unit }, referenceLabel, before, after, difference }: Outcome,
  speech: Speech,
): Cell[] {
  const number = ({ shown, error }: Value, signed: boolean) => numberCell(speech, unit, shown, error, signed);
  const { parameterLow: low, parameterHigh: high, error } = difference;
  const isContrast = referenceLabel !== undefined;
  return [
    number(before, isContrast),
    number(after, isContrast),
    number(difference, true),
    intervalCell(speech, unit, low, high, error, true),
  ];
}

/** What a run set on the command line, by the names of the numbers; empty: nothing. */
function saySettings(run: RunData, speech: Speech): string {
  const said = run.manifest.settings.map((setting) => {
    const [path, value] = [setting.slice(0, setting.indexOf('=')), setting.slice(setting.indexOf('=') + 1)];
    const number = Number(value);
    const isNumber = value !== '' && Number.isFinite(number);
    return `${parameterName(speech, run, path)}: ${isNumber ? rawCell(speech, number).text : value}`;
  });
  return said.length === 0 ? '' : `${run.municipality}: ${said.join('; ')}`;
}

/** Each run beside the first: in a sentence for each approach, and a table. */
export function variantBlocks(
  runs: readonly RunData[],
  variants: readonly ReportedVariant[],
  speech: Speech,
): Block[] {
  const [base, ...others] = runs;
  const { screen, headings, outcomes, list } = speech.words;
  const question = screen.whatVariants(
    list(others.map(({ municipality }) => municipality)),
    base!.municipality,
  );
  const tables = others.flatMap((run, i): Block[] => {
    const { rows, unpaired } = variants[i]!;
    const said = rows.flatMap(({ label, referenceLabel, difference, headline }) => {
      if (referenceLabel === undefined) return [];
      const { parameterLow: low, parameterHigh: high, ...value } = difference;
      const row = { ...value, unit: headline.unit, low, high };
      return sayVariant(
        row,
        [label, referenceLabel],
        [run.municipality, base!.municipality],
        speech.language,
      );
    });
    const table: TableBlock = {
      kind: 'table',
      name: `${run.slug}-beside`,
      sheet: 'summary',
      caption: screen.beside(run.municipality, base!.municipality),
      columns: [
        { label: headings.approach, kind: 'text', weight: 1.3 },
        { label: headings.outcome, kind: 'text', weight: 2.6 },
        { label: base!.municipality, kind: 'number', weight: 1.1 },
        { label: run.municipality, kind: 'number', weight: 1.1 },
        { label: headings.difference, kind: 'number', weight: 1.1 },
        { label: headings.interval, kind: 'interval', weight: 1.6 },
      ],
      rows: rows.map((row): Cell[] => {
        const { label } = row.headline;
        const against = row.referenceLabel === undefined ? label : screen.against(label, row.referenceLabel);
        const name = row.headline.unit === 'euros' ? screen.units.euros(against) : against;
        return [textCell(row.label), textCell(name), ...cellsOf(row, speech)];
      }),
      note: [
        unpaired === undefined ? screen.paired('') : screen.unpaired(screen.whyUnpaired(unpaired)),
        screen.rowsAgree,
        screen.eurosOfCohort,
        unpaired === undefined
          ? sayOutcomeNote(base!.manifest.parameter_draws, speech.language)
          : outcomes.note,
      ].join(' '),
    };
    return [...said.map((text) => paragraph(text, true)), table];
  });
  const set = runs.map((run) => saySettings(run, speech)).filter((text) => text !== '');
  return [
    paragraph(question),
    ...(set.length === 0 ? [] : [{ kind: 'list', items: set } as const]),
    ...tables,
  ];
}
