/** A planted defect breaks what its name says and nothing else: one rule, or one check of a verifier. */
import type { IncomingMessage } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  anyOrigin,
  anySignature,
  attestationAsSent,
  codesOf,
  defects,
  lastAnswerAgain,
  type PlantingSite,
  peerAddressFromHeader,
  ruleOff,
  ruleTooStrict,
  type SystemDefect,
  talkativeRefusal,
} from '../harness/defects/index.ts';
import { type ReferencePolicy, releasedPolicy } from '../harness/target/reference/index.ts';
import type { AssertionClaim, AttestationClaim } from '../system/isolated/break-glass/index.ts';
import { policyDigest } from '../system/kernel/policy-digest.ts';
import { furnishedDoor, signInAt } from './break-glass-door.ts';

const site: PlantingSite = {
  idpIsWell: () => true,
  egress: () => {
    throw new TypeError('there is no network here');
  },
};
const planted = (defect: SystemDefect): ReferencePolicy => defect.plant(releasedPolicy, site);
const digest = (policy: ReferencePolicy): string => policyDigest(policy);
const codes = codesOf(releasedPolicy);

describe('a rule that is left out', () => {
  test('every code stands in one table only, so that leaving it out means one rule', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(80);
  });

  test.each(codes)('%s holds always or never, and every other rule is the same value', (code) => {
    for (const [change, held] of [
      [ruleOff, true],
      [ruleTooStrict, false],
    ] as const) {
      const policy = change(releasedPolicy, code);
      expect(
        rulesOf(policy)
          .find((rule) => rule.code === code)
          ?.holds({} as never),
      ).toBe(held);
      expect(rulesOf(policy).filter((rule) => !rulesOf(releasedPolicy).includes(rule))).toHaveLength(1);
      expect(digest(policy)).not.toBe(digest(releasedPolicy));
    }
  });

  test('the released policy stays as it is', () => {
    const before = digest(releasedPolicy);
    for (const code of codes) ruleOff(releasedPolicy, code);
    expect(digest(releasedPolicy)).toBe(before);
  });

  test('a code that no table has is refused with the nearest one', () => {
    expect(() => ruleOff(releasedPolicy, 'break-glass.login.pasword-wrong')).toThrow(
      'no table has the rule break-glass.login.pasword-wrong; the nearest is break-glass.login.password-wrong',
    );
  });
});

type HeldRule = { readonly code: string; readonly holds: (facts: never) => boolean };
const rulesOf = (value: unknown): readonly HeldRule[] =>
  Array.isArray(value)
    ? (value as readonly HeldRule[])
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(rulesOf)
      : [];

describe('the list of defects', () => {
  test('names each once, says what it breaks, and leaves out every rule in turn', () => {
    const names = defects.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(defects.filter(({ breaks }) => !/^[A-Z].*\.$/.test(breaks))).toEqual([]);
    expect(names.filter((name) => name.startsWith('rule-off:'))).toEqual(codes.map((code) => `rule-off:${code}`));
  });

  test('every defect of the system gives another policy than the released one', () => {
    const system = defects.filter((defect): defect is SystemDefect => defect.kind !== 'world' && defect.kind !== 'harness');
    expect(system.filter((defect) => digest(planted(defect)) === digest(releasedPolicy)).map(({ name }) => name)).toEqual([]);
  });
});

describe('a lenient verifier', () => {
  let assertion: AssertionClaim;
  let attestation: AttestationClaim;
  let otherKey: string;

  /** One honest registration of two accounts and one honest sign-in, with what the verifiers were asked. */
  beforeAll(async () => {
    const released = releasedPolicy.cloud.breakGlass;
    const keys: string[] = [];
    const asked: AssertionClaim[] = [];
    const registered: AttestationClaim[] = [];
    const policy = {
      ...released,
      verifyAssertion: (claim: AssertionClaim) => {
        asked.push(claim);
        return released.verifyAssertion(claim);
      },
      verifyAttestation: async (claim: AttestationClaim) => {
        registered.push(claim);
        const proven = await released.verifyAttestation(claim);
        keys.push(proven?.publicKey ?? '');
        return proven;
      },
    };
    const { door, own } = await furnishedDoor({ policy });
    await signInAt(door, { authenticator: own });
    door.close();
    const [first] = asked;
    const [registration] = registered;
    if (!first || !registration) throw new TypeError('nothing was verified');
    assertion = first;
    attestation = registration;
    otherKey = keys[1] ?? '';
  });

  const flipped = (base64url: string): string => {
    const bytes = Buffer.from(base64url, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return bytes.toString('base64url');
  };
  const changes: Readonly<Record<string, () => AssertionClaim>> = {
    nothing: () => assertion,
    signature: () => ({
      ...assertion,
      json: { ...assertion.json, response: { ...assertion.json.response, signature: flipped(assertion.json.response.signature) } },
    }),
    key: () => ({ ...assertion, publicKey: otherKey }),
    challenge: () => ({ ...assertion, challenge: 'bm90LXRoaXMtb25l' }),
    origin: () => ({ ...assertion, origin: 'https://admin.initech.isolated.test' }),
    rpId: () => ({ ...assertion, rpId: 'isolated.test' }),
  };
  const accepts = async (verify: (claim: AssertionClaim) => Promise<boolean>): Promise<readonly string[]> => {
    const verdicts = await Promise.all(Object.entries(changes).map(async ([name, claim]) => ((await verify(claim())) ? [name] : [])));
    return verdicts.flat();
  };

  test.each([
    ['the released one', undefined, ['nothing']],
    [anySignature.name, anySignature, ['nothing', 'signature', 'key']],
    [anyOrigin.name, anyOrigin, ['nothing', 'origin']],
  ] as const)('of assertions: %s accepts an assertion in which this is wrong', async (_name, defect, wrong) => {
    const policy = defect ? planted(defect) : releasedPolicy;
    expect(await accepts(policy.cloud.breakGlass.verifyAssertion)).toEqual(wrong);
  });

  test('of attestations: the credential is the one that was sent, proven or not', async () => {
    const honest = await releasedPolicy.cloud.breakGlass.verifyAttestation(attestation);
    const lenient = planted(attestationAsSent).cloud.breakGlass.verifyAttestation;
    const forOtherCeremony = { ...attestation, challenge: 'bm90LXRoaXMtb25l' };
    expect(honest).toBeDefined();
    expect(await lenient(attestation)).toEqual(honest);
    expect(await releasedPolicy.cloud.breakGlass.verifyAttestation(forOtherCeremony)).toBeUndefined();
    expect(await lenient(forOtherCeremony)).toEqual(honest);
  });

  test.each(peerAddressFromHeader.map((defect) => [defect.name, defect] as const))(
    '%s believes that header, and the socket when there is none',
    (name, defect) => {
      const header = name.split(':').at(-1) ?? '';
      const request = (headers: object) => ({ headers, socket: { remoteAddress: '::ffff:127.66.6.6' } }) as IncomingMessage;
      const { peerAddress } = planted(defect).edge;
      expect(peerAddress(request({ [header]: '127.16.0.5, 10.0.0.1' }))).toBe('127.16.0.5');
      expect(peerAddress(request({ [header]: 'for=127.16.0.5;proto=https' }))).toBe('127.16.0.5');
      expect(peerAddress(request({ 'x-another': '127.16.0.5' }))).toBe('127.66.6.6');
      expect(releasedPolicy.edge.peerAddress(request({ [header]: '127.16.0.5' }))).toBe('127.66.6.6');
    },
  );

  test('of the code exchange: a rejection is answered with the last token, and refused when there is none', async () => {
    const token = { issuer: 'https://idp.acme.test/realms/w1', subject: 's' };
    const answers = [new TypeError('rejected'), token, new TypeError('rejected')];
    const identify = async () => {
      const answer = answers.shift();
      if (answer === token) return answer as never;
      throw answer;
    };
    const sso = { ...releasedPolicy.cloud.sso, oidc: { ...releasedPolicy.cloud.sso.oidc, identify } };
    const policy = lastAnswerAgain.plant({ ...releasedPolicy, cloud: { ...releasedPolicy.cloud, sso } }, site);
    const ask = () => policy.cloud.sso.oidc.identify({} as never, {} as never, {} as never);
    await expect(ask()).rejects.toThrow('rejected');
    expect(await ask()).toBe(token);
    expect(await ask()).toBe(token);
  });

  test('of refusals: only the title differs, and only with the defect', () => {
    const pages = (policy: ReferencePolicy) =>
      codes
        .filter((code) => code.startsWith('break-glass.login.'))
        .map((code) => JSON.stringify(policy.cloud.breakGlass.signInRefusedPage('acme', code as 'a.b.c')));
    expect(new Set(pages(releasedPolicy)).size).toBe(1);
    expect(new Set(pages(planted(talkativeRefusal))).size).toBe(pages(releasedPolicy).length);
  });
});
