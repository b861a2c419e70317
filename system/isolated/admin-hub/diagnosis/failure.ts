/** One failure of single sign-on as an admin may see it: what happened, what was expected, what came, and where it is repaired. */
import type { AuditRecord } from '../../../kernel/audit-trail.ts';
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import { diagnosisOf } from './known.ts';

export type Failure = {
  readonly reference: string;
  readonly atMs: number;
  readonly event: string;
  readonly code: string;
  /** Absent for what is not about single sign-on. */
  readonly diagnosis?: {
    readonly means: string;
    readonly change: string;
    /** An address on AdminHub; absent when nothing here repairs it. */
    readonly link?: string;
    readonly compared?: { readonly what: string; readonly expected: string; readonly received: string };
  };
};

/** Of single sign-on, and refused. */
export const isFailure = ({ code }: AuditRecord): boolean => code.startsWith('sso.');

/** What came was written down at that time; what is expected is what is set now. */
export function failureOf({ reference, atMs, event, code, facts }: AuditRecord, settings: IdpSettings | undefined): Failure {
  const entry = diagnosisOf(code);
  if (!entry) return { reference, atMs, event, code };
  const { means, change, repair, compares } = entry;
  const received = compares === undefined ? undefined : facts[compares.received];
  return {
    reference,
    atMs,
    event,
    code,
    diagnosis: {
      means,
      change,
      ...(repair.at === 'our-settings' ? { link: `/idp-settings#${repair.field}` } : {}),
      ...(repair.at === 'attack' ? { link: '/trust' } : {}),
      ...(repair.at === 'identity-provider' || repair.at === 'support' ? { link: '/idp-settings' } : {}),
      ...(compares === undefined || received === undefined
        ? {}
        : {
            compared: {
              what: compares.what,
              expected: settings ? compares.expected(settings) : 'nothing is set',
              received: String(received),
            },
          }),
    },
  };
}
