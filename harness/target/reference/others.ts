/** What stands around the reference implementation and is not of it: the mailbox of the roster, the personnel system, the name system of the world outside, and the customer's start page. */
import { type HrFeed, type Mailbox, type NameServer, startHrFeed, startMailbox, startNameServer } from '../../../fakes/index.ts';
import { hosts } from '../../fixtures/fixtures.ts';
import { type OpenLaunchpad, openLaunchpad } from './launchpad.ts';
import type { ReferenceOptions } from './options.ts';

export type Others = {
  readonly mailbox: Mailbox;
  readonly hrFeed: HrFeed;
  readonly nameServer: NameServer;
  readonly launchpad: OpenLaunchpad;
  /** As they were on the first day. */
  clear(): void;
  close(): Promise<void>;
};

/** The names under which they are found are set. */
export async function startOthers(options: ReferenceOptions): Promise<Others> {
  const mailbox = await startMailbox({ now: options.clock.now });
  const hrFeed = await startHrFeed(await options.authority.leafFor(hosts.hr));
  options.names.set(hosts.hr, hrFeed);
  const nameServer = await startNameServer();
  const launchpad = await openLaunchpad(options);
  return {
    mailbox,
    hrFeed,
    nameServer,
    launchpad,
    clear: () => {
      for (const other of [mailbox, hrFeed, nameServer, launchpad]) other.clear();
    },
    close: async () => {
      for (const other of [mailbox, hrFeed, nameServer, launchpad]) await other.close();
    },
  };
}

/** What of them a scenario or the report may see. */
export const sidesOf = ({ mailbox, hrFeed, nameServer, launchpad }: Others) => ({
  mailbox: { messages: async (address: string) => mailbox.messages(address) },
  mailboxUrl: mailbox.url,
  hrFeed,
  names: nameServer,
  startPage: launchpad,
});
