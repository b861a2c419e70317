/** Judges the one-time code with which `login.` hands a sign-in over to a product's host (S7). Threats: a code replayed, used on another host, or planted in a victim's browser. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export const codeLifetimeSeconds = 30;
export const stateLifetimeSeconds = 600;

export type HandOverFacts = {
  readonly codeKnown: boolean;
  readonly codeAgeSeconds: number;
  readonly stateKnown: boolean;
  readonly stateMatchesCode: boolean;
  readonly hostMatches: boolean;
  readonly browserMatches: boolean;
};

export const handOverRules = [
  { code: 'session.hand-over.code-unknown', cites: ['S7'], holds: (f) => f.codeKnown },
  {
    code: 'session.hand-over.code-expired',
    cites: ['S7'],
    holds: (f) => f.codeAgeSeconds < codeLifetimeSeconds,
    reads: { codeLifetimeSeconds },
  },
  { code: 'session.hand-over.state-unknown', cites: ['I-05'], holds: (f) => f.stateKnown },
  { code: 'session.hand-over.of-another-state', cites: ['S7'], holds: (f) => f.stateMatchesCode },
  { code: 'session.hand-over.of-another-host', cites: ['S7'], holds: (f) => f.hostMatches },
  { code: 'session.hand-over.of-another-browser', cites: ['S7', 'I-08'], holds: (f) => f.browserMatches },
] as const satisfies RuleTable<HandOverFacts>;
export type HandOverRefusal = CodeOf<typeof handOverRules>;
