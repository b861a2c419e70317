/** Gathers what the whole-run checkers look at: from the worlds of a run, from its guards, and from its results. */
import type { HeardZones, RunEvidence } from '../checkers/checker.ts';
import { fixtureMarkers } from '../tap/markers.ts';
import { secretsMadeUp } from '../tap/secrets-in-crossings.ts';
import type { SocketNotes } from '../tap/socket-guard.ts';
import type { RunningWorld } from '../world/world.ts';

/** `texts`: what else the run leaves behind, such as its results. */
export type EvidenceSources = {
  readonly worlds: readonly RunningWorld[];
  readonly sockets: SocketNotes;
  readonly texts: RunEvidence['leftBehind'];
};

const secretClasses = new Set(['password', 'client-secret', 'break-glass-password']);

/** First hears every zone out: what its observers noted late belongs to the evidence. */
export async function gatherEvidence({ worlds, sockets, texts }: EvidenceSources): Promise<RunEvidence> {
  const zones = await heardOut(worlds);
  const leftBehind = await Promise.all(
    worlds.map(async (world) => [...(await world.target.auditTexts()), { name: `log of world ${world.index}`, text: world.logText() }]),
  );
  return {
    zones,
    sockets,
    healings: worlds.flatMap((world) => world.healings),
    operations: worlds.flatMap((world) => world.history.list()),
    answers: worlds.flatMap((world) => world.answers),
    records: (await Promise.all(worlds.map((world) => world.target.auditRecords()))).flat(),
    audits: (await Promise.all(worlds.map((world) => world.target.verifyAudit()))).flat(),
    zonesApart: worlds.every((world) => world.zonesApart),
    routeTables: worlds.flatMap((world) => world.target.routeTables),
    crossings: worlds.flatMap((world) => world.tap.crossings),
    lookups: worlds.flatMap((world) => world.names.lookups),
    leftBehind: [...leftBehind.flat(), ...texts],
    secrets: [
      ...fixtureMarkers.filter((marker) => secretClasses.has(marker.class)),
      ...worlds.flatMap((world) => [...world.secrets(), ...secretsMadeUp(world.tap.crossings)]),
    ],
  };
}

async function heardOut(worlds: readonly RunningWorld[]): Promise<HeardZones> {
  const settled = await Promise.allSettled(worlds.map(({ target }) => target.settled()));
  const mute = settled.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  return {
    opened: worlds.flatMap(({ index, target }) => target.zones.map((zone) => `${zone} of world ${index}`)),
    silences: [...worlds.flatMap(({ target }) => target.deaths), ...mute],
  };
}
