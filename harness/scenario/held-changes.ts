/** What the mass-change guard has stopped, as an org admin finds it: looked at first, and resumed by what was seen (N-06, N-19). */
import type { User } from '../actors/actors.ts';

/** `shown`: what it would have done when it was looked at. */
export type HeldSeen = { readonly id: string; readonly shown: string };
type HeldRead = { readonly held: readonly { readonly id: string }[] };

/** The newest, with what it would do now. Empty where nothing was stopped: then there is nothing to resume. */
export async function lookedAtHeld(admin: User): Promise<HeldSeen> {
  const { held } = (await admin.readHub('/held')).body as HeldRead;
  const id = held[0]?.id;
  if (id === undefined) return { id: '', shown: '' };
  const { shown = '' } = (await admin.readHub(`/held/dry-run?id=${encodeURIComponent(id)}`)).body as { readonly shown?: string };
  return { id, shown };
}
