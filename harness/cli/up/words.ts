/** What `up` tells a person: where everything is, who may sign in, and how one's own browser gets there. */
import { table } from '../table.ts';
import type { UpDocument } from './description.ts';

export function inWords(up: UpDocument, because: string): string {
  const { hq } = up.exits;
  const sections = [
    `The world is up, with ${up.idp.driver} ${up.idp.version}: ${because}. Seed ${up.seed}.`,
    section('Pages', urls(up)),
    section('People, who sign in at the tracker', people(up)),
    section(`Break-glass accounts, who sign in at ${up.breakGlass.signInUrl} from ${up.breakGlass.ranges.join(', ')} only`, accounts(up)),
    section('Networks: each is a proxy that speaks from an address of its own', networks(up)),
    hq ? section('To get there with your own browser', ownBrowser(up, hq)) : '',
    'Ctrl-C stops everything.',
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

const section = (title: string, text: string): string =>
  `${title}\n${text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}`;

const urls = ({ urls: known, mailboxUrl }: UpDocument): string =>
  table(
    [
      { title: 'what', cell: ([name]) => name },
      { title: 'where', cell: ([, url]) => url },
    ],
    [...Object.entries(known), ['mailbox', `${mailboxUrl} (needs no proxy)`] as const],
  );

const people = ({ users }: UpDocument): string =>
  table(
    [
      { title: 'name', cell: ({ name, orgAdmin }) => (orgAdmin ? `${name} (org admin)` : name) },
      { title: 'password', cell: ({ password }) => password },
    ],
    users,
  );

/** The keys are in the JSON document: a private key is no reading matter. */
const accounts = ({ breakGlass }: UpDocument): string =>
  table(
    [
      { title: 'name', cell: ({ name }) => name },
      { title: 'password', cell: ({ password }) => password },
      { title: 'keys', cell: ({ keys }) => `${keys.length}, see --json` },
    ],
    breakGlass.accounts,
  );

const networks = ({ exits }: UpDocument): string =>
  table(
    [
      { title: 'network', cell: ([name]) => name },
      { title: 'speaks from', cell: ([, { sourceAddress }]) => sourceAddress },
      { title: 'proxy', cell: ([, { proxy }]) => proxy },
    ],
    Object.entries(exits),
  );

const ownBrowser = ({ authorityUrl, caFile, urls: known }: UpDocument, hq: UpDocument['exits'][string]): string =>
  [
    `1. Automatic proxy configuration: ${hq.pacUrl}`,
    '   (only names that end in .test go there; for another network, its name instead of hq)',
    `2. Trust this authority, which is good for .test names and 48 hours: ${authorityUrl}`,
    `3. Open ${known.tracker ?? ''}`,
    '',
    'Or without touching any setting:',
    `curl --location --cookie '' --header 'accept: text/html' --proxy ${hq.proxy} --cacert ${caFile} ${known.tracker ?? ''}`,
  ].join('\n');
