/** Pages and answers: nothing that somebody typed becomes markup, the policy names exactly what is sent, and every answer carries the constant headers. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { emptyAnswer, hostCookie, jsonAnswer, pageAnswer, redirectAnswer, renderAnswer } from '../system/kernel/answer.ts';
import { html, renderPage } from '../system/kernel/html.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
const reference = 'aaaaa-bbbbb-ccccc-ddddd';
const page = (typed: string) => ({
  title: typed,
  place: typed,
  body: html`<p id="text">${typed}</p><a title="${typed}" href="/?q=${typed}">${html`<b>${typed}</b>`}</a>${[typed, typed].map((each) => html`<i>${each}</i>`)}`,
});
/** Every element with its attributes' names, in order: what a browser would make of it. */
const shape = (text: string): readonly string[] => {
  const names: string[] = [];
  const walk = (node: Node): void => {
    if (!('tagName' in node)) return;
    names.push(`${node.tagName} ${node.attrs.map(({ name }) => name).join(',')}`);
    for (const child of node.childNodes) walk(child);
  };
  for (const node of parse(text).childNodes) walk(node);
  return names;
};
const elements = (text: string, wanted: string): readonly DefaultTreeAdapterTypes.Element[] => {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const walk = (node: Node): void => {
    if (!('tagName' in node)) return;
    if (node.tagName === wanted) found.push(node);
    for (const child of node.childNodes) walk(child);
  };
  for (const node of parse(text).childNodes) walk(node);
  return found;
};
const textOf = (element: DefaultTreeAdapterTypes.Element | undefined): string =>
  (element?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('');

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</title><svg/onload=1>',
    '<!--',
    '&lt;',
    ']]>',
  ),
  fc.array(fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '`', 'x', ' '), { maxLength: 12 }).map((parts) => parts.join('')),
);

test('whatever is typed, a parser finds the same elements and the same text', () => {
  const plain = shape(renderPage(page('plain'), reference).body);
  fc.assert(
    fc.property(hostile, (typed) => {
      const { body } = renderPage(page(typed), reference);
      expect(shape(body)).toEqual(plain);
      // What HTML itself changes in any text: line ends, and characters that no document may hold.
      fc.pre(!/[\r\0\f]/.test(typed) && typed.isWellFormed());
      expect(textOf(elements(body, 'p')[0])).toBe(typed);
      expect(elements(body, 'a')[0]?.attrs[0]?.value).toBe(typed);
    }),
    { numRuns: 400 },
  );
});

test('the policy names the style and the script that are sent, by their hash, and nothing else', () => {
  const { body, policy } = renderPage(
    { ...page('plain'), script: 'document.title = "<b>" && 1;', formTargets: ['https://idp.acme.test'] },
    reference,
  );
  const hashOf = (element: DefaultTreeAdapterTypes.Element | undefined): string =>
    `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`;
  const [[style], [left, script]] = [elements(body, 'style'), elements(body, 'script')];
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(left)} ${hashOf(script)}`,
    "form-action 'self' https://idp.acme.test",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]);
  expect(renderPage(page('plain'), reference).policy).toContain(`script-src ${hashOf(left)};`);
});

test.each([
  ['a page', pageAnswer(page('plain'))],
  ['JSON', jsonAnswer({ a: 1 })],
  ['nothing', emptyAnswer(404)],
  ['a redirect', redirectAnswer('/there')],
])('%s carries the constant headers', (_name, answer) => {
  expect(renderAnswer(answer, reference).headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': expect.stringMatching(/^max-age=\d+$/),
  });
});

test('a cookie is bound to its host, secure, and out of the reach of scripts', () => {
  const parts = hostCookie('__Host-session', 'value', { maxAgeSeconds: 60, sameSite: 'Lax' }).split('; ');
  expect(parts).toEqual(['__Host-session=value', 'Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax', 'Max-Age=60']);
});
