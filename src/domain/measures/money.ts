/** Amounts, in euros a person over the whole horizon: nominal, and discounted. */

import { MUNICIPALITY } from '../schema/names.js';
import type { InBoth, Measure, MeasureWords } from './measure.js';
import { payerOf, type RewardRole } from './reward.js';

/** What an amount adds up, and its name. */
interface Estimated extends Pick<Measure, 'name' | 'better'> {
  readonly definition: InBoth;
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

const how = {
  nominal: {
    en: 'Nominal, euros a person over the whole horizon.',
    nl: 'Nominaal, euro per persoon over de hele horizon.',
  },
  discounted: {
    en: 'Discounted, euros a person over the whole horizon.',
    nl: 'Verdisconteerd, euro per persoon over de hele horizon.',
  },
} as const;

/** A definition with how the amount is added up. */
const overHorizon = (of: keyof typeof how, { en, nl }: InBoth): InBoth => ({
  en: `${en} ${how[of].en}`,
  nl: `${nl} ${how[of].nl}`,
});

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
      definition: overHorizon('nominal', definition),
      source: { kind: 'amount', of: 'nominal', rewards, sign },
      words: { en: { label: label.en }, nl: { label: label.nl } },
    },
    discounted: {
      ...common,
      name: `${name}_discounted`,
      definition: overHorizon('discounted', definition),
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
    definition: {
      en: 'Gross bijstand that the municipality pays, less what is cut and set off.',
      nl: 'Bruto bijstand die de gemeente betaalt, min wat is gekort en verrekend.',
    },
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
    definition: {
      en: 'Activities, social guidance and what the law costs, less what it brings in, by all payers.',
      nl: 'Activiteiten, maatschappelijke begeleiding en wat de wet kost, min wat zij opbrengt, van alle betalers samen.',
    },
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
    definition: overHorizon('nominal', {
      en: `The part of programme_cost that is paid by: ${payer}.`,
      nl: `Het deel van programme_cost dat wordt betaald door: ${payer}.`,
    }),
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
    definition: {
      en: 'Minus bijstand_cost and programme_cost: more is better.',
      nl: 'Min bijstand_cost en programme_cost: meer is beter.',
    },
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
    definition: {
      en: `Minus bijstand_cost and programme_cost_${MUNICIPALITY}, all that the municipality pays: more is better.`,
      nl: `Min bijstand_cost en programme_cost_${MUNICIPALITY}, alles wat de gemeente betaalt: meer is beter.`,
    },
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
    definition: {
      en: 'What people earn themselves, net of tax: months in work times the pay for their hours (income.pay), beside bijstand too. Not counted: bijstand, student finance, and what a partner earns.',
      nl: 'Wat mensen zelf verdienen, netto: maanden aan het werk maal het loon voor hun uren (income.pay), ook naast bijstand. Niet meegeteld: bijstand, studiefinanciering en wat een partner verdient.',
    },
    rewards: ({ kind }) => kind === 'earnings',
    sign: 1,
    label: { en: 'Own net earnings, euros a person', nl: 'Eigen netto-inkomen uit werk, euro per persoon' },
  },
  {},
  'income',
);

/** The amount that says whether an approach pays: runs are ranked and judged by it, and --precision refers to it. */
export const decisive = netBalance.discounted;
