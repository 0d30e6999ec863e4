/** Adds up costs by calendar year, and how much they differ between batches of persons. */

import { costBookings, type DomainReward } from '../../domain/measures/rewards.js';
import type { LifeRunner } from '../../engine/reference/kernel.js';
import type { ApproachDraw, ApproachShapes } from '../results/arrays.js';
import { addTo } from './add-to.js';

type Name = 'nominalByYear' | 'discountedByYear' | 'costSquares';

/** Adds up what the ledger of a kernel has booked; what the sums are is told at `pathArrays`. */
export class CostTally {
  private readonly bookings: readonly { readonly rewards: readonly number[] }[];
  private readonly years: number;

  constructor(
    rewards: readonly DomainReward[],
    private readonly arrays: Pick<ApproachDraw, Name>,
    private readonly shapes: Pick<ApproachShapes, Name>,
  ) {
    this.bookings = costBookings(rewards);
    this.years = shapes.nominalByYear.rowLength;
  }

  /** Adds what the ledger has booked for a batch of `persons` of one leaf. */
  endBatch(leaf: number, persons: number, ledger: LifeRunner['recorder']['ledger']): void {
    const { arrays, shapes, years } = this;
    const { nominalByPeriod, discountedByPeriod } = ledger;
    addTo(arrays.nominalByYear, shapes.nominalByYear.rowAt(leaf, 0), nominalByPeriod);
    addTo(arrays.discountedByYear, shapes.discountedByYear.rowAt(leaf, 0), discountedByPeriod);
    this.bookings.forEach(({ rewards }, b) => {
      for (let year = 0; year < years; year++) {
        let cost = 0;
        for (const r of rewards) cost += nominalByPeriod[r * years + year]!;
        arrays.costSquares[shapes.costSquares.at(leaf, b, year)]! += cost ** 2 / persons;
      }
    });
  }
}
