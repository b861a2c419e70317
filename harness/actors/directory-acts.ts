/** What an org admin changes on AdminHub as a script of theirs would, with the session of their own browser: the token of the page's forms is read first. */
import type { NetworkName } from '../fixtures/fixtures.ts';
import type { Replied } from './actors.ts';
import type { Agent } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import { hubCookies } from './hub-acts.ts';
import { programRequest } from './program-request.ts';

export type Administering = {
  readonly from: NetworkName;
  /** Where the form is sent; its page is what stands before the first slash within. */
  readonly what: string;
  readonly form: Readonly<Record<string, string>> | undefined;
};

/** `connectors/resume`: a form of the page `/connectors`. What comes of it is read as data. */
export async function administer(agent: Agent, options: ActorsOptions, { from, what, form }: Administering): Promise<Replied> {
  const { admin } = options.target.origins;
  const headers = await hubCookies(agent, admin);
  const page = await programRequest(options, { from, url: new URL(`/${what.split('/')[0]}`, admin), method: 'GET', headers });
  if (page.outcome.kind !== 'ok') return page;
  const { formToken } = page.body as { readonly formToken: string };
  return programRequest(options, {
    from,
    url: new URL(`/${what}`, admin),
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
