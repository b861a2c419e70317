/** What surrounds the target of a world: names, exits, the fault proxy in front of the identity provider, the probe, and the observers. */

import { type FaultProxy, startFaultProxy } from '../fault-proxy/proxy.ts';
import { hosts, realmName } from '../fixtures/fixtures.ts';
import { zoned } from '../fixtures/zones.ts';
import { createProbe, type Probe } from '../idp-probe/probe.ts';
import { type NameTable, nameTable } from '../network/names.ts';
import { seededRandom } from '../ports/seeded-random.ts';
import { createSilence, type Silence } from '../tap/silence.ts';
import { createTap, type Tap } from '../tap/tap.ts';
import { type Exits, startExits } from './exits.ts';
import type { WorldOptions } from './running-world.ts';

export type Surroundings = {
  readonly names: NameTable;
  readonly exits: Exits;
  readonly tap: Tap;
  /** Hears for the tap, and knows whose every address is. */
  readonly observer: Tap['observer'];
  readonly faultProxy: FaultProxy;
  readonly probe: Probe;
  readonly silence: Silence;
  close(): Promise<void>;
};

/** Rejects when an exit's address or the proxy's port cannot be had. */
export async function startSurroundings({ index, seed, authority, idp, sockets, nameGuard }: WorldOptions): Promise<Surroundings> {
  const [names, tap] = [nameTable(), createTap()];
  const exits = await startExits(names);
  const observer = zoned(tap.observer);
  const realm = realmName(index);
  const faultProxy = await startFaultProxy({
    host: hosts.idp,
    realm,
    authority,
    names,
    upstream: () => idp.upstream(),
    random: seededRandom(seed, `faults ${index}`).fraction,
    observer,
  });
  const { connections } = faultProxy;
  return {
    names,
    exits,
    tap,
    observer,
    faultProxy,
    silence: createSilence({ hosts: [hosts.idp], connections, lookups: names.lookups, sockets, names: nameGuard }),
    probe: createProbe({
      exit: exits.probe,
      host: hosts.idp,
      path: `/realms/${realm}/.well-known/openid-configuration`,
      authorityPem: authority.certificatePem,
    }),
    close: async () => {
      await faultProxy.close();
      await exits.close();
    },
  };
}
