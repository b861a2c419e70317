/** What would go wrong between the customer's start page and the cloud: the page keeps silent, the cloud tells it too much, or people are asked again at every tile. */
import { hosts } from '../fixtures/fixtures.ts';
import type { SystemDefect, WorldDefect } from './defect.ts';
import { withOidc } from './parts.ts';

/** The script catches what goes wrong and forgets it. */
export const startPageSaysNothing: WorldDefect = {
  name: 'silence:start-page',
  kind: 'world',
  breaks: 'The start page waits for ever where it should say that the identity provider is away.',
  spoil: async ({ target }) => target.startPage.changeScript((script) => script.replaceAll("show('away')", 'undefined')),
};

/** As it is done to show counts on the tiles. */
export const tokensForTheStartPage: SystemDefect = {
  name: 'contact:tokens-for-the-start-page',
  kind: 'contact',
  breaks: 'What the identity provider answers at a sign-in is passed on to the customer’s start page.',
  plant: (policy) =>
    withOidc(policy, {
      exchangeCode: async (attempt, ports) => {
        const exchanged = await policy.cloud.sso.oidc.exchangeCode(attempt, ports);
        const { answer } = exchanged;
        const body = answer && 'body' in answer ? new TextDecoder().decode(answer.body) : '';
        const url = new URL(`https://${hosts.launchpad}/counts`);
        await ports.outbound.request({ url, method: 'POST', body, timeoutMs: 5_000, maxBytes: 4_096 });
        return exchanged;
      },
    }),
};

/** OIDC Core 1.0 §3.1.2.1: the wish rides on the address that the discovery document names. */
export const everybodyIsAskedAgain: SystemDefect = {
  name: 'needless:sso.prompt-login',
  kind: 'dependence',
  breaks: 'Everybody is sent to the identity provider with the wish that they be asked again.',
  plant: (policy) => ({
    ...policy,
    outbound: (...made) => {
      const outbound = policy.outbound(...made);
      return {
        request: async (asked) => {
          const answer = await outbound.request(asked);
          return asked.url.pathname.endsWith('/openid-configuration') ? { ...answer, body: wishing(answer.body) } : answer;
        },
      };
    },
  }),
};

function wishing(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const metadata: Record<string, unknown> = JSON.parse(new TextDecoder().decode(body));
  const endpoint = `${String(metadata.authorization_endpoint)}?prompt=login`;
  return new TextEncoder().encode(JSON.stringify({ ...metadata, authorization_endpoint: endpoint }));
}
