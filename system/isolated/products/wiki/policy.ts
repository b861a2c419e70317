/** The rule tables of the wiki, as one value. */

import { type ContextFacts, contextRules } from '../../../kernel/context-rules.ts';
import type { Page } from '../../../kernel/html.ts';
import type { CodeOf, RefusalCode, RuleTable } from '../../../kernel/rule.ts';
import { ownPageRules, type PageFacts, type PageRefusal, pageRules } from './page.ts';
import { noSuchPage } from './views.ts';
import {
  type CommentFacts,
  commentRules,
  type FormFacts,
  formRules,
  type WritingFacts,
  type WritingRefusal,
  writingRules,
} from './writing.ts';

const wikiContextRules = contextRules('wiki');
export type WikiRefusal = CodeOf<typeof wikiContextRules> | PageRefusal | WritingRefusal;

export type WikiPolicy = {
  readonly context: RuleTable<ContextFacts>;
  readonly form: RuleTable<FormFacts>;
  readonly page: RuleTable<PageFacts>;
  readonly ownPage: RuleTable<PageFacts>;
  readonly writing: RuleTable<WritingFacts>;
  readonly comment: RuleTable<CommentFacts>;
  /** Must not depend on the code: what hides that a page is there says that it is not. */
  readonly noSuchPage: (cloud: string, code: RefusalCode) => Page;
};
export const releasedWikiPolicy: WikiPolicy = Object.freeze({
  context: Object.freeze(wikiContextRules),
  form: Object.freeze(formRules),
  page: Object.freeze(pageRules),
  ownPage: Object.freeze(ownPageRules),
  writing: Object.freeze(writingRules),
  comment: Object.freeze(commentRules),
  noSuchPage,
});
