/** What somebody would do who wants a person to click on a page of ours without knowing it: hold it in a frame of a page of their own (clickjacking). */
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent, Framed } from './agent.ts';
import { pathOnly } from './trail.ts';
import type { HostOfOurs } from './user-acts.ts';

export type Framing = {
  /** Whose page it is that holds them. */
  readonly framer: URL;
  readonly pages: readonly {
    readonly host: HostOfOurs;
    readonly path: string;
    /** That nothing is seen says something only when the answer was a whole page: any other status leaves it unknown. */
    readonly holdsSomething?: boolean;
  }[];
};

/** Lands on `nothing`, or on the pages that could be seen; the answers that were on the way are each on record. Unknown when nothing was seen, and on a page that must hold something there was nothing to be seen. */
export async function framePages(agent: Agent, { origins }: Target, { framer, pages }: Framing): Promise<Outcome> {
  const framed = await agent.frame(
    framer,
    pages.map(({ host, path }) => new URL(path, origins[host])),
  );
  const last = framed.flatMap(({ trail }) => trail).findLast(({ reference }) => reference !== undefined);
  if (last?.reference === undefined) return { kind: 'unknown', why: `none of ${framed.length} pages was answered by us` };
  const shown = framed.flatMap(seen).join(', ');
  const empty = pages.flatMap(({ holdsSomething }, at) => (holdsSomething ? emptyOne(framed[at]) : []));
  if (shown === '' && empty.length > 0) return { kind: 'unknown', why: `there was nothing to be seen: ${empty.join(', ')}` };
  return { kind: 'ok', landedOn: shown || 'nothing', reference: last.reference };
}

const seen = ({ to, shown }: Framed): readonly string[] =>
  shown === undefined
    ? []
    : [`${to.host}${to.pathname}${shown.host === to.host && shown.pathname === to.pathname ? '' : ` (as ${shown.host})`}`];

function emptyOne(one: Framed | undefined): readonly string[] {
  const status = one?.trail.at(-1)?.status;
  return status === 200 ? [] : [`${one ? `${one.to.host}${pathOnly(one.to.pathname)}` : 'a page'} (${status ?? 'no answer'})`];
}
