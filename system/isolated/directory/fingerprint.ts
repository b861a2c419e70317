/** A name for the steps of a plan: the same steps over the same people have the same one, whenever they are planned. */
import { createHash } from 'node:crypto';
import type { DirectoryChange } from '../../kernel/directory.ts';

/** SHA-256, base64url. Whoever would be made has another subject with each plan: their place in it stands for it. */
export function fingerprintOfSteps(changes: readonly DirectoryChange[]): string {
  const made = new Map(changes.flatMap((change, at) => (change.kind === 'user-created' ? [[change.user.subject, `new ${at}`]] : [])));
  const text = JSON.stringify(changes, (_name, value: unknown) => (typeof value === 'string' ? (made.get(value) ?? value) : value));
  return createHash('sha256').update(text).digest('base64url');
}
