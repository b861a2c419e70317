/** Whoever only asks whether a stopped change can be planned hears what whoever plans it would hear: with every refusal, the same. */
import { expect, test } from 'vitest';
import { demandPlannable, planOf } from '../system/isolated/directory/administration/stopped.ts';
import { type GroupRulesRefusal, groupRulesRules, mostExceptions } from '../system/isolated/directory/group-rules/rules.ts';
import { employmentRules } from '../system/isolated/directory/hr-feed/employment.ts';
import { hrDateColumns } from '../system/isolated/directory/hr-feed/header.ts';
import { type HrFeedRefusal, hrFeedRules } from '../system/isolated/directory/hr-feed/rules.ts';
import { massChangeRules } from '../system/isolated/directory/mass-change/rules.ts';
import { reservedIn } from '../system/isolated/directory/stored/reserved.ts';
import { suspensionRules } from '../system/isolated/directory/suspension.ts';
import { hrFile, twenty } from './admin-hub-filled.ts';
import { directoryStage } from './directory-stage.ts';
import { systemRandom as random } from './manual-ports.ts';

function planning() {
  const { active, changing, clock, directory, stored } = directoryStage();
  directory.domains.provision('acme.test');
  const reserved = reservedIn(stored.store);
  reserved.add('worker-7@acme.test');
  const against = { people: stored.people, reserved, domains: directory.domains };
  const hrTables = { table: hrFeedRules, employment: employmentRules, suspension: suspensionRules };
  return {
    hr: { against, changing, clock, random, ...hrTables },
    rules: { stored, active, changing, clock, random, tables: { groupRules: groupRulesRules, massChange: massChangeRules } },
  };
}

function codeOf(work: () => unknown): unknown {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as { readonly code?: unknown }).code;
  }
}

const file = hrFile([1, 2]);
const dated = (day: string): string =>
  file
    .split('\r\n')
    .map((line, at) => (line === '' ? '' : `${line},${at === 0 ? hrDateColumns.join(',') : `${day},`}`))
    .join('\r\n');
/** Complete by its type; what no wish that was kept can be refused with is none of it: it came, and names neither a feed nor a draft. */
type OfFeed = Exclude<HrFeedRefusal, 'directory.hr-feed.not-received' | 'directory.hr-feed.other-than-shown'>;
const feeds: Readonly<Record<OfFeed | 'allowed', string>> = {
  allowed: file,
  'directory.hr-feed.not-utf8': file.replace('Worker 1', 'W\ufffdrker 1'),
  'directory.hr-feed.header-other': file.replace('title', 'role'),
  'directory.hr-feed.line-broken': file.replace('active', 'perhaps'),
  'directory.hr-feed.date-wrong': dated('2026-02-30'),
  'directory.hr-feed.empty': hrFile([]),
  'directory.hr-feed.person-repeated': hrFile([1, 1]),
  'directory.hr-feed.name-taken': hrFile(twenty),
  'directory.hr-feed.email-domain-not-verified': file.replaceAll('@acme.test', '@elsewhere.test'),
};
type OfRules = Exclude<GroupRulesRefusal, 'directory.group-rules.draft-missing' | 'directory.group-rules.draft-changed'>;
const when = { attribute: 'title', present: true };
const ruleSets: Readonly<Record<OfRules | 'allowed', unknown>> = {
  allowed: [{ name: 'one', when }],
  'directory.group-rules.malformed': [{ name: 'one' }],
  'directory.group-rules.name-repeated': [
    { name: 'one', when },
    { name: 'one', when },
  ],
  'directory.group-rules.group-unknown': [{ name: 'one', when, add: ['nowhere'] }],
  'directory.group-rules.too-many-exceptions': [
    { name: 'one', when, except: Array.from({ length: mostExceptions + 1 }, (_, at) => `u-${at}`) },
  ],
};
const wishes = [
  ...Object.entries(feeds).map(([code, wish]) => [code, { origin: 'hr-feed', wish }] as const),
  ...Object.entries(ruleSets).map(([code, rules]) => [code, { origin: 'group-rules', wish: JSON.stringify(rules) }] as const),
];

test.each(wishes)('%s, of who asks and of who plans', (code, wish) => {
  const parts = planning();
  expect([codeOf(() => demandPlannable(parts, wish)), codeOf(() => planOf(parts, wish))]).toEqual([code, code]);
});
