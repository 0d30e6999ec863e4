/** Numbers as people read them: no more digits than the Monte Carlo error warrants. */

import type { Language } from './language.js';

/** Decimals up to the first significant digit of the MCSE; two when there is no MCSE. Never more than four. */
export function decimalsFor(mcse: number): number {
  if (!Number.isFinite(mcse) || mcse <= 0) return 2;
  return Math.min(4, Math.max(0, -Math.floor(Math.log10(mcse))));
}

/** Multiple of ten to which a value with a large MCSE is rounded (an MCSE of 340 warrants hundreds). */
function stepFor(mcse: number): number {
  return Number.isFinite(mcse) && mcse >= 10 ? 10 ** Math.floor(Math.log10(mcse)) : 1;
}

/** A value rounded as its MCSE warrants, with the number of decimals to show. */
export function roundToMcse(value: number, mcse: number): { value: number; decimals: number } {
  const step = stepFor(mcse);
  const decimals = decimalsFor(mcse);
  if (!Number.isFinite(value)) return { value, decimals };
  const rounded = step > 1 ? Math.round(value / step) * step : Number(value.toFixed(decimals));
  return { value: rounded === 0 ? 0 : rounded, decimals };
}

/** A number with so many decimals, with the separators of the language: 1,234.5 in English, 1.234,5 in Dutch. */
export function formatNumber(value: number, decimals: number, language: Language, signed = false): string {
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(value);
}

/** A value rounded as its MCSE warrants, with thousands separators; a dash for what is not known. */
export function formatValue(value: number, mcse: number, signed = false, language: Language = 'en'): string {
  if (!Number.isFinite(value)) return '-';
  const { value: rounded, decimals } = roundToMcse(value, mcse);
  return formatNumber(rounded, decimals, language, signed);
}

/** A share as a percentage, rounded as its MCSE warrants. */
export function formatShare(value: number, mcse: number, signed = false, language: Language = 'en'): string {
  return formatValue(value * 100, mcse * 100, signed, language);
}
