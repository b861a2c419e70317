/** The mailbox: takes every mail that the system sends, and shows it to whoever owns the address. */
import { serveListing } from './listing.ts';
import { type MailMessage, readMessage } from './message.ts';
import { listenSmtp } from './smtp.ts';

export type { MailMessage } from './message.ts';

export type Mailbox = {
  /** Where mail is handed in. */
  readonly smtp: { readonly host: string; readonly port: number };
  /** What arrived for exactly this address, oldest first. */
  messages(address: string): readonly MailMessage[];
  all(): readonly MailMessage[];
  clear(): void;
  /** A page for people: the mail, newest first. */
  readonly url: string;
  close(): Promise<void>;
};

/** Starts on ephemeral ports of `address`. `now` gives the instant of arrival, in milliseconds since the epoch. */
export async function startMailbox({
  now,
  address = '127.0.0.1',
}: {
  readonly now: () => number;
  readonly address?: string;
}): Promise<Mailbox> {
  let received: readonly MailMessage[] = [];
  const smtp = await listenSmtp({
    address,
    take: ({ raw, recipients }) => {
      const receivedAtMs = now();
      received = [...received, ...recipients.map((recipient) => readMessage(raw, { recipient, receivedAtMs }))];
    },
  });
  const listing = await serveListing(() => received, address);
  return {
    smtp: { host: smtp.address, port: smtp.port },
    messages: (to) => received.filter((message) => message.to === to),
    all: () => received,
    clear: () => {
      received = [];
    },
    url: listing.url.href,
    close: async () => void (await Promise.all([smtp.close(), listing.close()])),
  };
}
