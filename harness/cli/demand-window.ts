/** Whether this machine can show a browser with a window, asked before anything starts. */
import { findWindowBrowser } from '../setup/browser.js';
import { UsageError } from './usage-error.ts';

/** Throws `UsageError` when no browser of this machine has a window, or there is no screen. */
export function demandWindow(environment: Readonly<Record<string, string | undefined>> = process.env): void {
  const found = findWindowBrowser(environment);
  if ('missing' in found) throw new UsageError(`--headed: ${found.missing}. To have one: ${found.remedy}`);
  const screen = environment.DISPLAY || environment.WAYLAND_DISPLAY;
  if (process.platform === 'linux' && !screen)
    throw new UsageError('--headed: there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set). To have one: a desktop, or xvfb-run');
}
