/** The mailbox takes what is handed in over SMTP, and gives each address its own. */
import { afterEach, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from '../fakes/mailbox/index.ts';
import { smtpMail } from '../system/kernel/mail.ts';

let mailbox: Mailbox | undefined;
afterEach(async () => {
  await mailbox?.close();
  mailbox = undefined;
});

async function opened() {
  let nowMs = 1_000;
  mailbox = await startMailbox({ now: () => nowMs });
  return {
    mailbox,
    mail: smtpMail({ ...mailbox.smtp, from: 'desk@desk.provider.test' }),
    at: (ms: number) => {
      nowMs = ms;
    },
  };
}

test('keeps subject, text, links and the time of arrival, for each address', async () => {
  const { mailbox, mail, at } = await opened();
  const long = `https://admin.acme.isolated.test/break-glass/registration#${'a1_-'.repeat(40)}`;
  await mail.send({
    to: 'one@acme-recovery.test',
    subject: 'First',
    text: `Grüße, ${'much text '.repeat(20)}\n\n${long}\n\n= equals, and a line that ends.\n.\n..dots\n`,
  });
  at(2_000);
  await mail.send({ to: 'two@acme-recovery.test', subject: 'Second', text: 'no link here\n' });
  const [first] = mailbox.messages('one@acme-recovery.test');
  expect(first).toMatchObject({ to: 'one@acme-recovery.test', subject: 'First', receivedAtMs: 1_000 });
  expect(first?.links.map(({ href }) => href)).toEqual([long]);
  expect(first?.text).toContain(`Grüße, ${'much text '.repeat(20).trimEnd()}`);
  expect(first?.text).toContain('= equals, and a line that ends.\n.\n..dots');
  expect(mailbox.messages('two@acme-recovery.test')).toMatchObject([{ subject: 'Second', receivedAtMs: 2_000, links: [] }]);
  expect(mailbox.messages('nobody@acme-recovery.test')).toEqual([]);
  mailbox.clear();
  expect(mailbox.all()).toEqual([]);
});

test.each(['one@acme.test, two@acme.test', 'one@acme.test\r\nBcc: two@acme.test', 'One <one@acme.test>', 'one@acme', ''])(
  'the mail port sends nothing to %j',
  async (to) => {
    const { mailbox, mail } = await opened();
    await expect(mail.send({ to, subject: 'x', text: 'x' })).rejects.toThrow(TypeError);
    expect(mailbox.all()).toEqual([]);
  },
);

test('the mail port rejects when nobody takes the message', async () => {
  const { mailbox: gone, mail } = await opened();
  await gone.close();
  mailbox = undefined;
  await expect(mail.send({ to: 'one@acme.test', subject: 'x', text: 'x' })).rejects.toThrow();
});

test('a page shows the mail as text, to this machine only', async () => {
  const { mailbox, mail } = await opened();
  await mail.send({ to: 'one@acme.test', subject: '<b>bold</b>', text: 'see https://admin.acme.isolated.test/x#t and <script>' });
  const page = await (await fetch(mailbox.url)).text();
  expect(page).toContain('&#60;b&#62;bold');
  expect(page).toContain('<a href="https://admin.acme.isolated.test/x#t"');
  expect(page).not.toContain('<script>');
  expect(await (await fetch(new URL('messages', mailbox.url))).json()).toHaveLength(1);
  expect((await fetch(new URL('other', mailbox.url))).status).toBe(404);
});
