import { describe, expect, it } from 'vitest';
import { dateOfMonth, monthsSinceEpoch } from '../../src/domain/calendar.js';

describe('calendar months', () => {
  it('lead back to the date they come from, every day of a century', () => {
    const day = new Date(Date.UTC(1960, 0, 1));
    while (day.getUTCFullYear() < 2060) {
      const date = day.toISOString().slice(0, 10);
      expect(dateOfMonth(monthsSinceEpoch(date, 0))).toBe(date);
      day.setUTCDate(day.getUTCDate() + 1);
    }
  });
});
