/**
 * The standard normal distribution, accurate in both tails.
 *
 * References: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics
 * 37 (1988) 477-484 (PPND16); W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
 * Computation 23 (1969) 631-637.
 *
 * The WebAssembly kernel is compiled from this very file: hence plain numbers, and few functions of `Math`, each of which it
 * has to call outside.
 */

const SQRT_2 = 1.4142135623730951;
const SQRT_HALF = 0.7071067811865476;
const INVERSE_SQRT_PI = 0.5641895835477563;

/** Half-width of AS 241's central region, in probability. */
const CENTRAL = 0.425;

/** Largest sqrt(-log tail) for which AS 241's last region was fitted. */
const FITTED = 27;

/** AS 241 for |q| <= 0.425, where q = p - 1/2. */
function centralDeviate(q: number): number {
  const r = 0.180625 - q * q;
  const numerator =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const denominator =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return (q * numerator) / denominator;
}

/** AS 241 for tails between 0.075 and e^-25; r = sqrt(-log tail) - 1.6. */
function middleDeviate(r: number): number {
  const numerator =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const denominator =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return numerator / denominator;
}

/** AS 241 for tails below e^-25; r = sqrt(-log tail) - 5. */
function farDeviate(r: number): number {
  const numerator =
    ((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const denominator =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return numerator / denominator;
}

/** Newton on -log S(z) = h, for tails that have no floating-point probability any more. */
function extremeDeviate(h: number): number {
  let z = Math.sqrt(2 * h);
  for (let i = 0; i < 4; i++) {
    const scaled = z * SQRT_HALF;
    const hazard = (SQRT_2 * INVERSE_SQRT_PI) / scaledErfc(scaled);
    z -= (-logNormalSurvival(z) - h) / hazard;
  }
  return z;
}

/** The deviate whose upper tail is e^-h, for tails below 0.075. */
function tailDeviate(h: number): number {
  const r = Math.sqrt(h);
  if (r <= 5) return middleDeviate(r - 1.6);
  if (r <= FITTED) return farDeviate(r - 5);
  return h === Infinity ? Infinity : extremeDeviate(h);
}

/**
 * The standard normal deviate with lower tail probability `p`; -Infinity at 0, Infinity at 1, NaN outside [0, 1].
 * Relative error about 1e-15 (Wichura 1988, PPND16).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q <= CENTRAL && q >= -CENTRAL) return centralDeviate(q);
  return q < 0 ? -tailDeviate(-Math.log(p)) : tailDeviate(-Math.log(1 - p));
}

/**
 * The standard normal deviate whose survival probability is e^-h, for a cumulative hazard `h` >= 0. It keeps its
 * digits where `p` = 1 - e^-h would round to 0 or 1.
 */
export function normalQuantileOfHazard(h: number): number {
  const p = -Math.expm1(-h);
  const q = p - 0.5;
  if (q <= CENTRAL && q >= -CENTRAL) return centralDeviate(q);
  return q < 0 ? -tailDeviate(-Math.log(p)) : tailDeviate(h);
}

/** erf(x) for |x| <= 0.46875 (Cody 1969). */
function smallErf(x: number): number {
  const y = x * x;
  const numerator =
    (((0.18577770618460315 * y + 3.1611237438705655) * y + 113.86415415105016) * y + 377.485237685302) * y +
    3209.3775891384694;
  const denominator =
    (((y + 23.601290952344122) * y + 244.02463793444417) * y + 1282.6165260773723) * y + 2844.236833439171;
  return (x * numerator) / denominator;
}

/** exp(x^2) erfc(x) for 0.46875 <= x <= 4 (Cody 1969). */
function middleScaledErfc(x: number): number {
  const numerator =
    (((((((2.1531153547440383e-8 * x + 0.5641884969886701) * x + 8.883149794388377) * x + 66.11919063714163) *
      x +
      298.6351381974001) *
      x +
      881.952221241769) *
      x +
      1712.0476126340707) *
      x +
      2051.0783778260716) *
      x +
    1230.3393547979972;
  const denominator =
    (((((((x + 15.744926110709835) * x + 117.6939508913125) * x + 537.1811018620099) * x +
      1621.3895745666903) *
      x +
      3290.7992357334597) *
      x +
      4362.619090143247) *
      x +
      3439.3676741437216) *
      x +
    1230.3393548037495;
  return numerator / denominator;
}

/** exp(x^2) erfc(x) for x > 4 (Cody 1969). */
function farScaledErfc(x: number): number {
  const y = 1 / (x * x);
  const numerator =
    ((((0.016315387137302097 * y + 0.30532663496123236) * y + 0.36034489994980445) * y +
      0.12578172611122926) *
      y +
      0.016083785148742275) *
      y +
    0.0006587491615298378;
  const denominator =
    ((((y + 2.568520192289822) * y + 1.8729528499234604) * y + 0.5279051029514285) * y +
      0.06051834131244132) *
      y +
    0.0023352049762686918;
  return (INVERSE_SQRT_PI - (y * numerator) / denominator) / x;
}

/** exp(x^2) erfc(x) for x >= 0.46875. */
function scaledErfc(x: number): number {
  return x <= 4 ? middleScaledErfc(x) : farScaledErfc(x);
}

/** exp(-x^2 / 2) without the rounding error of x^2, which the exponential would magnify (Cody's splitting). */
function gaussian(x: number): number {
  const size = x < 0 ? -x : x;
  const head = Math.floor(size * 16) / 16;
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (size - head) * (size + head));
}

/** Below this |x| / sqrt(2), erf is computed; above it, erfc. */
const ERF_LIMIT = 0.46875;

/** The probability that a standard normal deviate exceeds `x`; relative error about 1e-15 in the far tail. */
export function normalSurvival(x: number): number {
  const y = (x < 0 ? -x : x) * SQRT_HALF;
  if (y <= ERF_LIMIT) return 0.5 - 0.5 * smallErf(x * SQRT_HALF);
  if (y === Infinity) return x > 0 ? 0 : 1;
  const tail = 0.5 * gaussian(x) * scaledErfc(y);
  return x > 0 ? tail : 1 - tail;
}

/** The probability that a standard normal deviate is at most `x`; relative error about 1e-15 in the far tail. */
export function normalCdf(x: number): number {
  return normalSurvival(-x);
}

/** log of {@link normalSurvival}; keeps its digits where the survival itself would round to 0 or 1. */
export function logNormalSurvival(x: number): number {
  if (x === Infinity) return -Infinity;
  const y = x * SQRT_HALF;
  if (y > ERF_LIMIT) return -0.5 * x * x + Math.log(0.5 * scaledErfc(y));
  return Math.log1p(-normalSurvival(-x));
}
