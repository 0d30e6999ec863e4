/** The numbers that the reader of a page may change. */

import { type OpenAlternative, openAlternatives } from '../../domain/parameters/open-alternatives.js';
import { isAnnotated } from '../../domain/parameters/quantity.js';
import { schemaFor } from '../../domain/regimes/scenario-schema.js';
import { formatNumber } from '../../output/number.js';
import { labelOfAnswer, labelOfQuestion } from '../../output/package/labels.js';
import type { Changes } from '../../output/page/change.js';
import { sharesWith } from '../../output/page/composition.js';
import { type Control, type ControlGroup, controlGroups } from '../../output/page/page-data.js';
import { openQuestionsOf, Resolved } from '../../output/page/resolved.js';
import { noteIn, sourceIn } from '../../output/reasons.js';
import { measuredAssumptions, orderedAssumptions } from '../../output/report/assumption-order.js';
import { parameterName } from '../../output/report/parameter-names.js';
import type { ReportedParameter, RunData } from '../../output/report/run-data.js';
import { approachName, type Speech, shortPartName } from '../../output/report/speech.js';
import { nameIn } from '../../output/words/words.js';
import { boundsAt, isWholeAt, unitAt } from '../../scenario/check/schema-walk.js';
import { nodeOf } from '../../scenario/inherit/layers.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { Task } from '../../simulation/task.js';
import { Refusal } from '../refusal.js';
import { notAControl } from './not-a-control.js';
import { agrees } from './page-agrees.js';
import { neededFor } from './page-needs.js';

/** Numbers among the assumptions that a page offers, beside open questions: more nobody keeps in mind. */
const OFFERED = 10;

/** Digits of the step of a slider, within its range. */
const STEPS = 100;

/** Persons, in all draws together, that a page simulates at most: some ten seconds for two cores. */
const PERSONS_AT_MOST = 320_000;

/** The ends and the step of a slider around a range. */
function sliderOver(from: number, to: number, whole: boolean): Pick<Control, 'min' | 'max' | 'step'> {
  const step = whole ? 1 : 10 ** Math.floor(Math.log10((to - from) / STEPS));
  const snap = (value: number) => Number((Math.round(value / step) * step).toPrecision(12));
  return { min: snap(from), max: snap(to), step };
}

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Where it stands who takes part in an activity. */
const SHARE = '.for.share';
const pathOfShare = (approach: string, part: string) => `approaches.${approach}.activities.${part}${SHARE}`;

/** Makes the controls of a run. */
class Maker {
  private readonly schema;
  private readonly open;

  constructor(
    private readonly scenario: LoadedScenario,
    private readonly task: Task,
    private readonly run: RunData,
    private readonly speech: Speech,
  ) {
    this.schema = schemaFor(scenario.tree);
    this.open = openAlternatives(scenario.tree);
  }

  private agrees(changes: Changes): boolean {
    return agrees(this.scenario, this.task, changes);
  }

  private told(path: string): ReportedParameter | undefined {
    return this.run.parameters.find((parameter) => parameter.path === path);
  }

  /** A note of the scenario file; where its language is not that of the page, it says so. */
  private quoted(note: string, path = ''): string {
    const { language, words } = this.speech;
    return noteIn({ path, note }, this.run.manifest, language) ?? words.page.noteIs(note);
  }

  private readonly cited = (source: string) => sourceIn(source, this.speech.language);

  /** What a number follows: others, or the answers to questions. */
  private followed(path: string): Pick<Control, 'follows' | 'asked'> {
    const node = nodeOf(this.scenario.tree, path.split('.'));
    if (!isAnnotated(node) || (node.tie ?? node.choice) === undefined) return {};
    const by = openQuestionsOf(node);
    const asked = this.open.filter((each) => by.includes(each.path));
    if (asked.length === 0) return { follows: true };
    const { manifest } = this.run;
    const said = (each: OpenAlternative) =>
      labelOfQuestion(manifest, this.speech.language, each.path, each.question);
    return { follows: true, asked: asked.map(said) };
  }

  /** What a control tells of a number; @param wide how far the slider goes */
  private control(
    path: string,
    group: ControlGroup,
    name: string,
    [from, to]: readonly [number, number],
    atMost = 1e9,
  ): Control | undefined {
    const told = this.told(path);
    const { min, max } = boundsAt(this.schema, path.split('.'));
    const value = told?.value ?? 1;
    const [least, most] = [Math.max(min, -1e9), Math.min(max, atMost)];
    const whole = isWholeAt(this.schema, path.split('.'));
    const unit = told?.unit ?? unitAt(this.schema, path.split('.')) ?? '';
    const hasRange = told !== undefined && told.high > told.low;
    const made: Control = {
      ...{ path, group, value, least, most, whole, needs: [], ...this.followed(path) },
      name: capitalised(name),
      unit: nameIn(this.speech.words.names.units, unit),
      ...(hasRange ? { low: told.low, high: told.high } : {}),
      ...sliderOver(Math.max(least, from), Math.min(most, to), whole),
      label: told?.label ?? '',
      source: this.cited(told?.source ?? ''),
      note: this.quoted(told?.note ?? '', path),
    };
    return this.agrees({ [path]: made.min }) && this.agrees({ [path]: made.max }) ? made : undefined;
  }

  /** The control of a number of the scenario; undefined: the page cannot set it. */
  private number(path: string, { low, high, value }: Pick<ReportedParameter, 'low' | 'high' | 'value'>) {
    const name = parameterName(this.speech, this.run, path);
    if (high > low) {
      const more = (high - low) / 2;
      const from = low >= 0 ? Math.max(0, low - more) : low - more;
      return this.control(path, 'assumptions', name, [from, high + more]);
    }
    const ends = [Math.min(value / 2, 2 * value), Math.max(value / 2, 2 * value)] as const;
    return this.control(path, 'assumptions', name, value === 0 ? [0, 1] : ends);
  }

  /** The control of a question that the source leaves open; undefined: the page cannot settle it. */
  private question({ name, path, question }: OpenAlternative): Control | undefined {
    const { source: asked = '', options } = this.scenario.tree.alternatives![name]!;
    const { manifest } = this.run;
    const { language } = this.speech;
    const told = Object.entries(options).map(([option, { label, weight, note }]) => {
      const answer = labelOfAnswer(manifest, language, path, option, label);
      const said = `${answer} (${formatNumber(100 * weight, 0, language)}%)`;
      return { answer, said, note: note ? `${answer}: ${this.quoted(note)}` : '' };
    });
    if (!told.every((_, i) => this.agrees({ [path]: i }))) return undefined;
    const most = told.length - 1;
    const notes = told.map(({ note }) => note).filter((note) => note !== '');
    const source = this.cited(asked);
    return {
      ...{ path, group: 'assumptions', unit: '', value: -1, whole: true, needs: [], source },
      ...{ least: 0, most, min: 0, max: most, step: 1, label: 'assumption' },
      name: labelOfQuestion(manifest, language, path, question),
      answers: told.map(({ answer }) => answer),
      note: `${told.map(({ said }) => said).join('; ')}. ${notes.join('; ')}`.trim(),
    };
  }

  /** The control of a number, or of an activity, that the writer allows. @throws Refusal where there is none such, or the page cannot set it */
  chosen(path: string): Control {
    const told = this.told(path);
    const asked = this.open.find((each) => each.path === path);
    const parts = this.parts();
    const part = parts.find((each) => path === each.path || `${path}${SHARE}` === each.path);
    // One in which a part of the people takes part may also have another share.
    const isShare = path === part?.path && told !== undefined && told.value > 0 && told.value < 1;
    const isActivity = part !== undefined && !isShare;
    if (told === undefined && asked === undefined && !isActivity) {
      const known = [...this.open, ...this.run.parameters, ...parts].map((each) => each.path);
      throw new Refusal(notAControl(path, known, this.run.slug));
    }
    const ofNumber = () => (asked === undefined ? this.number(path, told!) : this.question(asked));
    const made = isActivity ? this.activity(part) : ofNumber();
    if (made === undefined)
      throw new Refusal(
        `--control ${path}: a page would not make of it what the command line makes; expected another number`,
      );
    return made;
  }

  /** Numbers and open questions in the order in which they carry the answer; where that was not tried, the questions first. */
  private ordered(): (ReportedParameter | OpenAlternative)[] {
    const measured = measuredAssumptions(this.run);
    const placeOf = ({ path }: { readonly path: string }) =>
      measured?.includes(path) ? measured.indexOf(path) : Number.POSITIVE_INFINITY;
    const all: (ReportedParameter | OpenAlternative)[] = orderedAssumptions(this.run);
    if (measured === null) return [...this.open, ...all];
    for (const question of this.open.filter(({ path }) => measured.includes(path))) {
      const at = all.findIndex((each) => placeOf(each) > placeOf(question));
      all.splice(at < 0 ? all.length : at, 0, question);
    }
    return all;
  }

  /** The first numbers and questions that carry the answer, of numbers those that have a range and that the page can set. */
  assumptions(): Control[] {
    const found: Control[] = [];
    for (const each of this.ordered()) {
      if (found.filter(({ answers }) => answers === undefined).length === OFFERED) break;
      const made = 'options' in each ? this.question(each) : this.ranged(each);
      if (made !== undefined) found.push(made);
    }
    return found;
  }

  private ranged({ path, ...told }: ReportedParameter): Control | undefined {
    const isNumber = isAnnotated(nodeOf(this.scenario.tree, path.split('.')));
    return told.high > told.low && isNumber ? this.number(path, told) : undefined;
  }

  /** The activities of every approach, with the paths of who takes part in them. */
  private parts() {
    return [this.run.reference, ...this.run.others].flatMap((approach) =>
      Object.keys(this.scenario.tree.approaches[approach.name]?.activities ?? {}).map((part) => ({
        ...{ approach, part },
        path: pathOfShare(approach.name, part),
      })),
    );
  }

  /** The control of an activity, which is switched off by letting nobody take part; undefined: the page cannot do that. */
  private activity({ approach, part, path }: ReturnType<Maker['parts']>[number]): Control | undefined {
    const row = this.run.parts.find((each) => each.approach === approach.name && each.part === part);
    const named = { approach: approach.name, part, label: row?.label ?? part };
    const name = shortPartName(this.speech, this.run.parts, named);
    const said = this.speech.words.page.takesPart(name, approachName(approach));
    const made = this.control(path, 'activities', said, [0, 1]);
    const needs = neededFor(this.scenario.tree, approach.name, part).map((other) =>
      pathOfShare(approach.name, other),
    );
    if (made === undefined) return undefined;
    const place = new Resolved(this.scenario.tree, {}).standingOf(path);
    const value = { 'by answer': -1, off: 0, on: made.value || (made.high ?? 1) }[place];
    // Whether anybody takes part in it may be settled where the share is not.
    const { asked, ...rest } = made;
    const open = place === 'by answer' && asked !== undefined ? { asked } : {};
    return { ...rest, ...open, value, needs, source: made.source || this.cited(row?.source ?? '') };
  }

  /** The activities of every approach. */
  activities(): Control[] {
    return this.parts().flatMap((each) => this.activity(each) ?? []);
  }

  /** The size of the cohort, and how far ahead is looked. */
  cohort(): Control[] {
    const size = this.told('cohort.size')?.value ?? 0;
    const years = this.told('horizon_years')?.value ?? 0;
    const { page } = this.speech.words;
    // Its own size a page always takes.
    const most = Math.max(size, Math.floor(PERSONS_AT_MOST / this.task.draws));
    const name = (path: string) => parameterName(this.speech, this.run, path);
    const ends = [10, Math.max(1000, 2 * size)] as const;
    const persons = this.control('cohort.size', 'cohort', name('cohort.size'), ends, most);
    const wide = [2, Math.max(20, years)] as const;
    const horizon = this.control('horizon_years', 'cohort', name('horizon_years'), wide);
    return [
      ...(persons === undefined ? [] : [{ ...persons, note: `${page.mostHere} ${persons.note}`.trim() }]),
      ...(horizon === undefined ? [] : [{ ...horizon, unit: page.years }]),
    ];
  }

  /** The shares of the origins, which make one together; none where the page cannot set them. */
  composition(): Control[] {
    const origins = Object.keys(this.scenario.tree.cohort.composition);
    const paths = origins.map((origin) => `cohort.composition.${origin}.share`);
    const shares = Object.fromEntries(paths.map((path) => [path, this.told(path)?.value ?? 0]));
    if (paths.length < 2 || !this.agrees(sharesWith(shares, paths[0]!, 0.3))) return [];
    return paths.map((path): Control => {
      const { value, low, high, label, source, note } = this.told(path)!;
      return {
        ...{ path, value, low, high, label, group: 'composition', unit: '' },
        ...{ source: this.cited(source), note: this.quoted(note, path) },
        ...{ whole: false, needs: [] },
        name: capitalised(parameterName(this.speech, this.run, path)),
        ...{ least: 0, most: 1, min: 0, max: 1, step: 0.01 },
      };
    });
  }
}

/**
 * The controls of a page: the numbers that carry the answer, the activities, the cohort and the horizon. A number of which the page
 * would make something else than the command line does is left out.
 *
 * @param allowed what the writer allows instead: groups of controls, and paths of numbers
 * @throws Refusal where one of these is neither
 */
export function controlsOf(
  scenario: LoadedScenario,
  task: Task,
  run: RunData,
  speech: Speech,
  allowed: readonly string[],
): Control[] {
  const maker = new Maker(scenario, task, run, speech);
  const made = (allowed.length === 0 ? controlGroups : allowed).flatMap((name) => {
    const group = controlGroups.find((each) => each === name);
    return group === undefined ? [maker.chosen(name)] : maker[group]();
  });
  return made.filter(({ path }, i) => made.findIndex((each) => each.path === path) === i);
}
