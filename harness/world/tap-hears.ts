/** The taps of a world, tried before anything that counts: what its accounts just sent must have been heard, at the edge in both directions and at the fault proxy (S1). */
import { hosts } from '../fixtures/fixtures.ts';
import type { ReferenceTarget } from '../target/reference/index.ts';
import type { Surroundings } from './surroundings.ts';

const sent = /^POST \/break-glass\/registration/;

/** Call it after the registration of the accounts. Throws when a tap is mute: nothing that crossed could then be judged. */
export async function demandThatTapsHear({ tap, probe }: Pick<Surroundings, 'tap' | 'probe'>, target: ReferenceTarget): Promise<void> {
  await probe.ask();
  await target.settled();
  const heard = (from: string, to: string, head: RegExp): boolean =>
    tap.crossings.some((crossing) => crossing.from === from && crossing.to === to && head.test(crossing.head));
  const mute = [
    ...(heard('user', 'isolated', sent) ? [] : ['toward the isolated cloud']),
    ...(heard('isolated', 'user', /^tempered-reference: /m) ? [] : ['from the isolated cloud']),
    ...(heard('harness', 'customer', /^GET /) ? [] : [`toward ${hosts.idp}`]),
    ...(heard('customer', 'harness', /^200 /) ? [] : [`from ${hosts.idp}`]),
  ];
  if (mute.length > 0) throw new Error(`the tap hears nothing ${mute.join(', ')}: what crosses there could not be judged`);
}
