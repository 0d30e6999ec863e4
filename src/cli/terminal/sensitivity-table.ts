/** What a difference hangs on, on the terminal and as JSON. */

import type { Language } from '../../output/language.js';
import { formatAs, formatNumber, formatValue } from '../../output/number.js';
import { labelOfAnswer } from '../../output/package/labels.js';
import { sayFewDraws } from '../../output/say-few-draws.js';
import {
  enoughDraws,
  type GroupSpeaker,
  isShareTold,
  sayBox,
  sayFirst,
  sayNamedGroups,
  sayStrongest,
  withinWhole,
} from '../../output/say-groups.js';
import { sayTurns } from '../../output/say-turns.js';
import type { InputRow } from '../../output/sensitivity.js';
import { type Words, wordsIn } from '../../output/words/words.js';
import { approachLabel, numberName } from '../../run/scenarios/number-names.js';
import type { SensitivityOutcome, ShownSensitivity } from '../../run/sensitivity/sensitivity.js';
import { asWritten } from '../../run/write/read-back.js';
import { jointLines, summariseJoint } from './joint-lines.js';
import { drawTable } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';
import { sayShortNumber } from './threshold-lines.js';

/** Inputs shown on the terminal; the others stand in the file. */
const SHOWN = 10;

/** What most of what is said here needs: the analysis, in a language. */
interface Told extends SensitivityOutcome {
  readonly language: Language;
  readonly words: Words;
  /** The measure, as sentences name it. */
  readonly label: string;
}

/** What is analysed of an approach, as sentences name it. */
function whatOf(
  { named, label, reference, language, words: { screen }, isOwn }: Told,
  approach: string,
): string {
  const own = approachLabel(named, approach, language);
  return isOwn
    ? screen.itself(label, own)
    : screen.contrast(label, own, approachLabel(named, reference, language));
}

/** What numbers carry, alone and in groups, and where the answer turns: none where that cannot be told. */
function sayTogether(
  { named, unit, language, words, draws, isOwn = false }: Told,
  { approach, rows, groups: ofScenario, explained, indices, turn, turnings }: ShownSensitivity,
): string[] {
  const speaker: GroupSpeaker = {
    words,
    approach: words.quoted(approachLabel(named, approach, language)),
    isOwn,
    enoughDraws: enoughDraws(draws, rows.length),
    nameOf: (path) => words.quoted(numberName(named, path, language)),
    answerName: (path, answer) => words.quoted(labelOfAnswer(named, language, path, answer, answer)),
    sayNumber: (value) => sayShortNumber(value, language),
  };
  const groups = indices.map(({ name, first, total }) => ({
    name,
    first: first.estimate,
    total: total.estimate,
    totalLow: total.low,
    totalHigh: total.high,
  }));
  const box = turn && {
    ...turn,
    coverage: turn.box?.coverage ?? Number.NaN,
    density: turn.box?.density ?? Number.NaN,
    limits: (turn.box?.limits ?? []).map((limit) => ({
      ...limit,
      path: limit.input,
      answers: limit.categories,
    })),
  };
  return [
    // That chance hides it has been said already.
    ...(Number.isNaN(explained) && speaker.enoughDraws === undefined
      ? []
      : sayFirst(
          speaker,
          rows.map(({ effect }) => effect),
        )),
    ...sayStrongest(speaker, groups),
    ...sayTurns(
      speaker,
      turnings,
      rows.map((row) => ({ ...row, path: row.effect.path })),
    ),
    ...(box === undefined ? [] : sayBox(speaker, box)),
    ...sayNamedGroups(
      speaker,
      ofScenario,
      unit,
      (value, error) => `${formatAs(unit, value, error, false, language)} ${words.screen.inUnit[unit]}`,
    ),
  ];
}

/** What most of the uncertainty hangs on, in a sentence. */
function sayCarriers(told: Told, { approach, carriers, explained, rows }: ShownSensitivity): string {
  const { named, draws, language, words } = told;
  const { screen, list, quoted } = words;
  const what = whatOf(told, approach);
  const count = (number: number) => formatNumber(number, 0, language);
  if (rows.length === 0) return screen.nothingUncertain(what);
  if (Number.isNaN(explained)) return screen.hidden(what);
  if (carriers.paths.length === 0) return screen.noneStandsOut(what, count(rows.length), count(draws));
  const names = list(carriers.paths.map((path) => quoted(numberName(named, path, language))));
  return (carriers.isMost ? screen.mostHangsOn : screen.standsOut)(what, names);
}

/** What it would be worth to know everything, in a sentence; none where neither way of the measure is better. */
function sayInformation(
  { unit, language, words: { screen } }: Told,
  { information }: ShownSensitivity,
): string[] {
  if (information === undefined) return [];
  const { value, error } = information.evpi;
  if (Number.isNaN(value)) return [screen.noWorth];
  const say = (amount: number) => formatAs(unit, amount, error, false, language);
  return [screen.worthOfAll(say(value), screen.inUnit[unit], say(error))];
}

function cellsOf(
  row: InputRow,
  { named, unit, language, isOwn = false }: Told,
  mcse: number,
  worthError: number,
): string[] {
  const percent = (share: number) => formatValue(100 * withinWhole(share), 1, false, language);
  const { share, shareLow, shareHigh, evppi, path } = row.effect;
  const shown = Number.isNaN(share)
    ? '-'
    : `${percent(share)} [${percent(shareLow)}${language === 'nl' ? ';' : ','}\u00a0${percent(shareHigh)}]`;
  const value = (of: number) => formatAs(unit, of, mcse, !isOwn, language);
  const say = (amount: number) => formatAs(unit, amount, worthError, false, language);
  const isKnown = Number.isFinite(evppi.value) && Number.isFinite(evppi.error);
  const worth = isKnown ? `${say(evppi.value)}\u00a0±\u00a0${say(evppi.error)}` : say(evppi.value);
  const ends = [row.outcomeAtLow, row.outcomeAtHigh].map(value);
  return [numberName(named, path, language), shown, ...(isOwn ? [] : [worth]), ...ends];
}

/** The lines of one approach: its most influential inputs, and what that comes to. */
function approachLines(outcome: Told, shown: ShownSensitivity, page: Page, brush: Brush): string[] {
  const { rows, mcse, central } = shown;
  const { language, named, reference, isOwn = false } = outcome;
  if (shown.isSame) {
    const [own, other] = [shown.approach, reference].map((name) =>
      outcome.words.quoted(approachLabel(named, name, language)),
    );
    return wrap(outcome.words.inputGroups.same(own!, other!), page.text).map(brush.bold);
  }
  const { screen, inputGroups } = outcome.words;
  const unit = outcome.unit === 'share' ? '%' : screen.inUnit[outcome.unit];
  const analysed = isOwn ? inputGroups.outcome.own : inputGroups.outcome.difference;
  const columns = [
    { heading: screen.uncertainNumber, align: 'left' },
    { heading: screen.share, align: 'right' },
    ...(isOwn ? [] : [{ heading: screen.worth, align: 'right' } as const]),
    { heading: screen.atLow, align: 'right' },
    { heading: screen.atHigh, align: 'right' },
  ] as const;
  const shares = rows.slice(0, SHOWN).filter(({ effect }) => isShareTold(effect));
  // What stands below each other has one step.
  const worthError = Math.max(0, ...shares.map(({ effect }) => effect.evppi.error).filter(Number.isFinite));
  const groups = [{ rows: shares.map((row) => cellsOf(row, outcome, mcse, worthError)) }];
  return [
    ...(shares.length === 0
      ? []
      : [
          ...drawTable({ columns, groups }, page.table, brush),
          ...wrap(
            screen.sensitivityNote(
              analysed,
              unit,
              formatAs(outcome.unit, central, mcse, !isOwn, language),
              isOwn ? '' : screen.worthNote(unit),
            ),
            page.text,
          ).map(brush.dim),
        ]),
    '',
    ...wrap(sayCarriers(outcome, shown), page.text).map(brush.bold),
    ...[
      ...sayTogether(outcome, shown),
      ...sayInformation(outcome, shown),
      ...(isOwn ? [inputGroups.leftOut] : []),
      ...(shown.information === undefined ? [] : sayFewDraws(outcome.draws, language)),
    ].flatMap((said) => wrap(said, page.text)),
  ];
}

/** The lines of the most influential inputs of every approach. */
export function sensitivityLines(outcome: SensitivityOutcome, page: Page, brush: Brush): string[] {
  const { municipality, reference, approaches, folder, sayMeasure, isOwn = false } = outcome;
  const { language } = page;
  const words = wordsIn(language);
  const spoken: Told = { ...outcome, language, words, label: sayMeasure(language) };
  const labelOf = (approach: string) => approachLabel(outcome.named, approach, language);
  const titleOf = (approach: string) =>
    isOwn
      ? words.screen.itselfTitle(municipality, spoken.label, labelOf(approach))
      : words.screen.contrastTitle(municipality, spoken.label, labelOf(approach), labelOf(reference));
  return [
    ...jointLines(outcome, page, brush),
    ...approaches.flatMap((shown) => [
      '',
      ...wrap(titleOf(shown.approach), page.text).map(brush.bold),
      ...approachLines(spoken, shown, page, brush),
    ]),
    ...wrap(words.screen.written(folder), page.text, 2),
    '',
  ];
}

/** A machine-readable summary: the inputs that are told, and what it would be worth to know everything. */
export function summariseSensitivity(outcome: SensitivityOutcome) {
  const { approaches, joint, sayMeasure: _, named: __, ...rest } = outcome;
  return {
    ...rest,
    ...summariseJoint(joint),
    approaches: approaches.map((shown) => ({
      approach: shown.approach,
      [rest.isOwn ? 'outcome_at_central_values' : 'difference_at_central_values']: asWritten(shown.central),
      same_in_every_draw: shown.isSame,
      explained: asWritten(shown.explained),
      carriers: shown.carriers.paths,
      carriers_carry_most: shown.carriers.isMost,
      evpi: asWritten(shown.information?.evpi.value ?? Number.NaN),
      evpi_error: asWritten(shown.information?.evpi.error ?? Number.NaN),
      thresholds: shown.turnings.map(({ path, value, direction, low, high, turns }) => ({
        path,
        value: asWritten(value ?? Number.NaN),
        direction: direction ?? null,
        interval: [low, high].map(asWritten),
        turns: asWritten(turns),
      })),
      inputs: shown.rows
        .filter(({ effect }) => effect.isDistinct)
        .map(({ effect, low, high, outcomeAtLow, outcomeAtHigh }) => ({
          path: effect.path,
          share: asWritten(effect.share),
          share_interval: [effect.shareLow, effect.shareHigh].map(asWritten),
          rank_correlation: asWritten(effect.rankCorrelation),
          range: [low, high].map(asWritten),
          outcome_at_range: [outcomeAtLow, outcomeAtHigh].map(asWritten),
          evppi: asWritten(effect.evppi.value),
          evppi_error: asWritten(effect.evppi.error),
        })),
    })),
  };
}
