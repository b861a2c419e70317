/** The customer's start page of one world: its tiles lead to this world's products, and its visitors sign in at this world's realm. */
import { type Launchpad, startLaunchpad } from '../../../fakes/index.ts';
import { hosts, launchpadClient } from '../../fixtures/fixtures.ts';
import type { ReferenceOptions } from './options.ts';

/** From then on the name table leads to it. */
export async function openLaunchpad({ authority, names, realm }: ReferenceOptions): Promise<Launchpad> {
  const launchpad = await startLaunchpad({
    customer: 'Acme',
    clientId: launchpadClient.clientId,
    issuer: () => realm.issuer.href,
    certificate: await authority.leafFor(hosts.launchpad),
    tiles: [
      { name: 'Tracker', says: 'Issues, and who is on them', url: `https://${hosts.tracker}/` },
      { name: 'Wiki', says: 'What is written down', url: `https://${hosts.wiki}/` },
    ],
  });
  names.set(hosts.launchpad, { address: launchpad.address, port: launchpad.port });
  return launchpad;
}
