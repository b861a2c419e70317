/** Judges the wish to end one session by its handle: it lives, and it is of whom it should be. Threat: a person who ends the sessions of others (I-10). */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type RevocationFacts = { readonly lives: boolean; readonly ofWhomItShouldBe: boolean };

export const revocationRules = [
  { code: 'session.revocation.session-unknown', cites: ['M-10'], holds: (f) => f.lives },
  { code: 'session.revocation.of-somebody-else', cites: ['I-10'], holds: (f) => f.ofWhomItShouldBe },
] as const satisfies RuleTable<RevocationFacts>;
export type RevocationRefusal = CodeOf<typeof revocationRules>;
