/** Chart: the path of an approach through the phases of the law. */

import { relapseShare } from '../../domain/measures/income.js';
import type { Language } from '../language.js';
import { formatNumber } from '../number.js';
import { numberIn, textIn } from '../package/cells.js';
import { lawOfRun } from '../package/law-of-run.js';
import type { RunFolder } from '../package/run-folder.js';
import { typesetText } from '../report/typeset.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { monthAxis } from './month-axis.js';
import { marksOf, type PathBar, type PathMark, pathOf } from './path.js';
import { approachNamesOf, municipalityOf, shortIntervalIn, valueIn, wholeCohort } from './rows.js';
import { speaking } from './spots.js';
import { FONT_SIZE, INK, specOf } from './style.js';
import { wrapText } from './text.js';

/** Colours of the phases, which differ in lightness from those beside them. */
const COLOURS = ['#CC79A7', '#E69F00', '#0072B2', '#56B4E9', '#009E73', '#F0E442', '#D55E00'];

const LINE = 15;
const BAR = 11;
const GAP = 9;
/** Labels are broken to fit the narrowest panel: a telephone's, or half a page. */
const LABEL_WIDTH = 300;

/** The months of a bar in words, from half having started to half having ended. */
function spanOf({ start, end, open }: PathBar, language: Language): string {
  const { phases } = wordsIn(language).charts;
  const [from, to] = [formatNumber(start, 0, language), formatNumber(end, 0, language)];
  return open ? phases.from(from) : phases.span(from, to);
}

/** A bar with its place: `top` of its label and `bar` of itself, in pixels from the top of the panel. */
function placeBars(bars: readonly PathBar[], language: Language) {
  let top = 0;
  return bars.map((bar) => {
    const share = wordsIn(language).percent(formatNumber(bar.share * 100, 0, language));
    // The numbers stay on one line.
    const numbers = `${spanOf(bar, language)} (${share})`.replaceAll(' ', '\u00a0');
    const lines = wrapText(`${bar.phase} · ${bar.label}: ${numbers}`, LABEL_WIDTH, FONT_SIZE);
    const place = top + lines.length * LINE;
    const said = typesetText(`${bar.label}: ${spanOf(bar, language)} (${share})`, language);
    const placed = { ...bar, said, lines, top, bar: place, middle: place + BAR / 2, bottom: place + BAR };
    top = placed.bottom + GAP;
    return placed;
  });
}

/** A layer whose marks say on hover what they are. */
function spoken(layer: { readonly mark: object; readonly encoding: object }): object {
  return {
    mark: { ...layer.mark, ...speaking.mark },
    encoding: { ...layer.encoding, ...speaking.encoding },
  };
}

/** The phases that occur, in their order. @param names of the phases, in their order */
function phasesShown(used: ReadonlySet<number>, names: readonly string[]) {
  const numbered = names.map((name, i) => ({
    phase: i + 1,
    name: `${i + 1} ${name}`,
    colour: COLOURS[i % COLOURS.length]!,
  }));
  return numbered.filter(({ phase }) => used.has(phase));
}

/** Colour of a bar by its phase, whose number stands before its name. */
function phaseColour(phases: ReturnType<typeof phasesShown>): object {
  return {
    field: 'phase',
    type: 'nominal',
    sort: null,
    scale: { domain: phases.map(({ phase }) => phase), range: phases.map(({ colour }) => colour) },
    legend: null,
  };
}

function drawPanel(
  placed: ReturnType<typeof placeBars>,
  title: string,
  x: object,
  fill: object,
  horizon: number,
  marks: readonly PathMark[],
): object {
  const height = Math.max(30, placed.at(-1)?.bottom ?? 0) + 4;
  const y = {
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, height], range: [0, height], nice: false },
  };
  // At every bar, and not through the words between them.
  const ticks = marks
    .filter(({ month }) => month <= horizon)
    .flatMap(({ month }) => placed.map(({ bar, bottom }) => ({ month, from: bar - 3, to: bottom + 3 })));
  const rect = (from: string, to: string, look: object) => ({
    mark: { type: 'rect', ...look },
    encoding: {
      x: { ...x, field: from },
      x2: { field: to },
      y: { ...y, field: 'bar' },
      y2: { field: 'bottom' },
      fill,
    },
  });
  return {
    title,
    height,
    data: { values: placed },
    layer: [
      rect('early', 'late', { fillOpacity: 0.35 }),
      spoken(rect('start', 'end', { stroke: INK, strokeWidth: 0.5 })),
      {
        data: { values: ticks },
        mark: { type: 'rule', color: INK, strokeWidth: 1.5 },
        encoding: {
          x: { ...x, field: 'month' },
          y: { ...y, field: 'from' },
          y2: { field: 'to' },
        },
      },
      {
        transform: [{ filter: 'datum.open' }],
        mark: {
          type: 'point',
          shape: 'triangle-right',
          filled: true,
          size: 60,
          color: '#ffffff',
          xOffset: -8,
        },
        encoding: { x: { datum: horizon }, y: { ...y, field: 'middle' } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'top', x: 0, lineHeight: LINE },
        encoding: { text: { field: 'lines' }, y: { ...y, field: 'top' } },
      },
    ],
  };
}

/** How large a share is under each approach, in words, with its interval where it has one; empty: the run does not tell. */
function sharesOf(run: RunFolder, measure: string, language: Language): string {
  const { percent } = wordsIn(language);
  const rows = wholeCohort(run, 'estimates.csv').filter((row) => textIn(row, 'measure') === measure);
  return approachNamesOf(run, language)
    .flatMap(({ id, label }) => {
      const row = rows.find((each) => textIn(each, 'approach') === id);
      return Number.isFinite(numberIn(row, 'estimate'))
        ? [
            `${label} ${percent(valueIn(row, 'estimate', 'share', language))}${shortIntervalIn(row, language)}`,
          ]
        : [];
    })
    .join(', ');
}

/** When half of those concerned start and end each part of each approach, coloured by phase: a panel for each approach. */
export function phasesChart(run: RunFolder, language: Language): Chart {
  const { phases } = wordsIn(language).charts;
  // Not Math.max(...): with subgroups there are more rows than a call takes arguments.
  const last = run.table('curves.csv').reduce((most, row) => Math.max(most, numberIn(row, 'month')), 0);
  const paths = approachNamesOf(run, language).map(({ id, label }) => ({
    name: label,
    bars: pathOf(run, id, language),
    marks: marksOf(run, id, language),
  }));
  const inWords = paths.map(({ name, bars }) => {
    const parts = bars.map((bar) => `${bar.label}: ${spanOf(bar, language)}`);
    return `${name}. ${parts.join('; ')}`;
  });
  const used = new Set(paths.flatMap(({ bars }) => bars.map(({ phase }) => phase)));
  const shown = phasesShown(used, lawOfRun(run.manifest).phases.names[language]);
  const fill = phaseColour(shown);
  const named = shown.map(({ name }) => name);
  const reached = (measure: string) => sharesOf(run, measure, language);
  const [first] = paths;
  const aims = (first?.marks ?? []).map(({ label, measure }) => phases.aim(label, reached(measure)));
  const relapsed = reached(relapseShare.name);
  return {
    name: 'phases',
    title: phases.title(municipalityOf(run, language)),
    description: phases.description(inWords.join('. ')),
    spec: specOf(language, {
      usermeta: {
        notes: [
          phases.numbers(named.join('; ')),
          ...(aims.length > 0 ? [phases.aims(aims.join('; '))] : []),
          ...(relapsed === '' ? [] : [phases.relapse(relapsed)]),
          phases.note,
        ],
        beside: true,
      },
      vconcat: paths.map(({ name, bars, marks }) => {
        const x = monthAxis(last, language);
        return drawPanel(placeBars(bars, language), name, x, fill, last, marks);
      }),
    }),
  };
}
