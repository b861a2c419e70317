/** E-mail domains whose proof is slow, gone, or of another claim: what was seen proves the claim that it was seen for, and nothing else (M-11). */
import { expect, test } from 'vitest';
import { createDirectory } from '../system/isolated/directory/directory.ts';
import { releasedDirectoryPolicy } from '../system/isolated/directory/policy.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import { manualClock, systemRandom } from './manual-ports.ts';

const domain = 'acme.test';
const notClaimed = { code: 'directory.domain.not-claimed' };

/** A name system that answers when it is told to. */
function slowNames() {
  let answer: (texts: readonly string[]) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const dnsText = {
    lookup: () =>
      new Promise<readonly string[]>((resolve, reject) => {
        answer = resolve;
        fail = reject;
      }),
  };
  const clock = manualClock(1_000_000);
  const ports = { store: sqliteStore(':memory:'), random: systemRandom, clock, dnsText };
  const { domains } = createDirectory(ports, releasedDirectoryPolicy);
  const ended: string[] = [];
  const verify = () => domains.verify(domain, () => void ended.push(domain));
  const proof = () => domains.list()[0]?.proof ?? '';
  return {
    domains,
    ended,
    verify,
    proof,
    clock,
    answer: (texts: readonly string[]) => answer(texts),
    fail: () => fail(new TypeError('silence')),
  };
}
const covers = ({ domains }: ReturnType<typeof slowNames>): boolean => domains.covers(`a@${domain}`);

test('a domain that was removed while the name system was asked is not verified by the answer', async () => {
  const names = slowNames();
  names.domains.claim(domain).effect();
  const seen = names.proof();
  const verifying = names.verify();
  names.domains.remove(domain);
  names.answer([seen]);
  await expect(verifying).rejects.toMatchObject(notClaimed);
  expect(names.domains.list()).toEqual([]);
});

test('nor is one that was claimed anew since: that claim has another proof', async () => {
  const names = slowNames();
  names.domains.claim(domain).effect();
  const seen = names.proof();
  const verifying = names.verify();
  names.domains.remove(domain);
  names.domains.claim(domain).effect();
  names.answer([seen]);
  await expect(verifying).rejects.toMatchObject(notClaimed);
  expect([names.domains.list()[0]?.state, covers(names)]).toEqual(['claimed', false]);
});

test('what goes away between the proof and its record is not put back', async () => {
  const names = slowNames();
  names.domains.claim(domain).effect();
  const verifying = names.verify();
  names.answer([names.proof()]);
  const { effect } = await verifying;
  names.domains.remove(domain);
  expect(effect).toThrow('went away');
  expect(names.domains.list()).toEqual([]);
});

test('a claim that was prepared puts back nothing that was verified and removed since', () => {
  const names = slowNames();
  names.domains.provision(domain);
  const { effect } = names.domains.claim(domain);
  names.domains.remove(domain);
  effect();
  expect(covers(names)).toBe(false);
});

test('a claim leaves what was verified meanwhile as it is', () => {
  const names = slowNames();
  const { effect } = names.domains.claim(domain);
  names.domains.provision(domain);
  effect();
  expect(covers(names)).toBe(true);
});

test('a proof that is gone ends what was verified, and somebody is told once', async () => {
  const names = slowNames();
  names.domains.provision(domain);
  for (const _ of ['first', 'second']) {
    const verifying = names.verify();
    names.answer(['something else']);
    await expect(verifying).rejects.toMatchObject({ code: 'directory.domain.proof-missing' });
  }
  expect([covers(names), names.ended, names.domains.list()[0]?.state]).toEqual([false, [domain], 'claimed']);
  const verifying = names.verify();
  names.answer([names.proof()]);
  (await verifying).effect();
  expect(covers(names)).toBe(true);
});

test('silence of the name system changes nothing', async () => {
  const names = slowNames();
  names.domains.provision(domain);
  const verifying = names.verify();
  names.fail();
  await expect(verifying).rejects.toMatchObject({ code: 'directory.domain.names-silent' });
  expect([covers(names), names.ended]).toEqual([true, []]);
});

test('a letter that only becomes one of ASCII when it is made small is none', () => {
  const names = slowNames();
  names.domains.provision('kelvin.test');
  expect(['a@kelvin.test', 'a@KELVIN.test', 'a@\u212aelvin.test'].map(names.domains.covers)).toEqual([true, true, false]);
  expect(() => names.domains.claim('\u212aelvin.test')).toThrow(expect.objectContaining({ code: 'directory.domain.malformed' }));
});
