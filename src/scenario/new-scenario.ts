/** The text of a new municipality's scenario: valid as it is, with example numbers to be replaced. */

import { attributesOf } from '../domain/attributes/all.js';
import type { Regime } from '../domain/regimes/regime.js';
import { effectTargetsWith, payersWith } from '../domain/schema/names.js';

/** Something with a name in settings, and what readers call it. */
interface Called {
  readonly name: string;
  readonly label: string;
}

/** An approach that a new scenario has from its base. */
export interface InheritedApproach extends Called {
  readonly activities: readonly Called[];
}

/** What a new scenario is made for. */
export interface NewScenario {
  readonly name: string;
  /** The value of `extends`. */
  readonly base: string;
  /** Where an editor finds the JSON Schema: a path relative to the file, or a URL. */
  readonly schema: string;
  /** The first approach of the base beside the reference; where it has none, an example is written. */
  readonly inherited: InheritedApproach | undefined;
  /** The regime that is inherited. */
  readonly regime: Regime;
  /** Names of the origins that the base has. */
  readonly origins: readonly string[];
  /** First permit of the base, a day on which its law holds; undefined: it has none. */
  readonly firstPermit: string | undefined;
}

const head = ({ name, base, schema }: NewScenario) => `# yaml-language-server: $schema=${schema}
# ${name}. Written by "doorstroom init" as a place to start from: every number below is an example, not a finding.
# Replace each by your own and say where it comes from:
#   value     what you think it is; low and high: between which it may well lie
#   label     published (with a source), derived (arithmetic on published figures, with a source), unverified (recalled,
#             with a source), or assumption (nobody has published it: then it needs a range)
#   source    document and page;  note: your arithmetic or your reason
# Where a number is another one of this scenario, write its path instead: { same_as: numbers.NAME }. They are then one unknown.
# What is not here is inherited from "${base}"; what you write here takes its place.
#   doorstroom validate FILE                       checks this file: every mistake with its line
#   doorstroom explain FILE                        lists every number, inherited ones too, and where it comes from
#   doorstroom explain FILE --label assumption     what you still have to find out
#   doorstroom run FILE                            simulates the approaches and writes the results
name: ${JSON.stringify(name)}
extends: ${JSON.stringify(base)}
`;

/** What a report says of the example: without it, readers of its summary would not know what the approach is. */
const description = `# What the municipality does, in a sentence or two: reports begin with it.
description:
  nl: "Parallel geeft de helft naast de cursus een taalcoach, en wie in de bijstand blijft werkervaring; een voorbeeld, nog niet de eigen aanpak."
  en: "Parallel gives half of them a language coach beside the course, and work experience to those who stay on bijstand; an example, not yet the approach of one's own."
`;

/** Half for the first origin; the others share the rest equally. */
function shares(origins: readonly string[]): string {
  const rest = 0.5 / Math.max(1, origins.length - 1);
  return origins
    .map((origin, i) => {
      const value = origins.length === 1 ? 1 : i === 0 ? 0.5 : rest;
      const [low, high] = [Math.max(0, value - 0.1), Math.min(1, value + 0.1)];
      const [own, least, most] = [value, low, high].map((share) => Number(share.toFixed(4)));
      return `  #   ${origin}:
  #     share: { value: ${own}, low: ${least}, high: ${most}, distribution: triangular, unit: share, label: assumption, note: "example: replace by your own share" }`;
    })
    .join('\n');
}

const cohort = ({ origins, firstPermit }: NewScenario) => `
# Who arrives: one intake of adults of 18 to 64 who got a permit and are to be housed in this municipality.
cohort:
  # The size decides how much chance plays a part; the means per person hardly depend on it.
  size: { value: 100, low: 50, high: 200, distribution: triangular, unit: persons, label: assumption, note: "example: replace by the number of adults of your own intake" }
  # The first day of the intake, here as inherited. The rules are those of the regime that is inherited too.
${firstPermit === undefined ? '' : `  first_permit: ${firstPermit}\n`}  # Permits are spread evenly over these months.
  inflow_months: { value: 12, low: 6, high: 18, distribution: triangular, unit: months, label: assumption, note: "example: replace by the months over which your intake was spread" }
  # Shares by origin; together they make one. Take away the "# " to set your own; the rest stays as inherited.
  # composition:
${shares(origins)}
`;

const housing = `
# How long people wait for a house. The months by origin are inherited (explain FILE housing lists them).
housing:
  # Your wait over the national one: 1 is as long, 0.5 half as long, 2 twice as long.
  wait_ratio: { value: 1, low: 0.8, high: 1.25, distribution: triangular, unit: time ratio, label: assumption, note: "example: replace by the median wait in your municipality over the national one" }
`;

/** What `for` of an activity may ask. */
const asked = ({ attributes }: Regime) =>
  attributesOf([], attributes).flatMap((attribute) => ('eligibility' in attribute ? [attribute.name] : []));

/** Names in a sentence. */
const oneOf = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const aftercare =
  'aftercare_weeks: { value: 13, low: 4, high: 26, distribution: triangular, unit: weeks, label: assumption, note: "example: replace by how long your aftercare lasts" }';
const aftercareCost =
  '- { payer: municipality, label: { nl: "de nazorg", en: "the aftercare" }, per_participant: { value: 200, low: 50, high: 500, distribution: triangular, unit: euros a participant, label: assumption, note: "example: replace by what the aftercare costs you, over all who begin" } }';

const exampleApproach = ({ regime, regime: { newScenario: law, phases, schema, payers } }: NewScenario) => `
# What the municipality does. The approach it is compared with (the reference) is inherited. Several
# approaches may stand side by side here, each under a name of its own.
approaches:
  parallel:
    # What tables and reports call it: one name, or one in each language. Where a language is left out, the other stands.
    label: { nl: Parallel, en: Parallel }
${law.gates}    search:
      # The search for work opens when this holds: here ${law.afterSettled}, or once somebody has been in work experience.
      opens: { any: [${law.settled}, { work_experience: [taking_part, aftercare, finished] }] }
    activities:
      # First example: support beside the course, which acts on language.
      taalcoach:
        label: { nl: "Taalcoach, eens per week", en: "Language coach, once a week" }
        phase: ${law.phase} # ${phases.names.en.map((name, i) => `${i + 1} ${name}`).join(', ')}
        for: # who takes part; leave it out for everybody (see the schema for ${asked(regime).join(', ')})
          share: { value: 0.5, low: 0.25, high: 0.75, distribution: triangular, unit: share, label: assumption, note: "example: replace by the share that gets one" }
        start:
          when: ${law.inCourse}
        weeks: { value: 26, low: 13, high: 52, distribution: triangular, unit: weeks, label: assumption, note: "example: replace by how long it lasts" }
        hours_per_week: { value: 2, low: 1, high: 3, distribution: triangular, unit: hours a week, label: assumption, note: "example: replace by the hours a week" }
        acts_on: [language] # of: ${effectTargetsWith(Object.keys(schema.effects)).join(', ')}; how much is inherited, under "effects"
        mandatory: false
        costs: # payer: ${oneOf(payersWith(payers))}
          - { payer: municipality, per_month: { value: 25, low: 10, high: 60, distribution: triangular, unit: euros a month of taking part, label: assumption, note: "example: replace by what it costs you" } }
      # Second example: work experience beside the course, which acts on work.
      work_experience:
        label: { nl: "Werkervaring naast de cursus", en: "Work experience beside the course" }
        phase: ${law.phase}
        start:
          when: ${law.sinceCourse}
          # Weeks in all in which the above must have held; a spell of work stops this time, it does not begin anew.
          delay_weeks: { value: 26, low: 13, high: 52, distribution: triangular, unit: weeks, label: assumption, note: "example: replace by the weeks between the start of the course and its own" }
        weeks: { value: 26, low: 13, high: 52, distribution: triangular, unit: weeks, label: assumption, note: "example: replace by how long it lasts" }
        hours_per_week: { value: 12, low: 8, high: 20, distribution: triangular, unit: hours a week, label: assumption, note: "example: replace by the hours a week" }
        acts_on: [work]
        mandatory: false
        # Weeks of aftercare that follow its end, or leaving bijstand: the effect on work does not fade yet, and fewer return (by
        # effects.relapse). Take the line away, and its costs below, where you have none.
        ${aftercare}
        # Share of those taking part that leaves before the end where hours stay within capacity; hours above it add. Left
        # out, it is effects.activity_dropout. Take away the "# " to set your own.
        # dropout: { value: 0.2, low: 0.1, high: 0.4, distribution: triangular, unit: share, label: assumption, note: "example: replace by the share that leaves before the end" }
        costs:
          - { payer: municipality, label: { nl: "de plaats en de begeleiding", en: "the placement and guidance" }, per_participant: { value: 1500, low: 750, high: 3000, distribution: triangular, unit: euros a participant, label: assumption, note: "example: replace by what it costs you" } }
          # The aftercare: an amount for everybody who begins, at the beginning. An amount per_month is paid while somebody takes
          # part, and no longer in aftercare; so multiply the cost of an aftercare by the share that comes to it.
          ${aftercareCost}
`;

/** What could be changed of an inherited activity: the last one, as others may be set in terms of the first ones. */
function exampleChange({ name, label, activities }: InheritedApproach): string {
  const last = activities.at(-1);
  if (last === undefined) return '';
  return `# approaches:
#   ${name}: # ${label}
#     activities:
${activities.map((each) => `#       # ${each.name}: ${each.label}`).join('\n')}
#       ${last.name}:
#         ${aftercare}
#         # What it costs, by payer: takes the place of all that is inherited. Aftercare: an amount for everybody who begins.
#         costs:
#           - { payer: municipality, per_participant: { value: 1500, low: 750, high: 3000, distribution: triangular, unit: euros a participant, label: assumption, note: "example: replace by what it costs you" } }
#           ${aftercareCost}
`;
}

const inheritedApproach = ({ base }: NewScenario, inherited: InheritedApproach) => `
# The approaches are inherited from "${base}". To change one, name only what differs; an empty value (name: null) takes
# an activity away. "doorstroom explain FILE approaches" lists what there is. Take away the "# " of what you change.
${exampleChange(inherited)}`;

/** The text of a new scenario file, commented, with every number labelled as an assumption with a range. */
export function newScenarioText(scenario: NewScenario): string {
  const { inherited } = scenario;
  const approach =
    inherited === undefined ? exampleApproach(scenario) : inheritedApproach(scenario, inherited);
  const about = inherited === undefined ? description : '';
  return head(scenario) + about + cohort(scenario) + housing + approach;
}
