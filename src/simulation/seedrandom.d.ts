/** The one generator of the package that is used, without the others and what they need of Node.js. */
declare module 'seedrandom/lib/alea.js' {
  import type { PRNG } from 'seedrandom';
  export default function alea(seed: string): PRNG;
}
