/** What any person does with any kind of hands: opening, signing in through the identity provider, calling, posting from elsewhere. */
import type { RealmUser } from '../idp/driver.ts';
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import { isSignInPage, judged } from './judged.ts';
import { formWithField } from './page.ts';

export type HostOfOurs = keyof Target['origins'];

export async function openPage(
  agent: Agent,
  target: Target,
  { host, path }: { readonly host: HostOfOurs; readonly path: string },
): Promise<Outcome> {
  const origin = target.origins[host];
  return judged(await agent.visit(new URL(path, origin)), { target, origin });
}

/** From the tracker's front page; with a living session at the identity provider no form is asked for. */
export async function signIn(agent: Agent, target: Target, user: RealmUser): Promise<Outcome> {
  const aim = { target, origin: target.origins.tracker };
  const first = await agent.visit(target.origins.tracker);
  if (first.kind === 'fault' || !isSignInPage(first, target)) return judged(first, aim);
  const form = formWithField(first.forms, 'username', 'password');
  return judged(form ? await agent.submit(form, { values: { username: user.name, password: user.password } }) : first, aim);
}

export async function callApi(
  agent: Agent,
  target: Target,
  { host, path }: { readonly host: HostOfOurs; readonly path: string },
): Promise<Outcome> {
  const origin = target.origins[host];
  return judged(await agent.call(new URL(path, origin)), { target, origin });
}

export type Post = { readonly host: HostOfOurs; readonly path: string; readonly form: Readonly<Record<string, string>> };

export async function postFrom(agent: Agent, target: Target, { from, to }: { readonly from: URL; readonly to: Post }): Promise<Outcome> {
  const origin = target.origins[to.host];
  return judged(await agent.postFrom(from, new URL(to.path, origin), to.form), { target, origin });
}
