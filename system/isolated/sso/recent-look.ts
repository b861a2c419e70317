/** Keeps what a look at the identity provider came to for a moment, so that a crowd of sign-ins asks it once. */
import type { Clock } from '../../kernel/ports.ts';

const keptMs = 5_000;

/** `about` names all of the settings that the look depends on. Those who ask at the same moment share one answer; a clock that jumped makes it old. */
export function recentLook<Settings, Found>(
  clock: Clock,
  { about, look }: { about(settings: Settings): unknown; look(settings: Settings): Promise<Found> },
): (settings: Settings) => Promise<Found> {
  let last: { readonly about: string; readonly atMs: number; readonly found: Promise<Found> } | undefined;
  return (settings) => {
    const named = JSON.stringify(about(settings));
    if (last?.about !== named || Math.abs(clock.now() - last.atMs) >= keptMs)
      last = { about: named, atMs: clock.now(), found: look(settings) };
    return last.found;
  };
}
