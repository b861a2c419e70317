/** The mail port over SMTP: one plain-text message to one address, handed to a relay in bounded time. RFC 5321 §4.5.3.2. */
import { createTransport } from 'nodemailer';
import type { Mail } from './ports.ts';

export type SmtpConfig = { readonly host: string; readonly port: number; readonly from: string };

const bounds = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 } as const;

/** One address and nothing that a relay could read as a second one, or as a header (D-05). */
const oneAddress = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/** Rejects when the relay did not accept the message in time. `opens` declares the socket to whoever watches sockets. */
export function smtpMail(config: SmtpConfig, opens: <T>(work: () => T) => T = (work) => work()): Mail {
  const transport = createTransport({
    host: config.host,
    port: config.port,
    secure: false,
    ignoreTLS: true,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...bounds,
  });
  return {
    send: async ({ to, subject, text }) => {
      if (!oneAddress.test(to)) throw new TypeError('mail goes to exactly one plain address');
      await opens(() => transport.sendMail({ from: config.from, to, subject, text }));
    },
  };
}
