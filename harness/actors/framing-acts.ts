/** What somebody would do who wants a person to click on a page of ours without knowing it: hold it in a frame of a page of their own (clickjacking). */
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent, Framed } from './agent.ts';
import type { HostOfOurs } from './user-acts.ts';

export type Framing = {
  /** Whose page it is that holds them. */
  readonly framer: URL;
  readonly pages: readonly { readonly host: HostOfOurs; readonly path: string }[];
};

/** Lands on `nothing`, or on the pages that could be seen; the answers that were on the way are each on record. */
export async function framePages(agent: Agent, { origins }: Target, { framer, pages }: Framing): Promise<Outcome> {
  const framed = await agent.frame(
    framer,
    pages.map(({ host, path }) => new URL(path, origins[host])),
  );
  const last = framed.flatMap(({ trail }) => trail).findLast(({ reference }) => reference !== undefined);
  if (last?.reference === undefined) return { kind: 'unknown', why: `none of ${framed.length} pages was answered by us` };
  return { kind: 'ok', landedOn: framed.flatMap(seen).join(', ') || 'nothing', reference: last.reference };
}

const seen = ({ to, shown }: Framed): readonly string[] =>
  shown === undefined
    ? []
    : [`${to.host}${to.pathname}${shown.host === to.host && shown.pathname === to.pathname ? '' : ` (as ${shown.host})`}`];
