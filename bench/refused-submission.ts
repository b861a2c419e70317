/** One break-glass submission that is refused for one reason: page, form and ceremony as a person's browser does them, and only the answer to the submission timed. */
import { type SoftwareKey, softwareKey } from '../harness/actors/authenticator/software-key.ts';
import { entryList, formNamed, readPage } from '../harness/actors/page.ts';
import { referenceHeader, referenceIn } from '../harness/actors/trail.ts';
import { fetchHeaders } from '../harness/actors/wire/request-headers.ts';
import type { NetworkName } from '../harness/fixtures/fixtures.ts';
import { seededRandom } from '../harness/ports/seeded-random.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { type KeptConnection, keptConnection } from './kept-connection.ts';

/** Each differs from a sign-in that succeeds in exactly one thing. */
export const reasons = {
  'wrong password': { code: 'break-glass.login.password-wrong', from: 'hq', password: 'wrong', key: 'own' },
  'no key': { code: 'break-glass.login.key-missing', from: 'hq', password: 'right', key: 'none' },
  'unlisted address': { code: 'break-glass.login.address-not-allowed', from: 'home', password: 'right', key: 'own' },
} as const satisfies Record<
  string,
  { readonly code: string; readonly from: NetworkName; readonly password: 'right' | 'wrong'; readonly key: 'own' | 'none' }
>;
export type Reason = keyof typeof reasons;

export type Submitted = { readonly reason: Reason; readonly tookMs: number; readonly status: number; readonly reference: string };
/** One person who submits again and again, on connections that stay open. */
export type Submitter = { submit(reason: Reason): Promise<Submitted>; close(): void };

const account = 'harbour-one';
/** What the page asks of what it sends. */
const referrerPolicy = 'same-origin';

export function submitter(world: RunningWorld, authorityPem: string): Submitter {
  const { exits, target, keys } = world;
  const connections: Record<'hq' | 'home', KeptConnection> = {
    hq: keptConnection({ exitUrl: exits.hq.url, authorityPem }),
    home: keptConnection({ exitUrl: exits.home.url, authorityPem }),
  };
  const key = softwareKey({
    model: target.listedHardware,
    random: seededRandom(1, 'bench'),
    nowMs: Date.now(),
    keys: keys.keysOf(account),
  });
  const password = keys.passwordOf(account);
  return {
    submit: (reason) =>
      submitted(reason, {
        connection: connections[reasons[reason].from],
        page: new URL('/break-glass', target.origins.admin),
        key,
        password,
      }),
    close: () => {
      for (const connection of Object.values(connections)) connection.close();
    },
  };
}

type Hands = { readonly connection: KeptConnection; readonly page: URL; readonly key: SoftwareKey; readonly password: string };

async function submitted(reason: Reason, { connection, page, key, password }: Hands): Promise<Submitted> {
  const deviation = reasons[reason];
  const shown = await connection.ask({ method: 'GET', url: page, headers: { accept: 'text/html' } });
  const form = formNamed(readPage(shown.body, page).forms, 'break-glass');
  if (form?.ceremonyOptions === undefined) throw new Error(`the break-glass page has no form (status ${shown.status})`);
  const assertion = deviation.key === 'own' ? (key.assert(form.ceremonyOptions, page.origin) ?? '') : '';
  const values = { account, password: deviation.password === 'right' ? password : `${password} not`, assertion };
  const facts = {
    method: 'POST',
    url: form.action,
    before: [],
    initiator: { url: page, referrerPolicy },
    purpose: { kind: 'navigation', byHand: true },
  } as const;
  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...fetchHeaders(facts) };
  const {
    status,
    tookMs,
    headers: said,
  } = await connection.ask({ method: 'POST', url: form.action, headers, body: entryList(form, values, undefined).toString() });
  return { reason, tookMs, status, reference: referenceIn([said[referenceHeader]].flat()[0]) ?? '' };
}
