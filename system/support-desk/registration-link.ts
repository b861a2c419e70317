/** Judges one registration link of the desk: issued by break-glass, and really handed over to the mail relay (D-02, D-05). Threat: a link that everybody believes to be on its way. */
import type { CodeOf, RuleTable } from '../kernel/rule.ts';

export type LinkFacts = {
  readonly breakGlass: 'issued' | 'refused' | 'silent';
  readonly mail: 'accepted' | 'not-accepted' | 'not-sent';
};

export const linkRules = [
  { code: 'support-desk.registration-link.break-glass-silent', cites: ['C-08'], holds: (f) => f.breakGlass !== 'silent' },
  { code: 'support-desk.registration-link.break-glass-refused', cites: ['D-02'], holds: (f) => f.breakGlass === 'issued' },
  { code: 'support-desk.registration-link.mail-not-accepted', cites: ['D-05'], holds: (f) => f.mail === 'accepted' },
] as const satisfies RuleTable<LinkFacts>;
export type SupportDeskRefusal = CodeOf<typeof linkRules>;
