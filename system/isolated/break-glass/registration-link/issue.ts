/** Issues a registration link for one account, on the desk's word: recorded first, then handed over (D-04, D-05, F-07). */

import { newReference } from '../../../kernel/reference.ts';
import type { LinkAnswer, LinkRequest } from '../../../kernel/registration-link.ts';
import { judge } from '../../../kernel/rule.ts';
import type { Parts } from '../parts.ts';

/** Rejects when the record cannot be written; then there is no link. */
export async function issueLink(
  { accounts, links, audit, random, policy }: Parts,
  { account, operator }: LinkRequest,
): Promise<LinkAnswer> {
  const known = accounts.find(account);
  const judgement = judge(policy.tables.registrationLink, { accountKnown: known !== undefined });
  const entry = { reference: newReference(random), event: 'break-glass.registration-link.issued' as const, actor: operator, peer: '' };
  if (!judgement.allowed || known === undefined) {
    const code = judgement.allowed ? 'break-glass.registration-link.account-unknown' : judgement.code;
    await audit.append({ ...entry, code, facts: { account: 'unknown' } });
    return { kind: 'refused', code };
  }
  const issued = links.issue(account);
  await audit.append({ ...entry, code: 'allowed', facts: { account, link: issued.name, endsAtMs: issued.endsAtMs } });
  return { kind: 'issued', token: issued.token, to: known.email, link: issued.name, endsAtMs: issued.endsAtMs };
}
