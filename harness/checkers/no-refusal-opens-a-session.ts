/** No answer whose record is a refusal set a session cookie: what was refused on paper was refused in fact (B-03, I-08). */
import type { Checker, RunEvidence } from './checker.ts';

const referenceLine = /^tempered-reference: *(\S+)/im;
/** A session cookie with a value; one that is removed has none. */
const sessionLine = /^set-cookie: *(__Host-(?:session|sso|break-glass))=[^;\s]/im;

function asIfRefused({ crossings, records }: RunEvidence): RunEvidence['records'] {
  const real = crossings.findLast(({ head }) => referenceLine.test(head) && sessionLine.test(head));
  const reference = referenceLine.exec(real?.head ?? '')?.[1];
  return records.map((record) => (record.reference === reference ? { ...record, code: 'session.host.unknown' } : record));
}

export const noRefusalOpensASession: Checker = {
  name: 'no-refusal-opens-a-session',
  claim: 'No answer that was recorded as a refusal set a session cookie',
  cites: ['B-03', 'I-08'],
  unit: 'answers that open a session',
  look: ({ crossings, records }) => {
    const codes = new Map(records.map(({ reference, code }) => [reference, code]));
    const answers = crossings.flatMap(({ head }) => {
      const reference = referenceLine.exec(head)?.[1];
      return reference === undefined ? [] : [{ reference, code: codes.get(reference), cookie: sessionLine.exec(head)?.[1] }];
    });
    const opened = answers.filter(({ code, cookie }) => cookie !== undefined && code !== 'allowed');
    const findings = opened.map(
      ({ reference, code, cookie }) => `the answer ${reference} set ${cookie}, and its record says ${code ?? 'nothing'}`,
    );
    return { examined: answers.filter(({ cookie }) => cookie !== undefined).length, outOf: answers.length, findings };
  },
  /** The last answer that opened a session, as if its record had refused it; and one that is made up, for a run without any. */
  withCanary: (evidence) => ({
    ...evidence,
    records: asIfRefused(evidence),
    crossings: [
      ...evidence.crossings,
      {
        from: 'isolated',
        to: 'user',
        channel: 'https',
        atMs: 0,
        head: '403\r\ntempered-reference: canar-ycana-rycan-aryca\r\nset-cookie: __Host-break-glass=planted',
        body: new Uint8Array(),
      },
    ],
  }),
};
