/** Undoes what a connector took away within its window, when an org admin throws it away (N-07, N-19). Threat: somebody with whom an org admin has dealt since comes back by it. */
import type { DirectoryChange, DirectoryUser } from '../../kernel/directory.ts';
import type { Asker } from '../../kernel/directory-administration.ts';
import type { AdministrationParts } from './administration/parts.ts';
import { managerOf } from './connectors.ts';

/** As far as it is still there: whoever was removed is not, and whoever was changed by anybody else since stays as they are. `also` is done with it, or not at all. Returns how many steps it took. */
export async function takeBack(
  { changing, directory, window }: AdministrationParts,
  connector: string,
  { by, also }: { readonly by: Asker; readonly also?: () => void },
): Promise<number> {
  const { people, groups } = directory.stored;
  const { suspended, changed, membershipsLost } = window.taken(connector);
  const lastDoneAtMs = new Map<string, number>();
  for (const { subject, atMs } of [...suspended, ...changed, ...membershipsLost])
    lastDoneAtMs.set(subject, Math.max(atMs, lastDoneAtMs.get(subject) ?? 0));
  const asLeft = (subject: string): DirectoryUser | undefined => {
    const user = people.find(subject);
    return user && user.changedAtMs <= (lastDoneAtMs.get(subject) ?? 0) ? user : undefined;
  };
  const source = managerOf(connector);
  const reactivated = suspended.flatMap(({ subject }): readonly DirectoryChange[] =>
    asLeft(subject)?.suspendedBy === source ? [{ kind: 'user-reactivated', subject }] : [],
  );
  const joined = membershipsLost.flatMap(({ subject, group = '' }): readonly DirectoryChange[] => {
    const isOut = asLeft(subject)?.memberships.every((each) => each.group !== group) === true;
    return isOut && groups.find(group) !== undefined ? [{ kind: 'member-added', group, subject, source }] : [];
  });
  const changes = [...reactivated, ...joined];
  await changing.change({ ...by, origin: 'by-hand', changes, ...(also ? { also } : {}) });
  return changes.length;
}
