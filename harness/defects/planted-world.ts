/** Builds a world with defects in it: the one place where another than the released policy is made (S6). */
import type { Booted } from '../run/boot.ts';
import { releasedPolicy } from '../target/reference/index.ts';
import type { RunningWorld } from '../world/world.ts';
import type { PlantingSite, SystemDefect, WorldDefect } from './defect.ts';

/** `index` is the world's own of `booted`, from 1. The defects are planted in their order, system before world. Rejects when one does not fit or the world does not start. */
export async function plantedWorld(
  booted: Pick<Booted, 'startWorld'>,
  index: number,
  defects: readonly (SystemDefect | WorldDefect)[],
): Promise<RunningWorld> {
  let world: RunningWorld | undefined;
  const site: PlantingSite = {
    idpIsWell: () => world === undefined || world.view.faultProxy.mode() === 'honest',
    egress: () => {
      if (!world) throw new TypeError('a defect turned to the network before its world was up');
      return { host: world.exits.egress.host, port: world.exits.egress.port };
    },
  };
  const policy = defects.reduce((planted, defect) => (defect.kind === 'world' ? planted : defect.plant(planted, site)), releasedPolicy);
  world = await booted.startWorld(index, policy);
  for (const defect of defects) if (defect.kind === 'world') await defect.spoil(world);
  return world;
}
