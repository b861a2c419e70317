/** The wire user is compared with a real Chromium: what one lets into a frame, the other does, by the same headers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from '../harness/actors/agent.ts';
import { browserAgent } from '../harness/actors/browser/browser-agent.ts';
import { wireAgent } from '../harness/actors/wire/wire-agent.ts';
import { openStage, type Stage } from './actors-stage.ts';

const tracker = 'https://tracker.acme.isolated.test';
const tenant = 'https://evil.initech.isolated.test';
const stranger = 'https://elsewhere.attacker.test';

let stage: Stage;
let hands: readonly Agent[];
beforeAll(async () => {
  stage = await openStage();
  const { model, exits, authorityPem } = await stage.options();
  const exit = exits.home;
  if (!exit) throw new Error('no exit');
  const route = { exitUrl: exit.url, authorityPem };
  hands = [
    await browserAgent({ network: 'home', headers: {}, keys: undefined, browser: stage.browser, exit, route, model }),
    wireAgent({ route, headers: {}, securityKey: undefined, now: Date.now }),
  ];
}, 60_000);
afterAll(async () => {
  await Promise.all(hands.map((each) => each.close()));
  await stage.close();
});

/** What the page is answered with, and who gets to see it in a frame: by the standards, and so by both. */
const cases: readonly (readonly [Readonly<Record<string, string>>, { readonly [framer: string]: boolean }])[] = [
  [{}, { [tracker]: true, [tenant]: true, [stranger]: true }],
  [{ 'content-security-policy': "default-src 'none'" }, { [tracker]: true, [tenant]: true, [stranger]: true }],
  [{ 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }, { [tracker]: false, [tenant]: false, [stranger]: false }],
  [{ 'content-security-policy': "Frame-Ancestors 'self'" }, { [tracker]: true, [tenant]: false, [stranger]: false }],
  [{ 'content-security-policy': `frame-ancestors ${tenant}` }, { [tracker]: false, [tenant]: true, [stranger]: false }],
  [
    { 'content-security-policy': `frame-ancestors ${tenant}, frame-ancestors 'self'` },
    { [tracker]: false, [tenant]: false, [stranger]: false },
  ],
  [
    { 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' },
    { [tracker]: true, [tenant]: true, [stranger]: true },
  ],
  [{ 'content-security-policy': 'frame-ancestors' }, { [tracker]: false, [tenant]: false, [stranger]: false }],
  [{ 'x-frame-options': 'DENY' }, { [tracker]: false, [tenant]: false, [stranger]: false }],
  [{ 'x-frame-options': 'sameorigin' }, { [tracker]: true, [tenant]: false, [stranger]: false }],
  [{ 'content-type': 'application/json', 'content-security-policy': "frame-ancestors 'none'" }, { [tenant]: false }],
];

test.each(cases)('%j', async (headers, expected) => {
  stage.play(() => ({ headers, html: '<title>in a frame</title>' }));
  for (const [framer, shown] of Object.entries(expected)) {
    const seen = await Promise.all(hands.map((each) => each.frame(new URL(framer), [new URL('/page', tracker)])));
    expect(
      seen.map(([framed]) => [framed?.shown?.href, framed?.trail.length]),
      framer,
    ).toEqual(Array(2).fill([shown ? `${tracker}/page` : undefined, 1]));
  }
});
