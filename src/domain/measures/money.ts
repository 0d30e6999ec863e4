/** Amounts, in euros a person over the whole horizon: nominal, and discounted. */

import { MUNICIPALITY } from '../schema/names.js';
import type { Measure, MeasureWords } from './measure.js';
import { payerOf, type RewardRole } from './reward.js';

/** What an amount adds up, and its name. */
interface Estimated extends Pick<Measure, 'name' | 'better'> {
  readonly definition: string;
  readonly rewards: (role: RewardRole) => boolean;
  readonly sign: 1 | -1;
  readonly label: { readonly en: string; readonly nl: string };
}

/** What only the discounted amount has. */
interface Shown extends Pick<Measure, 'headline'> {
  readonly en?: Omit<MeasureWords, 'label'>;
  readonly nl?: Omit<MeasureWords, 'label'>;
}

/** An amount, nominal and discounted. */
interface Amount {
  readonly nominal: Measure;
  readonly discounted: Measure;
}

function amount(what: Estimated, { en, nl, headline }: Shown, section?: Measure['section']): Amount {
  const { name, better, definition, rewards, sign, label } = what;
  const common = {
    unit: 'euros',
    ...(better === undefined ? {} : { better }),
    ...(section === undefined ? {} : { section }),
  } as const;
  return {
    nominal: {
      ...common,
      name,
      definition: `${definition} Nominal, euros a person over the whole horizon.`,
      source: { kind: 'amount', of: 'nominal', rewards, sign },
      words: { en: { label: label.en }, nl: { label: label.nl } },
    },
    discounted: {
      ...common,
      name: `${name}_discounted`,
      definition: `${definition} Discounted, euros a person over the whole horizon.`,
      source: { kind: 'amount', of: 'discounted', rewards, sign },
      ...(headline === undefined ? {} : { headline }),
      words: {
        en: { ...en, label: `${label.en}, discounted` },
        nl: { ...nl, label: `${label.nl}, verdisconteerd` },
      },
    },
  };
}

export const bijstandCost = amount(
  {
    name: 'bijstand_cost',
    better: 'less',
    definition: 'Gross bijstand that the municipality pays, less what is cut and set off.',
    rewards: ({ kind }) => kind === 'bijstand',
    sign: 1,
    label: { en: 'Bijstand, euros a person', nl: 'Bijstand, euro per persoon' },
  },
  {
    headline: {
      place: 5,
      label: { en: 'bijstand', nl: 'bijstand' },
      column: { en: 'bijstand', nl: 'bijstand' },
    },
  },
);

export const programmeCost = amount(
  {
    name: 'programme_cost',
    better: 'less',
    definition: 'Activities, social guidance and what the law costs, less what it brings in, by all payers.',
    rewards: ({ kind }) => kind === 'programme',
    sign: 1,
    label: { en: 'Programme costs, euros a person', nl: 'Programmakosten, euro per persoon' },
  },
  {
    headline: {
      place: 6,
      label: { en: 'programme', nl: 'programma' },
      column: { en: 'programme', nl: 'programma' },
    },
  },
);

/** The part of the programme's costs that one payer pays. */
export function programmePaidBy(payer: string): Measure {
  return {
    name: `programme_cost_${payer}`,
    unit: 'euros',
    better: 'less',
    definition: `The part of programme_cost that is paid by: ${payer}. Nominal, euros a person over the whole horizon.`,
    source: {
      kind: 'amount',
      of: 'nominal',
      rewards: (role) => role.kind === 'programme' && role.payer === payer,
      sign: 1,
    },
    words: {
      en: { label: (names) => `Programme costs paid by ${names.payer(payer)}, euros a person` },
      nl: { label: (names) => `Programmakosten betaald door ${names.payer(payer)}, euro per persoon` },
    },
  };
}

export const netBalance = amount(
  {
    name: 'net_balance',
    better: 'more',
    definition: 'Minus bijstand_cost and programme_cost: more is better.',
    rewards: ({ kind }) => kind === 'bijstand' || kind === 'programme',
    sign: -1,
    label: { en: 'Net balance, euros a person', nl: 'Nettosaldo, euro per persoon' },
  },
  {
    headline: {
      place: 7,
      label: { en: 'net balance', nl: 'nettosaldo' },
      column: { en: 'net balance', nl: 'nettosaldo' },
      ranking: 1,
    },
    en: { short: 'balance' },
    nl: { short: 'saldo' },
  },
);

/**
 * The balance of the municipality itself: minus the bijstand, and minus its part of the programme. What it pays for and what it
 * saves are told beside what the state and others pay.
 */
export const ownBalance = amount(
  {
    name: `net_balance_${MUNICIPALITY}`,
    better: 'more',
    definition: `Minus bijstand_cost and programme_cost_${MUNICIPALITY}, all that the municipality pays: more is better.`,
    rewards: (role) => payerOf(role) === MUNICIPALITY,
    sign: -1,
    label: {
      en: 'Net balance of the municipality itself, euros a person',
      nl: 'Nettosaldo van de gemeente zelf, euro per persoon',
    },
  },
  { headline: { place: 10, label: { en: 'balance of the municipality', nl: 'saldo van de gemeente' } } },
);

export const earnings = amount(
  {
    name: 'earnings',
    better: 'more',
    definition:
      'What people earn themselves, net of tax: months in work times the pay for their hours (income.pay), beside bijstand too. Not counted: bijstand, student finance, and what a partner earns.',
    rewards: ({ kind }) => kind === 'earnings',
    sign: 1,
    label: { en: 'Own net earnings, euros a person', nl: 'Eigen netto-inkomen uit werk, euro per persoon' },
  },
  {},
  'income',
);

/** The amount that says whether an approach pays: runs are ranked and judged by it, and --precision refers to it. */
export const decisive = netBalance.discounted;
