/** One sign-in that was refused, as an admin may see it: what happened, what was expected, what came, and where it is repaired. */
import type { AuditRecord } from '../../../kernel/audit-trail.ts';
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import type { DiagnosisEntry, Repair } from './entry.ts';
import { diagnosisOf } from './known.ts';

export type Failure = {
  readonly reference: string;
  readonly atMs: number;
  readonly event: string;
  readonly code: string;
  /** It was a test sign-in with the draft of the settings: nobody was kept out. */
  readonly test: boolean;
  /** Absent for what is not about signing in. */
  readonly diagnosis?: {
    readonly means: string;
    readonly change: string;
    /** An address on AdminHub; absent when nothing here repairs it. */
    readonly link?: string;
    /** What stands on the link. */
    readonly linkText?: string;
    readonly compared?: { readonly what: string; readonly expected: string; readonly received: string };
  };
};
/** What is set now: a sign-in is compared with what is in force, a test of the draft with the draft. */
export type SetNow = { readonly inForce: IdpSettings | undefined; readonly draft: IdpSettings | undefined };

/** A sign-in that was refused, by single sign-on or by the directory after it. */
export const isFailure = ({ code }: AuditRecord): boolean => code.startsWith('sso.') || code.startsWith('directory.sign-in.');

const isTest = ({ event, facts }: AuditRecord): boolean => facts.settingsTest === true || event === 'sso.settings-test.started';

/** What came was written down at that time; what is expected is what is set now. */
export function failureOf(record: AuditRecord, { inForce, draft }: SetNow): Failure {
  const { reference, atMs, event, code } = record;
  const test = isTest(record);
  const failure = { reference, atMs, event, code, test };
  const entry = diagnosisOf(code);
  if (!entry) return failure;
  const { means, change, repair } = entry;
  const compared = comparedIn(entry, record, test ? (draft ?? 'there is no draft any more') : (inForce ?? 'nothing is set'));
  const way = wayTo(repair, record);
  const link = way && { link: way.to, linkText: way.text };
  return { ...failure, diagnosis: { means, change, ...link, ...(compared ? { compared } : {}) } };
}

type Compared = NonNullable<Failure['diagnosis']>['compared'];
/** `settings`: or why there is nothing to compare with. */
function comparedIn({ compares }: DiagnosisEntry, { facts }: AuditRecord, settings: IdpSettings | string): Compared {
  const received = compares === undefined ? undefined : facts[compares.received];
  if (compares === undefined || received === undefined) return undefined;
  const expected = typeof settings === 'string' ? settings : compares.expected(settings);
  return { what: compares.what, expected, received: String(received) };
}

type Way = { readonly to: string; readonly text: string };
/** Where on AdminHub it is repaired; undefined when nothing here repairs it. */
function wayTo(repair: Repair, { facts }: AuditRecord): Way | undefined {
  switch (repair.at) {
    case 'our-settings':
      return { to: `/idp-settings#${repair.field}`, text: 'Go to this setting' };
    case 'identity-provider':
    case 'support':
      return { to: '/idp-settings', text: 'See what is set here' };
    case 'people':
      return typeof facts.subject === 'string'
        ? { to: `/people?${new URLSearchParams({ subject: facts.subject })}`, text: 'See this person' }
        : { to: '/people', text: 'See the people' };
    case 'domains':
      return { to: '/domains', text: 'See the e-mail domains' };
    case 'attack':
      return { to: '/trust', text: 'Rotate trust' };
    case 'nobody':
      return undefined;
  }
}
