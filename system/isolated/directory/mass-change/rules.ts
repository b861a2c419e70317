/** Judges how much a change would take away, before any of it is done (N-03, N-06, N-07, N-08). Threat: one wrong feed, rule or connector that takes everybody's access, or the last org admin, at once. */
import type { ChangeOrigin } from '../../../kernel/directory.ts';
import type { CodeOf, RefusalCode, RuleTable } from '../../../kernel/rule.ts';

/** Of a batch, or of all that one connector did within its window, the request at hand included. */
export type MassChangeFacts = {
  readonly origin: ChangeOrigin;
  /** Active people before. */
  readonly active: number;
  /** Active people who would be suspended or removed. */
  readonly suspended: number;
  /** People before, active or not. */
  readonly people: number;
  /** People whose name or attributes would be others. */
  readonly changed: number;
  readonly memberships: number;
  /** In groups, by whatever source. */
  readonly membershipsLost: number;
  /** Groups with several members that would have none. */
  readonly groupsEmptied: number;
  readonly orgAdminsBefore: number;
  readonly orgAdminsAfter: number;
};

/** Shares from 0 to 1; `least`: so many are no mass, however few people there are. */
export const massLimits = {
  suspendedShare: 0.1,
  suspendedLeast: 3,
  changedShare: 0.5,
  changedLeast: 5,
  membershipsLostShare: 0.2,
  membershipsLostLeast: 3,
} as const;
const atMost = (share: number, least: number, whole: number): number => Math.max(least, Math.floor(share * whole));
const byHand = (f: MassChangeFacts): boolean => f.origin === 'by-hand';

export const massChangeRules = [
  {
    code: 'directory.mass-change.last-admin-lost',
    cites: ['N-01', 'N-08', 'A-03'],
    holds: (f) => f.orgAdminsAfter > 0 || f.orgAdminsBefore === 0,
  },
  {
    code: 'directory.mass-change.admins-lost',
    cites: ['N-04', 'N-08'],
    holds: (f) => byHand(f) || 2 * f.orgAdminsAfter >= f.orgAdminsBefore,
    reads: { byHand },
  },
  {
    code: 'directory.mass-change.group-emptied',
    cites: ['N-03', 'N-07'],
    holds: (f) => byHand(f) || f.groupsEmptied === 0,
    reads: { byHand },
  },
  {
    code: 'directory.mass-change.too-many-suspended',
    cites: ['N-06', 'N-07'],
    holds: (f) => byHand(f) || f.suspended <= atMost(massLimits.suspendedShare, massLimits.suspendedLeast, f.active),
    reads: { byHand, atMost, massLimits },
  },
  {
    code: 'directory.mass-change.too-many-changed',
    cites: ['N-05', 'N-06'],
    holds: (f) => byHand(f) || f.changed <= atMost(massLimits.changedShare, massLimits.changedLeast, f.people),
    reads: { byHand, atMost, massLimits },
  },
  {
    code: 'directory.mass-change.too-many-memberships-lost',
    cites: ['N-03', 'N-07'],
    holds: (f) => byHand(f) || f.membershipsLost <= atMost(massLimits.membershipsLostShare, massLimits.membershipsLostLeast, f.memberships),
    reads: { byHand, atMost, massLimits },
  },
] as const satisfies RuleTable<MassChangeFacts>;
export type MassChangeRefusal = CodeOf<typeof massChangeRules>;

const neverApproved: RefusalCode = 'directory.mass-change.last-admin-lost';
/** The same table without the rules that an org admin has looked past. The last org admin stays protected. */
export const withoutApproved = (table: RuleTable<MassChangeFacts>, approved: readonly RefusalCode[] = []): RuleTable<MassChangeFacts> =>
  table.filter(({ code }) => code === neverApproved || !approved.includes(code));

/** The codes of all rules that do not hold. */
export const guardsAgainst = (table: RuleTable<MassChangeFacts>, facts: MassChangeFacts): readonly RefusalCode[] =>
  table.flatMap((rule) => (rule.holds(facts) ? [] : [rule.code]));
