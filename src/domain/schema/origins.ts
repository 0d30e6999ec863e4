/** The list of origins of a scenario, and the parts of the schema that follow it. */

import { z } from 'zod';
import { each } from './sections.js';

/** Origins that a list may have: each has a profile, and a row of results where these are by origin. */
const MOST = 40;

/** Names that would make their section look like a number. */
const NUMBER_NAMES: readonly string[] = ['value', 'same_as'];

/** The form of an origin's name. */
export const ORIGIN_NAME = /^[a-z][a-z0-9_]*$/;

const origin = z.strictObject({
  name: z
    .string()
    .regex(ORIGIN_NAME, 'lower-case letters, digits and _')
    .refine((name) => !NUMBER_NAMES.includes(name), 'expected another name; this one is a part of a number')
    .describe('The name by which the sections of the scenario call this origin.'),
  nl: z.string().min(1).max(80).describe('What Dutch reports call it.'),
  en: z.string().min(1).max(80).describe('What English reports call it.'),
});

/** The origins of a cohort, in the order in which they are listed. */
export const originsSchema = z
  .array(origin)
  .min(1)
  .max(MOST)
  .superRefine((list, context) => {
    list.forEach(({ name }, i) => {
      if (list.findIndex((each) => each.name === name) === i) return;
      context.addIssue({
        code: 'custom',
        path: [i, 'name'],
        message: `"${name}" stands in the list already`,
      });
    });
  });

/** The origins that a scenario may name: those of its list; or any, where there is no list (yet) that can be read. */
export interface KnownOrigins {
  readonly names: readonly string[];
  readonly areAll: boolean;
}

/** Allows any origins, for a file that is checked without what it inherits. */
export const anyOrigins: KnownOrigins = { names: [], areAll: false };

/** The origins that a scenario's file, with all that it inherits, may name. */
export function knownOrigins(tree: unknown): KnownOrigins {
  // To compile the schema first would take longer than to check the list.
  const list = originsSchema.safeParse((tree as { origins?: unknown } | undefined)?.origins, {
    jitless: true,
  });
  return list.success ? { names: list.data.map(({ name }) => name), areAll: true } : anyOrigins;
}

/** The mark of a section by origin in the schema, by which other code finds it. */
const BY_ORIGIN = { byOrigin: true } as const;

/** One entry for each origin. */
export function eachOrigin<Item extends z.ZodType>({ names, areAll }: KnownOrigins, item: () => Item) {
  const known = each(names, item);
  const section = areAll ? known : z.object(known.shape).catchall(item());
  return (section as unknown as z.ZodRecord<z.ZodString, Item>).meta(BY_ORIGIN);
}

/** The name of an origin. */
export function originName({ names, areAll }: KnownOrigins) {
  const name = areAll ? z.enum(names) : z.string().min(1);
  return name as unknown as z.ZodString;
}
