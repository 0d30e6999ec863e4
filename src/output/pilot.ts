/** The files of a search for the pilot worth running: pilot.csv, and decision.csv and plane.csv, which tell how the choice stands now. */

import {
  acceptability,
  type CostsAndEffects,
  type FrontierPart,
  frontierOf,
  planePoints,
} from '../analysis/decision/acceptability.js';
import type { ValueWithError } from '../analysis/decision/jackknife.js';
import type { ToldPilot } from '../analysis/decision/pilot.js';
import {
  booleanColumn,
  integerColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './package/columns.js';
import { describeErrorOf } from './say-few-draws.js';
import { type AnalysisOf, differenceColumns } from './sensitivity.js';

/** A pilot of an approach. */
export interface PilotRow {
  readonly approach: string;
  readonly pilot: ToldPilot;
}

/** pilot.csv. @param measure what a pilot measures, without a month */
export function pilotTable(of: AnalysisOf, rows: readonly PilotRow[]): Table<PilotRow> {
  return {
    file: 'pilot.csv',
    title: 'What pilots of each approach would tell, and what they are worth',
    key: ['approach', 'persons', 'months'],
    columns: [
      ...differenceColumns<PilotRow>(of, 'approach that half of the persons get'),
      required(
        integerColumn(
          'persons',
          'persons with and without the approach together, half each',
          ({ pilot }) => pilot.persons,
        ),
      ),
      required(
        integerColumn(
          'months',
          'months since the permit at which the outcome is measured',
          ({ pilot }) => pilot.months,
        ),
      ),
      required(
        numberColumn(
          'months_until_choice',
          'months from now until the last person has been measured and the approach is chosen',
          ({ pilot }) => pilot.until,
        ),
      ),
      numberColumn(
        'difference',
        `difference that is expected, with the approach less without it, in ${of.unit}`,
        ({ pilot }) => pilot.difference,
      ),
      numberColumn(
        'power',
        'probability that the 95 % interval of a pilot leaves 0 out on the side of that difference; empty: fewer than two persons, or groups of start, in a half',
        ({ pilot }) => pilot.power,
      ),
      numberColumn(
        'assurance',
        'the same on average over what the difference may be under other parameters; empty: cannot be estimated',
        ({ pilot }) => pilot.assurance,
      ),
      numberColumn('width', `width of that interval on average, in ${of.unit}`, ({ pilot }) => pilot.width),
      numberColumn(
        'evsi',
        'expected value of sample information, in euros for a person whom the choice concerns; empty: cannot be estimated',
        ({ pilot }) => pilot.evsi.value,
      ),
      numberColumn('evsi_error', describeErrorOf('evsi'), ({ pilot }) => pilot.evsi.error),
      required(
        numberColumn(
          'people',
          'people whom the choice concerns, discounted to now',
          ({ pilot }) => pilot.people,
        ),
      ),
      required(
        numberColumn(
          'cost',
          'euros: following people, and what the half that gets what is worse by what is known now loses',
          ({ pilot }) => pilot.cost,
        ),
      ),
      required(
        numberColumn(
          'cost_following',
          'euros of the cost that following people takes: the fixed cost, that of each person and of each month; 0: nothing was given for it, so that the cost is only what that half loses',
          ({ pilot }) => pilot.following,
        ),
      ),
      numberColumn(
        'net_benefit',
        'expected net benefit of the pilot in euros: evsi times people, less the cost; empty: cannot be estimated',
        ({ pilot }) => pilot.netBenefit.value,
      ),
      numberColumn(
        'net_benefit_error',
        'standard error of the net benefit: that of the evsi for all people, and that of what the worse half loses, added',
        ({ pilot }) => pilot.netBenefit.error,
      ),
      numberColumn(
        'net_benefit_limit',
        'what the net benefit is at most, in euros: that of knowing all parameters, with two standard errors of it; empty: cannot be estimated',
        ({ pilot }) => pilot.ceiling,
      ),
      required(
        booleanColumn(
          'best',
          'whether it has the highest net benefit of the pilots of this approach, above 0',
          ({ pilot }) => pilot.isBest,
        ),
      ),
      required(integerColumn('draws', 'parameter draws', () => of.draws)),
    ],
    rows,
  };
}

/** What readers are told about the choice as it stands. */
export interface ChoiceOf {
  readonly municipality: string;
  /** By approach, the reference first. */
  readonly names: readonly string[];
  readonly options: readonly CostsAndEffects[];
}

/** Euros for a person more who becomes self-sufficient: from nothing to more than anybody is known to pay. */
const WILLINGNESS = Array.from({ length: 31 }, (_, i) => 10_000 * i);

interface DecisionRow {
  readonly approach: string;
  readonly willingness: number;
  readonly netBenefit: number;
  readonly probability: ValueWithError;
  readonly loss: number;
  readonly isFrontier: boolean;
}

/** decision.csv: the acceptability curve of each approach and their frontier, and the loss that is expected. */
export function decisionTable({ municipality, names, options }: ChoiceOf): Table<DecisionRow> {
  const rows = acceptability(options, WILLINGNESS).flatMap((at) =>
    names.map(
      (approach, k): DecisionRow => ({
        approach,
        willingness: at.willingness,
        netBenefit: at.netBenefits[k]!,
        probability: at.probabilities[k]!,
        loss: at.losses[k]!,
        isFrontier: at.frontier === k,
      }),
    ),
  );
  return {
    file: 'decision.csv',
    title:
      'Which approach is best by what one is willing to pay for a person more who becomes self-sufficient',
    key: ['approach', 'willingness'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => municipality)),
      required(textColumn('approach', 'approach that may be chosen', (row) => row.approach)),
      required(
        numberColumn(
          'willingness',
          'euros that one is willing to pay for a person more who is self-sufficient at the year of the main outcomes',
          (row) => row.willingness,
        ),
      ),
      required(
        numberColumn(
          'net_benefit',
          'net benefit in euros a person, less that of the reference: the discounted net balance, and what one is willing to pay',
          (row) => row.netBenefit,
        ),
      ),
      numberColumn(
        'probability',
        'probability over the parameters that it is the best (acceptability curve); empty: cannot be estimated. The chance of persons is taken out of the net benefits at each willingness to pay, and of plane.csv once, so that it cannot be computed from that file to the last digit',
        (row) => row.probability.value,
      ),
      numberColumn('probability_error', 'standard error of the probability', (row) => row.probability.error),
      numberColumn(
        'loss',
        'euros a person lost on average by choosing it rather than what is best under each set of parameters; on the frontier the expected value of perfect information; empty: cannot be estimated',
        (row) => row.loss,
      ),
      required(
        booleanColumn(
          'frontier',
          'whether it has the highest net benefit on average',
          (row) => row.isFrontier,
        ),
      ),
    ],
    rows,
  };
}

/** frontier.csv: which approach is best on average, and from what willingness to pay on. */
export function frontierTable({ municipality, names, options }: ChoiceOf): Table<FrontierPart> {
  return {
    file: 'frontier.csv',
    title:
      'Which approach is best on average as one is willing to pay more for a person more who becomes self-sufficient, and from where on',
    key: ['approach'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => municipality)),
      required(textColumn('approach', 'approach that is best on average', ({ option }) => names[option])),
      required(
        numberColumn(
          'willingness_from',
          'euros from which on it is, for a person more who is self-sufficient at the year of the main outcomes: where the means of the net benefits cross, which are straight lines',
          ({ from }) => from.value,
        ),
      ),
      numberColumn(
        'willingness_from_error',
        'standard error of the same over the parameter draws; empty: of the first, which is best where nothing is paid',
        ({ from }) => from.error,
      ),
      required(
        numberColumn('willingness_to', 'willingness to pay up to which was looked', () => WILLINGNESS.at(-1)),
      ),
    ],
    rows: frontierOf(options, WILLINGNESS.at(-1)!),
  };
}

interface PlaneRow {
  readonly approach: string;
  readonly draw: number;
  readonly effect: number;
  readonly cost: number;
}

/** Why the points of the plane do not give the probabilities of decision.csv. */
const APART =
  'the chance of persons is taken out of effects and costs once, and for decision.csv at each willingness to pay: shares of these points come near its probabilities, but are not the same';

/** plane.csv: the cost-effectiveness plane. */
export function planeTable({ municipality, names, options }: ChoiceOf): Table<PlaneRow> {
  const rows = names
    .slice(1)
    .flatMap((approach, i) =>
      (planePoints(options[i + 1]!, options[0]!) ?? []).map(
        (point, draw): PlaneRow => ({ approach, draw, ...point }),
      ),
    );
  return {
    file: 'plane.csv',
    title:
      'What each approach does and costs more than the reference, by parameter draw, without the chance of persons',
    key: ['approach', 'draw'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => municipality)),
      required(textColumn('approach', 'approach that is compared with the reference', (row) => row.approach)),
      required(integerColumn('draw', 'parameter draw', (row) => row.draw)),
      required(
        numberColumn(
          'effect',
          `share of persons more who are self-sufficient at the year of the main outcomes; ${APART}`,
          (row) => row.effect,
        ),
      ),
      required(
        numberColumn(
          'cost',
          `euros a person more, discounted: minus the net balance; ${APART}`,
          (row) => row.cost,
        ),
      ),
    ],
    rows,
  };
}
