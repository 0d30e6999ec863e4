/** What readers call attributes and their values. */

import { attributesOf } from '../../domain/attributes/all.js';
import type { Attribute } from '../../domain/attributes/attribute.js';
import type { Origin } from '../../domain/attributes/origin.js';
import type { Regime } from '../../domain/regimes/regime.js';
import { nameIn } from '../words/words.js';
import type { Speech } from './speech.js';

/** Begins the name of what becomes of people at the selection for an activity. */
const SELECTED = 'selected:';

/** The activity whose selection divides people in an attribute of that name; undefined: it is another attribute. */
export function selectingActivity(attribute: string): string | undefined {
  // Of activities of one name that select differently, the approach stands before it.
  return attribute.startsWith(SELECTED) ? attribute.slice(SELECTED.length).split('.').at(-1) : undefined;
}

/** What of a run decides its attributes. */
interface Peopled {
  readonly origins: readonly Origin[];
}

const listOf = (origins: readonly Origin[], law: Regime | undefined): readonly Attribute[] =>
  attributesOf(origins, law?.attributes ?? []);

const find = (name: string, origins: readonly Origin[], law: Regime | undefined): Attribute | undefined =>
  listOf(origins, law).find((attribute) => attribute.name === name);

/** The name of an attribute; one without words is shown as it is. */
export function attributeName({ language, law, words }: Speech, name: string): string {
  if (name.startsWith(SELECTED))
    return words.approaches.who.selectionFor(nameIn({}, name.slice(SELECTED.length)));
  return find(name, [], law)?.reported?.[language].name ?? name.replaceAll('_', ' ');
}

/** The name of a value of an attribute; one without a word is shown as it is. */
export function valueName(
  { language, law, words }: Speech,
  { origins }: Peopled,
  attribute: string,
  value: string,
): string {
  if (attribute.startsWith(SELECTED)) return nameIn(words.approaches.who.standings, value);
  return nameIn(find(attribute, origins, law)?.reported?.[language].values ?? {}, value);
}

/** The name of a line of the profile of an origin, as `education.low`: an attribute with its value, or either alone. */
export function profileLineName(speech: Speech, line: string): string {
  const [key = '', value] = line.split('.');
  const owner = listOf([], speech.law).find(
    ({ profile }) => profile !== undefined && Object.hasOwn(profile, key),
  );
  if (owner === undefined) return line.replaceAll('_', ' ');
  const none = { origins: [] };
  // A share of one value goes by the name of the value.
  if (owner.name !== key) return valueName(speech, none, owner.name, key);
  const name = attributeName(speech, key);
  return value === undefined ? name : `${name}: ${valueName(speech, none, key, value)}`;
}
