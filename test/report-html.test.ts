/** The HTML report: safe whatever a run recorded, whole without a network or script, and with the worst first. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type DefaultTreeAdapterMap, html as htmlSpace, parse } from 'parse5';
import { expect, test } from 'vitest';
import { htmlReport } from '../reports/index.ts';
import { poisoned } from './samples/poisoned.ts';
import { greenResults, troubledResults } from './samples/run-results.ts';

type Node = DefaultTreeAdapterMap['node'];
type ElementNode = DefaultTreeAdapterMap['element'];

const elementsOf = (node: Node): ElementNode[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];
const textOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');
const attribute = (element: ElementNode, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;
const page = (text: string) => {
  const errors: string[] = [];
  const elements = elementsOf(parse(text, { onParseError: ({ code }) => errors.push(code), sourceCodeLocationInfo: true }));
  return { elements, errors, named: (tag: string) => elements.filter(({ tagName }) => tagName === tag) };
};

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const vocabulary = (text: string): Set<string> => {
  const { elements } = page(text);
  return new Set(elements.flatMap(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => `${tagName}[${name}]`)]));
};

const nasty = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '" onmouseover="alert(1)',
  '</style></script><h1>',
  'javascript:alert(1)',
  '--><svg onload=alert(1)>',
  '&lt;b&gt;&#60;b&#62;',
  '\ud800<\u202e>\u0000',
  '`+alert(1)+`',
].map((text): [string] => [text]);

test('whatever a run recorded never becomes markup', () => {
  const allowed = new Set([
    ...vocabulary(htmlReport(troubledResults())),
    ...vocabulary(htmlReport(greenResults())),
    ...vocabulary(htmlReport(troubledResults(), () => png)),
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const report = htmlReport(poisoned(troubledResults(), text), () => png);
      expect([...vocabulary(report)].filter((one) => !allowed.has(one))).toEqual([]);
      const { elements, named } = page(report);
      expect(named('script')).toHaveLength(1);
      expect(elements.every(({ namespaceURI }) => namespaceURI === htmlSpace.NS.HTML || namespaceURI === htmlSpace.NS.SVG)).toBe(true);
      for (const link of named('a')) expect(attribute(link, 'href')).toMatch(/^(?:#|\.\/(?!\.\.))/);
      for (const image of named('img')) expect(attribute(image, 'src')).toMatch(/^data:image\/png;base64,[A-Za-z0-9+/=]*$/);
    }),
    { numRuns: 20, examples: nasty },
  );
});

test('a recorded text arrives as it was', () => {
  const text = '<b onclick="x">&amp; "quoted" \'single\' `tick`</b>';
  const { named } = page(htmlReport(poisoned(troubledResults(), text)));
  expect(
    named('summary')
      .map(textOf)
      .filter((said) => said.includes(text)).length,
  ).toBeGreaterThan(5);
});

test('characters that reorder text are made visible', () => {
  expect(htmlReport(poisoned(greenResults(), 'a\u202eb'))).toContain('a\\u202eb');
});

test('the page is valid, its ids are unique, and every inner link leads somewhere', () => {
  const { elements, errors, named } = page(htmlReport(troubledResults(), () => png));
  expect(errors).toEqual([]);
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = named('a').flatMap((link) => attribute(link, 'href')?.match(/^#(.+)/)?.[1] ?? []);
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
});

test('the policy allows this style and this script by hash, and nothing from anywhere', () => {
  const { named } = page(htmlReport(greenResults()));
  const policy =
    named('meta')
      .map((meta) => attribute(meta, 'content') ?? '')
      .find((content) => content.includes('default-src')) ?? '';
  for (const tag of ['style', 'script']) {
    const [element] = named(tag);
    const hash = createHash('sha256')
      .update(element ? textOf(element) : '')
      .digest('base64');
    expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
  }
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:/);
});

test('what did not pass stands before what passed, and is open', () => {
  const { named } = page(htmlReport(troubledResults()));
  const cards = named('details').filter((one) => attribute(one, 'data-verdict') !== undefined);
  expect(cards.map((card) => attribute(card, 'data-verdict')).slice(0, 4)).toEqual(['fail', 'error', 'inconclusive', 'pass']);
  expect(cards.filter((card) => attribute(card, 'open') !== undefined)).toHaveLength(3);
  expect(cards).toHaveLength(troubledResults().scenarios.length);
});

test('every verdict is a word, not only a mark', () => {
  const { named } = page(htmlReport(troubledResults()));
  const summaries = named('summary').map(textOf);
  for (const word of ['passed', 'failed', 'error', 'inconclusive', 'skipped'])
    expect(summaries.some((said) => said.includes(word))).toBe(true);
});

test('the drill tells the times that matter', () => {
  const { named } = page(htmlReport(greenResults()));
  const spans = new Map(named('dt').map((term) => [textOf(term), textOf(term.parentNode ?? term).slice(textOf(term).length)]));
  expect(spans.get('Locked out')).toBe('8.6 s');
  expect(spans.get('Break-glass session open')).toBe('4.0 s');
  expect(spans.get('Until noticed')).toBe('890 ms');
  expect(named('svg').filter((svg) => attribute(svg, 'role') === 'img')).toHaveLength(1);
});

test('no duration is made up for a moment that was not marked', () => {
  const results = greenResults();
  for (const scenario of results.scenarios) scenario.marks = scenario.marks.filter(({ name }) => name !== 'single-sign-on-restored');
  expect(htmlReport(results)).not.toContain('Locked out');
});

test('a screenshot is put into the page; one that cannot be read is named and linked', () => {
  const within = page(htmlReport(greenResults(), (file) => (file.includes('refused') ? png : undefined)));
  expect(within.named('img')).toHaveLength(1);
  expect(within.named('li').some((item) => textOf(item).includes('AdminHub after the new secret was saved (not readable'))).toBe(true);
});

test('an attachment that would lead out of the results folder is no link', () => {
  const results = greenResults();
  const [first] = results.scenarios;
  first?.attachments.push(
    { kind: 'log', title: 'elsewhere', file: '../../etc/passwd' },
    { kind: 'log', title: 'root', file: '/etc/passwd' },
  );
  const { named } = page(htmlReport(results));
  expect(named('a').filter((link) => /elsewhere|root/.test(textOf(link)))).toEqual([]);
});

test('results that contradict themselves are not presented as green', () => {
  const results = { ...troubledResults(), verdict: 'pass' as const, exitCode: 0 };
  expect(htmlReport(results)).toContain('Do not rely on this run');
  expect(htmlReport(troubledResults())).not.toContain('Do not rely on this run');
});

test('what was planned and left no result is counted', () => {
  const results = { ...greenResults(), planned: 12, verdict: 'inconclusive' as const, exitCode: 3 };
  expect(htmlReport(results)).toContain('planned, not run');
});
