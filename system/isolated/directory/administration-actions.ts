/** What org admins, and break-glass for them, do to the directory by AdminHub's API: the only way to the org-admin role (S10). */
import { jsonAnswer } from '../../kernel/answer.ts';
import type { ContextAction } from '../../kernel/context-actions.ts';
import type { DirectoryChange } from '../../kernel/directory.ts';
import { demand } from '../../kernel/refusal.ts';
import { type AdministrationParts, administrationFacts, type Doing, type Forms, formAction } from './administration-parts.ts';
import { takeBack } from './take-back.ts';

const shownPeople = 200;

export function administrationActions(parts: AdministrationParts, forms: Forms): readonly ContextAction[] {
  const form = formAction(parts, forms);
  return [
    {
      method: 'GET',
      path: '/api/directory',
      event: 'directory.shown',
      run: (who) => jsonAnswer({ formToken: forms.formToken(who), ...overview(parts) }),
    },
    form('/api/directory/people', 'directory.person.changed', changePerson(parts)),
    form('/api/directory/connectors', 'directory.connector.changed', changeConnector(parts)),
    form('/api/directory/domains', 'directory.domain.changed', changeDomain(parts)),
  ];
}

function overview({ directory: { stored, domains }, connectors, held, active }: AdministrationParts) {
  const { people, groups } = stored;
  return {
    people: people.count(),
    active: people.countActive(),
    orgAdmins: people.activeOrgAdmins(),
    groups: groups.list().map(({ id, name, managedBy }) => ({ id, name, managedBy, members: groups.countMembers(id) })),
    connectors: connectors.list().map(({ tokenHandle: _secret, ...shown }) => shown),
    domains: domains.list(),
    rules: active.current(),
    held: held.list().map(({ wish: _kept, ...shown }) => shown),
    first: people
      .list({ offset: 0, limit: shownPeople })
      .map(({ subject, userName, status, roles, managedBy }) => ({ subject, userName, status, roles, managedBy })),
  };
}

/** `do`: suspend, reactivate, grant-org-admin, revoke-org-admin. */
const changePerson =
  ({ directory, changing, table }: AdministrationParts): Doing =>
  async ({ form }, asker) => {
    const { subject = '' } = form;
    const wanted: Readonly<Record<string, DirectoryChange>> = {
      suspend: { kind: 'user-suspended', subject },
      reactivate: { kind: 'user-reactivated', subject },
      'grant-org-admin': { kind: 'role-granted', subject, role: 'org-admin' },
      'revoke-org-admin': { kind: 'role-revoked', subject, role: 'org-admin' },
    };
    const change = Object.hasOwn(wanted, form.do ?? '') ? wanted[form.do ?? ''] : undefined;
    const found = directory.stored.people.find(subject) !== undefined;
    demand(table, administrationFacts({ actionKnown: change !== undefined, found }));
    await changing.change({ ...asker, origin: 'by-hand', changes: change ? [change] : [] });
    return { subject, done: form.do };
  };

/** `do`: make, revoke, resume (goes on with an empty window), discard (its token is revoked, and what it took away within its window comes back). */
const changeConnector =
  (parts: AdministrationParts): Doing =>
  async ({ form }, asker) => {
    const { connectors, window, table } = parts;
    const { name = '', issuer } = form;
    const action = form.do ?? '';
    const found = action === 'make' || connectors.find(name) !== undefined;
    const actionKnown = ['make', 'revoke', 'resume', 'discard'].includes(action);
    demand(table, administrationFacts({ actionKnown, found, nameUsable: /^[a-z0-9-]{1,40}$/.test(name) }));
    if (action === 'make') return { name, token: connectors.make({ name, ...(issuer ? { issuer } : {}) }) };
    if (action === 'resume') {
      window.forgetAll(name);
      connectors.goOn(name);
    } else connectors.revoke(name);
    if (action !== 'discard') return { name, done: action };
    const undone = await takeBack(parts, name, asker);
    window.forgetAll(name);
    return { name, done: action, undone };
  };

/** `do`: claim, verify, remove. */
const changeDomain =
  ({ directory: { domains }, table }: AdministrationParts): Doing =>
  async ({ form }) => {
    const { domain = '' } = form;
    const action = form.do ?? '';
    demand(table, administrationFacts({ actionKnown: ['claim', 'verify', 'remove'].includes(action) }));
    if (action === 'claim') return domains.claim(domain);
    if (action === 'verify') return domains.verify(domain);
    domains.remove(domain);
    return { domain, done: action };
  };
