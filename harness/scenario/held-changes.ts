/** What the mass-change guard has stopped, as an org admin finds it: looked at first, and resumed by what was seen, or thrown away (N-06, N-19). */
import type { SystemRefusal } from '../../system/index.ts';
import type { User } from '../actors/actors.ts';
import type { Expectation } from './scenario.ts';

/** `shown`: what it would have done when it was looked at. */
export type HeldSeen = { readonly id: string; readonly shown: string };
type HeldRead = { readonly held: readonly { readonly id: string; readonly inVain?: string }[] };

const heldBy = async (admin: User): Promise<HeldRead['held']> => ((await admin.readHub('/held')).body as HeldRead).held;

/** The newest, with what it would do now. Empty where nothing was stopped: then there is nothing to resume. */
export async function lookedAtHeld(admin: User): Promise<HeldSeen> {
  const [newest] = await heldBy(admin);
  const id = newest?.id;
  if (id === undefined) return { id: '', shown: '' };
  const { shown = '' } = (await admin.readHub(`/held/dry-run?id=${encodeURIComponent(id)}`)).body as { readonly shown?: string };
  return { id, shown };
}

/** The list says why the only one can be resumed no more, and the button that stands with it throws it away. Break-glass looks, because nobody else may get in by now. */
export const discardedFromTheList = (code: SystemRefusal): Expectation => ({
  claim: `the list says that it can be resumed no more, for ${code}, and its button throws it away`,
  judge: async ({ world }) => {
    const admin = world.actors.breakGlass();
    await admin.signIn();
    const [held] = await heldBy(admin);
    const pressed = await admin.sendHubForm({ page: '/held', form: '/held/discard' });
    const left = (await heldBy(admin)).length;
    const observed = `it says ${held?.inVain ?? 'nothing'}; the button: ${pressed.kind}; left: ${left}`;
    return { judged: held?.inVain === code && pressed.kind === 'ok' && left === 0 ? 'met' : 'not-met', observed };
  },
});
