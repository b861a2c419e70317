/** What people do with the tracker beside reading: they open an issue for some readers, and try to close one. */
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import { judged } from './judged.ts';
import { formPostingTo, valueIn } from './page.ts';

export type NewIssue = {
  readonly title: string;
  readonly readers: 'private' | 'all';
  /** Happens while the form stands in front of the person, before it is sent. */
  readonly meanwhile?: () => Promise<unknown>;
};
type OpenedIssue = { readonly outcome: Outcome /** Where it stands. */; readonly path: string | undefined };

export async function openIssue(agent: Agent, target: Target, { title, readers, meanwhile }: NewIssue): Promise<OpenedIssue> {
  const origin = target.origins.tracker;
  const front = await agent.visit(origin);
  const form = front.kind === 'answer' ? formPostingTo(front.forms, '/issues') : undefined;
  if (!form) return { outcome: await judged(front, { target, origin }), path: undefined };
  await meanwhile?.();
  const sight = await agent.submit(form, { values: { title, readers } });
  const outcome = await judged(sight, { target, origin });
  return { outcome, path: outcome.kind === 'ok' && sight.kind === 'answer' ? sight.url.pathname : undefined };
}

/** Not by the form for it, which only the owner sees: by a post from the tracker's own origin, with the token that every form of this session carries. */
export async function closeIssue(agent: Agent, target: Target, path: string): Promise<Outcome> {
  const origin = target.origins.tracker;
  const front = await agent.visit(origin);
  const token = front.kind === 'answer' ? valueIn(front.forms, 'form-token') : undefined;
  if (token === undefined) return judged(front, { target, origin });
  return judged(await agent.postFrom(origin, new URL(`${path}/close`, origin), { 'form-token': token }), { target, origin });
}
