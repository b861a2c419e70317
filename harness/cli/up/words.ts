/** What `up` tells a person: where everything is, who may sign in, and how one's own browser gets there. */
import { table, tableWidth } from '../table.ts';
import type { UpDocument } from './description.ts';

export type Occasion = {
  /** Why this identity provider. */
  readonly because: string;
  /** Where the document lies; undefined when nobody asked for it. */
  readonly json: string | undefined;
  /** The network of the window that was opened. */
  readonly window: string | undefined;
  /** Whether a person may type orders. */
  readonly prompt: boolean;
};

export function inWords(up: UpDocument, { because, json, window, prompt }: Occasion): string {
  const { hq } = up.exits;
  const sections = [
    `The world is up, with ${up.idp.driver} ${up.idp.version}: ${because}. Seed ${up.seed}.`,
    section('Pages', urls(up)),
    section('People: they sign in at the tracker, unless the note says otherwise', people(up)),
    section('Break-glass accounts', `${accounts(up)}\n\n${howToBreakGlass(up)}`),
    section('Networks: each is a proxy that speaks from an address of its own', networks(up)),
    hq && window === undefined ? section('To get there with your own browser', ownBrowser(up, hq)) : '',
    window === undefined
      ? ''
      : `A window is open, in the network ${window}. It holds the keys of both accounts:\nthe browser asks which one, and touches it for you.`,
    json === undefined ? '' : `All of this, and the keys, is in a file that is removed at the end:\n${json}`,
    ...(prompt ? ['Orders: faults, fault NAME, heal, mail, audit, help.'] : []),
    'Ctrl-C stops everything.',
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

/** Sections stand two columns in. */
const indentedWidth = (): number => tableWidth() - 2;

const section = (title: string, text: string): string =>
  `${title}\n${text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')}`;

/** Those that a person opens; the hosts that sign-in only passes through are said beneath. */
const urls = ({ urls: known, hosts, mailboxUrl, breakGlass, idp }: UpDocument): string =>
  [
    table(
      [
        { title: 'what', cell: ([name]) => name },
        { title: 'where', cell: ([, url]) => url },
        { title: 'what for', cell: ([, , use]) => use },
      ],
      [
        ['launchpad', known.launchpad ?? '', 'the customer’s own start page'],
        ['tracker', known.tracker ?? '', 'a product: issues'],
        ['wiki', known.wiki ?? '', 'a product: pages'],
        ['admin', known.admin ?? '', 'AdminHub'],
        ['break-glass', breakGlass.signInUrl, 'for emergencies'],
        ['mailbox', mailboxUrl, 'needs no proxy'],
      ] as const,
      indentedWidth(),
    ),
    '',
    'Start at the tracker. AdminHub lets in the org admin, and break-glass.',
    'Without a page of their own, and only passed through at a sign-in:',
    `${hosts.login ?? ''} and ${hosts.idp ?? ''}.`,
    'To sign in by SAML instead, let AdminHub import these metadata:',
    idp.samlMetadataUrl,
    'The mails that are there already are from the set-up: their links are used up.',
  ].join('\n');

const people = ({ users }: UpDocument): string =>
  `${table(
    [
      { title: 'name', cell: ({ name }) => name },
      { title: 'password', cell: ({ password }) => password },
      { title: 'note', cell: ({ note = '' }) => note },
    ],
    users,
    indentedWidth(),
  )}\n\nInside the cloud each has an id and no name (I-11): AdminHub shows that id.`;

/** The keys are in the JSON document: a private key is no reading matter. */
const accounts = ({ breakGlass, users }: UpDocument): string =>
  table(
    [
      { title: 'name', cell: ({ name }) => name },
      { title: 'password', cell: ({ password }) => password },
      { title: 'keys', cell: ({ keys }) => `${keys.length}` },
      {
        title: 'note',
        cell: (account) => (users.some(({ name }) => name === account.name) ? 'not the person of the same name above' : ''),
      },
    ],
    breakGlass.accounts,
    indentedWidth(),
  );

const howToBreakGlass = ({ breakGlass }: UpDocument): string =>
  [
    'The page opens from every network. The sign-in is only let through from',
    `${breakGlass.ranges.join(', ')}, and needs password and key: take hq.`,
    'The keys are for programs (--json FILE); by hand: up --headed, which opens a',
    'window with the keys in it.',
  ].join('\n');

const useOf: Readonly<Record<string, string>> = {
  hq: 'the office, break-glass too',
  home: 'not for break-glass',
  attacker: 'not for break-glass',
  desk: 'the support desk',
  idp: 'not for you (1)',
  egress: 'not for you (2)',
  probe: 'not for you (3)',
};

const networks = ({ exits }: UpDocument): string =>
  `${table(
    [
      { title: 'network', cell: ([name]) => name },
      { title: 'speaks from', cell: ([, { sourceAddress }]) => sourceAddress },
      { title: 'proxy', cell: ([, { proxy }]) => proxy },
      { title: 'who', cell: ([name]) => useOf[name] ?? '' },
    ],
    Object.entries(exits),
    indentedWidth(),
  )}\n\n(1) the identity provider’s own calls, (2) the isolated cloud’s own calls,\n(3) the observers that look whether a fault is there`;

const ownBrowser = ({ authorityUrl, caFile, urls: known }: UpDocument, hq: UpDocument['exits'][string]): string =>
  [
    `1. Automatic proxy configuration: ${hq.pacUrl}`,
    '   Only names that end in .test go there. For another network, its name',
    '   instead of hq.',
    `2. Trust this authority: ${authorityUrl}`,
    '   It is good for .test names and 48 hours.',
    `3. Open ${known.tracker ?? ''}`,
    '',
    'Or without touching any setting:',
    `curl --location --cookie '' --header 'accept: text/html' --proxy ${hq.proxy} --cacert ${caFile} ${known.tracker ?? ''}`,
  ].join('\n');
