import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeDifference, sayState, sayTrack } from '../../src/cli/terminal/trace-difference.js';
import { wi2013 } from '../../src/domain/regimes/wi2013/wi2013.js';
import { wordsUnder } from '../../src/output/words/words.js';
import type { Cause } from '../../src/simulation/trace/causes.js';
import type { Difference } from '../../src/simulation/trace/difference.js';
import { firstDifference } from '../../src/simulation/trace/difference.js';
import { traceLife } from '../../src/simulation/trace/trace.js';
import { courseOf, shippedTree, taskOf } from '../shipped.js';
import { runProgram } from './built-program.js';
import { runHere } from './program-here.js';

const event = {
  approach: 'parallel',
  month: 12.34,
  track: 'income',
  from: 'bijstand',
  to: 'work',
  transition: 'income: bijstand -> work',
};

const english = { language: 'en', words: wordsUnder('en', wi2013), activities: {} } as const;

function reasons(...causes: Cause[]): string[] {
  const difference: Difference = { event, inFirst: false, later: 20, causes };
  return describeDifference(english, difference, ['sequential', 'parallel']);
}

const what = 'month 12.3, income: bijstand -> work under parallel (under sequential at month 20.0)';

describe('describeDifference', () => {
  it('names the event, where it happens, and when the other life has it', () => {
    expect(reasons()[0]).toBe(what);
    const never = { event, inFirst: true, later: undefined, causes: [] };
    expect(describeDifference(english, never, ['sequential', 'parallel'])[0]).toBe(
      'month 12.3, income: bijstand -> work under sequential (under parallel not within the horizon)',
    );
  });

  it.each<[Cause, string]>([
    [
      {
        kind: 'guard',
        since: 3,
        here: [{ track: 'jas', state: 'taking_part', wanted: ['taking_part'] }],
        there: [{ track: 'inburgering', state: 'in_course', wanted: ['passed', 'exempt', 'overdue'] }],
      },
      'open by jas: taking part under parallel from month 3.0; closed under sequential by inburgering: in course, not passed, exempt or overdue',
    ],
    [
      {
        kind: 'effect',
        of: 'state',
        name: 'support_work',
        since: 3,
        until: event.month,
        here: {
          ratio: 1.17,
          state: 'on_men',
          openedBy: [{ track: 'jas', state: 'taking_part', wanted: ['taking_part'] }],
        },
        there: { ratio: 1 },
        weight: 1,
      },
      'support for work on the hazard of work: on (jas: taking part) x 1.17 under parallel, none x 1.00 under sequential, from month 3.0',
    ],
    [
      {
        kind: 'effect',
        of: 'load',
        name: 'hours',
        since: 3,
        until: 6,
        here: { ratio: 0.5, units: 10 },
        there: { ratio: 1, units: 0 },
        weight: -1,
      },
      'hours on the hazard of work: 10.00 hours above capacity x 0.50 under parallel, 0.00 hours above capacity x 1.00 under sequential, from month 3.0 to 6.0, which works against it',
    ],
    [{ kind: 'elsewhere', state: 'education' }, 'under sequential income is then at education'],
    [
      {
        kind: 'clock',
        here: {
          kind: 'hazard',
          factors: [{ scale: 'origin', pieces: [{ from: 0, log: Math.log(0.5), slope: 0 }] }],
        },
        there: { kind: 'duration', distribution: { kind: 'fixed', months: 6 } },
      },
      'a hazard of 0.500 a month under parallel, after 6.00 months under sequential',
    ],
  ])('%j', (cause, text) => {
    expect(reasons(cause)).toEqual([what, `  - ${text}`]);
  });
});

describe('trace beyond the cohort', () => {
  const leiden = resolve('scenarios/leiden.yaml');

  it.each([
    [['--person', '9999'], 'the cohort counts 452 persons, numbered from 0; expected 0 to 451'],
    [['--person', '452'], 'the cohort counts 452 persons, numbered from 0; expected 0 to 451'],
    [['--person', '1', '--set', 'cohort.size=1'], 'the cohort counts 1 person, numbered from 0; expected 0'],
    [
      ['--person', '7', '--draw', '2', '--set', 'cohort.size=7'],
      'the cohort of draw 2 counts 7 persons, numbered from 0',
    ],
  ])('says how many there are: %j', async (more, message) => {
    const { status, stdout, stderr } = await runHere('trace', leiden, ...more);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`--person ${more[1]}: ${message}`);
  });

  it('knows its last person', async () => {
    expect((await runHere('trace', leiden, '--person', '451')).status).toBe(0);
  });
});

describe('trace of a shipped scenario', () => {
  it('closes with the first event that differs, and why', () => {
    const scenario = resolve('scenarios/leiden.yaml');
    const { status, stdout, stderr } = runProgram(
      '.',
      'trace',
      scenario,
      '--person',
      '3',
      '--set',
      'posterior=none',
    );
    expect([status, stderr]).toEqual([0, '']);
    const closing = stdout.slice(stdout.indexOf('“JAS 24 x 24” against “Sequential”')).split('\n');
    expect(closing[1]).toMatch(
      /^differs first: month [\d.]+, “First twelve weeks”: waiting -> taking part under “JAS 24 x 24”$/,
    );
    expect(closing[2]).toBe(
      '  - “Sequential” has no “First twelve weeks”; open under “JAS 24 x 24” by housing: housed, income: bijstand',
    );
    expect(closing[3]).toMatch(
      /^on a track of both: month [\d.]+, inburgering: not started -> in course under “JAS 24 x 24” \(under “Sequential” at month [\d.]+\)$/,
    );
    const { approaches } = shippedTree('leiden');
    const hazards = ['parallel', 'sequential'].map((name) => {
      const wait = courseOf(approaches[name]).mean_wait as { value: number };
      return `a hazard of ${(1 / wait.value).toPrecision(3)} a month under “${approaches[name]!.label}”`;
    });
    expect(closing[4]).toBe(`  - ${hazards.join(', ')}`);
  });

  it.each([
    ['nl', ['Jobhunters', 'Eerste twaalf weken'], 'met ‘Vier blokken’'],
    ['en', ['Job-hunters', 'First twelve weeks'], 'with “Four blocks”'],
  ])('calls activities what reports call them: %s', async (lang, labels, support) => {
    const { stdout } = await runHere(
      'trace',
      resolve('scenarios/leiden.yaml'),
      '--person',
      '7',
      '--lang',
      lang,
    );
    for (const label of [...labels, support]) expect(stdout).toContain(label);
    expect(stdout).not.toMatch(/\b(?:job_hunters|jas|plan|lessons):/);
  });

  it('has words in Dutch for all that changes a chance, and its states', () => {
    const words = wordsUnder('nl', wi2013);
    for (const place of ['leiden', 'groningen']) {
      const { approaches } = shippedTree(place);
      const names = Object.values(approaches).flatMap(({ activities }) => Object.keys(activities));
      const speech = {
        language: 'nl',
        words,
        activities: Object.fromEntries(names.map((name) => [name, 'X'])),
      } as const;
      const { models } = traceLife(taskOf(shippedTree(place)), 0, 0, 1);
      for (const { model } of models) {
        const effects = model.transitions.flatMap((transition) => transition.effects);
        for (const effect of effects) {
          const name =
            effect.kind === 'exposure'
              ? effect.exposure
              : effect.kind === 'load'
                ? effect.load
                : effect.track;
          const states = model.tracks.find((track) => track.name === name)?.states ?? [];
          const said = [sayTrack(speech, name), ...states.map((state) => sayState(speech, state))].join(', ');
          expect(said).not.toMatch(
            /_|support|\b(?:idle|hours|age|on|off|no|yes|men|women|at|course|nowhere|after)\b/,
          );
        }
      }
    }
  });

  it('says by what the search for work was opened under one approach only', () => {
    const task = taskOf(shippedTree('leiden'));
    const texts = Array.from({ length: 20 }, (_, person) => {
      const { events, models } = traceLife(task, 0, 0, person);
      const lives = events.map((each, i) => ({ events: each, lived: models[i]! }));
      const found = firstDifference(lives[0]!, lives[1]!, (track) => track === 'search');
      return found === undefined ? [] : describeDifference(english, found, ['sequential', 'parallel']);
    }).filter((lines) => lines[0]?.includes('under parallel (') === true);
    const openers = texts.map((lines) => {
      expect(lines).toHaveLength(2);
      const [, opener] =
        /^ {2}- open by (.+) under parallel from month [\d.]+; closed under sequential by inburgering: (?:not started|in course|interrupted), not passed, exempt or overdue$/.exec(
          lines[1]!,
        )!;
      return opener;
    });
    // Whoever has left JAS may still be the first to search, having passed sooner.
    expect(openers.filter((opener) => opener === 'jas: taking part').length).toBeGreaterThan(5);
    const others = openers.filter((opener) => opener !== 'jas: taking part');
    expect(others.every((opener) => opener === 'inburgering: passed')).toBe(true);
  });
});
