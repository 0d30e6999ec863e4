/**
 * School and the duty of the law of 2013: months of education that do not count towards the term, and the diploma that exempts
 * (KIS/Platform31 2017, section 4.3, note 18). Each is there where a scenario states its number.
 */

import type { Condition, Track } from '../../../engine/model/model.js';
import { after, gate, inState, type PersonalTransition } from '../../life/transition.js';
import { SUPPORT } from '../../schema/names.js';
import type { Wi2013Scenario } from './schema.js';

type Inburgering = Wi2013Scenario['inburgering'];

const EXTENSION = `${SUPPORT}extension`;
const SCHOOL = `${SUPPORT}school`;

const inEducation = inState('income', 'education');

/** Tracks of what a scenario states of school. */
export function schoolTracks({
  extension_in_education: months,
  diploma_exempts: share,
}: Inburgering): Track[] {
  return [
    ...(months === undefined ? [] : [{ name: EXTENSION, states: ['left', 'used'] }]),
    ...(share === undefined ? [] : [{ name: SCHOOL, states: ['outside', 'inside', 'diploma'] }]),
  ];
}

/** Condition under which the term runs; undefined: always. */
export function termRuns({ extension_in_education: months }: Inburgering): Condition | undefined {
  return months === undefined ? undefined : { not: { all: [inEducation, inState(EXTENSION, 'left')] } };
}

/** Condition that somebody has a diploma that exempts; undefined: none does. */
export function hasDiploma({ diploma_exempts: share }: Inburgering): Condition | undefined {
  return share === undefined ? undefined : inState(SCHOOL, 'diploma');
}

/** Transitions of the tracks of school. */
export function schoolTransitions(inburgering: Inburgering): PersonalTransition[] {
  const { extension_in_education: months, diploma_exempts: share } = inburgering;
  const extension =
    months === undefined
      ? []
      : [
          after(EXTENSION, 'left', 'used', months, {
            when: { all: [inEducation, inState('term', 'running', 'over')] },
          }),
        ];
  if (share === undefined) return extension;
  const atEnd = [
    { state: 'diploma', probability: share },
    { state: 'outside', probability: 1 - share },
  ];
  return [
    ...extension,
    gate(SCHOOL, 'outside', 'inside', inEducation),
    gate(SCHOOL, 'inside', atEnd, { not: inEducation }),
  ];
}
