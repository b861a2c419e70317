/** Reads and writes single pages: what is asked for is judged first, and what is changed is changed when its record is on disk. */

import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { FormTokens } from '../../../kernel/form-token.ts';
import type { Clock, Random } from '../../../kernel/ports.ts';
import { demand, type SafeFacts } from '../../../kernel/refusal.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import type { PageFacts } from './page.ts';
import type { WikiPolicy } from './policy.ts';
import {
  mayRead,
  newPageId,
  type Reader,
  type Readers,
  type StoredPage,
  type StoredPages,
  type WikiPage,
  type Written,
} from './stored-pages.ts';

export type WriterParts = {
  readonly pages: StoredPages;
  readonly policy: WikiPolicy;
  readonly random: Random;
  readonly clock: Clock;
  readonly tokens: FormTokens;
  readerOf(who: VerifiedContext): Reader;
};
/** The page that it is about, and what is to be done. */
type Effect = readonly [id: string, effect: () => void];
type Doing<Result> = (who: VerifiedContext, request: ServiceRequest) => Result;
/** Each throws `Refusal` with a code of the wiki. */
export type PageWriter = {
  /** The page that the path names. */
  readonly readable: Doing<StoredPage>;
  readonly write: Doing<Effect>;
  readonly change: Doing<Effect>;
  readonly comment: Doing<Effect>;
};

/** What is asked of a page that is not there is the same as of one that is. */
const nothing: WikiPage = { title: '', text: '', owner: '', readers: 'private', comments: [], changedAtMs: 0 };

export function pageWriter({ pages, policy, random, clock, tokens, readerOf }: WriterParts): PageWriter {
  const asked = (
    who: VerifiedContext,
    { parameters }: ServiceRequest,
  ): StoredPage & { readonly facts: PageFacts; readonly noted: SafeFacts } => {
    const id = parameters.id ?? '';
    const found = pages.find(id);
    const page = found ?? nothing;
    return {
      id,
      page,
      facts: { exists: found !== undefined, visible: mayRead(page, readerOf(who)), own: page.owner === who.sub },
      noted: found ? { page: id } : {},
    };
  };
  const readable: PageWriter['readable'] = (who, request) => {
    const { id, page, facts, noted } = asked(who, request);
    demand(policy.page, facts, noted);
    return { id, page };
  };
  const fromOwnForm = ({ sid }: VerifiedContext, { form }: ServiceRequest): void =>
    demand(policy.form, { formTokenMatches: tokens.isIn(form, sid) });
  const written = (who: VerifiedContext, { form }: ServiceRequest): Written => {
    const { title = '', text = '', readers = 'private' } = form;
    demand(policy.writing, { title: title.trim(), text, readers, groups: readerOf(who).groups });
    return { title: title.trim(), text, readers: readersFrom(readers) };
  };
  /** By what the page is when its record is on disk: somebody else may have written meanwhile. */
  const replace = (id: string, change: (page: WikiPage) => Partial<WikiPage>): Effect => [
    id,
    () => {
      const page = pages.find(id);
      if (page) pages.put(id, { ...page, ...change(page), changedAtMs: clock.now() });
    },
  ];
  return {
    readable,
    write: (who, request) => {
      fromOwnForm(who, request);
      const page = { ...written(who, request), owner: who.sub, comments: [], changedAtMs: clock.now() };
      const id = newPageId(random);
      return [id, () => pages.put(id, page)];
    },
    change: (who, request) => {
      fromOwnForm(who, request);
      const { id, facts, noted } = asked(who, request);
      demand(policy.page, facts, noted);
      demand(policy.ownPage, facts, noted);
      const now = written(who, request);
      return replace(id, () => now);
    },
    comment: (who, request) => {
      fromOwnForm(who, request);
      const { id, page } = readable(who, request);
      const text = (request.form.comment ?? '').trim();
      demand(policy.comment, { text, comments: page.comments.length });
      return replace(id, ({ comments }) => ({ comments: [...comments, { text, by: who.sub, atMs: clock.now() }] }));
    },
  };
}

const readersFrom = (readers: string): Readers => (readers === 'private' || readers === 'all' ? readers : { group: readers });
