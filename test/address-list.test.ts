/** The address allowlist, judged beside Node's own matcher: a peer is in a range or it is not, however it is written. */
import { BlockList } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressList, addressListProblems, parseAddress } from '../system/kernel/address-list.ts';

const byte = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(byte, byte, byte, byte).map((parts) => parts.join('.'));
const group = fc.integer({ min: 0, max: 0xffff });
const ipv6Value = fc
  .tuple(group, group, group, group, group, group, group, group)
  .map((groups) => groups.reduce((value, part) => (value << 16n) + BigInt(part), 0n));

const dotted = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');
const groups = (value: bigint): string[] =>
  [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => ((value >> shift) & 0xffffn).toString(16));
const ipv4Value = (text: string): bigint => text.split('.').reduce((value, part) => value * 256n + BigInt(part), 0n);
const network = (value: bigint, bits: number, width: number): bigint => (value >> BigInt(width - bits)) << BigInt(width - bits);

test('agrees with an independent matcher on IPv4', () => {
  const near = fc.tuple(ipv4, fc.integer({ min: 1, max: 32 }), fc.integer({ min: 0, max: 31 })).map(([address, bits, flip]) => ({
    range: `${dotted(network(ipv4Value(address), bits, 32))}/${bits}`,
    bits,
    base: dotted(network(ipv4Value(address), bits, 32)),
    peer: dotted(ipv4Value(address) ^ (1n << BigInt(flip))),
  }));
  fc.assert(
    fc.property(near, ({ range, base, bits, peer }) => {
      const oracle = new BlockList();
      oracle.addSubnet(base, bits, 'ipv4');
      expect(addressList([range]).includes(peer)).toBe(oracle.check(peer, 'ipv4'));
      expect(addressList([range]).includes(`::ffff:${peer}`)).toBe(oracle.check(peer, 'ipv4'));
    }),
    { numRuns: 2_000 },
  );
});

test('agrees with an independent matcher on IPv6', () => {
  const near = fc.tuple(ipv6Value, fc.integer({ min: 1, max: 128 }), fc.integer({ min: 0, max: 127 }));
  fc.assert(
    fc.property(near, ([value, bits, flip]) => {
      const base = groups(network(value, bits, 128)).join(':');
      fc.pre(parseAddress(base)?.family === 6);
      const peer = groups(value ^ (1n << BigInt(flip))).join(':');
      fc.pre(parseAddress(peer)?.family === 6);
      const oracle = new BlockList();
      oracle.addSubnet(base, bits, 'ipv6');
      expect(addressList([`${base}/${bits}`]).includes(peer)).toBe(oracle.check(peer, 'ipv6'));
    }),
    { numRuns: 2_000 },
  );
});

test('reads every spelling of an IPv6 address as the same one', () => {
  fc.assert(
    fc.property(ipv6Value, (value) => {
      const long = groups(value)
        .map((part) => part.padStart(4, '0'))
        .join(':')
        .toUpperCase();
      const short = new URL(`http://[${groups(value).join(':')}]/`).hostname.slice(1, -1);
      expect(parseAddress(short)).toEqual(parseAddress(long));
    }),
  );
});

test('takes the first and the last address of a range, and neither neighbour', () => {
  const list = addressList(['127.16.0.0/24', '2001:db8::/32']);
  for (const inside of ['127.16.0.0', '127.16.0.255', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'])
    expect(list.includes(inside)).toBe(true);
  for (const outside of ['127.15.255.255', '127.16.1.0', '2001:db7:ffff::', '2001:db9::']) expect(list.includes(outside)).toBe(false);
});

test('an empty list means nobody', () => {
  fc.assert(fc.property(ipv4, (peer) => !addressList([]).includes(peer)));
});

test.each([
  '127.1',
  '0177.16.0.5',
  '0x7f.16.0.5',
  '2131755013',
  '127.16.0.5%lo',
  'fe80::1%eth0',
  '[::1]',
  '127.16.0.5 ',
  '127.16.0.5,127.66.6.6',
  '',
  'localhost',
  '127.16.0.5:80',
])('a peer written as "%s" is nobody', (peer) => {
  expect(addressList(['127.16.0.0/24', '127.0.0.0/8', 'fe80::/10', '::1/128']).includes(peer)).toBe(false);
});

test.each([
  '0.0.0.0/0',
  '::/0',
  '::ffff:0:0/96',
  '127.16.0.5',
  '127.16.0.5/24',
  '127.16.0.0/33',
  '127.16.0.0/024',
  '127.16.0.0/-1',
  '010.0.0.0/8',
  'fe80::1%eth0/128',
  '10.0.0.0/8/8',
  '*',
  '',
])('refuses "%s" as a range, and says so', (range) => {
  expect(addressListProblems([range])).toHaveLength(1);
  expect(() => addressList(['10.0.0.0/8', range])).toThrow(TypeError);
});
