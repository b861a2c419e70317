/** What somebody does on AdminHub's pages with the session of their own browser: sending one of their forms by hand, and reading and sending as a script of theirs would. */
import type { NetworkName } from '../fixtures/fixtures.ts';
import type { RealmUser } from '../idp/driver.ts';
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Replied } from './actors.ts';
import type { Agent } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import { formWithFile, formWithFileType } from './form-with-file.ts';
import type { HubForm } from './hub-form.ts';
import { judged, unknown } from './judged.ts';
import { formNamed, formPostingTo } from './page.ts';
import { programRequest } from './program-request.ts';
import { passIdp } from './user-acts.ts';

/** A page without the form is judged as it is: a refusal keeps its code. */
export async function sendHubForm(
  agent: Agent,
  target: Target,
  { page, form, values = {}, lands = 'admin', user }: HubForm & { readonly user: RealmUser | undefined },
): Promise<Outcome> {
  const { admin } = target.origins;
  const sight = await agent.visit(new URL(page, admin));
  const found = sight.kind === 'answer' ? (formNamed(sight.forms, form) ?? formPostingTo(sight.forms, form)) : undefined;
  if (!found) {
    const outcome = await judged(sight, { target, origin: admin });
    return outcome.kind === 'ok' ? unknown(`the page ${page} has no form ${form}`) : outcome;
  }
  const next = await agent.submit(found, { values });
  return judged(user ? await passIdp(agent, target, { user, sight: next }) : next, { target, origin: target.origins[lands] });
}

const cookieNames = ['__Host-session', '__Host-break-glass'] as const;

/** The session that the agent has with AdminHub, of either kind, as a program sends it along. */
async function hubCookies(agent: Agent, admin: URL): Promise<readonly (readonly [string, string])[]> {
  const held = await Promise.all(cookieNames.map(async (name) => [name, await agent.cookie(admin, name)] as const));
  const cookie = held.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join('; ');
  return cookie === '' ? [] : [['Cookie', cookie]];
}

/** As a script of AdminHub's own would, byte by byte. */
export async function readHub(
  agent: Agent,
  options: ActorsOptions,
  { from, path }: { readonly from: NetworkName; readonly path: string },
): Promise<Replied> {
  const { admin } = options.target.origins;
  const headers = await hubCookies(agent, admin);
  return programRequest(options, { from, url: new URL(path, admin), method: 'GET', headers });
}

type Administering = {
  readonly from: NetworkName;
  /** Where the form is sent; its page is what stands before the first slash within. */
  readonly what: string;
  readonly form: Readonly<Record<string, string>> | undefined;
  /** Sent along as the one file of the form, and nothing else. */
  readonly file?: Uint8Array;
};

/** `connectors/resume`: a form of the page `/connectors`, whose token is read first. What comes of it is read as data. */
export async function administer(agent: Agent, options: ActorsOptions, { from, what, form, file }: Administering): Promise<Replied> {
  const { admin } = options.target.origins;
  const page = await readHub(agent, options, { from, path: `/${what.split('/')[0]}` });
  if (page.outcome.kind !== 'ok') return page;
  const { formToken } = page.body as { readonly formToken: string };
  return programRequest(options, {
    from,
    url: new URL(`/${what}`, admin),
    method: 'POST',
    headers: [
      ...(await hubCookies(agent, admin)),
      ['Origin', admin.origin],
      ['Sec-Fetch-Site', 'same-origin'],
      ['Content-Type', file ? formWithFileType : 'application/x-www-form-urlencoded'],
    ],
    body: file ? formWithFile(formToken, file) : new URLSearchParams({ ...form, 'form-token': formToken }).toString(),
  });
}
