/** What many contrasts together come to, in sentences: those of a comparison, or of the points of a sweep. */

import type { Language } from './language.js';
import { listNames } from './list-names.js';
import { type Speech, sayValue, shownOf, speak } from './report/speech.js';
import { type Evidence, type Verdict, verdictOf, weighGain } from './report/verdict.js';
import { type Contrast, isEstimable, partInDoubt, shownGain } from './verdict.js';

/** A contrast among others: of a scenario in a comparison, or at a point of a sweep. */
export interface NamedContrast extends Contrast {
  readonly name: string;
}

const namesOf = (some: readonly NamedContrast[], { words }: Speech) =>
  listNames(
    some.map(({ name }) => name),
    words.footing.andMore,
  );

/** The contrasts by what is said of them: those that pay, that do not, that are the same, and that cannot be told. */
function byVerdict(all: readonly NamedContrast[]) {
  const known = all.flatMap((each) => {
    const verdict = verdictOf(each.balance);
    return verdict === undefined ? [] : [{ each, verdict }];
  });
  const of = (...verdicts: Verdict[]) =>
    known.filter(({ verdict }) => verdicts.includes(verdict)).map(({ each }) => each);
  return { known, pays: of('pays'), not: of('not'), same: of('same'), unsure: of('unsure', 'noInterval') };
}

/** In how many contrasts which part of the balance has the wider interval, and of how many that is not known. */
function sayDoubts(all: readonly NamedContrast[], speech: Speech): string[] {
  const { list, verdict } = speech.words;
  const found = (['programme', 'bijstand'] as const).flatMap((part) => {
    const count = all.filter((each) => partInDoubt(each) === part).length;
    return count === 0 ? [] : [{ part, count: String(count) }];
  });
  if (found.length === 0) return [];
  const untold = all.filter(({ bijstand, programme }) =>
    [bijstand, programme].some((row) => row !== undefined && !isEstimable(row)),
  ).length;
  const where = found.map(({ part, count }, i) =>
    verdict.doubtsWhere[part](count, i === 0 ? String(all.length) : ''),
  );
  return [verdict.doubts(list(where), untold === 0 ? '' : verdict.doubtsUntold(String(untold)))];
}

/** How the gains at year 5 stand to what the published studies found. */
function sayGains(all: readonly NamedContrast[], speech: Speech): string[] {
  const gains = all.flatMap((each) => {
    const gain = shownGain(each);
    return gain === undefined ? [] : [{ each, evidence: weighGain(gain) }];
  });
  if (gains.length === 0) return [];
  const of = (evidence: Evidence) =>
    gains.filter((gain) => gain.evidence === evidence).map(({ each }) => each);
  const { comparison, verdict, list } = speech.words;
  const where = (['plausible', 'above', 'outside', 'negative'] as const).flatMap((evidence) =>
    of(evidence).length === 0 ? [] : [verdict.gainsWhere[evidence](String(of(evidence).length))],
  );
  return [
    verdict.gains(String(gains.length), list(where)),
    ...(of('outside').length === 0 ? [] : [comparison.outside(namesOf(of('outside'), speech))]),
  ];
}

/** What many scenarios side by side come to: where it pays, what is in doubt, and how the gains stand to the literature. */
export function sayComparison(all: readonly NamedContrast[], language: Language): string[] {
  const speech = speak(language);
  const { comparison } = speech.words;
  const { known, pays, not, same, unsure } = byVerdict(all);
  if (known.length === 0) return [];
  const [each, yes, no, open, equal] = [known, pays, not, unsure, same].map(({ length }) => String(length));
  const groups = [
    [pays, comparison.paying],
    [not, comparison.notPaying],
    [same, comparison.same],
    [unsure, comparison.unsure],
  ] as const;
  return [
    comparison.lead(each!, yes!, no!, open!, equal!),
    // Where all are of one kind, their names add nothing.
    ...groups.flatMap(([some, say]) =>
      some.length === 0 || some.length === known.length ? [] : [say(namesOf(some, speech))],
    ),
    ...sayDoubts(all, speech),
    ...sayGains(all, speech),
  ];
}

/** What the points of a sweep come to: whether the answer turns, between which the balance moves, and the literature. */
export function saySweep(points: readonly NamedContrast[], language: Language): string[] {
  const speech = speak(language);
  // Names of points have commas in them.
  const quoted = (each: NamedContrast) => ({ ...each, name: speech.words.quoted(each.name) });
  const { verdict: words } = speech.words;
  const { known, pays, not, same, unsure } = byVerdict(points);
  const kinds = [
    [pays, words.paysAt, words.turnsNot.pays],
    [not, words.paysNotAt, words.turnsNot.not],
    [same, words.sameAt, words.turnsNot.same],
    [unsure, words.unsureAt, words.turnsNot.unsure],
  ] as const;
  const present = kinds.filter(([some]) => some.length > 0);
  if (known.length < 2) return [];
  const ordered = known
    .map(({ each }) => quoted(each))
    .toSorted((a, b) => a.balance!.estimate - b.balance!.estimate);
  const [low, high] = [ordered[0]!, ordered.at(-1)!];
  const value = ({ balance }: NamedContrast) => sayValue(speech, balance!, shownOf(balance!));
  return [
    present.length === 1
      ? present[0]![2](String(known.length))
      : words.turns(present.map(([some, say]) => say(namesOf(some.map(quoted), speech))).join('; ')),
    value(low) === value(high)
      ? words.staysAt(value(low))
      : words.moves(value(low), low.name, value(high), high.name),
    ...sayGains(points, speech),
  ];
}
