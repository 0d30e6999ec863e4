/** Chart: the path of an approach through the five phases. */

import type { Language } from '../language.js';
import type { RunFolder } from '../run-folder.js';
import type { Chart } from './chart.js';
import { type PathBar, pathOf } from './path.js';
import { approachesOf, municipalityOf, numberIn } from './rows.js';
import { formatNumber, say, specOf } from './style.js';
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
const LABEL_WIDTH = 310;

/** A bar with its place: `top` of its label and `bar` of itself, in pixels from the top of the panel. */
function placeBars(bars: readonly PathBar[], language: Language) {
  let top = 0;
  return bars.map((bar) => {
    const phase = bar.phase > 0 ? `${bar.phase} · ` : '';
    const lines = wrapText(
      `${phase}${bar.label} (${formatNumber(bar.share * 100, language)}%)`,
      LABEL_WIDTH,
      12,
    );
    const place = top + lines.length * LINE;
    const placed = { ...bar, lines, top, bar: place, bottom: place + BAR };
    top = placed.bottom + GAP;
    return placed;
  });
}

function drawPanel(
  bars: readonly PathBar[],
  title: string,
  last: number,
  titled: boolean,
  language: Language,
): object {
  const placed = placeBars(bars, language);
  const height = Math.max(30, placed.at(-1)?.bottom ?? 0) + 4;
  const y = {
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, height], range: [0, height], nice: false },
  };
  const words = PHASES.map((phase) => phase[language]);
  const ids = PHASES.map(({ phase }) => phase);
  return {
    title,
    height,
    data: { values: placed },
    layer: [
      {
        mark: { type: 'rect', stroke: '#222222', strokeWidth: 0.5 },
        encoding: {
          x: { ...monthAxis(last, language, titled), field: 'start' },
          x2: { field: 'end' },
          y: { ...y, field: 'bar' },
          y2: { field: 'bottom' },
          fill: {
            field: 'phase',
            type: 'nominal',
            sort: null,
            scale: { domain: ids, range: PHASES.map(({ colour }) => colour) },
            legend: {
              labelExpr: `${JSON.stringify(words)}[indexof(${JSON.stringify(ids)}, datum.value)]`,
              symbolType: 'square',
              symbolStrokeColor: '#222222',
              symbolStrokeWidth: 0.5,
            },
          },
        },
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
  const last = Math.max(...run.table('curves.csv').map((row) => numberIn(row, 'month')));
  const paths = approachesOf(run).map(({ id, label }) => ({
    name: labelIn(language, label),
    bars: pathOf(run, id, language),
  }));
  const month = (value: number) => formatNumber(value, language);
  const inWords = paths.map(({ name, bars }) => {
    const parts = bars.map(({ label, start, end }) =>
      say(language, {
        nl: `${label} van maand ${month(start)} tot ${month(end)}`,
        en: `${label} from month ${month(start)} to ${month(end)}`,
      }),
    );
    return `${name}: ${parts.join(', ')}`;
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
      usermeta: {
        notes: [
          say(language, {
            nl: 'Balk: van de maand waarin de helft van wie ooit begint begonnen is, tot die waarin de helft geëindigd is. Tussen haakjes: het deel van het cohort dat ooit begint. Zoeken en werken lopen door tot de horizon.',
            en: 'Bar: from the month when half of those who ever start have started, to that when half have ended. In brackets: the share of the cohort that ever starts. Searching and working go on to the horizon.',
          }),
        ],
      },
      vconcat: paths.map(({ name, bars }, index) =>
        drawPanel(bars, name, last, index === paths.length - 1, language),
      ),
    }),
  };
}
