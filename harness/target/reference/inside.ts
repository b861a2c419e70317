/** What only the ingress may do, done by the harness with the ingress's own certificate: handing a request with user contexts to a product's listener (I-09, S2). */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { hosts } from '../../fixtures/fixtures.ts';
import { opening } from '../../network/opener.ts';
import type { SeededRandom } from '../../ports/seeded-random.ts';
import type { HandedOver, Inside, InsideProduct } from '../target.ts';
import type { Credentials } from './credentials.ts';
import type { CloudZone } from './zone.ts';

type Given = {
  readonly cloud: Pick<CloudZone, 'services' | 'signingKey'>;
  readonly ingress: Credentials['workload']['ingress'];
  readonly random: SeededRandom;
};

const timeoutMs = 10_000;
const hostOf: Readonly<Record<InsideProduct, string>> = { tracker: hosts.tracker, 'admin-hub': hosts.admin };
const referenceAlphabet = '23456789abcdefghjkmnpqrstvwxyz';

export const insideOf = ({ cloud, ingress, random }: Given): Inside => ({
  issuers: { 'user-context': `https://${hosts.login}`, 'break-glass-context': `https://${hosts.admin}/break-glass` },
  signingKey: (purpose) => cloud.signingKey(purpose),
  handOver: async ({ product, path, contexts, peer }) => {
    const place = (await cloud.services())[product];
    if (!place) throw new TypeError(`nothing listens for ${product}`);
    const reference = newReference(random);
    const status = await asked(
      {
        host: place.address,
        port: place.port,
        servername: '',
        path,
        cert: ingress.certPem,
        key: ingress.keyPem,
        ca: ingress.authorityPem,
        // Whose listener it is shows in its workload certificate, which names no host.
        checkServerIdentity: () => undefined,
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      },
      { host: hostOf[product], accept: 'application/json', 'tempered-reference': reference, 'tempered-peer': peer },
      contexts,
    );
    return { status, reference };
  },
});

async function asked(
  options: RequestOptions,
  headers: Readonly<Record<string, string>>,
  contexts: readonly string[],
): Promise<HandedOver['status']> {
  // As raw names and values, so that a context that comes twice stands on two lines.
  const lines = [...Object.entries(headers).flat(), ...contexts.flatMap((context) => ['tempered-context', context])];
  const sent = opening('harness:inside', () => request({ ...options, headers: lines }));
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode ?? 0;
}

function newReference(random: SeededRandom): string {
  const characters = [...random.bytes(20)].map((byte) => referenceAlphabet[byte % referenceAlphabet.length]);
  return [0, 5, 10, 15].map((start) => characters.slice(start, start + 5).join('')).join('-');
}
