/**
 * What a regime is: the law under which people integrate, as one object. It brings its own part of a scenario, tracks, costs,
 * measures and words; the rest of the program asks for them here and names no law.
 */

import type { z } from 'zod';
import type { Condition, Exposure, Milestone, Track } from '../../engine/model/model.js';
import type { Attribute } from '../attributes/attribute.js';
import type { PersonalTransition } from '../life/transition.js';
import type { Measure } from '../measures/measure.js';
import type { ByTrack, DomainReward } from '../measures/reward.js';
import type { Plain } from '../parameters/quantity.js';
import type { OfRegime, Scenario, ScenarioTree } from '../schema/scenario.js';

type Shaped<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

/** A scenario of a regime with such a schema, as read. */
export type TreeUnder<Schema extends OfRegime> = ScenarioTree &
  Shaped<Schema['sections']> & {
    language: Shaped<Schema['language']>;
    approaches: Record<string, Shaped<Schema['approach']>>;
  };

/** The same under one parameter draw. */
export type ScenarioUnder<Schema extends OfRegime> = Scenario & Plain<TreeUnder<Schema>>;

/** Items in the order in which results list them: after housing, and after the language. */
export interface InOrder<Item> {
  readonly afterHousing: readonly Item[];
  readonly afterLanguage: readonly Item[];
}

/** States of a track. */
interface States {
  readonly track: string;
  readonly states: readonly string[];
}

/** A course that people have to take: to the law what an activity is to an approach. */
interface Course {
  /** Its name in results: `participation_share_NAME`, a part of approaches.csv, a place to learn. */
  readonly name: string;
  /** What readers of approaches.csv call it. */
  readonly label: string;
  /** Number of its phase. */
  readonly phase: number;
  readonly track: string;
  /** State of those who take it, and that of those who left it early. */
  readonly taking: string;
  readonly left: string;
  /** Milestone of those who have begun it. */
  readonly begun: string;
  /** Path, within an approach, of the condition under which it opens. */
  readonly opens: readonly string[];
  /** Path, within an approach, of the mean months from then until it begins; absent: it has none. */
  readonly wait?: readonly string[];
  /** Path of its hours a week. */
  readonly hours: readonly string[];
}

/** Where the law lets a person learn the language. */
interface LawPlace<Law extends Scenario = Scenario> {
  readonly name: string;
  readonly when: Condition;
  /** How fast, over the course that sets the pace. */
  pace(scenario: Law): number;
  /** Whether the pace slows the clock of learning or lowers its hazard; absent: neither, the pace is 1. */
  readonly slows?: 'clock' | 'hazard';
}

/** A share of the cohort by month: of those who have reached a milestone (less those now in some states), or of those in states. */
export type ShareByMonth = { readonly milestone: string; readonly without?: States } | States;

/** The phases into which a law's path is divided. */
interface Phases {
  /** What readers call them, in their order; the first one has number 1. */
  readonly names: { readonly nl: readonly string[]; readonly en: readonly string[] };
  /** Number of the one in which people wait for a house, and of that of aftercare. */
  readonly housing: number;
  readonly aftercare: number;
  /** Number of the one in which people go on by themselves: looking for work, and out of the municipality's care. */
  readonly outflow: number;
}

/** A moment that the law or the policy under it aims at: a line in the path chart, with how many are there by then. */
interface AimMark {
  readonly label: { readonly nl: string; readonly en: string };
  readonly months: number;
  /** Milestone from which the months count, of half the cohort; absent: the permit. */
  readonly since?: string;
  /** The measure that tells how many reach the aim. */
  readonly measure: string;
}

/** An approach in which people take one step after another. */
interface Steps {
  /** When its courses and the search for work open, by their names, in the words of approaches.csv. */
  readonly opens: Readonly<Record<string, string>>;
  /** The steps in their order, for readers. */
  readonly said: { readonly nl: string; readonly en: string };
}

/** A bar of the path chart. */
export interface LawBar {
  readonly phase: number;
  readonly label: { readonly nl: string; readonly en: string };
  readonly started: ShareByMonth;
  readonly ended: ShareByMonth;
}

/** A target of calibration: the share that has come to a state of a track, before another state if one is given. */
interface LawTarget {
  readonly metric: string;
  readonly track: string;
  readonly state: string;
  readonly before?: string;
}

/** Names for readers of results, by the names in the files. */
export type Names = Readonly<Record<string, string>>;

export interface LawWords {
  readonly components: Names;
  readonly payers: Names;
  /** Parts of an approach: the courses. */
  readonly parts: Names;
  /** Tracks and states; also conditions as a whole, as `track = state or state`. */
  readonly terms: Names;
  readonly units: Names;
  /** Numbers of a scenario that are the law's own, by path or by the beginning that several have in common. */
  readonly parameters: Names;
}

/** YAML of a new scenario, where it speaks of the law. */
export interface NewScenarioTexts {
  /** What an approach settles, with comments, indented by six spaces. */
  readonly gates: string;
  /** Number of the phase in which activities beside the course run. */
  readonly phase: number;
  /** When the search for work opens, in words: the comment on `settled`. */
  readonly afterSettled: string;
  /** Conditions in one line: the duty is settled, somebody is in course, somebody has been. */
  readonly settled: string;
  readonly inCourse: string;
  readonly sinceCourse: string;
}

/**
 * A regime. `Law` is a scenario with its own sections; code that handles any regime only uses what all scenarios have.
 */
export interface Regime<Law extends Scenario = Scenario> {
  /** What `regime:` says; its numbers stand in `data/regimes/NAME.yaml`. */
  readonly name: string;
  readonly schema: OfRegime;
  /** What it adds to people, settled at the permit. */
  readonly attributes: readonly Attribute[];
  readonly tracks: InOrder<Track>;
  /** Bookkeeping tracks that only scenarios with certain keys have, and that no condition can name; absent: none. */
  ownTracks?(scenario: Law): readonly Track[];
  /** Tracks that only do bookkeeping for other tracks; a trace leaves them out. */
  readonly bookkeeping: readonly string[];
  readonly courses: readonly Course[];
  /** Condition that somebody has done what the law asks. */
  readonly met: Condition;
  /**
   * Transitions of its tracks under an approach.
   *
   * @param opens by name of the course, when it opens
   */
  transitions(
    scenario: Law,
    approach: Law['approaches'][string],
    opens: Readonly<Record<string, Condition>>,
  ): InOrder<PersonalTransition>;
  /** What ends at the state pension age. */
  readonly endsAtPension: readonly {
    readonly track: string;
    readonly from: readonly string[];
    readonly to: string;
  }[];
  readonly exposures: readonly Exposure[];
  readonly milestones: readonly Milestone[];
  readonly places: readonly LawPlace<Law>[];
  /** Path of the hours a week at which an activity teaches as fast as the course. */
  readonly fullPaceHours: readonly string[];
  /** Who pays beside municipality, state and others. */
  readonly payers: readonly string[];
  /** What the law costs, and brings in. */
  costs(scenario: Law, transitions: ByTrack): DomainReward[];
  /** Measures of results under the law, in addition to those of its courses. */
  readonly measures: readonly Measure[];
  readonly targets: readonly LawTarget[];
  /** Prefixes of the paths of parameters that a calibration changes, and of those that it leaves as they are. */
  readonly calibrated: { readonly moves: readonly string[]; readonly leaves: readonly string[] };
  readonly phases: Phases;
  readonly bars: readonly LawBar[];
  readonly marks: readonly AimMark[];
  /** The approach from before there were others, which reports explain by its steps; absent: there was none. */
  readonly steps?: Steps;
  readonly words: { readonly en: LawWords; readonly nl: LawWords };
  readonly newScenario: NewScenarioTexts;
}
