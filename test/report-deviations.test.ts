/** The report's table of deviations: family by family, with clause, code and verdict, and nothing in it that becomes markup. */
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { expect, test } from 'vitest';
import { type RunResults, resultsSchema, type ScenarioResult } from '../harness/verdict/results.ts';
import { deviationAmounts, htmlReport } from '../reports/index.ts';
import { greenResults, troubledResults } from './samples/run-results.ts';

type Node = DefaultTreeAdapterMap['node'];
type ElementNode = DefaultTreeAdapterMap['element'];
const elementsOf = (node: Node): ElementNode[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];
const textOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');
const idOf = ({ attrs }: ElementNode): string | undefined => attrs.find(({ name }) => name === 'id')?.value;

const departing = (text: string): NonNullable<ScenarioResult['listedDeviation']> => ({
  family: `ID token${text}`,
  name: `for-another-relying-party${text}`,
  title: `it is made out to another relying party${text}`,
  breaks: `OIDC Core 1.0 §3.1.3.7 (3)${text}`,
  refusedWith: `sso.id-token.audience-other${text}`,
});
const withDeviations = (results: RunResults, text = ''): RunResults =>
  resultsSchema.parse({
    ...results,
    scenarios: results.scenarios.map((scenario, index) => ({
      ...scenario,
      marks: [{ name: 'answer-rewritten', atMs: 1, note: `the answer departs${text}` }, ...scenario.marks],
      ...(index % 2 === 0 ? { listedDeviation: departing(text) } : {}),
    })),
  });
const section = (report: string): ElementNode | undefined => elementsOf(parse(report)).find((element) => idOf(element) === 'deviations');

test('a run without deviations has no table of them', () => {
  expect(section(htmlReport(greenResults()))).toBeUndefined();
});

test('each deviation stands there with its clause, its code, its verdict and a link to its scenario', () => {
  const results = withDeviations(troubledResults());
  const shown = section(htmlReport(results));
  const rows = elementsOf(shown as Node)
    .filter(({ tagName }) => tagName === 'tr')
    .slice(1);
  expect(rows).toHaveLength(results.scenarios.filter(({ listedDeviation }) => listedDeviation).length);
  for (const row of rows) {
    expect(textOf(row)).toContain('OIDC Core 1.0 §3.1.3.7 (3)');
    expect(textOf(row)).toContain('sso.id-token.audience-other');
    expect(textOf(row)).toMatch(/passed|failed|error|inconclusive|skipped/);
  }
  const ids = new Set(elementsOf(parse(htmlReport(results))).map(idOf));
  const links = elementsOf(shown as Node).filter(({ tagName }) => tagName === 'a');
  for (const { attrs } of links) expect(ids).toContain(attrs.find(({ name }) => name === 'href')?.value.slice(1));
});

test('it says how many different things were tried, each once', () => {
  expect(textOf(section(htmlReport(withDeviations(troubledResults()))) as Node)).toContain(
    '1 deviation, 1 distinct (clause, rule) pair, 1 distinct refusal code.',
  );
  const of = (breaks: string, refusedWith: string) => ({ breaks, refusedWith });
  const some = [of('RFC 6749 §3.1 (state)', 'a.b.c'), of('RFC 6749 §3.1 (code)', 'a.b.c'), of('RFC 9207 §2', 'a.b.c')];
  expect(deviationAmounts(some)).toBe('3 deviations, 2 distinct (clause, rule) pairs, 1 distinct refusal code');
});

test('the card says what was really changed on its way', () => {
  expect(htmlReport(withDeviations(greenResults()))).toContain('The answer departs');
  expect(htmlReport(greenResults())).not.toContain('The answer departs');
});

test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</style></script><h1>', '&#60;b&#62;'])(
  '%s stays text',
  (text) => {
    const vocabulary = (report: string): readonly string[] => [
      ...new Set(elementsOf(parse(report)).flatMap(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => `${tagName}[${name}]`)])),
    ];
    const plain = vocabulary(htmlReport(withDeviations(troubledResults())));
    expect(vocabulary(htmlReport(withDeviations(troubledResults(), text)))).toEqual(plain);
  },
);
