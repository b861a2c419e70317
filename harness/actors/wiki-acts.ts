/** What people do with the wiki beside reading: they write a page for some readers, and try to change one. */
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import { judged, unknown } from './judged.ts';
import { type Form, formWithField, valueIn } from './page.ts';

/** `own-group`: the first group that the writer is in. */
export type NewPage = { readonly title: string; readonly readers: 'private' | 'own-group' | 'all' };
type WrittenPage = { readonly outcome: Outcome /** Where it stands. */; readonly path: string | undefined };

export async function writePage(agent: Agent, target: Target, { title, readers }: NewPage): Promise<WrittenPage> {
  const origin = target.origins.wiki;
  const front = await agent.visit(origin);
  const form = front.kind === 'answer' ? formWithField(front.forms, 'title', 'text', 'readers') : undefined;
  if (!form) return { outcome: await judged(front, { target, origin }), path: undefined };
  const chosen = readers === 'own-group' ? ownGroupIn(form) : readers;
  if (chosen === undefined) return { outcome: unknown('the writer is in no group'), path: undefined };
  const sight = await agent.submit(form, { values: { title, text: 'Written by somebody in a scenario.', readers: chosen } });
  const outcome = await judged(sight, { target, origin });
  return { outcome, path: outcome.kind === 'ok' && sight.kind === 'answer' ? sight.url.pathname : undefined };
}

const ownGroupIn = ({ fields }: Form): string | undefined =>
  fields.find(({ name }) => name === 'readers')?.options?.find((value) => value !== 'private' && value !== 'all');

/** Not by the form for it, which only the owner sees: by a post from the wiki's own origin, with the token that every form of this session carries. */
export async function changePage(agent: Agent, target: Target, path: string): Promise<Outcome> {
  const origin = target.origins.wiki;
  const front = await agent.visit(origin);
  const token = front.kind === 'answer' ? valueIn(front.forms, 'form-token') : undefined;
  if (token === undefined) return judged(front, { target, origin });
  const form = { 'form-token': token, title: 'Changed in a scenario', text: '', readers: 'all' };
  return judged(await agent.postFrom(origin, new URL(path, origin), form), { target, origin });
}
