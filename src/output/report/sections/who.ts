/** Who may take part in an activity and who of them is selected, in words. */

import { attributeName, valueName } from '../attribute-words.js';
import { activityName, sayOneCondition, sayPartShare, splitConditions } from '../part-words.js';
import type { Part, RunData } from '../run-data.js';
import type { Speech } from '../speech.js';

/** One item of who may take part, as approaches.csv writes it. */
interface Item {
  readonly name: string;
  /** Of an activity its name, of an attribute one of its values; undefined: the item is of all. */
  readonly of: string | undefined;
  readonly asked: string;
}

function itemsOf(forWhom: string): Item[] {
  if (forWhom === '') return [];
  return forWhom.split(' and ').map((item) => {
    const [, name = '', of, asked = ''] = /^(\S+)(?: (\S+))? = (.*)$/.exec(item) ?? [];
    return { name, of, asked };
  });
}

/** People with a value of an attribute. */
function sayPeople(speech: Speech, run: RunData, name: string, value: string): string {
  const { approaches, names } = speech.words;
  const { who } = approaches;
  const known = names.people[`${name} ${value}`];
  if (known !== undefined) return known;
  return who.group(who.values(attributeName(speech, name), valueName(speech, run, name, value)));
}

/** Those whom the state of another activity lets begin. */
function sayLink(speech: Speech, run: RunData, { approach }: Part, { of = '', asked }: Item): string {
  const { links } = speech.words.approaches.who;
  const name = activityName(speech, run, approach, of);
  const states = asked.split(' or ');
  if (states.every((state) => state === 'not_eligible')) return links.not(name);
  if (states.every((state) => state === 'taking_part')) return links.in(name);
  return states.every((state) => state === 'finished') ? links.finished(name) : links.begun(name);
}

/** What is asked of an attribute: of one value the people who have it, else the values. */
function sayAttribute(speech: Speech, run: RunData, { name, asked }: Item): string {
  const { approaches, names } = speech.words;
  const values = asked
    .split(' or ')
    .map((value) => (value === 'true' ? 'yes' : value === 'false' ? 'no' : value));
  const known = values.length === 1 ? names.people[`${name} ${values[0]!}`] : undefined;
  if (known !== undefined) return known;
  const said = values.map((value) => valueName(speech, run, name, value));
  const last = said.splice(-2).join(approaches.or);
  return approaches.who.values(attributeName(speech, name), [...said, last].join(', '));
}

/** Who may take part, when, and who of them is selected. */
export function sayWho(speech: Speech, run: RunData, part: Part): string {
  const { who } = speech.words.approaches;
  const items = itemsOf(part.forWhom);
  const share = ({ name, of, asked }: Item) =>
    sayPartShare(speech, run, part, of === undefined ? name : `${name} ${of}`, Number(asked));
  const isLink = ({ name, of }: Item) => name === 'activity' && of !== undefined;
  const fitting = items.flatMap((item): string[] => {
    if (isLink(item)) return [sayLink(speech, run, part, item)];
    if (item.of !== undefined || item.name === 'share' || item.name === 'prospects') return [];
    if (item.name === 'age') return [who.age(...(item.asked.split(' to ') as [string, string]))];
    return [sayAttribute(speech, run, item)];
  });
  const parts = items
    .filter((item) => item.of !== undefined && !isLink(item))
    .map((item) => who.part(share(item), sayPeople(speech, run, item.name, item.of!)));
  const linked = items.flatMap((item) => (isLink(item) ? [item.of!] : []));
  const conditions = splitConditions(part.starts)
    .filter((each) => !linked.includes(each.split(' = ')[0]!))
    .map((each) => sayOneCondition(speech, run, part.approach, each));
  const selected = items
    .filter(({ name }) => name === 'share')
    .map((item) => {
      const said = share(item);
      if (parts.length > 0) return who.shareOfThoseWhoQualify(said);
      return fitting.length > 0 ? who.shareOfThese(said) : who.shareOfAll(said);
    });
  const prospects = items
    .filter(({ name }) => name === 'prospects')
    .map((item) => who.prospects(share(item)));
  const isOfAll = fitting.length === 0 && parts.length === 0 && selected.length > 0;
  const [first, ...others] = [
    ...(fitting.length > 0 ? [fitting.join('; ')] : isOfAll ? [] : [who.everybody]),
    ...parts,
    ...selected.map((said) => [said, ...prospects].join(', ')),
  ];
  const when = conditions.length === 0 ? first! : who.when(first!, conditions.join(', '));
  return [when, ...others].join('; ');
}
