/** Whom a step of a change is about. */
import type { DirectoryChange } from '../../kernel/directory.ts';

/** The subject of the person; undefined for a step that is about a group alone. */
export function subjectOf(change: DirectoryChange): string | undefined {
  if (change.kind === 'user-created') return change.user.subject;
  return 'subject' in change ? change.subject : undefined;
}
