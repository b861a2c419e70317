/** E-mail domains whose proof is slow, gone, or of another claim: what was seen proves the claim that it was seen for, and nothing else (M-11). */
import { expect, test } from 'vitest';
import { createDirectory } from '../system/isolated/directory/directory.ts';
import { verifiedForMs } from '../system/isolated/directory/domains.ts';
import { releasedDirectoryPolicy } from '../system/isolated/directory/policy.ts';
import type { OwnedText } from '../system/kernel/directory.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import { manualClock, systemRandom } from './manual-ports.ts';

const domain = 'acme.test';
const notClaimed = { code: 'directory.domain.not-claimed' };

/** A name system that answers when it is told to. */
function slowNames() {
  let answer: (texts: readonly OwnedText[]) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const dnsText = {
    lookup: () =>
      new Promise<readonly OwnedText[]>((resolve, reject) => {
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
    answer: (texts: readonly string[], owner = `_tempered.${domain}`) => answer(texts.map((text) => ({ owner, text }))),
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

/** Claimed, and verified by its proof. */
async function proved() {
  const names = slowNames();
  names.domains.claim(domain).effect();
  await look(names, [names.proof()]);
  return names;
}
async function look(names: ReturnType<typeof slowNames>, texts: readonly string[], owner?: string) {
  const verifying = names.verify();
  names.answer(texts, owner);
  const { effect, proof } = await verifying;
  effect();
  return proof;
}

test('a proof that is gone ends what was verified by it, and somebody is told once', async () => {
  const names = await proved();
  for (const _ of ['first', 'second'])
    await expect(look(names, ['something else'])).rejects.toMatchObject({ code: 'directory.domain.proof-missing' });
  expect([covers(names), names.ended, names.domains.list()[0]?.state]).toEqual([false, [domain], 'claimed']);
  expect([await look(names, [names.proof()]), covers(names)]).toEqual(['seen', true]);
});

test.each(['proof.host.test', 'acme.test', '_tempered.acme.test.host.test', '_tempered\\.acme.test', '_TEMPERED.acme.test'])(
  'a proof that %s owns proves nothing, and ends what was verified',
  async (owner) => {
    const names = await proved();
    await expect(look(names, [names.proof()], owner)).rejects.toMatchObject({ code: 'directory.domain.proof-elsewhere' });
    expect([covers(names), names.ended]).toEqual([false, [domain]]);
  },
);

test('a look takes nothing from a domain that was verified when the cloud was set up', async () => {
  const names = slowNames();
  names.domains.provision(domain);
  const listed = names.domains.list();
  expect(listed).toMatchObject([{ state: 'verified', provisioned: true }]);
  expect([await look(names, []), await look(names, [names.proof()], 'proof.host.test')]).toEqual(['not-seen', 'not-seen']);
  expect([names.domains.list(), names.ended]).toEqual([listed, []]);
});

test('a proof that was seen since counts for its year, and when it is gone the rest of the first year is left', async () => {
  const names = slowNames();
  names.domains.provision(domain);
  const untilMs = () => names.domains.list()[0]?.verifiedUntilMs;
  const first = untilMs();
  names.clock.advance(verifiedForMs / 2);
  expect(await look(names, [names.proof()])).toBe('seen');
  expect(untilMs()).toBe((first ?? 0) + verifiedForMs / 2);
  expect([await look(names, []), untilMs(), covers(names)]).toEqual(['not-seen', first, true]);
});

test('after its first year a domain that was given with the cloud needs a proof like any other', async () => {
  const names = slowNames();
  names.domains.provision(domain);
  names.clock.advance(verifiedForMs);
  expect([covers(names), names.domains.list()[0]?.state]).toEqual([false, 'expired']);
  await expect(look(names, [])).rejects.toMatchObject({ code: 'directory.domain.proof-missing' });
  await look(names, [names.proof()]);
  expect([covers(names), names.domains.list()[0]?.provisioned]).toEqual([true, false]);
  await expect(look(names, [])).rejects.toMatchObject({ code: 'directory.domain.proof-missing' });
  expect(covers(names)).toBe(false);
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
