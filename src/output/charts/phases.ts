/** Chart: the path of an approach through the five phases. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import type { Chart } from './chart.js';
import { type PathBar, pathOf } from './path.js';
import { approachesOf, municipalityOf, numberIn } from './rows.js';
import { FONT_SIZE, formatNumber, INK, say, specOf } from './style.js';
import { wrapText } from './text.js';
import { labelIn, monthAxis } from './words.js';

/** The five phases, and what lies outside them, with colours that differ in lightness. */
const PHASES = [
  { phase: 1, colour: '#CC79A7', nl: '1 warme overdracht', en: '1 warm transfer' },
  {
    phase: 2,
    colour: '#E69F00',
    nl: '2 wachten op woning en intake',
    en: '2 waiting for housing, and intake',
  },
  {
    phase: 3,
    colour: '#0072B2',
    nl: '3 wettelijk en parallel traject',
    en: '3 statutory and parallel track',
  },
  { phase: 4, colour: '#56B4E9', nl: '4 slagen binnen drie jaar', en: '4 passing within three years' },
  { phase: 5, colour: '#009E73', nl: '5 nazorg', en: '5 aftercare' },
  { phase: 0, colour: '#444444', nl: 'zoeken en werken', en: 'searching and working' },
] as const;

const LINE = 15;
const BAR = 11;
const GAP = 9;
/** Labels are broken to fit the narrowest chart, a telephone's. */
const LABEL_WIDTH = 345;

/** The months of a bar in words, from half having started to half having ended. */
function spanOf({ start, end, open }: PathBar, language: Language): string {
  const [from, to] = [formatNumber(start, language), formatNumber(end, language)];
  return open
    ? say(language, { nl: `vanaf maand ${from}`, en: `from month ${from}` })
    : say(language, { nl: `maand ${from}–${to}`, en: `months ${from}–${to}` });
}

/** A bar with its place: `top` of its label and `bar` of itself, in pixels from the top of the panel. */
function placeBars(bars: readonly PathBar[], language: Language) {
  let top = 0;
  return bars.map((bar) => {
    const phase = bar.phase > 0 ? `${bar.phase} · ` : '';
    const share = formatNumber(bar.share * 100, language);
    // The numbers stay on one line.
    const numbers = `${spanOf(bar, language)} (${share}%)`.replaceAll(' ', '\u00a0');
    const lines = wrapText(`${phase}${bar.label}: ${numbers}`, LABEL_WIDTH, FONT_SIZE);
    const place = top + lines.length * LINE;
    const placed = { ...bar, lines, top, bar: place, middle: place + BAR / 2, bottom: place + BAR };
    top = placed.bottom + GAP;
    return placed;
  });
}

type Phase = (typeof PHASES)[number];

/** Colour of a bar by its phase, with a legend of the phases that occur. */
function phaseColour(phases: readonly Phase[], language: Language): object {
  const words = phases.map((phase) => phase[language]);
  const ids = phases.map(({ phase }) => phase);
  return {
    field: 'phase',
    type: 'nominal',
    sort: null,
    scale: { domain: ids, range: phases.map(({ colour }) => colour) },
    legend: {
      labelExpr: `${JSON.stringify(words)}[indexof(${JSON.stringify(ids)}, datum.value)]`,
      symbolType: 'square',
      symbolStrokeColor: INK,
      symbolStrokeWidth: 0.5,
      symbolOpacity: 1,
    },
  };
}

function drawPanel(
  placed: ReturnType<typeof placeBars>,
  title: string,
  x: object,
  fill: object,
  horizon: number,
): object {
  const height = Math.max(30, placed.at(-1)?.bottom ?? 0) + 4;
  const y = {
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, height], range: [0, height], nice: false },
  };
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
      rect('start', 'end', { stroke: INK, strokeWidth: 0.5 }),
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

/** When half of those concerned start and end each part of each approach, coloured by phase: a panel for each approach. */
export function phasesChart(run: RunFolder, language: Language): Chart {
  // Not Math.max(...): with subgroups there are more rows than a call takes arguments.
  const last = run.table('curves.csv').reduce((most, row) => Math.max(most, numberIn(row, 'month')), 0);
  const paths = approachesOf(run).map(({ id, label }) => ({
    name: labelIn(language, label),
    bars: pathOf(run, id, language),
  }));
  const inWords = paths.map(({ name, bars }) => {
    const parts = bars.map((bar) => `${bar.label}: ${spanOf(bar, language)}`);
    return `${name}. ${parts.join('; ')}`;
  });
  const used = new Set(paths.flatMap(({ bars }) => bars.map(({ phase }) => phase)));
  const fill = phaseColour(
    PHASES.filter(({ phase }) => used.has(phase)),
    language,
  );
  const note = say(language, {
    nl: 'Balk: van de maand waarin de helft van wie ooit begint begonnen is, tot die waarin de helft geëindigd is; licht: van een kwart begonnen tot driekwart geëindigd. Pijl: de helft is aan de horizon niet geëindigd, of het einde blijkt niet uit de curven. Tussen haakjes: het deel van het cohort dat ooit begint.',
    en: 'Bar: from the month when half of those who ever start have started, to that when half have ended; pale: from a quarter started to three quarters ended. Arrow: half have not ended by the horizon, or the curves do not tell the end. In brackets: the share of the cohort that ever starts.',
  });
  return {
    name: 'phases',
    title: say(language, {
      nl: `De weg door de vijf fasen, ${municipalityOf(run, language)}`,
      en: `The path through the five phases, ${municipalityOf(run, language)}`,
    }),
    description: say(language, {
      nl: `Balken in de tijd, een paneel per aanpak. ${inWords.join('. ')}.`,
      en: `Bars in time, a panel for each approach. ${inWords.join('. ')}.`,
    }),
    spec: specOf(language, {
      usermeta: { notes: [note] },
      vconcat: paths.map(({ name, bars }, index) => {
        const x = monthAxis(last, language, index === paths.length - 1);
        return drawPanel(placeBars(bars, language), name, x, fill, last);
      }),
    }),
  };
}
