/** The smallest world in which a fault can be installed and seen: fault proxy, exit, probe, and a plain HTTP server that stands for an identity provider. */
import { createServer, type RequestListener } from 'node:http';
import { type Authority, createAuthority } from '../../harness/authority/authority.ts';
import type { FaultProxyOptions } from '../../harness/fault-proxy/options.ts';
import { startFaultProxy } from '../../harness/fault-proxy/proxy.ts';
import { hosts, networks } from '../../harness/fixtures/fixtures.ts';
import type { Realm, RunningIdp } from '../../harness/idp/driver.ts';
import { createProbe } from '../../harness/idp-probe/probe.ts';
import { type CuttableServer, listenCuttable } from '../../harness/network/cuttable-server.ts';
import { startExit } from '../../harness/network/exit.ts';
import { nameTable } from '../../harness/network/names.ts';
import type { World } from '../../harness/scenario/scenario.ts';

export type SmallWorld = { readonly world: World; readonly authority: Authority; readonly path: string; close(): Promise<void> };

const path = '/realms/w1/.well-known/openid-configuration';
const discovery: RequestListener = (_request, response) => void response.setHeader('content-type', 'application/json').end('{}');

/** `answer` is what the server behind the proxy does; by default every request gets 200. */
export async function smallWorld(answer: RequestListener = discovery, more: Partial<FaultProxyOptions> = {}): Promise<SmallWorld> {
  const authority = await createAuthority({ name: 'Tempered Test Authority' });
  const names = nameTable();
  const idp = await plainIdp(answer);
  const exit = await startExit({ network: 'probe', sourceAddress: networks.probe, names });
  const options = { host: hosts.idp, realm: 'w1', authority, names, upstream: idp.running.upstream, random: () => 0.5, ...more };
  const faultProxy = await startFaultProxy(options);
  const probe = createProbe({ exit, host: hosts.idp, path, authorityPem: authority.certificatePem });
  const world = { faultProxy, names, probe, idp: idp.running, realm: oneSecretRealm() } satisfies Partial<World>;
  const close = async (): Promise<void> => {
    await faultProxy.close();
    await exit.close();
    await idp.running.stop();
  };
  return { world: world as unknown as World, authority, path, close };
}

/** Can be killed, restarted on another port, and made to hang. */
async function plainIdp(answer: RequestListener): Promise<{ running: RunningIdp }> {
  let hanging = false;
  let alive = true;
  const listen = (): Promise<CuttableServer> =>
    listenCuttable(
      createServer((request, response) => (hanging ? undefined : answer(request, response))),
      { address: '127.0.0.1' },
    );
  let server = await listen();
  const stop = async (): Promise<void> => {
    alive = false;
    await server.close();
  };
  const running: Pick<RunningIdp, 'driver' | 'upstream' | 'answers' | 'stop' | 'kill' | 'restart' | 'hang'> = {
    driver: 'embedded',
    upstream: () => ({ host: server.address, port: server.port }),
    answers: async () => alive && !hanging,
    stop,
    kill: stop,
    async restart() {
      server = await listen();
      alive = true;
    },
    async hang() {
      hanging = true;
      return async () => {
        hanging = false;
      };
    },
  };
  return { running: running as RunningIdp };
}

function oneSecretRealm(): Realm {
  const seeded = 'seeded-for-this-test';
  let secret = seeded;
  const realm: Pick<Realm, 'issuer' | 'relyingParty' | 'rotateClientSecret' | 'clientSecretIsAccepted' | 'revert'> = {
    issuer: new URL(`https://${hosts.idp}/realms/w1`),
    relyingParty: { clientId: 'a-client', clientSecret: seeded },
    async rotateClientSecret() {
      secret = 'rotated';
      return secret;
    },
    clientSecretIsAccepted: async (asked) => asked === secret,
    async revert() {
      secret = seeded;
    },
  };
  return { ...realm, saml: {} } as Realm;
}
