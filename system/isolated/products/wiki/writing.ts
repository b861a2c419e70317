/** Judges what somebody wrote: from our own form, within bounds, and for readers whom the writer may choose (S4, I-10). Threats: somebody else's page that writes in a visitor's name; a page that is put before a group to which its writer does not belong. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type FormFacts = { readonly formTokenMatches: boolean };
export type WritingFacts = {
  readonly title: string;
  readonly text: string;
  /** `private`, `all`, or a group by its id, as the form has it. */
  readonly readers: string;
  /** Ids of the writer's own groups. */
  readonly groups: readonly string[];
};

export const titleLimit = 200;
export const textLimit = 20_000;
export const commentLimit = 2_000;
/** On one page. */
const commentsLimit = 500;

export const formRules = [
  { code: 'wiki.writing.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenMatches },
] as const satisfies RuleTable<FormFacts>;

export const writingRules = [
  {
    code: 'wiki.writing.title-missing',
    cites: ['I-10'],
    holds: (f) => f.title.length > 0 && f.title.length <= titleLimit,
    reads: { titleLimit },
  },
  { code: 'wiki.writing.text-too-long', cites: ['NIST SP 800-53 SC-5'], holds: (f) => f.text.length <= textLimit, reads: { textLimit } },
  {
    code: 'wiki.writing.group-not-yours',
    cites: ['I-10', 'NIST SP 800-53 AC-3'],
    holds: (f) => f.readers === 'private' || f.readers === 'all' || f.groups.includes(f.readers),
  },
] as const satisfies RuleTable<WritingFacts>;

export type CommentFacts = { readonly text: string; readonly comments: number };
export const commentRules = [
  {
    code: 'wiki.writing.comment-missing',
    cites: ['I-10'],
    holds: (f) => f.text.length > 0 && f.text.length <= commentLimit,
    reads: { commentLimit },
  },
  {
    code: 'wiki.writing.comments-full',
    cites: ['NIST SP 800-53 SC-5'],
    holds: (f) => f.comments < commentsLimit,
    reads: { commentsLimit },
  },
] as const satisfies RuleTable<CommentFacts>;
export type WritingRefusal = CodeOf<typeof formRules> | CodeOf<typeof writingRules> | CodeOf<typeof commentRules>;
