/** The three ways in which break-glass could turn to the identity provider after all (A-05, S13): through the port, by name, and past the port. */
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { hosts } from '../fixtures/fixtures.ts';
import { opening } from '../network/opener.ts';
import type { PlantingSite, SystemDefect } from './defect.ts';
import { withBreakGlass } from './parts.ts';

/** Honest about the assertion; `contact` comes first, and whatever it meets is forgotten. */
const contacting = (name: string, breaks: string, contact: (site: PlantingSite) => Promise<void>): SystemDefect => ({
  name,
  kind: 'contact',
  breaks,
  plant: (policy, site) =>
    withBreakGlass(policy, {
      verifyAssertion: async (claim) => {
        await contact(site);
        return policy.cloud.breakGlass.verifyAssertion(claim);
      },
    }),
});

/** Opens the tunnel on which the keys would be fetched; a declared way out, so only those who watch the identity provider hear of it. */
async function throughEgress({ egress }: PlantingSite): Promise<void> {
  const asking = opening('system:outbound', () => request({ ...egress(), method: 'CONNECT', path: `${hosts.idp}:443`, agent: false }));
  asking.on('error', () => {});
  asking.end();
  const [, socket] = await once(asking, 'connect');
  socket.destroy();
}

export const keyRefreshAtLogin = contacting(
  'contact:key-refresh-at-login',
  'At every break-glass sign-in the keys of the identity provider are fetched anew.',
  throughEgress,
);

/** Nobody waits for the answer: the question alone says who signs in now. */
export const lookupAtLogin = contacting(
  'contact:name-look-up-at-login',
  'At every break-glass sign-in the name of the identity provider is looked up.',
  async () => void lookup(hosts.idp).catch(() => {}),
);

/** To the discard port: it is the socket that counts, not who answers. */
export const rawSocketAtLogin = contacting(
  'contact:raw-socket-at-login',
  'At every break-glass sign-in a socket is opened past the outbound port.',
  async () => {
    const socket = connect({ host: '127.0.0.1', port: 9 });
    socket.on('error', () => {});
    socket.on('connect', () => socket.destroy());
  },
);
