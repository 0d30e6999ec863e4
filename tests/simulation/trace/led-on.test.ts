import { describe, expect, it } from 'vitest';
import { withoutEmptyMoves } from '../../../src/simulation/trace/led-on.js';
import { type LifeEvent, traceLife } from '../../../src/simulation/trace/trace.js';
import { shippedTree, taskOf } from '../../shipped.js';

/** Lives in Smallingerland where the share of the ISK that goes on to education falls to all. */
function tracesWith(setting: string): (readonly LifeEvent[])[] {
  const share = 'approaches.parallel.activities.isk.outflow.education=1';
  const task = taskOf(shippedTree('smallingerland', [share, setting]));
  return Array.from({ length: 60 }, (_, person) => traceLife(task, 0, 0, person).events[1]!);
}

/** For each person whose ISK came to its end: what is told of the ISK, and of the income at that moment. */
function endsOf(traces: readonly (readonly LifeEvent[])[]): string[] {
  return traces.flatMap((events) => {
    const end = events.find(
      ({ track, to }) => track === 'isk' && (to === 'to_education' || to === 'finished'),
    );
    if (end === undefined) return [];
    const then = events.filter(
      ({ month, track }) => month === end.month && ['isk', 'income'].includes(track),
    );
    return [then.map(({ track, from, to }) => `${track}: ${from} -> ${to}`).join('; ')];
  });
}

const GOES = 'isk: taking_part -> to_education; income: bijstand -> education; isk: to_education -> finished';
const STAYS = 'isk: taking_part -> finished';

describe('a traced life', () => {
  it('says that somebody goes on to education where the person does', () => {
    const ends = endsOf(tracesWith('cohort.never_leaving=0')).filter((end) => !end.startsWith('income'));
    expect(ends.length).toBeGreaterThan(3);
    expect([...new Set(ends)]).toContain(GOES);
  });

  it.each([
    ['who never leaves bijstand', 'cohort.never_leaving=1'],
    ['who is too old for student finance', 'income.student_finance_until=18'],
  ])('says of nobody %s that they go on', (_, setting) => {
    const traces = tracesWith(setting);
    const ends = endsOf(traces).filter((end) => !end.startsWith('income'));
    expect(ends.length).toBeGreaterThan(3);
    expect([...new Set(ends)]).toEqual([STAYS]);
    expect(traces.flat().filter(({ to, from }) => to === 'to_education' || from === 'to_education')).toEqual(
      [],
    );
  });
});

describe('moves of nobody', () => {
  const event = (track: string, from: string, to: string, month = 18): LifeEvent => ({
    approach: 'parallel',
    month,
    track,
    from,
    to,
    transition: `${track}: ${from} -> ${to}`,
  });
  const leads = (to: string) => [event('jas', 'taking_part', to), event('jas', to, 'finished')] as const;

  it('are left out, and those that somebody makes are kept', () => {
    for (const [state, made] of [
      ['to_work', event('income', 'bijstand', 'work')],
      ['to_education', event('income', 'bijstand', 'education')],
      ['to_voluntary_work', event('voluntary', 'none', 'doing')],
    ] as const) {
      const [first, second] = leads(state);
      expect(withoutEmptyMoves([first, made, second])).toEqual([first, made, second]);
      // Made before or after it is another move.
      const told = { ...first, to: 'finished' };
      expect(withoutEmptyMoves([first, second])).toEqual([told]);
      expect(withoutEmptyMoves([made, first, second, made])).toEqual([made, told, made]);
    }
    const [first, second] = leads('to_work');
    const other = event('income', 'bijstand', 'education');
    expect(withoutEmptyMoves([first, other, second])).toEqual([{ ...first, to: 'finished' }, other]);
  });

  it('of two activities that end at one moment is the one that moves somebody', () => {
    const [first, second] = leads('to_work');
    const [later, last] = leads('to_work').map((each) => ({ ...each, track: 'coach' }));
    const job = event('income', 'bijstand', 'work');
    expect(withoutEmptyMoves([first, job, second, later!, last!])).toEqual([
      first,
      job,
      second,
      { ...later!, to: 'finished' },
    ]);
  });
});
