/** Records that cannot be trusted: a decision that nobody can find, and a log that was changed on disk (G-04, H-11). */
import { readFile, writeFile } from 'node:fs/promises';
import type { WorldDefect } from './defect.ts';

export const decisionsWithoutRecord: WorldDefect = {
  name: 'world:decisions-without-record',
  kind: 'world',
  breaks: 'Whoever asks for the record of a decision finds none.',
  spoil: async ({ target }) => void Object.assign(target, { decision: async () => [] }),
};

/** Names another actor in the oldest record; every line still parses. Throws when there is nothing to change. */
export const changedLog: WorldDefect = {
  name: 'world:changed-log',
  kind: 'world',
  breaks: 'Somebody changed a record of the audit log of the cloud on disk.',
  async spoil({ target }) {
    const file = target.auditFiles.cloud ?? '';
    const before = await readFile(file, 'utf8');
    const after = before.replace('"actor":"system"', '"actor":"nobody"');
    if (after === before) throw new TypeError('the audit log has no record of the system to change');
    await writeFile(file, after);
  },
};
