/** Every answer that an actor got has exactly one audit record with the same reference, and no record of a request lacks its answer (G-04, B-11). */
import type { Checker, RunEvidence } from './checker.ts';

function findings({ answers, records, operations }: RunEvidence): readonly string[] {
  const recorded = Map.groupBy(records, ({ reference }) => reference);
  const asked = new Set(answers.flatMap(({ reference }) => (reference === undefined ? [] : [reference])));
  const wrong = [...asked].flatMap((reference) => {
    const count = recorded.get(reference)?.length ?? 0;
    return count === 1 ? [] : [`the answer ${reference} has ${count} audit records`];
  });
  const unasked = records.filter(({ peer, reference }) => peer !== '' && !asked.has(reference));
  // An operation that broke on its way may have lost one answer, whose record then has nobody who asked; it excuses no more than that one.
  const lost = operations.filter(({ outcome }) => outcome.kind === 'fault' || outcome.kind === 'unknown').length;
  return unasked.length <= lost
    ? wrong
    : [...wrong, ...unasked.map(({ reference, event }) => `the record ${reference} (${event}) belongs to no answer`)];
}

export const everyDecisionIsAuditedOnce: Checker = {
  name: 'every-decision-is-audited-once',
  claim: 'Every answer has exactly one audit record, and every record its answer',
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
