/** The exits of one world, one for each network; all or none, because a claim about addresses needs every address. */

import { type NetworkName, networks } from '../fixtures/fixtures.ts';
import { type Exit, startExit } from '../network/exit.ts';
import type { NameTable } from '../network/names.ts';

export type Exits = Readonly<Record<NetworkName, Exit>> & { close(): Promise<void> };

/** Rejects with `SourceAddressMissing` when this machine cannot send from one of the fixtures' addresses. */
export async function startExits(names: NameTable): Promise<Exits> {
  const started: [NetworkName, Exit][] = [];
  const close = async (): Promise<void> => void (await Promise.all(started.map(([, exit]) => exit.close())));
  try {
    for (const [network, sourceAddress] of Object.entries(networks) as [NetworkName, string][])
      started.push([network, await startExit({ network, sourceAddress, names })]);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...(Object.fromEntries(started) as Record<NetworkName, Exit>), close };
}
