/** The customer's automation as an actor: pushes people and groups by SCIM, with a bearer token and nothing of a browser. RFC 7644 §2. */
import { hosts, scimConnector } from '../fixtures/fixtures.ts';
import type { ConnectorOptions, ScimConnector } from './actors.ts';
import type { ActorsOptions } from './company.ts';
import { programRequest } from './program-request.ts';
import { recordedAct } from './recorded-act.ts';

const tokens: Readonly<Record<string, string | undefined>> = {
  own: scimConnector.token,
  none: undefined,
  guessed: 'a-token-that-nobody-was-ever-given-0000',
};

export function connectorOf(options: ActorsOptions, { from, token, through }: Required<ConnectorOptions>): ScimConnector {
  const { admin } = options.target.origins;
  const asked = through === 'gateway' ? new URL(`https://${hosts.gateway}`) : admin;
  const bearer = token in tokens ? tokens[token] : token;
  return {
    send: async ({ method, path, body, ifMatch }) => {
      let read: unknown;
      const outcome = await recordedAct(
        { record: (operation) => options.record(operation), now: options.now ?? Date.now },
        { actor: 'connector', from },
        {
          verb: `push ${method} ${path.split(/[/?]/)[1]}`,
          gone: () => false,
          work: async () => {
            const replied = await programRequest(options, {
              from,
              method,
              url: new URL(`/scim/v2${path}`, asked),
              behind: admin,
              headers: [
                ...(bearer === undefined ? [] : [['Authorization', `Bearer ${bearer}`] as const]),
                ...(ifMatch === undefined ? [] : [['If-Match', ifMatch] as const]),
                ...(body === undefined ? [] : [['Content-Type', 'application/scim+json'] as const]),
              ],
              body: body === undefined ? undefined : JSON.stringify(body),
            });
            read = replied.body;
            return replied.outcome;
          },
        },
      );
      return { outcome, body: read };
    },
  };
}
