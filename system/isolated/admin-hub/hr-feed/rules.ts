/** Judges a file that was uploaded as an HR feed before anything of it is read: chosen, and no larger than the page says (N-06). Threats: a form that was sent without its file; a file that fills the store (CWE-770). */
import { maxFileBytes } from '../../../kernel/body-limits.ts';
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

/** Undefined when no file was chosen. */
export type UploadFacts = { readonly fileBytes: number | undefined };

export const uploadRules = [
  { code: 'admin-hub.hr-feed.no-file', cites: ['N-06'], holds: (f) => f.fileBytes !== undefined },
  {
    code: 'admin-hub.hr-feed.too-large',
    cites: ['N-06', 'NIST SP 800-53 SC-5'],
    holds: (f) => (f.fileBytes ?? 0) <= maxFileBytes,
    reads: { maxFileBytes },
  },
] as const satisfies RuleTable<UploadFacts>;
export type UploadRefusal = CodeOf<typeof uploadRules>;
