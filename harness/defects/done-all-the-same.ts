/** Systems that say no and do something all the same: the refusal is on record as it should be, and what was to stay as it is does not (N-02, N-06, N-07, I-08). */
import type { SystemRefusal } from '../../system/index.ts';
import { feedFile } from '../scenario/index.ts';
import type { RunningWorld } from '../world/world.ts';
import type { WorldDefect } from './defect.ts';

type View = RunningWorld['view'];
type Actors = View['actors'];
type Deed = { readonly what: string; do(view: View): Promise<void> };

/** Once, at the first refusal with this code. Rejects when what is to be done cannot be. */
const doneAllTheSame = (code: SystemRefusal, deed: Deed): WorldDefect => ({
  name: `done-all-the-same:${code}`,
  kind: 'world',
  breaks: `What is refused with ${code} comes with a change all the same: ${deed.what}.`,
  async spoil({ target, view }) {
    const { decision } = target;
    let done = false;
    const decided: typeof decision = async (reference) => {
      const records = await decision(reference);
      if (done || !records.some((record) => record.code === code)) return records;
      done = true;
      await deed.do(view);
      return records;
    };
    Object.assign(target, { decision: decided });
  },
});

async function adaOnAdminHub(actors: Actors): Promise<ReturnType<Actors['user']>> {
  const ada = actors.user({ as: 'ada' });
  await ada.signIn();
  await ada.open('admin');
  return ada;
}

async function changedByAda(actors: Actors, what: string, form: Readonly<Record<string, string>>): Promise<void> {
  const { outcome } = await (await adaOnAdminHub(actors)).administer(what, form);
  if (outcome.kind !== 'ok') throw new Error(`the planted change was not made: ${JSON.stringify(outcome)}`);
}

/** The directory is another one after the refusal. */
export const changesTheDirectoryAndRefuses = (code: SystemRefusal): WorldDefect =>
  doneAllTheSame(code, {
    what: 'there is a group more in the directory',
    do: ({ actors }) => changedByAda(actors, 'groups/create', { name: 'Made all the same' }),
  });

/** The issue is there after the refusal. */
export const opensTheIssueAndRefuses = (code: SystemRefusal, title: string): WorldDefect =>
  doneAllTheSame(code, {
    what: 'the issue is there',
    do: async ({ actors }) => {
      const writer = actors.user({ as: 'ada' });
      await writer.signIn();
      const { outcome } = await writer.openIssue({ title, readers: 'all' });
      if (outcome.kind !== 'ok') throw new Error(`the planted issue was not opened: ${JSON.stringify(outcome)}`);
    },
  });

/** The newest refusal on record is somebody else's. */
export const blamesAnotherAndRefuses = (code: SystemRefusal): WorldDefect =>
  doneAllTheSame(code, {
    what: 'the newest refusal with this code is about a colleague, who is suspended now',
    do: async ({ actors }) => {
      const colleague = await actors.user({ as: 'uma' }).signIn();
      if (colleague.kind !== 'ok') throw new Error(`the colleague did not get in: ${JSON.stringify(colleague)}`);
      await changedByAda(actors, 'people/suspend', { subject: colleague.actor ?? '' });
      const refused = await actors.user({ as: 'uma' }).signIn();
      if (refused.kind !== 'refused') throw new Error(`the colleague was not refused: ${JSON.stringify(refused)}`);
    },
  });

/** A file of the HR feed waits to be imported after the refusal. */
export const keepsAnUploadAndRefuses = (code: SystemRefusal): WorldDefect =>
  doneAllTheSame(code, {
    what: 'a file is kept, and waits to be imported',
    do: async (view) => {
      const { outcome } = await (await adaOnAdminHub(view.actors)).uploadTo('hr-feed/upload', feedFile(view));
      if (outcome.kind !== 'ok') throw new Error(`the planted file was not kept: ${JSON.stringify(outcome)}`);
    },
  });

/** Somebody else takes it back as soon as the next person comes to another page than AdminHub's: a change that is answered and recorded as done, and does not last. */
export const groupsDoNotLast: WorldDefect = {
  name: 'undone:directory.group.changed',
  kind: 'world',
  breaks: 'A group that was made is gone again when somebody looks.',
  async spoil({ target, view }) {
    const { decision } = target;
    let made = false;
    const decided: typeof decision = async (reference) => {
      const records = await decision(reference);
      const [record] = records;
      if (record?.event === 'directory.group.changed') made ||= record.code === 'allowed';
      if (!made || !record?.event.startsWith('tracker.')) return records;
      made = false;
      await withoutGroups(view.actors);
      made = false;
      return records;
    };
    Object.assign(target, { decision: decided });
  },
};

async function withoutGroups(actors: Actors): Promise<void> {
  const ada = await adaOnAdminHub(actors);
  const { groups } = (await ada.readHub('/groups')).body as { readonly groups: readonly { readonly id: string }[] };
  for (const { id } of groups) await ada.administer('groups/remove', { group: id });
}
