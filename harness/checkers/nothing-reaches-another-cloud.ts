/** No packet of one cloud reaches the other: nothing crossed between them in either direction, and nobody inside asked where another one is (I-01). */

import { networks } from '../fixtures/fixtures.ts';
import { isOfAnotherCloud } from '../fixtures/other-clouds.ts';
import type { Checker, RunEvidence } from './checker.ts';

/** Whose questions are the cloud's own: its way out. People may look up whatever they like. */
const ours: ReadonlySet<string> = new Set(['egress', networks.egress]);
const zone = 'other-cloud';

function findings({ crossings, lookups }: RunEvidence): readonly string[] {
  const crossed = crossings
    .filter(({ from, to }) => (from === 'isolated' && to === zone) || (from === zone && to === 'isolated'))
    .map(({ from, to, channel, body }) => `${body.length} bytes went from ${from} to ${to} by ${channel}`);
  const asked = lookups
    .filter(({ name, by }) => ours.has(by) && isOfAnotherCloud(name))
    .map(({ name }) => `our cloud asked where ${name} is`);
  return [...crossed, ...asked];
}

export const nothingReachesAnotherCloud: Checker = {
  name: 'nothing-reaches-another-cloud',
  claim: 'Nothing crossed between this cloud and another one, and nothing inside asked where another one is',
  cites: ['I-01'],
  unit: 'crossings and questions for names',
  look: (evidence) => {
    const questions = evidence.lookups.filter(({ by }) => ours.has(by)).length;
    const examined = evidence.crossings.length + questions;
    // Something crosses in every run: where nothing was heard to, nobody listened, whatever was asked.
    const outOf = evidence.crossings.length === 0 ? 0 : examined;
    const looked = { examined, outOf, findings: findings(evidence) };
    // Half of the claim is about what was asked: silence shows nothing.
    return questions > 0 ? looked : { ...looked, evidence: false, note: 'the cloud was not heard to ask for any name' };
  },
  withCanary: (evidence) => ({
    ...evidence,
    lookups: [...evidence.lookups, { name: 'login.initech.isolated.test', by: 'egress' }],
  }),
};
