/** A measure as one object, with everything that other code needs to know about it. `all.ts` lists them. */

import type { dropoutReasons } from '../schema/names.js';
import type { RewardRole } from './reward.js';

/** Something that is counted in each life for a measure. */
export interface Counter {
  /** Name of the reward that does the counting. Measures that share a counter share the reward. */
  readonly name: string;
  /** Name of the course or activity by whose hours, over those of the course, it counts; absent: it counts whole. */
  readonly byHoursOf?: string;
  readonly counts: /** Months in states of a track. */
    | { readonly kind: 'months'; readonly track: string; readonly states: readonly string[] }
    /** Moves between two states of a track. */
    | { readonly kind: 'moves'; readonly track: string; readonly from: string; readonly to: string }
    /** Coming to the planned end of an activity. */
    | { readonly kind: 'ended'; readonly activity: string }
    /** Leaving any course or activity before its end, for a reason. */
    | { readonly kind: 'leaving'; readonly reason: (typeof dropoutReasons)[number] };
}

/** How a measure is read. */
type Source =
  /** Months from the permit to a milestone, cut off at the horizon. */
  | { readonly kind: 'months_to'; readonly milestone: string }
  /** Whether a milestone was reached (by the month, of a measure by year; within `months` of the permit), and another never. */
  | {
      readonly kind: 'reached';
      readonly milestone: string;
      readonly without?: string;
      readonly months?: number;
    }
  /** Whether a milestone was reached within some months of another, or before it. */
  | { readonly kind: 'within'; readonly milestone: string; readonly of: string; readonly months: number }
  /** Sum of the rewards with certain roles, times a sign. */
  | {
      readonly kind: 'amount';
      readonly of: 'nominal' | 'discounted';
      readonly rewards: (role: RewardRole) => boolean;
      readonly sign: 1 | -1;
    }
  /** What some counters count together. */
  | { readonly kind: 'total'; readonly counters: readonly Counter[] }
  /** Whether any of some counters counts anything. */
  | { readonly kind: 'ever'; readonly counters: readonly Counter[] }
  /** Whether a person is in one of some states of a track at the month: counted by cohort. */
  | { readonly kind: 'occupancy'; readonly track: string; readonly states: readonly string[] }
  /** Computed from all lives together, by the analysis that the measure belongs to. */
  | { readonly kind: 'analysis' };

/** What readers call the parts and payers that some measures are about, in their language. */
export interface NamesOfThings {
  /** A course or an activity. */
  part(name: string): string;
  payer(name: string): string;
}

/** Words for a measure in one language. */
export interface MeasureWords {
  readonly label: string | ((names: NamesOfThings) => string);
  /** Short name for the sheet of a workbook. A measure that has one gets a table by subgroup in reports. */
  readonly short?: string;
  /** Sentence below the table of outcomes, without its end; of a measure that the first pages do not tell of. */
  readonly sentence?: (of: Compared) => string;
  /** Replaces that sentence where the value is beyond the horizon under both approaches. */
  readonly unreached?: (approaches: string) => string;
}

/** What a sentence compares: two approaches by name, with their values in words; that of a time says `after …`, or that it is not reached. */
export interface Compared {
  readonly reference: string;
  readonly before: string;
  readonly approach: string;
  readonly after: string;
  /** The year to which a measure by year belongs. */
  readonly year: string;
}

/** Something in both languages. */
export interface InBoth<Said = string> {
  readonly en: Said;
  readonly nl: Said;
}

/** How a main outcome stands on the terminal. */
export interface HeadlineWords {
  /** Main outcomes are shown in ascending order of this. */
  readonly place: number;
  /** Without year and unit, which follow from the measure. */
  readonly label: InBoth;
  /** Heading of its column where scenarios or points stand side by side; absent: it is left out there. */
  readonly column?: InBoth;
  /** Place among the outcomes in which approaches are ranked; absent: they are not ranked in it. */
  readonly ranking?: number;
}

/** A measure: its mean over persons (or, by its source, of a cohort) is what gets reported. */
export interface Measure {
  /** Its name in the files of results. */
  readonly name: string;
  readonly unit: 'share' | 'months' | 'euros' | 'calendar year';
  /** Which way is better; absent: neither. */
  readonly better?: 'more' | 'less';
  /**
   * Name of the measure whose mean it is divided by: it is a mean over only the persons, or the months, that the other measure
   * counts. Absent: over all persons.
   */
  readonly over?: string;
  /** Reported for each year of the horizon: what has happened by its end, or the state at its end. */
  readonly byYear?: 'by' | 'at';
  /** What it counts: for `explain --measures`, and in English for datapackage.json. */
  readonly definition: InBoth<string | ((names: Pick<NamesOfThings, 'part'>) => string)>;
  readonly source: Source;
  /** The section of a report that has more about it. */
  readonly section?: 'time' | 'dropout' | 'break-even' | 'income';
  /** Whether reports show it in that section only, and not among the outcomes. */
  readonly isDetail?: true;
  /** Whether its value may be beyond the horizon, so that its interval may have only one end. */
  readonly isOpenEnded?: true;
  /** Present: it is one of the main outcomes. */
  readonly headline?: HeadlineWords;
  readonly words: { readonly en: MeasureWords; readonly nl: MeasureWords };
}

/** The label of a measure in a language. */
export function labelOf({ words }: Measure, language: 'en' | 'nl', names: NamesOfThings): string {
  const { label } = words[language];
  return typeof label === 'string' ? label : label(names);
}

/** A number of years in an English sentence. */
export function inYears(year: string): string {
  return `${year} ${year === '1' ? 'year' : 'years'}`;
}
