/** Makes the break-glass accounts when the cloud is provisioned (B-01): each is recorded, none is usable before its registration. */
import type { AuditLog, Random, Store } from '../../kernel/ports.ts';
import { newReference } from '../../kernel/reference.ts';
import { type AccountName, accountsIn } from './stored/accounts.ts';

/** Accounts that exist already are left as they are. Rejects when a record cannot be written; that account then does not exist. */
export async function provisionBreakGlass(
  made: readonly AccountName[],
  { store, audit, random }: { readonly store: Store; readonly audit: AuditLog; readonly random: Random },
): Promise<void> {
  const accounts = accountsIn(store);
  for (const account of made) {
    if (accounts.find(account.name) !== undefined) continue;
    const facts = { account: account.name };
    await audit.append({
      reference: newReference(random),
      event: 'break-glass.account.provisioned',
      code: 'allowed',
      actor: 'provisioning',
      peer: '',
      facts,
    });
    accounts.add(account);
  }
}
