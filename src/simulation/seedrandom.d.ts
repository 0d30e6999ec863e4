/** The only generator used from the package, without the others and the parts of Node.js that they need. */
declare module 'seedrandom/lib/alea.js' {
  import type { PRNG } from 'seedrandom';
  export default function alea(seed: string): PRNG;
}
