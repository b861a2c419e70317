/** Every answer that an actor got has exactly one audit record, with the same reference and the address that it was asked from; and no record of an answer lacks it (G-04, B-11). */
import { type NetworkName, networks } from '../fixtures/fixtures.ts';
import type { AuditRecord } from '../target/target.ts';
import type { Checker, HeardAnswer, RunEvidence } from './checker.ts';

const isAnswer = ({ kind, peer }: AuditRecord): boolean => (kind === undefined ? peer !== '' : kind === 'answer');
const ofOurs = ({ place }: HeardAnswer): boolean => new URL(place).hostname.endsWith('.isolated.test');

/** The address that a record must name: that of the network of the operation which ended with it. */
function addresses({ operations }: RunEvidence): ReadonlyMap<string, string> {
  const pairs = operations.flatMap(({ from, outcome }): (readonly [string, string])[] => {
    const address = networks[from as NetworkName];
    return (outcome.kind === 'ok' || outcome.kind === 'refused') && address !== undefined ? [[outcome.reference, address]] : [];
  });
  return new Map(pairs);
}

function findings(evidence: RunEvidence): readonly string[] {
  const { answers, records, operations } = evidence;
  const recorded = Map.groupBy(records, ({ reference }) => reference);
  const asked = new Set(answers.flatMap(({ reference }) => (reference === undefined ? [] : [reference])));
  const wrong = [...asked].flatMap((reference) => {
    const count = recorded.get(reference)?.length ?? 0;
    return count === 1 ? [] : [`the answer ${reference} has ${count} audit records`];
  });
  const nameless = answers
    .filter((answer) => answer.reference === undefined && ofOurs(answer))
    .map(({ place }) => `an answer of ${place} has no reference`);
  const elsewhere = [...addresses(evidence)].flatMap(([reference, address]) =>
    (recorded.get(reference) ?? [])
      .filter(({ peer }) => peer !== address)
      .map(({ peer }) => `the record ${reference} names the address ${peer || 'nobody'}, and it was asked from ${address}`),
  );
  const unasked = records.filter((record) => isAnswer(record) && !asked.has(record.reference));
  // An operation that broke on its way may have lost one answer, whose record then has nobody who asked; it excuses no more than that one.
  const lost = operations.filter(({ outcome }) => outcome.kind === 'fault' || outcome.kind === 'unknown').length;
  const orphans =
    unasked.length <= lost ? [] : unasked.map(({ reference, event }) => `the record ${reference} (${event}) belongs to no answer`);
  return [...wrong, ...nameless, ...elsewhere, ...orphans];
}

export const everyDecisionIsAuditedOnce: Checker = {
  name: 'every-decision-is-audited-once',
  claim: 'Every answer has exactly one audit record, from the right address, and every such record its answer',
  cites: ['G-04', 'B-11'],
  unit: 'answers',
  look: (evidence) => ({
    examined: evidence.answers.filter(({ reference }) => reference !== undefined).length,
    findings: findings(evidence),
  }),
  withCanary: (evidence) => ({
    ...evidence,
    answers: [...evidence.answers, { place: 'https://tracker.acme.isolated.test/', status: 200, reference: 'canar-ycana-rycan-aryca' }],
  }),
};
