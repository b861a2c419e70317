/** What an org admin does to the directory by AdminHub's API, with the session of their own browser: the token of its forms is read first, as its pages do. */
import type { NetworkName } from '../fixtures/fixtures.ts';
import type { Replied } from './actors.ts';
import type { Agent } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import { hubCookies } from './hub-acts.ts';
import { programRequest } from './program-request.ts';

export type Administering = {
  readonly from: NetworkName;
  readonly what: string;
  readonly form: Readonly<Record<string, string>> | undefined;
};

/** Without a form: what the overview says. */
export async function administer(agent: Agent, options: ActorsOptions, { from, what, form }: Administering): Promise<Replied> {
  const { admin } = options.target.origins;
  const headers = await hubCookies(agent, admin);
  const overview = await programRequest(options, { from, url: new URL('/api/directory', admin), method: 'GET', headers });
  if (form === undefined || overview.outcome.kind !== 'ok') return overview;
  const { formToken } = overview.body as { readonly formToken: string };
  return programRequest(options, {
    from,
    url: new URL(`/api/directory/${what}`, admin),
    method: 'POST',
    headers: [
      ...headers,
      ['Origin', admin.origin],
      ['Sec-Fetch-Site', 'same-origin'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: new URLSearchParams({ ...form, 'form-token': formToken }).toString(),
  });
}
