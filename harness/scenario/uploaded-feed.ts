/** A feed that an org admin uploads: the file in their hands, a look at what it would do, and its import by the name that the look gave it (N-05, N-06). */
import type { User } from '../actors/actors.ts';
import { fileOf, type HrExport, type HrRecord } from '../automation/index.ts';
import type { Outcome } from '../verdict/results.ts';
import { orgAdmin } from './directory-kit.ts';
import type { Expectation, World } from './scenario.ts';

/** What the personnel system would hand out, as a file in somebody's hands. */
export const feedFile = ({ automation }: World, after: (now: HrExport) => HrExport = (now) => now): Uint8Array =>
  fileOf(after(automation.personnel.honest));

/** Nothing of what was uploaded is kept to be imported, as AdminHub shows it to an org admin. */
export const noUploadWaits: Expectation = {
  claim: 'no uploaded file waits to be imported',
  judge: async ({ world }) => {
    const { outcome, body } = await (await orgAdmin(world)).readHub('/hr-feed');
    if (outcome.kind !== 'ok') return { judged: 'unclear', observed: `the page of the feed was not shown: ${outcome.kind}` };
    const { upload } = body as { readonly upload?: { readonly bytes: number } };
    return upload ? { judged: 'not-met', observed: `a file of ${upload.bytes} bytes waits` } : { judged: 'met', observed: 'none waits' };
  },
};

/** Nine tenths of the longest title that a feed may have: the rest is room for the file to be made longer by. */
const title = 'Fitter'.repeat(30);
const mostNumberBytes = 18;

/** A feed of exactly so many bytes, of as many people as fit: each as any other, and with a long title. */
export const feedOfBytes = (world: World, bytes: number): Uint8Array =>
  feedFile(world, (now) => {
    const person = (number: number, more = 0): HrRecord => ({
      employee_id: `n-${number}`,
      user_name: `new-${number}`,
      email: `new-${number}@acme.test`,
      display_name: `New ${number}`,
      department: 'Assembly',
      title: title + 'r'.repeat(more),
      status: 'active',
    });
    const sizeOf = (people: HrExport['people']): number => fileOf({ ...now, people }).length;
    const each = sizeOf([person(1)]) - sizeOf([]) + mostNumberBytes;
    const numbers = Array.from({ length: Math.floor(bytes / each) - 1 }, (_, at) => at + 1);
    const missing = bytes - sizeOf(numbers.map((number) => person(number)));
    const [more, rest] = [Math.floor(missing / numbers.length), missing % numbers.length];
    return { ...now, people: numbers.map((number) => person(number, more + (number <= rest ? 1 : 0))) };
  });

/** Uploads a file and looks at what it would do: its name, by which it is imported. Throws when it was not taken. */
export async function uploadedAndLookedAt(admin: User, file: Uint8Array): Promise<string> {
  const { outcome } = await admin.uploadTo('hr-feed/upload', file);
  const { shown } = (await admin.readHub('/hr-feed/upload/dry-run')).body as { readonly shown?: string };
  if (outcome.kind !== 'ok' || shown === undefined) throw new Error(`the file was not taken: ${JSON.stringify(outcome)}`);
  return shown;
}

export const importUploaded = async (admin: User, shown: string): Promise<Outcome> =>
  (await admin.administer('hr-feed/upload/import', { shown })).outcome;
