/** A feed that an org admin uploads: the file in their hands, a look at what it would do, and its import by the name that the look gave it (N-05, N-06). */
import type { User } from '../actors/actors.ts';
import { fileOf, type HrExport } from '../automation/index.ts';
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

/** What the personnel system would hand out, as a file in somebody's hands. */
export const feedFile = ({ automation }: World, after: (now: HrExport) => HrExport = (now) => now): Uint8Array =>
  fileOf(after(automation.personnel.honest));

/** Uploads a file and looks at what it would do: its name, by which it is imported. Throws when it was not taken. */
export async function uploadedAndLookedAt(admin: User, file: Uint8Array): Promise<string> {
  const { outcome } = await admin.uploadTo('hr-feed/upload', file);
  const { shown } = (await admin.readHub('/hr-feed/upload/dry-run')).body as { readonly shown?: string };
  if (outcome.kind !== 'ok' || shown === undefined) throw new Error(`the file was not taken: ${JSON.stringify(outcome)}`);
  return shown;
}

export const importUploaded = async (admin: User, shown: string): Promise<Outcome> =>
  (await admin.administer('hr-feed/upload/import', { shown })).outcome;
