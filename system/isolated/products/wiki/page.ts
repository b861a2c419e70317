/** Judges what somebody may do with one page of the wiki (I-10). Threat: the id of another person's page, guessed, found or kept from when one could still see it. OWASP API1:2023. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type PageFacts = {
  readonly exists: boolean;
  readonly visible: boolean;
  readonly own: boolean;
};

/** For whoever wants to see a page, or to say something about it. Outside both refusals are one: there is no such page. */
export const pageRules = [
  { code: 'wiki.page.unknown', cites: ['I-10'], holds: (f) => f.exists },
  { code: 'wiki.page.not-visible', cites: ['I-10', 'NIST SP 800-53 AC-3'], holds: (f) => f.visible },
] as const satisfies RuleTable<PageFacts>;

/** For whoever wants to change it. Asked after `pageRules`. */
export const ownPageRules = [
  { code: 'wiki.page.not-yours', cites: ['I-10', 'NIST SP 800-53 AC-3'], holds: (f) => f.own },
] as const satisfies RuleTable<PageFacts>;
export type PageRefusal = CodeOf<typeof pageRules> | CodeOf<typeof ownPageRules>;
