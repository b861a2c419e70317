/** From the desk's word to a registered key: hop, link, mail, and a record on both sides. */
import { afterEach, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from '../fakes/mailbox/index.ts';
import { createWorkloadAuthority } from '../harness/authority/workload-authority.ts';
import { registrationLinkPath } from '../system/isolated/break-glass/index.ts';
import { hopTo } from '../system/kernel/hop.ts';
import { listenForRole } from '../system/kernel/listener.ts';
import { smtpMail } from '../system/kernel/mail.ts';
import type { AuditEntry, Mail } from '../system/kernel/ports.ts';
import { judge } from '../system/kernel/rule.ts';
import type { Role } from '../system/kernel/workload.ts';
import { createSupportDesk, type LinkFacts, linkRules } from '../system/support-desk/index.ts';
import { account, adminHost, type Door, lastCode, openDoor, registerAt, signInAt } from './break-glass-door.ts';
import { silentLog, systemRandom } from './manual-ports.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function openDesk(options: { readonly mail?: Mail; readonly role?: Role } = {}) {
  const door: Door = await openDoor();
  const authority = await createWorkloadAuthority({ name: 'Workloads of the desk test' });
  const refusals: string[] = [];
  const listener = await listenForRole({
    address: '127.0.0.1',
    identity: await authority.certificateFor('break-glass'),
    accepts: 'support-desk',
    handle: door.breakGlass.deskHandler,
    refused: (why) => refusals.push(why),
  });
  const hop = hopTo(
    { address: listener.address, port: listener.port, role: 'break-glass' },
    await authority.certificateFor(options.role ?? 'support-desk'),
  );
  const mailbox: Mailbox = await startMailbox({ now: door.clock.now });
  const records: AuditEntry[] = [];
  const mail = options.mail ?? smtpMail({ ...mailbox.smtp, from: 'desk@desk.provider.test' });
  const audit = { append: async (entry: AuditEntry) => void records.push(entry) };
  const desk = createSupportDesk(
    { adminHost, registrationLinkPath },
    { random: systemRandom, audit, log: silentLog, mail, breakGlass: hop },
  );
  closing.push(door.close, listener.close, hop.close, mailbox.close);
  return { door, desk, mailbox, records, refusals, listener };
}

test('a link goes to the registered address, opens registration, and is recorded alike on both sides', async () => {
  const { door, desk, mailbox, records } = await openDesk();
  await desk.issueLink({ account: account.name, operator: 'desk-operator' });
  expect(mailbox.all().map(({ to }) => to)).toEqual([account.email]);
  const [link] = mailbox.messages(account.email)[0]?.links ?? [];
  expect(`${link?.origin}${link?.pathname}`).toBe(`https://${adminHost}/break-glass/registration`);
  const token = link?.hash.slice(1) ?? '';
  const own = door.newAuthenticator();
  await registerAt(door, { authenticator: own, token });
  expect((await signInAt(door, { authenticator: own })).status).toBe(303);
  const inside = door.records.find(({ event }) => event === 'break-glass.registration-link.issued');
  expect(records).toMatchObject([
    {
      event: 'support-desk.registration-link.issued',
      code: 'allowed',
      actor: 'desk-operator',
      facts: { account: account.name, link: inside?.facts.link },
    },
  ]);
  expect(JSON.stringify([records, door.records])).not.toContain(token);
});

test('an unknown account is refused and recorded on both sides, and nobody gets mail', async () => {
  const { door, desk, mailbox, records } = await openDesk();
  await expect(desk.issueLink({ account: 'harbour-nine', operator: 'desk-operator' })).rejects.toMatchObject({
    code: 'support-desk.registration-link.break-glass-refused',
  });
  expect(records.at(-1)?.code).toBe('support-desk.registration-link.break-glass-refused');
  expect(lastCode(door)).toBe('break-glass.registration-link.account-unknown');
  expect(mailbox.all()).toEqual([]);
});

test.each(['*', 'harbour-one,harbour-two', '', 'HARBOUR-ONE'])(
  'a request that does not name one account (%j) gets no link',
  async (name) => {
    const { desk, mailbox } = await openDesk();
    await expect(desk.issueLink({ account: name, operator: 'desk-operator' })).rejects.toMatchObject({
      code: 'support-desk.registration-link.break-glass-silent',
    });
    expect(mailbox.all()).toEqual([]);
  },
);

test('break-glass hears no other role than the desk', async () => {
  const { door, desk, refusals } = await openDesk({ role: 'tracker' });
  await expect(desk.issueLink({ account: account.name, operator: 'desk-operator' })).rejects.toMatchObject({
    code: 'support-desk.registration-link.break-glass-silent',
  });
  expect(refusals).toContain('workload.connection.another-role');
  expect(door.records.some(({ event }) => event === 'break-glass.registration-link.issued')).toBe(false);
});

test('a mail that was not taken is a refusal with its own code', async () => {
  const { desk, records } = await openDesk({ mail: { send: async () => Promise.reject(new TypeError('no relay')) } });
  await expect(desk.issueLink({ account: account.name, operator: 'desk-operator' })).rejects.toMatchObject({
    code: 'support-desk.registration-link.mail-not-accepted',
  });
  expect(records).toHaveLength(1);
});

test('no link leaves when its record cannot be written', async () => {
  const { door, desk, mailbox } = await openDesk();
  door.lose('break-glass.registration-link.issued');
  await expect(desk.issueLink({ account: account.name, operator: 'desk-operator' })).rejects.toMatchObject({
    code: 'support-desk.registration-link.break-glass-silent',
  });
  expect(mailbox.all()).toEqual([]);
});

test.each<[string, Partial<LinkFacts>]>([
  ['break-glass-silent', { breakGlass: 'silent' }],
  ['break-glass-refused', { breakGlass: 'refused' }],
  ['mail-not-accepted', { mail: 'not-accepted' }],
])('the table refuses with %s on that fact alone', (reason, change) => {
  const honest: LinkFacts = { breakGlass: 'issued', mail: 'accepted' };
  expect(judge(linkRules, honest)).toEqual({ allowed: true });
  expect(judge(linkRules, { ...honest, ...change })).toMatchObject({ code: `support-desk.registration-link.${reason}` });
});
