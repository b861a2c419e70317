/** What any person does with any kind of hands: opening, signing in through the identity provider, calling, posting from elsewhere. */
import type { RealmUser } from '../idp/driver.ts';
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent, Sight } from './agent.ts';
import { oneTimeCode } from './authenticator/one-time-code.ts';
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
export const signIn = (agent: Agent, target: Target, user: RealmUser): Promise<Outcome> => signInAt(agent, target, { user, path: '/' });

/** The same from any page of the tracker. */
export async function signInAt(agent: Agent, target: Target, from: { readonly user: RealmUser; readonly path: string }): Promise<Outcome> {
  const origin = target.origins.tracker;
  const sight = await agent.visit(new URL(from.path, origin));
  return judged(await passIdp(agent, target, { user: from.user, sight }), { target, origin });
}

/** Fills in what the identity provider asks: the password, and the code of the authenticator app where it wants one after it. */
export async function passIdp(
  agent: Agent,
  target: Target,
  { user, sight }: { readonly user: RealmUser; readonly sight: Sight },
): Promise<Sight> {
  if (sight.kind === 'fault' || !isSignInPage(sight, target)) return sight;
  const form = formWithField(sight.forms, 'username', 'password');
  const next = form ? await agent.submit(form, { values: { username: user.name, password: user.password } }) : sight;
  if (next.kind === 'fault' || user.otpSecret === undefined || !isSignInPage(next, target)) return next;
  const codeForm = formWithField(next.forms, 'otp');
  return codeForm ? agent.submit(codeForm, { values: { otp: oneTimeCode(user.otpSecret, Date.now()) } }) : next;
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
