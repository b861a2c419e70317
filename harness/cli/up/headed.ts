/** Opens a window of a full browser in a running world, with the keys of the break-glass accounts in it. */
import { openPersonWindow } from '../../actors/index.ts';
import { breakGlassAccounts, type NetworkName, networks } from '../../fixtures/fixtures.ts';
import type { Booted } from '../../run/boot.ts';
import type { RunningWorld } from '../../world/world.ts';

export const networkNames = Object.keys(networks) as readonly NetworkName[];

/** The window shows the break-glass sign-in, seen from that network. It is closed with the browser. */
export async function openWindow(booted: Pick<Booted, 'personBrowser'>, world: RunningWorld, from: NetworkName): Promise<void> {
  if (!booted.personBrowser) throw new Error('a world without a browser has no window');
  const names = Object.keys(breakGlassAccounts) as (keyof typeof breakGlassAccounts)[];
  const owners = new Map(names.flatMap((name) => world.keys.keysOf(name).map(({ credentialId }) => [credentialId, name])));
  await openPersonWindow({
    browser: booted.personBrowser,
    exit: world.exits[from],
    keys: names.flatMap((name) => world.keys.keysOf(name)),
    nameOf: ({ credentialId }) => owners.get(credentialId) ?? '',
    url: new URL('/break-glass', world.target.origins.admin),
  });
}
