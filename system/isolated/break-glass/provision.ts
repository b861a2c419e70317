/** Makes the break-glass accounts when the cloud is provisioned (B-01): each is recorded, none is usable before its registration. */
import { newReference } from '../../kernel/reference.ts';
import type { AccountName } from './accounts.ts';
import type { Parts } from './parts.ts';

/** Accounts that exist already are left as they are. Rejects when a record cannot be written; that account then does not exist. */
export async function provision({ accounts, audit, random }: Parts, made: readonly AccountName[]): Promise<void> {
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
