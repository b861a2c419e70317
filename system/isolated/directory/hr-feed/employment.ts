/** Judges whether somebody in an HR feed counts as one of the house at an instant: not before the first day, and not from the day on that ends it (N-06). Threats: access before anybody has begun, or after they have left. NIST SP 800-53 AC-2(3). Its codes say how somebody stands, and refuse nobody by themselves: the import makes, lets in, suspends or leaves people by them. */
import { type CodeOf, judge, type RuleTable } from '../../../kernel/rule.ts';

/** Days begin at 00:00 UTC. */
export type EmploymentDates = { readonly startsAtMs?: number | undefined; readonly endsAtMs?: number | undefined };
export type EmploymentFacts = EmploymentDates & {
  /** Without a day that ends it, this does so at once. */
  readonly terminated: boolean;
  readonly nowMs: number;
};

export const employmentRules = [
  {
    code: 'directory.employment.not-begun',
    cites: ['N-06', 'NIST SP 800-53 AC-2(3)'],
    holds: (f) => f.startsAtMs === undefined || f.startsAtMs <= f.nowMs,
  },
  {
    code: 'directory.employment.ended',
    cites: ['N-06', 'NIST SP 800-53 AC-2(3)'],
    holds: (f) => (f.endsAtMs === undefined ? !f.terminated : f.nowMs < f.endsAtMs),
  },
] as const satisfies RuleTable<EmploymentFacts>;
export type EmploymentRefusal = CodeOf<typeof employmentRules>;

export type Standing = 'in' | 'not-begun' | 'ended';

export function standingOf(table: RuleTable<EmploymentFacts>, facts: EmploymentFacts): Standing {
  const judgement = judge(table, facts);
  if (judgement.allowed) return 'in';
  return judgement.code === 'directory.employment.not-begun' ? 'not-begun' : 'ended';
}
