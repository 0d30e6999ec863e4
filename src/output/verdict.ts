/** What a comparison of an approach with its reference comes to, in sentences: the same on the terminal and in reports. */

import type { Language } from './language.js';
import { roundToMcse } from './number.js';
import type { Influences } from './package/influences.js';
import {
  endsBesideZero,
  errorOfRow,
  isPrintedAsZero,
  type Said,
  type Speech,
  sayAmount,
  sayGain,
  sayInterval,
  shownOf,
  speak,
  tellingInterval,
} from './report/speech.js';
import { signOf, verdictOf, weighGain } from './report/verdict.js';

/** An approach beside its reference. */
export interface Contrast {
  /** What readers call the two. */
  readonly approach: string;
  readonly reference: string;
  /** Discounted net balance, bijstand and programme, euros a person. */
  readonly balance: Said | undefined;
  readonly bijstand: Said | undefined;
  readonly programme: Said | undefined;
  /** Share on bijstand at year 5; undefined where the horizon is shorter. */
  readonly onBijstand: Said | undefined;
  /** The assumptions that move the net balance most; null: it is not known what the draws differ by. */
  readonly influences: Readonly<Influences[number]['assumptions']>;
  /** Assumptions tried one by one: the balance at both ends of each; empty: none was tried. */
  readonly tried: Readonly<NonNullable<Influences[number]['tried']>>;
  readonly draws: number;
}

/** The sentences of a verdict; a part is empty where there is nothing to say. */
export interface VerdictText {
  /** Whether the approach pays, with the interval, or that it cannot be told. */
  readonly pays: string;
  /** What that hangs on. */
  readonly hangsOn: string;
  /** Of that, the assumptions alone, in a sentence. */
  readonly most: string;
  /** How the gain stands to the literature. */
  readonly evidence: string;
}

/** Whether a number has an interval. */
export const isEstimable = ({ low, high }: Said) => Number.isFinite(low) && Number.isFinite(high);

/** Whether the approach pays, by the sign of its difference in discounted net balance. */
function sayPays({ approach, reference, balance }: Contrast, speech: Speech): string {
  const verdict = verdictOf(balance);
  if (balance === undefined || verdict === undefined) return '';
  const { summary } = speech.words;
  const interval = sayInterval(speech, balance);
  if (verdict === 'pays')
    return summary.pays(
      approach,
      reference,
      sayAmount(speech, balance),
      sayInterval(speech, balance, 1, false),
    );
  // The sentence counts costs, so the interval is that of the costs.
  if (verdict === 'not')
    return summary.paysNot(
      approach,
      reference,
      sayAmount(speech, balance),
      sayInterval(speech, balance, -1, false),
    );
  if (verdict === 'same') return summary.paysSame(approach, reference);
  if (isPrintedAsZero(balance))
    return summary.paysAbout(approach, reference, tellingInterval(speech, balance));
  const amount = sayAmount(speech, balance);
  const isMore = shownOf(balance) >= 0;
  if (verdict === 'unsure') return summary.paysUnsure(approach, reference, amount, isMore, interval);
  return summary.paysNoInterval(approach, reference, amount, isMore);
}

/**
 * What of the balance is bijstand and what programme, as printed, and how much the programme may cost before the sign turns; a part that
 * is printed as zero is about as large, and where the two cancel nothing is said of turning.
 */
function sayParts({ bijstand, programme }: Contrast, speech: Speech): string {
  if (bijstand === undefined || programme === undefined) return '';
  const { verdict } = speech.words;
  const amounts = [sayAmount(speech, bijstand), sayAmount(speech, programme)] as const;
  const [paid, spent] = [bijstand, programme].map((row) => (isPrintedAsZero(row) ? 0 : shownOf(row))) as [
    number,
    number,
  ];
  if (paid === 0 || spent === 0 || paid + spent === 0) {
    const part = (shown: number, amount: string) =>
      shown === 0 ? verdict.asMuch : (shown > 0 ? verdict.more : verdict.less)(amount);
    return verdict.about(part(paid, amounts[0]), part(spent, amounts[1]));
  }
  const isLess = paid < 0;
  if (spent < 0) return (isLess ? verdict.bothLess : verdict.programmeLess)(...amounts);
  if (!isLess) return verdict.bothMore(...amounts);
  return (-paid > spent ? verdict.outweighs : verdict.outweighsNot)(...amounts);
}

/** The part of the balance with the wider interval; undefined: it is not known. */
export function partInDoubt({ bijstand, programme }: Contrast): 'bijstand' | 'programme' | undefined {
  if (bijstand === undefined || programme === undefined) return undefined;
  if (!isEstimable(bijstand) || !isEstimable(programme)) return undefined;
  const width = ({ low, high }: Said) => high - low;
  if (width(bijstand) === 0 && width(programme) === 0) return undefined;
  return width(bijstand) > width(programme) ? 'bijstand' : 'programme';
}

function sayDoubt(contrast: Contrast, speech: Speech): string {
  const part = partInDoubt(contrast);
  return part === undefined ? '' : speech.words.verdict.doubt[part](sayInterval(speech, contrast[part]!));
}

/** Assumptions that are named: more of them nobody keeps in mind. */
const NAMED = 2;

/** Euros a person between both ends of a range from which an assumption is named: of less the few persons tell nothing. */
const TOLD = 100;

/** Assumptions by what people call them, in place of their paths. */
export function withAssumptionsNamed(contrast: Contrast, nameOf: (path: string) => string): Contrast {
  const named = <Each extends { readonly path: string }>(all: readonly Each[]) =>
    all.map((each) => ({ ...each, path: nameOf(each.path) }));
  const { influences, tried } = contrast;
  return { ...contrast, influences: influences && named(influences), tried: named(tried) };
}

/** Which of the assumptions that were tried one by one move the balance most. How much is not said: few persons tell it roughly. */
function sayTried({ tried }: Contrast, speech: Speech): string {
  const { verdict, list } = speech.words;
  const named = tried
    .map(({ path, at_low, at_high }) => ({ path, moves: Math.abs(at_high - at_low) }))
    .filter(({ moves }) => moves >= TOLD)
    .sort((a, b) => b.moves - a.moves)
    .slice(0, NAMED)
    .map(({ path }) => path);
  return named.length === 0 ? '' : verdict.movedMost(String(tried.length), list(named));
}

/** The assumptions that the outcome hangs on most: over the draws, or where none stands out there of those tried one by one. */
function sayMost(contrast: Contrast, speech: Speech): string {
  const { influences } = contrast;
  if (influences === null) return '';
  const { verdict, percent, list } = speech.words;
  if (influences.length === 0) return sayTried(contrast, speech);
  const named = influences
    .slice(0, NAMED)
    .map(({ path, share }) => verdict.influence(path, percent(String(Math.round(100 * share)))));
  return verdict.influences(list(named));
}

/** The same, and where no assumption stands out over the draws, that it is so. */
function sayInfluences(contrast: Contrast, speech: Speech): string {
  const { influences, draws } = contrast;
  const none = influences?.length === 0 ? speech.words.verdict.noInfluence(String(draws)) : '';
  return [none, sayMost(contrast, speech)].filter((sentence) => sentence !== '').join(' ');
}

/**
 * The gain off bijstand at year 5, as it is shown: what reads as 5 is not called more than 5. Undefined: there is none, or no
 * difference at all.
 */
export function shownGain({ onBijstand }: Contrast): number | undefined {
  if (onBijstand === undefined || !Number.isFinite(onBijstand.estimate)) return undefined;
  if (signOf(onBijstand) === 'zero') return undefined;
  return roundToMcse(-shownOf(onBijstand) * 100, errorOfRow(onBijstand) * 100).value / 100;
}

/** How the gain off bijstand at year 5 stands to what the published studies found. */
function sayEvidence(contrast: Contrast, speech: Speech): string {
  const shown = shownGain(contrast);
  if (shown === undefined) return '';
  const onBijstand = contrast.onBijstand!;
  const { evidence, evidenceNone, zeroWithin, zeroBeside, zeroOutside } = speech.words.summary;
  if (shown === 0) return evidenceNone;
  const outside = endsBesideZero(onBijstand) ? zeroBeside : zeroOutside;
  const zero = onBijstand.low <= 0 && onBijstand.high >= 0 ? zeroWithin : outside;
  const gain = sayGain(speech, onBijstand, -shownOf(onBijstand));
  return `${evidence[weighGain(shown)](gain)}${isEstimable(onBijstand) ? zero : ''}`;
}

/** Says whether an approach pays, what that hangs on, and how it stands to the literature. */
export function sayVerdict(contrast: Contrast, language: Language): VerdictText {
  const speech = speak(language);
  const pays = sayPays(contrast, speech);
  if (pays === '') return { pays, hangsOn: '', most: '', evidence: '' };
  const isSame = verdictOf(contrast.balance) === 'same';
  const hangsOn = isSame
    ? []
    : [sayParts(contrast, speech), sayDoubt(contrast, speech), sayInfluences(contrast, speech)];
  return {
    pays,
    hangsOn: hangsOn.filter((sentence) => sentence !== '').join(' '),
    most: isSame ? '' : sayMost(contrast, speech),
    evidence: sayEvidence(contrast, speech),
  };
}
