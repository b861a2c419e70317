/** The sessions that run, as AdminHub lists them to an org admin. */
import type { User } from '../actors/actors.ts';

type Listed = { readonly sessions: readonly { readonly handle: string; readonly subject: string }[] };

/** The handle of the newest session of this subject. Throws when there is none. */
export async function handleOfSession(admin: User, subject: string): Promise<string> {
  const { outcome, body } = await admin.readHub('/sessions');
  const found = outcome.kind === 'ok' ? (body as Listed).sessions.find((each) => each.subject === subject) : undefined;
  if (!found) throw new Error(`AdminHub lists no session of that person: ${outcome.kind}`);
  return found.handle;
}
