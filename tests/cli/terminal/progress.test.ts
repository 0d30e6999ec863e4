import { expect, it } from 'vitest';
import { formatTime } from '../../../src/cli/terminal/progress.js';

it('says how long work still takes, without 60 seconds or 60 minutes', () => {
  const said = [0, 0.4, 59.4, 59.6, 62, 63, 117, 118, 3597, 3598, 3600, 7199, 36_000].map(formatTime);
  expect(said).toEqual([
    ...['0s', '0s', '59s', '1m00s', '1m00s', '1m05s', '1m55s', '2m00s'],
    ...['59m55s', '1h00m', '1h00m', '2h00m', '10h00m'],
  ]);
});
