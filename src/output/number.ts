/** Numbers as people read them: no more digits than the Monte Carlo error warrants. */

/** Decimals up to the first significant digit of the MCSE; two when there is no MCSE. Never more than four. */
export function decimalsFor(mcse: number): number {
  if (!Number.isFinite(mcse) || mcse <= 0) return 2;
  return Math.min(4, Math.max(0, -Math.floor(Math.log10(mcse))));
}

/** Multiple of ten to which a value with a large MCSE is rounded (an MCSE of 340 warrants hundreds). */
function stepFor(mcse: number): number {
  return Number.isFinite(mcse) && mcse >= 10 ? 10 ** Math.floor(Math.log10(mcse)) : 1;
}

/** A value rounded as its MCSE warrants, with thousands separators; a dash for what is not known. */
export function formatValue(value: number, mcse: number, signed = false): string {
  if (!Number.isFinite(value)) return '-';
  const step = stepFor(mcse);
  const decimals = decimalsFor(mcse);
  const rounded = Math.round(value / step) * step;
  const text = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(step > 1 ? rounded : value);
  return text;
}

/** A share as a percentage, rounded as its MCSE warrants. */
export function formatShare(value: number, mcse: number, signed = false): string {
  return formatValue(value * 100, mcse * 100, signed);
}
