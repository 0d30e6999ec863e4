/** Adds up costs by calendar year, and how much they differ between batches of persons. */

import type { DomainReward } from '../../domain/measures/reward.js';
import { costBookings } from '../../domain/measures/rewards.js';
import type { LifeRunner } from '../../engine/compile/life.js';
import type { ApproachDraw, ApproachShapes } from '../results/arrays.js';
import { type Shape, shapeOf } from '../results/shape.js';
import { addTo } from './add-to.js';
import { BatchSums } from './batch-sums.js';

type Name = 'nominalByYear' | 'discountedByYear' | 'costSquares';

/** Adds up what the ledger of a kernel has booked. The sums are described at `pathArrays`. */
export class CostTally {
  private readonly bookings: readonly { readonly rewards: readonly number[] }[];
  private readonly batches: BatchSums;
  /** Layout of the ledger, and of a batch's costs: by booking and year, like the squares. */
  private readonly booked: Shape<readonly ['reward', 'year']>;
  private readonly inBatch: Shape<readonly ['booking', 'year']>;

  /** @param batches of a half in a replication, at most */
  constructor(
    rewards: readonly DomainReward[],
    private readonly arrays: Pick<ApproachDraw, Name>,
    private readonly shapes: Pick<ApproachShapes, Name>,
    batches: number,
  ) {
    this.bookings = costBookings(rewards);
    const { leaf, reward, year } = shapes.nominalByYear.sizes;
    this.batches = new BatchSums(arrays.costSquares, leaf, batches);
    this.booked = shapeOf(['reward', 'year'], { reward, year });
    this.inBatch = shapeOf(['booking', 'year'], { booking: this.bookings.length, year });
  }

  /** Adds what the ledger has booked for the part of a batch that belongs to a leaf. */
  endBatch(leaf: number, batch: number, persons: number, ledger: LifeRunner['recorder']['ledger']): void {
    const { arrays, batches, booked, inBatch, shapes } = this;
    const { nominalByPeriod, discountedByPeriod } = ledger;
    addTo(arrays.nominalByYear, shapes.nominalByYear.rowAt(leaf, 0), nominalByPeriod);
    addTo(arrays.discountedByYear, shapes.discountedByYear.rowAt(leaf, 0), discountedByPeriod);
    this.bookings.forEach(({ rewards }, b) => {
      for (let year = 0; year < booked.rowLength; year++) {
        let cost = 0;
        for (const r of rewards) cost += nominalByPeriod[booked.at(r, year)]!;
        batches.values[inBatch.at(b, year)] = cost;
      }
    });
    batches.add(leaf, batch, persons);
  }

  endReplication(): void {
    this.batches.endReplication();
  }
}
