/**
 * The standard normal distribution, accurate in both tails.
 *
 * References: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics
 * 37 (1988) 477-484 (PPND16); W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
 * Computation 23 (1969) 631-637.
 */

const SQRT_HALF = Math.SQRT1_2;
const INVERSE_SQRT_PI = 0.5641895835477563;

/** Half-width of AS 241's central region, in probability. */
const CENTRAL = 0.425;

/** Largest sqrt(-log tail) for which AS 241's last region was fitted. */
const FITTED = 27;

/** AS 241 for |q| <= 0.425, where q = p - 1/2. */
function centralDeviate(q: number): number {
  const r = 0.180625 - q * q;
  const numerator =
    ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
      45921.953931549871457) *
      r +
      13731.693765509461125) *
      r +
      1971.5909503065514427) *
      r +
      133.14166789178437745) *
      r +
    3.387132872796366608;
  const denominator =
    ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
      21213.794301586595867) *
      r +
      5394.1960214247511077) *
      r +
      687.1870074920579083) *
      r +
      42.313330701600911252) *
      r +
    1;
  return (q * numerator) / denominator;
}

/** AS 241 for tails between 0.075 and e^-25; r = sqrt(-log tail) - 1.6. */
function middleDeviate(r: number): number {
  const numerator =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
    1.42343711074968357734;
  const denominator =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
    1;
  return numerator / denominator;
}

/** AS 241 for tails below e^-25; r = sqrt(-log tail) - 5. */
function farDeviate(r: number): number {
  const numerator =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
    6.6579046435011037772;
  const denominator =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
    1;
  return numerator / denominator;
}

/** Newton on -log S(z) = h, for tails that have no floating-point probability any more. */
function extremeDeviate(h: number): number {
  let z = Math.sqrt(2 * h);
  for (let i = 0; i < 4; i++) {
    const scaled = z * SQRT_HALF;
    const hazard = (Math.SQRT2 * INVERSE_SQRT_PI) / scaledErfc(scaled);
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
  if (Math.abs(q) <= CENTRAL) return centralDeviate(q);
  return q < 0 ? -tailDeviate(-Math.log(p)) : tailDeviate(-Math.log(1 - p));
}

/**
 * The standard normal deviate whose survival probability is e^-h, for a cumulative hazard `h` >= 0. It keeps its
 * digits where `p` = 1 - e^-h would round to 0 or 1.
 */
export function normalQuantileOfHazard(h: number): number {
  const p = -Math.expm1(-h);
  const q = p - 0.5;
  if (Math.abs(q) <= CENTRAL) return centralDeviate(q);
  return q < 0 ? -tailDeviate(-Math.log(p)) : tailDeviate(h);
}

/** erf(x) for |x| <= 0.46875 (Cody 1969). */
function smallErf(x: number): number {
  const y = x * x;
  const numerator =
    (((0.185777706184603153 * y + 3.1611237438705656) * y + 113.864154151050156) * y + 377.485237685302021) *
      y +
    3209.37758913846947;
  const denominator =
    (((y + 23.6012909523441209) * y + 244.024637934444173) * y + 1282.61652607737228) * y +
    2844.23683343917062;
  return (x * numerator) / denominator;
}

/** exp(x^2) erfc(x) for 0.46875 <= x <= 4 (Cody 1969). */
function middleScaledErfc(x: number): number {
  const numerator =
    (((((((2.15311535474403846e-8 * x + 0.564188496988670089) * x + 8.88314979438837594) * x +
      66.1191906371416295) *
      x +
      298.635138197400131) *
      x +
      881.95222124176909) *
      x +
      1712.04761263407058) *
      x +
      2051.07837782607147) *
      x +
    1230.33935479799725;
  const denominator =
    (((((((x + 15.7449261107098347) * x + 117.693950891312499) * x + 537.181101862009858) * x +
      1621.38957456669019) *
      x +
      3290.79923573345963) *
      x +
      4362.61909014324716) *
      x +
      3439.36767414372164) *
      x +
    1230.33935480374942;
  return numerator / denominator;
}

/** exp(x^2) erfc(x) for x > 4 (Cody 1969). */
function farScaledErfc(x: number): number {
  const y = 1 / (x * x);
  const numerator =
    ((((0.0163153871373020978 * y + 0.305326634961232344) * y + 0.360344899949804439) * y +
      0.125781726111229246) *
      y +
      0.0160837851487422766) *
      y +
    6.58749161529837803e-4;
  const denominator =
    ((((y + 2.56852019228982242) * y + 1.87295284992346047) * y + 0.527905102951428412) * y +
      0.0605183413124413191) *
      y +
    0.00233520497626869185;
  return (INVERSE_SQRT_PI - (y * numerator) / denominator) / x;
}

/** exp(x^2) erfc(x) for x >= 0.46875. */
function scaledErfc(x: number): number {
  return x <= 4 ? middleScaledErfc(x) : farScaledErfc(x);
}

/** exp(-x^2 / 2) without the rounding error of x^2, which the exponential would magnify (Cody's splitting). */
function gaussian(x: number): number {
  const head = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (x - head) * (x + head));
}

/** Below this |x| / sqrt(2), erf is computed; above it, erfc. */
const ERF_LIMIT = 0.46875;

/** The probability that a standard normal deviate exceeds `x`; relative error about 1e-15 in the far tail. */
export function normalSurvival(x: number): number {
  const y = Math.abs(x) * SQRT_HALF;
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
