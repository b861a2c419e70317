/** All zones of one world in this process: the fast way. */
import { openCloudZone } from './cloud-zone.ts';
import { openDeskZone } from './desk-zone.ts';
import { openEdgeZone } from './edge-zone.ts';
import type { ReferencePolicy } from './policy.ts';
import type { Surroundings, ZoneName, ZoneSetups } from './zone.ts';
import type { OpenZones } from './zones.ts';

/** Opens stores and audit logs; nothing listens yet. */
export async function openZonesHere(
  setups: ZoneSetups,
  surroundingsOf: (zone: ZoneName) => Surroundings,
  policy: ReferencePolicy,
): Promise<OpenZones> {
  const cloud = await openCloudZone(setups.cloud, surroundingsOf('cloud'), policy);
  const edge = await openEdgeZone(setups.edge, surroundingsOf('edge'), policy.edge);
  const desk = await openDeskZone(setups.desk, surroundingsOf('desk'));
  // They live and die with this process, and their observers speak to it directly.
  return { cloud, edge, desk, revive: async () => {}, settled: async () => {}, deaths: [], processIds: () => ({}) };
}
