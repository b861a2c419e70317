/** The customer's start page of one world: its tiles lead to this world's products, and its visitors sign in at this world's realm. What it is sent is kept until the next reset, and heard by the tap. */
import { type Launchpad, startLaunchpad } from '../../../fakes/index.ts';
import { hosts, launchpadClient } from '../../fixtures/fixtures.ts';
import type { StartPage } from '../start-page.ts';
import type { ReferenceOptions } from './options.ts';

export type OpenLaunchpad = Launchpad & StartPage & { clear(): void };

const text = new TextDecoder();

/** From then on the name table leads to it. */
export async function openLaunchpad({ authority, names, realm, observer, clock }: ReferenceOptions): Promise<OpenLaunchpad> {
  const heard: string[] = [];
  const launchpad = await startLaunchpad({
    customer: 'Acme',
    clientId: launchpadClient.clientId,
    issuer: () => realm.issuer.href,
    certificate: await authority.leafFor(hosts.launchpad),
    tiles: [
      { name: 'Tracker', says: 'Issues, and who is on them', url: `https://${hosts.tracker}/` },
      { name: 'Wiki', says: 'What is written down', url: `https://${hosts.wiki}/` },
    ],
    heard: ({ from, head, body }) => {
      heard.push(`${head}\r\n\r\n${text.decode(body)}`);
      observer.heard({ from, to: hosts.launchpad, channel: 'https', atMs: clock.now(), head, body });
    },
  });
  names.set(hosts.launchpad, { address: launchpad.address, port: launchpad.port });
  return {
    ...launchpad,
    origin: new URL(`https://${hosts.launchpad}`),
    heard: () => [...heard],
    clear: () => void heard.splice(0),
  };
}
