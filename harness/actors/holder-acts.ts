/** What the holder of a break-glass account does: registering by the desk's link, signing in with the key, repairing the settings, signing out. */
import type { Message, Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent, AssertionMode, AttestationMode, Entry, Sight } from './agent.ts';
import { judged, shownBy, unknown } from './judged.ts';
import { type Form, formNamed, formPostingTo, formWithField } from './page.ts';

/** The one cookie of a break-glass session, on AdminHub's host only. */
const sessionCookie = '__Host-break-glass';
/** Under which names a thief would try it elsewhere: its own, and the one that the other host reads. */
const namesElsewhere = [sessionCookie, '__Host-session'] as const;

type Registering = { readonly email: string; readonly password: string; readonly attestation: AttestationMode };

/** With a key that nobody used before; when it is not accepted, the holder goes back to the one that was in hand. */
export async function registerWithNewKey(agent: Agent, target: Target, registering: Registering): Promise<Outcome> {
  const before = await agent.keys();
  await agent.hold([]);
  const outcome = await register(agent, target, registering);
  if (outcome.kind !== 'ok') await agent.hold(before);
  return outcome;
}

async function register(agent: Agent, target: Target, { email, password, attestation }: Registering): Promise<Outcome> {
  const link = newestLink((await target.mailbox?.messages(email)) ?? []);
  if (!link) return unknown('there is no link in the mailbox of the account');
  const entry: Entry = { values: { password }, ceremony: { kind: 'registration', attestation } };
  return viaForm(agent, target, { address: link, find: (forms) => formNamed(forms, 'registration'), entry });
}

export const signInWithKey = (
  agent: Agent,
  target: Target,
  { account, password, assertion }: { readonly account: string; readonly password: string; readonly assertion: AssertionMode },
): Promise<Outcome> =>
  viaForm(agent, target, {
    address: new URL('/break-glass', target.origins.admin),
    find: (forms) => formNamed(forms, 'break-glass'),
    entry: {
      values: { account, password },
      button: 'with-key',
      ceremony: { kind: 'assertion', assertion },
    },
  });

/** As a draft first, and then into force without a test: the holder may have no account at the identity provider that works. */
export async function saveIdpSettings(agent: Agent, target: Target, change: Readonly<Record<string, string>>): Promise<Outcome> {
  const address = new URL('/idp-settings', target.origins.admin);
  const saved = await viaForm(agent, target, {
    address,
    find: (forms) => formWithField(forms, 'issuer', 'clientId', 'clientSecret'),
    entry: { values: change },
  });
  if (saved.kind !== 'ok') return saved;
  return viaForm(agent, target, { address, find: (forms) => formNamed(forms, 'activate-untested'), entry: { values: {} } });
}

export const signOut = (agent: Agent, target: Target): Promise<Outcome> =>
  viaForm(agent, target, {
    address: target.origins.admin,
    find: (forms) => formPostingTo(forms, '/break-glass/sign-out'),
    entry: { values: {} },
  });

/** The session that the agent holds on AdminHub's host now. */
export const sessionOf = (agent: Agent, target: Target): Promise<string | undefined> => agent.cookie(target.origins.admin, sessionCookie);

export async function carrySessionTo(
  agent: Agent,
  target: Target,
  { to, session }: { readonly to: URL; readonly session: string | undefined },
): Promise<Outcome> {
  if (session === undefined) return unknown('there is no break-glass session to carry');
  const names = to.origin === target.origins.admin.origin ? [sessionCookie] : namesElsewhere;
  const sight = await agent.raw(to, Object.fromEntries(names.map((name) => [name, session])));
  return judged(sight, { target, origin: to });
}

type FormAct = { readonly address: URL; readonly find: (forms: readonly Form[]) => Form | undefined; readonly entry: Entry };

/** Opens the page, finds the form, sends it. A page without the form is judged as it is: a refusal keeps its code. */
async function viaForm(agent: Agent, target: Target, { address, find, entry }: FormAct): Promise<Outcome> {
  const aim = { target, origin: target.origins.admin };
  const page = await agent.visit(address);
  const form = page.kind === 'answer' ? find(page.forms) : undefined;
  if (form) return judged(await agent.submit(form, entry), aim);
  const outcome = await judged(page, aim);
  return outcome.kind === 'ok' ? unknown(`the page has no such form: ${titleOf(page)}`) : outcome;
}

const titleOf = (page: Sight): string => (page.kind === 'answer' ? shownBy(page) : page.symptom);

const newestLink = (messages: readonly Message[]): URL | undefined =>
  messages
    .toSorted((one, other) => one.receivedAtMs - other.receivedAtMs)
    .flatMap((message) => message.links)
    .at(-1);
