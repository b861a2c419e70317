/** Every attempt to sign in has exactly one audit record, and its code says what the answer did: a session was opened if and only if the record allows it (G-04, K-04). */
import { hosts } from '../fixtures/fixtures.ts';
import type { AuditRecord } from '../target/target.ts';
import type { Checker, RunEvidence } from './checker.ts';

/** Where what the identity provider said comes back, by either protocol: RFC 6749 §4.1.2, SAML Bindings 2.0 §3.5. */
const comesBackAt: ReadonlySet<string> = new Set([`https://${hosts.login}/callback`, `https://${hosts.login}/saml/acs`]);
const referenceLine = /^tempered-reference: *(\S+)/im;
/** The sign-on's own cookie with a value; one that is removed has none. */
const signedOnLine = /^set-cookie: *__Host-sso=[^;\s]/im;

const isAttempt = (place: string): boolean => {
  const { origin, pathname } = new URL(place);
  return comesBackAt.has(`${origin}${pathname}`);
};

/** References of answers that gave somebody a sign-on, as the tap heard them. */
function signedOn({ crossings }: RunEvidence): ReadonlySet<string> {
  const references = crossings.filter(({ head }) => signedOnLine.test(head)).map(({ head }) => referenceLine.exec(head)?.[1]);
  return new Set(references.filter((reference) => reference !== undefined));
}

type Attempt = { readonly reference: string; readonly status: number; readonly opened: boolean };

function wrongWith({ reference, status, opened }: Attempt, records: readonly AuditRecord[]): string | undefined {
  const [record] = records;
  if (!record || records.length > 1) return `has ${records.length} audit records`;
  const { event, code, facts } = record;
  // Somebody who tries out a draft of the settings is signed on nowhere.
  const isTest = facts.settingsTest === true;
  if (opened && isTest) return 'opened a session, and its record says that it was a test of settings';
  if (opened && (event !== 'sso.sign-in.completed' || code !== 'allowed')) return `opened a session, and its record says ${event}: ${code}`;
  if (event === 'sso.sign-in.completed' && code === 'allowed' && !opened && !isTest) return 'opened no session, and its record allows it';
  if (code !== 'allowed' && status < 400) return `was answered with ${status}, and its record says ${code}`;
  return code.split('.').length === 3 || code === 'allowed' ? undefined : `has the code ${code} [${reference}], which is none`;
}

function attemptsIn(evidence: RunEvidence): readonly Attempt[] {
  const opened = signedOn(evidence);
  return evidence.answers.flatMap(({ place, status, reference }) =>
    reference !== undefined && isAttempt(place) ? [{ reference, status, opened: opened.has(reference) }] : [],
  );
}

export const everySignInIsAuditedOnce: Checker = {
  name: 'every-sign-in-is-audited-once',
  claim: 'Every attempt to sign in has exactly one audit record, and a session was opened only where it allows it',
  cites: ['G-04', 'K-04', 'I-08'],
  unit: 'attempts to sign in',
  look: (evidence) => {
    const recorded = Map.groupBy(evidence.records, ({ reference }) => reference);
    const attempts = attemptsIn(evidence);
    const findings = attempts.flatMap((attempt) => {
      const wrong = wrongWith(attempt, recorded.get(attempt.reference) ?? []);
      return wrong === undefined ? [] : [`the sign-in ${attempt.reference} ${wrong}`];
    });
    return { examined: attempts.length, outOf: evidence.answers.length, findings };
  },
  withCanary: (evidence) => ({
    ...evidence,
    answers: [...evidence.answers, { place: `https://${hosts.login}/callback`, status: 303, reference: 'canar-ysign-incan-aryin' }],
  }),
};
