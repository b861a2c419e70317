/** One disturbance at a time: from honest into one mode and back again. */
import type { Undo } from '../idp/driver.ts';

export type ModeSwitch<Mode extends string> = {
  now(): Mode | 'honest';
  /** `install` brings the mode about. Throws `AlreadyDisturbed` unless honest now. The returned function heals, and does nothing a second time. */
  enter(mode: Mode, install: () => Promise<void>): Promise<Undo>;
  /** Ends the switching: from now on this is the mode, and nothing heals. */
  stay(mode: Mode): void;
};

/** `heal` brings the honest mode back; when it fails, the mode stays and the healer rejects. `what` names the disturbed thing for people. */
export function modeSwitch<Mode extends string>(what: string, heal: () => Promise<void>): ModeSwitch<Mode> {
  let current: Mode | 'honest' = 'honest';
  const healFrom = async (mode: Mode): Promise<void> => {
    if (current !== mode) return;
    await heal();
    current = 'honest';
  };
  return {
    now: () => current,
    stay: (mode) => {
      current = mode;
    },
    async enter(mode, install) {
      if (current !== 'honest') throw new AlreadyDisturbed(what, current, mode);
      current = mode;
      try {
        await install();
      } catch (error) {
        current = 'honest';
        throw error;
      }
      let healed: Promise<void> | undefined;
      return () => {
        healed ??= healFrom(mode);
        return healed;
      };
    },
  };
}

/** Two disturbances at once would make both verdicts worthless. */
export class AlreadyDisturbed extends Error {
  override readonly name = 'AlreadyDisturbed';
  constructor(what: string, is: string, wanted: string) {
    super(`${what} is already ${is} and cannot become ${wanted}: heal the first fault before the next one`);
  }
}
