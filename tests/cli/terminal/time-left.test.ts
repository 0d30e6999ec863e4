import { expect, it } from 'vitest';
import { followTime, formatTime } from '../../../src/cli/terminal/time-left.js';

it('says how long work still takes, without 60 seconds or 60 minutes', () => {
  const said = [0, 0.4, 59.4, 59.6, 62, 63, 117, 118, 3597, 3598, 3600, 7199, 36_000].map((seconds) =>
    formatTime(seconds, 'h'),
  );
  // Work that is not done yet takes no "0s".
  expect(said).toEqual([
    ...['1s', '1s', '59s', '1m00s', '1m00s', '1m05s', '1m55s', '2m00s'],
    ...['59m55s', '1h00m', '1h00m', '2h00m', '10h00m'],
  ]);
  expect(formatTime(3900, 'u')).toBe('1u05m');
});

/** What is said at each [second, steps done] of 100 steps. */
function followed(reports: readonly (readonly [number, number])[], isTotalKnown = true) {
  let now = 0;
  const left = followTime(() => 1000 * now);
  return reports.map(([second, done]) => {
    now = second;
    return left({ done, total: 100, isTotalKnown, name: '' });
  });
}

it('says no time before there is one to say', () => {
  // The threads begin, then steps come.
  expect(followed([0, 5, 6, 7, 8.5].map((second, done) => [second, done]))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    // Three steps in three and a half seconds.
    (96 * 3.5) / 3,
  ]);
  const stuck = followed([0, 10, 20].map((second) => [second, 0]));
  expect(stuck).toEqual([undefined, undefined, undefined]);
  // Some were done before, or none more since: of that no pace can be told.
  const waiting = followed([
    [1, 5],
    [9, 5],
  ]);
  expect(waiting).toEqual([undefined, undefined]);
});

it('does not jump where steps come together, and leaves out those that were done before', () => {
  // Sixty were in the journal; of the others, four come at once every two seconds.
  const bursts = Array.from({ length: 8 }, (_, i) => [60, 61, 62, 63].map((done) => [2 * i, done + 4 * i]));
  const said = followed([[0, 0], ...bursts.flat()] as [number, number][]).filter(
    (each) => each !== undefined,
  );
  expect(said).not.toEqual([]);
  for (const [i, seconds] of said.entries()) {
    expect(seconds).toBeGreaterThan(0);
    if (i > 0) expect(Math.abs(seconds - said[i - 1]!)).toBeLessThan(8);
  }
});

it('says no time while more steps may turn out to be needed', () => {
  const reports = [0, 1, 3, 9, 27].map((second, done) => [second, done] as const);
  expect(followed(reports, false).every((seconds) => seconds === undefined)).toBe(true);
});
