/** What anybody may send costs time in proportion to its length, whatever it is made of: a text of SAML comes before anybody is known. I-07. */
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { samlLogoutRequest } from '../fakes/saml/index.ts';
import { readCertificates } from '../system/isolated/sso/saml/certificates.ts';
import { gatherLogout } from '../system/isolated/sso/saml/saml-logout/gather.ts';
import { parse } from '../system/isolated/sso/saml/xml/tree.ts';
import { honest, idpEntityId, idpKey, judged, nowMs, otherKeys, ownKeys } from './saml-kit.ts';

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

const logout = {
  id: '_logout-1',
  issuer: idpEntityId,
  destination: 'https://login.acme.isolated.test/saml/slo',
  nowMs,
  nameId: 'G-ada',
  sessionIndexes: [],
};
const gathering = {
  nowMs,
  idpEntityId,
  sloUrl: 'https://login.acme.isolated.test/saml/slo',
  certificates: readCertificates([idpKey.certificatePem]),
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

const swapped = (xml: string, from: string | RegExp, to: string): string => {
  const changed = xml.replace(from, to);
  expect(changed).not.toBe(xml);
  return changed;
};
/** Which of what is expensive was asked, in this order. */
async function asked(xml: string): Promise<{ readonly code: string; readonly asked: readonly string[]; readonly opened: boolean }> {
  const calls = new Set<string>();
  const note = <Answer>(what: string, answer: Answer): Answer => {
    calls.add(what);
    return answer;
  };
  const { code, facts } = await judged(xml, {
    policy: { verifySignature: () => note('signature', undefined), secondOpinion: async () => note('library', 'agrees') },
  });
  return { code: code.replace('sso.saml-response.', ''), asked: [...calls], opened: facts.assertions.opened };
}
const filled = (elements: number) => async (): Promise<string> =>
  swapped(await honest(), '<samlp:Status>', `<samlp:Extensions>${'<b/>'.repeat(elements)}</samlp:Extensions><samlp:Status>`);
const forOthers = () => honest({}, { encryptFor: otherKeys.encryption.certificatePem });

test.each<[string, () => Promise<string>]>([
  ['too-many-elements', filled(1_000)],
  ['too-many-elements', filled(7_000)],
  ['issuer-other', async () => swapped(await forOthers(), 'realms/acme</saml:Issuer>', 'realms/other</saml:Issuer>')],
  ['destination-other', async () => swapped(await forOthers(), /Destination="[^"]*"/, 'Destination="https://evil.test/acs"')],
  ['status-not-success', async () => swapped(await forOthers(), 'status:Success', 'status:Responder')],
])('%s: nothing is decrypted and no signature is looked at', async (reason, text) => {
  expect(await asked(await text())).toEqual({ code: reason, asked: [], opened: true });
});

test('what our key does not open comes to no signature, and what no key signed comes to no second opinion', async () => {
  expect(await asked(await forOthers())).toEqual({ code: 'assertion-encrypted-unreadable', asked: [], opened: false });
  const forged = await honest({}, { key: otherKeys.signing });
  expect((await asked(forged)).asked).toEqual(['signature']);
  const encrypted = await honest({}, { encryptFor: ownKeys.encryption.certificatePem });
  expect((await asked(encrypted)).asked).toEqual(['signature']);
});

test('a logout message of too many elements comes to no signature', () => {
  let calls = 0;
  const verifySignature = (): undefined => {
    calls += 1;
  };
  const codeOf = (inside: string): readonly [boolean, boolean] => {
    const xml = samlLogoutRequest(logout, idpKey).replace('</samlp:LogoutRequest>', `${inside}</samlp:LogoutRequest>`);
    const message = Buffer.from(xml).toString('base64');
    const { facts } = gatherLogout({ ...gathering, verifySignature }, { binding: { kind: 'form', message }, browserRequestId: undefined });
    return [facts.plain, calls > 0];
  };
  expect(codeOf('<b/>'.repeat(1_000))).toEqual([false, false]);
  expect(codeOf('')).toEqual([true, true]);
});

test('a person in two hundred groups is no reason to refuse', async () => {
  const groups = Array.from({ length: 200 }, (_, index) => `group-${index}`);
  expect((await judged(await honest({ attributes: { groups } }))).code).toBe('allowed');
});
