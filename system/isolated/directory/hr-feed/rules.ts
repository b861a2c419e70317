/** Judges an HR feed as a whole before any of it is done: every problem at once, nothing half applied (N-06). Threats: damaged encoding, columns that changed places, one person twice, a file that ends too early, a day that is read as another one. RFC 4180 §2, RFC 3629 §3, RFC 3339 §5.6. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type HrFeedFacts = {
  /** It came: 200, in time, and not too large. */
  readonly came: boolean;
  /** The feed that was looked at before, where one was. */
  readonly asShown: boolean;
  readonly utf8: boolean;
  /** Exactly the columns, in exactly this order, with those of dates or without; a feed without a byte has none that could be wrong. */
  readonly headerRight: boolean;
  /** Expected and found, in words that repeat nothing but the names of known columns. */
  readonly header: string;
  /** Each is what is wrong in one line: a quote that does not end, too few fields, a word that is none of the known ones. */
  readonly brokenLines: readonly string[];
  /** Each is what is wrong with the days of one line: one that is not in the calendar, or an end before its start. */
  readonly wrongDates: readonly string[];
  readonly repeatedIds: readonly string[];
  readonly repeatedUserNames: readonly string[];
  /** Names of people whom somebody else manages, or that are reserved. */
  readonly takenUserNames: readonly string[];
  readonly foreignAddresses: readonly string[];
  readonly people: number;
};

export const hrFeedRules = [
  { code: 'directory.hr-feed.not-received', cites: ['N-06'], holds: (f) => f.came },
  { code: 'directory.hr-feed.other-than-shown', cites: ['N-06'], holds: (f) => f.asShown },
  { code: 'directory.hr-feed.not-utf8', cites: ['N-06', 'RFC 3629 §3'], holds: (f) => f.utf8 },
  { code: 'directory.hr-feed.header-other', cites: ['N-05', 'RFC 4180 §2'], holds: (f) => f.headerRight },
  { code: 'directory.hr-feed.line-broken', cites: ['N-06', 'RFC 4180 §2'], holds: (f) => f.brokenLines.length === 0 },
  { code: 'directory.hr-feed.date-wrong', cites: ['N-06', 'RFC 3339 §5.6'], holds: (f) => f.wrongDates.length === 0 },
  { code: 'directory.hr-feed.empty', cites: ['N-06'], holds: (f) => f.people > 0 },
  {
    code: 'directory.hr-feed.person-repeated',
    cites: ['N-06'],
    holds: (f) => f.repeatedIds.length === 0 && f.repeatedUserNames.length === 0,
  },
  { code: 'directory.hr-feed.name-taken', cites: ['N-06', 'F-02'], holds: (f) => f.takenUserNames.length === 0 },
  { code: 'directory.hr-feed.email-domain-not-verified', cites: ['M-11', 'N-05'], holds: (f) => f.foreignAddresses.length === 0 },
] as const satisfies RuleTable<HrFeedFacts>;
export type HrFeedRefusal = CodeOf<typeof hrFeedRules>;
