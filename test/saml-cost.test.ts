/** What anybody may send costs time in proportion to its length, whatever it is made of: a text of SAML comes before anybody is known. I-07. */
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gatherLogout } from '../system/isolated/sso/saml/saml-logout/gather.ts';
import { parse } from '../system/isolated/sso/saml/xml/tree.ts';
import { idpEntityId, idpKey, nowMs } from './saml-kit.ts';

const cpuMs = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};
/** The least of three: what else the machine does is not counted. */
const costMs = (work: () => void): number => Math.min(...[1, 2, 3].map(() => cpuMs(work)));

const runs = [
  ' ',
  '\n',
  '\t',
  '\r',
  'a',
  ':',
  '.',
  '=',
  '/',
  '>',
  '<',
  '&',
  '&#',
  ';',
  '!',
  '?',
  '-',
  '- ',
  '[',
  ']',
  '] ',
  '"',
  "'",
  '\u2028',
];
/** Where a run may stand; the second half leaves it without an end. */
const places: Readonly<Record<string, (run: string) => string>> = {
  'before the root': (run) => `${run}<a></a>`,
  'behind the root': (run) => `<a></a>${run}`,
  'in a text': (run) => `<a>${run}b</a>`,
  'between two texts': (run) => `<a>b${run}b</a>`,
  'in a start tag': (run) => `<a ${run}b="c"></a>`,
  'behind an attribute': (run) => `<a b="c"${run}></a>`,
  'in an attribute': (run) => `<a b="${run}"></a>`,
  'in an end tag': (run) => `<a></a${run}>`,
  'in a comment': (run) => `<a><!-- ${run} --></a>`,
  'in an instruction': (run) => `<a><?b ${run} c?></a>`,
  'in a section of character data': (run) => `<a><![CDATA[${run}]]></a>`,
  'in a document type': (run) => `<!DOCTYPE a ${run} b><a></a>`,
  'in an internal subset': (run) => `<!DOCTYPE a [${run} b]><a></a>`,
  'in the declaration': (run) => `<?xml version="1.0" ${run} encoding="UTF-8"?><a></a>`,
  'at the end of the declaration': (run) => `<?xml version="1.0"${run}?><a></a>`,
  'in a start tag without an end': (run) => `<a ${run}`,
  'in a text without an end': (run) => `<a>${run}`,
  'in an attribute without an end': (run) => `<a b="${run}`,
  'in a comment without an end': (run) => `<a><!-- ${run}`,
  'in an instruction without an end': (run) => `<a><?b ${run}`,
  'in a document type without an end': (run) => `<!DOCTYPE a [ ${run}`,
};

test.each(Object.entries(places))(
  'twice as long a run of anything costs about twice as much to read: %s',
  (_place, text) => {
    for (const run of runs) {
      const long = (times: number): string => text(run.repeat(times));
      const [once, twice] = [20_000, 40_000].map((times) => costMs(() => parse(long(times)))) as [number, number];
      expect(twice, `${JSON.stringify(run)}: ${once} ms, then ${twice} ms`).toBeLessThanOrEqual(3 * once + 10);
    }
  },
  60_000,
);

test('many elements of many names cost no more than many of one name', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `<a${index}></a${index}>`).join('');
  expect(costMs(() => parse(`<r>${many}</r>`))).toBeLessThan(500);
});

const gathering = {
  nowMs,
  idpEntityId,
  sloUrl: 'https://login.acme.isolated.test/saml/slo',
  certificatePems: [idpKey.certificatePem],
  verifySignature: () => undefined,
  takeLeaving: () => undefined,
  noteBrought: () => false,
};

test('a query of ninety characters costs next to nothing, however much it unpacks to', () => {
  const message = deflateRawSync(`<a>x${' '.repeat(40_000)}x</a>`, { level: 9 }).toString('base64');
  const raw = `SAMLRequest=${encodeURIComponent(message)}`;
  expect(raw.length).toBeLessThan(120);
  expect(costMs(() => void gatherLogout(gathering, { binding: { kind: 'query', raw }, browserRequestId: undefined }))).toBeLessThan(50);
});

test('a form that is too large is not read at all', () => {
  const message = Buffer.from(`<a>${'<b></b>'.repeat(10_000)}</a>`).toString('base64');
  const { facts } = gatherLogout(gathering, { binding: { kind: 'form', message }, browserRequestId: undefined });
  expect([facts.bytes > 40 * 1024, facts.plain]).toEqual([true, false]);
});
