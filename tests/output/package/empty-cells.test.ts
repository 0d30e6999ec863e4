import { expect, it } from 'vitest';
import { emptyCells } from '../../../src/output/package/empty-cells.js';

/** The columns that are empty and should not be, in a row of a table. */
const emptyIn = (row: Readonly<Record<string, string>>) =>
  emptyCells((column) => row[column]).map(({ column }) => column);

it('asks for both ends of the range of a number, and lets the ends of a threshold or a box be open', () => {
  expect(emptyIn({ distribution: 'uniform', low: '', high: '3' })).toEqual(['low']);
  expect(emptyIn({ outcome_at_low: '1', low: '2', high: '' })).toEqual(['high']);
  expect(emptyIn({ direction: 'down', value: '1', low: '', high: '3' })).toEqual([]);
  expect(emptyIn({ peeled: '2', low: '2', high: '' })).toEqual([]);
});
