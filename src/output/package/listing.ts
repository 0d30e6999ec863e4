/** Files that list the parameters used and the persons simulated: parameters.csv and persons.csv. */

import type { Results } from '../../analysis/results.js';
import { type Interval, intervalOf } from '../../analysis/statistics.js';
import { peopleOf } from '../../domain/attributes/people.js';
import { measureKey } from '../../domain/measures/measures.js';
import { centralOption } from '../../domain/parameters/alternatives.js';
import { listParameters } from '../../domain/parameters/draw.js';
import { numberMaker } from '../../domain/parameters/number-maker.js';
import { type Posterior, posteriorValues, valueAt } from '../../domain/parameters/posterior.js';
import {
  type AnnotatedQuantity,
  annotated,
  type Choice,
  centralValue,
  describeTie,
  hasRest,
  isAnnotated,
  labels,
  type Tie,
} from '../../domain/parameters/quantity.js';
import { sayPlace } from '../../scenario/check/diagnostic.js';
import type { Inherited } from '../../scenario/inherit/inheritance.js';
import type { SourcedNorm } from '../../scenario/tables/norms.js';
import type { PersonRow } from '../../simulation/results/draw-result.js';
import {
  among,
  type FileColumn,
  integerColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './columns.js';

/** Replaces file and line for numbers set on the command line. */
export const COMMAND_LINE = 'command line';

/** A parameter in force. */
export interface ParameterRow {
  readonly path: string;
  readonly quantity: AnnotatedQuantity;
  /** Whether it was drawn from the posterior. */
  readonly calibrated: boolean;
  readonly setIn: string;
  /** Path of the number that it is the same as, where its range, source and label stand; or of the alternative that it hangs on. */
  readonly sameAs?: string;
}

/** A calibrated parameter as it was used: its posterior, with the prior in the note. */
function underPosterior(quantity: AnnotatedQuantity, central: number, interval: Interval): AnnotatedQuantity {
  const { value, low, high, distribution = 'triangular', note } = quantity;
  const prior = `prior: ${value} (${low} to ${high}, ${distribution})`;
  return {
    ...quantity,
    value: central,
    ...interval,
    note: note === undefined ? prior : `${prior}; ${note}`,
  };
}

/** A tied number as it was used: only its value and its own note, since it has no uncertainty of its own. */
function underTie(
  quantity: AnnotatedQuantity,
  { to, ratios }: Tie,
  central: ReadonlyMap<string, number>,
): AnnotatedQuantity {
  const { unit, note, value } = quantity;
  if (hasRest(quantity)) {
    const make = numberMaker(to, quantity);
    return { value: make((own) => central.get(own.path) ?? own.quantity.value), unit, note };
  }
  const named = central.get(to);
  const used = ratios.reduce(
    (product, { quantity }) => product * centralValue(quantity),
    named ?? Number.NaN,
  );
  return { value: named === undefined ? value : used, unit, note };
}

/** A number that hangs on an alternative: what it is under the weightiest answer, and its own note. */
function underChoice(
  { unit, note, value }: AnnotatedQuantity,
  { weights, options }: Choice,
  central: ReadonlyMap<string, number>,
): AnnotatedQuantity {
  const { quantity } = options[centralOption(weights)]!;
  const own =
    isAnnotated(quantity) && quantity.tie !== undefined
      ? underTie(quantity, quantity.tie, central)
      : { value };
  return { value: own.value, unit, note };
}

/** The interval over the draws of every calibrated parameter. */
function posteriorIntervals(posterior: Posterior): Map<string, Interval> {
  const draws = new Float64Array(posterior.rows);
  return new Map(
    posterior.paths.map((path, p) => {
      for (let r = 0; r < draws.length; r++) draws[r] = valueAt(posterior, r, p);
      return [path, intervalOf(draws)];
    }),
  );
}

/** Every number of the scenario as it was used, and the benefit norms. `shorten`: shortens a file's path. */
export function parameterRows(
  results: Results,
  inherited: Inherited,
  norms: readonly SourcedNorm[],
  shorten: (path: string) => string,
): ParameterRow[] {
  const { posterior } = results.task;
  const central = posterior === undefined ? new Map<string, number>() : posteriorValues(posterior, undefined);
  const intervals = posterior === undefined ? new Map<string, Interval>() : posteriorIntervals(posterior);
  const numbers = listParameters(results.task.tree).map(({ path, quantity }): ParameterRow => {
    const steps = path.split('.');
    // Setting a part of a number counts as setting the number.
    const place = inherited.settings(steps)[0]?.place ?? inherited.locate(steps);
    const given = annotated(quantity);
    const { tie, choice } = given;
    const interval = intervals.get(path);
    const own = interval === undefined ? given : underPosterior(given, central.get(path)!, interval);
    const said =
      choice !== undefined
        ? underChoice(given, choice, central)
        : tie === undefined
          ? own
          : underTie(given, tie, central);
    const follows = choice?.by ?? (tie === undefined ? undefined : describeTie(tie));
    return {
      path,
      quantity: said,
      calibrated: interval !== undefined,
      setIn: place.isSetting ? COMMAND_LINE : sayPlace(place, shorten),
      ...(follows === undefined ? {} : { sameAs: follows }),
    };
  });
  const table = (['couple', 'single', 'single_18_20'] as const).flatMap((household) =>
    norms.map((norm, i): ParameterRow => {
      const { from, unit, source, label } = norm;
      return {
        path: `norms.${household}.${from}`,
        quantity: { value: norm[household], unit, source, label },
        calibrated: false,
        setIn: `data/norms.csv:${i + 2}`,
      };
    }),
  );
  return [...numbers, ...table];
}

/** parameters.csv */
export function parametersTable(results: Results, rows: readonly ParameterRow[]): Table<ParameterRow> {
  return {
    file: 'parameters.csv',
    title: 'Every parameter in force, with its range, source and label',
    key: ['path'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => results.municipality)),
      required(textColumn('path', 'path in the scenario', (r) => r.path)),
      required(numberColumn('value', 'central value', (r) => r.quantity.value)),
      numberColumn('low', 'low end of the range', (r) => r.quantity.low),
      numberColumn('high', 'high end of the range', (r) => r.quantity.high),
      textColumn(
        'distribution',
        'distribution over the range; posterior: drawn jointly from the calibration; empty: the value is used as it is',
        (r) => (r.calibrated ? 'posterior' : r.quantity.distribution),
      ),
      textColumn('unit', 'unit', (r) => r.quantity.unit),
      among(
        labels,
        textColumn(
          'label',
          `how sure it is: ${labels.join(', ')}; empty: not stated`,
          (r) => r.quantity.label,
        ),
      ),
      textColumn('source', 'source', (r) => r.quantity.source),
      textColumn('note', 'arithmetic or reason', (r) => r.quantity.note),
      required(textColumn('set_in', 'file and line that set it', (r) => r.setIn)),
      textColumn(
        'same_as',
        'path of the number that this one is tied to in every draw (x: times, -: less), which has the range, source and label; or of the alternative that it hangs on: the rows below it in .values have the number under each answer',
        (r) => r.sameAs,
      ),
    ],
    rows,
  };
}

/** A person with the parameter draw it belongs to. */
interface ListedPerson {
  readonly draw: number;
  readonly row: PersonRow;
}

/** persons.csv: every person under every approach, in order of draw, replication, person and approach. */
export function personsTable(results: Results): Table<ListedPerson> {
  const { attributes } = peopleOf(results.task.tree);
  const names = attributes.map(
    ({ name, values, note = '' }, i): FileColumn<ListedPerson> =>
      among(
        values,
        textColumn(name, `attribute${note}: ${values.join(', ')}`, ({ row }) => values[row.attributes[i]!]),
      ),
  );
  const after = attributes.length;
  // Those of all approaches, since activities have their own.
  const reached = results.approaches.map(({ built }) => built.model.milestones.map(({ name }) => name));
  const milestones = [...new Set(reached.flat())];
  // The measures of all approaches, since activities have their own. Measures by year follow from the milestones.
  const all = results.approaches.flatMap(({ measures, personMeasures }) => measures.slice(0, personMeasures));
  const named = all.filter((measure) => !('month' in measure));
  const keys = [...new Set(named.map(measureKey))];
  const measured = ({ row }: ListedPerson, key: string) => {
    const position = results.approaches[row.approach]!.position.get(key);
    return position === undefined ? undefined : row.values[position];
  };
  const unitOf = new Map(named.map((measure) => [measureKey(measure), measure.unit]));
  const overOf = new Map(
    named.map((measure) => [measureKey(measure), 'over' in measure ? measure.over : undefined]),
  );
  /** What a person has of a measure: of a mean over a part of the persons, nothing for the others. */
  const measureColumn = (key: string): FileColumn<ListedPerson> => {
    const described = `measure ${key} of this person`;
    const over = overOf.get(key);
    const column = (more: string, read: (listed: ListedPerson) => number | undefined) =>
      numberColumn<ListedPerson>(key, described + more, read);
    if (over === undefined) return column('', (listed) => measured(listed, key));
    if (unitOf.get(over) !== 'share') {
      return column(`; its mean is the sum of this column divided by that of ${over}`, (listed) =>
        measured(listed, key),
      );
    }
    return column(`; empty: not counted by ${over}`, (listed) =>
      measured(listed, over) === 0 ? undefined : measured(listed, key),
    );
  };
  return {
    file: 'persons.csv',
    title: 'Every person under every approach',
    key: ['draw', 'replication', 'person', 'approach'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => results.municipality)),
      required(integerColumn('draw', 'parameter draw, from 0', ({ draw }) => draw)),
      required(
        integerColumn('replication', 'replication of the cohort, from 0', ({ row }) => row.replication),
      ),
      required(
        integerColumn(
          'person',
          'person in the cohort, from 0; the same person under every approach',
          ({ row }) => row.person,
        ),
      ),
      required(
        among(
          results.approaches.map(({ name }) => name),
          textColumn('approach', 'approach simulated', ({ row }) => results.approaches[row.approach]!.name),
        ),
      ),
      ...names,
      integerColumn('age_years', 'age at the permit, in whole years', ({ row }) =>
        Math.floor(row.attributes[after]!),
      ),
      numberColumn(
        'birth_month',
        'months from 1 January of the first year to the birth (before it: negative); the 21st birthday is 252 months later',
        ({ row }) => row.attributes[after + 2]! - 12 * row.attributes[after]!,
      ),
      numberColumn(
        'capacity_hours',
        'hours a week the person can fill',
        ({ row }) => row.attributes[after + 1],
      ),
      numberColumn(
        'permit_month',
        'months from 1 January of the first year to the permit',
        ({ row }) => row.attributes[after + 2],
      ),
      ...milestones.map(
        (milestone): FileColumn<ListedPerson> =>
          numberColumn(
            `month_${milestone}`,
            `months since the permit to ${milestone}; empty: not reached`,
            ({ row }) => row.milestones[reached[row.approach]!.indexOf(milestone)],
          ),
      ),
      ...keys.map(measureColumn),
    ],
    rows: results.draws.flatMap(({ draw, persons }) => persons.map((row) => ({ draw, row }))),
  };
}
