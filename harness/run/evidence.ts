/** Gathers what the whole-run checkers look at from the worlds of a run. */
import type { RunEvidence } from '../checkers/checker.ts';
import { fixtureMarkers } from '../tap/markers.ts';
import { cookiesSet } from '../tap/secrets-in-crossings.ts';
import type { RunningWorld } from '../world/world.ts';

const secretClasses = new Set(['password', 'client-secret', 'break-glass-password']);

/** `texts`: what else the run leaves behind, such as its results. */
export async function gatherEvidence(worlds: readonly RunningWorld[], texts: RunEvidence['leftBehind']): Promise<RunEvidence> {
  const leftBehind = await Promise.all(
    worlds.map(async (world) => [...(await world.target.auditTexts()), { name: `log of world ${world.index}`, text: world.logText() }]),
  );
  return {
    operations: worlds.flatMap((world) => world.history.list()),
    answers: worlds.flatMap((world) => world.answers),
    records: (await Promise.all(worlds.map((world) => world.target.auditRecords()))).flat(),
    zonesApart: worlds.every((world) => world.zonesApart),
    crossings: worlds.flatMap((world) => world.tap.crossings),
    leftBehind: [...leftBehind.flat(), ...texts],
    secrets: [
      ...fixtureMarkers.filter((marker) => secretClasses.has(marker.class)),
      ...worlds.flatMap((world) => [...world.secrets(), ...cookiesSet(world.tap.crossings)]),
    ],
  };
}
