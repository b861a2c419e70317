/** The zones of one world together, wherever each runs: started in order, stopped, and found by the world's names. */

import { hosts } from '../../fixtures/fixtures.ts';
import type { NameTable } from '../../network/names.ts';
import type { ZoneName, ZoneTypes } from './zone.ts';

export type OpenZones = ZoneTypes & {
  /** Opens again whatever has died, on what it has stored. */
  revive(): Promise<void>;
  /** Resolves when all that their observers heard until now has arrived here; rejects when one of them is gone. */
  settled(): Promise<void>;
  /** Processes that ended although nobody asked them to. */
  readonly deaths: readonly string[];
  /** Of those with a process of their own. */
  processIds(): Readonly<Partial<Record<ZoneName, number>>>;
};

const cloudHosts = [hosts.login, hosts.admin, hosts.tracker, hosts.wiki] as const;

/** Cloud, edge, desk; from then on the name table leads to the edge. */
export async function startZones({ cloud, edge, desk }: ZoneTypes, names: NameTable): Promise<void> {
  const inside = await cloud.start();
  const place = await edge.start(inside.ingress);
  for (const host of cloudHosts) names.set(host, place);
  await desk.start(inside.desk);
}

/** From the outside in. A zone that is gone has stopped already. */
export async function stopZones({ cloud, edge, desk }: ZoneTypes): Promise<void> {
  await edge.stop();
  await cloud.stop();
  await desk.stop();
}

/** For good, each of them, whatever happens to the others; then rejects with the first problem. */
export async function closeZones({ cloud, edge, desk }: ZoneTypes): Promise<void> {
  const closed = await Promise.allSettled([edge.close(), cloud.close(), desk.close()]);
  for (const { reason } of closed.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]) throw reason;
}
