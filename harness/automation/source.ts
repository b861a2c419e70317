/** One source of the customer's automation: what it says on any day, and what it says while one disturbance lasts. */
import { modeSwitch } from '../fault-proxy/mode-switch.ts';
import type { Undo } from '../idp/driver.ts';

export type Source<Said> = {
  readonly honest: Said;
  now(): Said;
  /** `what` names the disturbance. Rejects with `AlreadyDisturbed` when there is one already; the returned function heals. */
  disturb(what: string, change: (honest: Said) => Said): Promise<Undo>;
};

/** `spread` is called whenever what it says has become something else. */
export function sourceOf<Said>(name: string, honest: Said, spread: () => void = () => {}): Source<Said> {
  let said = honest;
  const say = async (next: Said): Promise<void> => {
    said = next;
    spread();
  };
  const mode = modeSwitch<string>(name, () => say(honest));
  return {
    honest,
    now: () => said,
    disturb: (what, change) => mode.enter(what, () => say(change(honest))),
  };
}
