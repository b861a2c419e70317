/** Whom a step of a change is about, and whether it ends their being in. */
import type { DirectoryChange } from '../../kernel/directory.ts';

/** The subject of the person; undefined for a step that is about a group alone. */
export function subjectOf(change: DirectoryChange): string | undefined {
  if (change.kind === 'user-created') return change.user.subject;
  return 'subject' in change ? change.subject : undefined;
}

/** Whoever is suspended or removed is not in any more, and their sessions end. */
export const endsSomebody = (change: DirectoryChange): change is DirectoryChange & { readonly kind: 'user-suspended' | 'user-removed' } =>
  change.kind === 'user-suspended' || change.kind === 'user-removed';
