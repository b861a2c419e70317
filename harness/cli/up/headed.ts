/** Opens a window of a full browser in a running world, with the keys of the break-glass accounts in it. */
import { openPersonWindow } from '../../actors/index.ts';
import { breakGlassAccounts, type NetworkName, networks } from '../../fixtures/fixtures.ts';
import type { Booted } from '../../run/boot.ts';
import { findWindowBrowser } from '../../setup/browser.js';
import type { RunningWorld } from '../../world/world.ts';
import { UsageError } from '../usage-error.ts';

export const networkNames = Object.keys(networks) as readonly NetworkName[];

/** Asked before anything starts. Throws `UsageError` when no browser of this machine has a window, or there is no screen. */
export function demandWindow(environment: Readonly<Record<string, string | undefined>> = process.env): void {
  const found = findWindowBrowser(environment);
  if ('missing' in found) throw new UsageError(`--headed: ${found.missing}. To have one: ${found.remedy}`);
  const screen = environment.DISPLAY || environment.WAYLAND_DISPLAY;
  if (process.platform === 'linux' && !screen)
    throw new UsageError('--headed: there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set). To have one: a desktop, or xvfb-run');
}

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
