/** One failure of single sign-on as an admin may see it: what happened, what was expected, what came, and where it is repaired. */
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
  /** Absent for what is not about single sign-on. */
  readonly diagnosis?: {
    readonly means: string;
    readonly change: string;
    /** An address on AdminHub; absent when nothing here repairs it. */
    readonly link?: string;
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
  const link = linkTo(repair, record);
  return { ...failure, diagnosis: { means, change, ...(link === undefined ? {} : { link }), ...(compared ? { compared } : {}) } };
}

type Compared = NonNullable<Failure['diagnosis']>['compared'];
/** `settings`: or why there is nothing to compare with. */
function comparedIn({ compares }: DiagnosisEntry, { facts }: AuditRecord, settings: IdpSettings | string): Compared {
  const received = compares === undefined ? undefined : facts[compares.received];
  if (compares === undefined || received === undefined) return undefined;
  const expected = typeof settings === 'string' ? settings : compares.expected(settings);
  return { what: compares.what, expected, received: String(received) };
}

function linkTo(repair: Repair, { facts }: AuditRecord): string | undefined {
  switch (repair.at) {
    case 'our-settings':
      return `/idp-settings#${repair.field}`;
    case 'identity-provider':
    case 'support':
      return '/idp-settings';
    case 'people':
      return typeof facts.subject === 'string' ? `/people?${new URLSearchParams({ subject: facts.subject })}` : '/people';
    case 'domains':
      return '/domains';
    case 'attack':
      return '/trust';
    case 'nobody':
      return undefined;
  }
}
