/** The address allowlist: which peers belong to a list of IPv4 and IPv6 ranges (B-07, B-08). Threats: an empty list that means everybody, one address written two ways, short and octal forms. RFC 4632 §3.1, RFC 4291 §2.2. */
import { isIPv4, isIPv6 } from 'node:net';

type Address = { readonly family: 4 | 6; readonly value: bigint };
type Range = Address & { readonly prefixBits: number };

export type AddressList = {
  /** The ranges as they were given, for people. */
  readonly ranges: readonly string[];
  /** False for everything that is not an address in plain form, and for everybody when the list is empty. */
  includes(peer: string): boolean;
};

const width = (family: 4 | 6): bigint => (family === 4 ? 32n : 128n);
const mappedPrefix = 0xffffn;

/** Four decimal parts; neither octal nor short forms pass `isIPv4`. */
const parseIpv4 = (text: string): bigint => text.split('.').reduce((value, part) => value * 256n + BigInt(part), 0n);

/** `::` stands for as many zero groups as are missing; a dotted tail stands for two groups. RFC 4291 §2.2. */
function parseIpv6(text: string): bigint {
  const dotted = text.slice(text.lastIndexOf(':') + 1);
  const low = dotted.includes('.') ? parseIpv4(dotted) : undefined;
  const plain = low === undefined ? text : `${text.slice(0, -dotted.length)}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`;
  const [head = '', tail] = plain.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const left = groups(head);
  const right = groups(tail ?? '');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].reduce((value, group) => (value << 16n) + BigInt(`0x${group}`), 0n);
}

/** One address, IPv4-mapped IPv6 folded to IPv4 (RFC 4291 §2.5.5.2). Undefined for a zone id and for every other form. */
export function parseAddress(text: string): Address | undefined {
  if (isIPv4(text)) return { family: 4, value: parseIpv4(text) };
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const value = parseIpv6(text);
  return value >> 32n === mappedPrefix ? { family: 4, value: value & 0xffffffffn } : { family: 6, value };
}

/** `address/bits`, no bit set after the prefix, never everybody. Undefined for anything else. */
function parseRange(text: string): Range | undefined {
  const [, network = '', bits = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const address = parseAddress(network);
  if (address === undefined) return undefined;
  const folded = address.family === 4 && network.includes(':');
  const prefixBits = Number(bits) - (folded ? 96 : 0);
  const hostBits = width(address.family) - BigInt(prefixBits);
  if (prefixBits < 1 || hostBits < 0n || (address.value >> hostBits) << hostBits !== address.value) return undefined;
  return { ...address, prefixBits };
}

/** What is wrong with each range, in the words of a person who must put it right; empty when all can be used. */
export const addressListProblems = (ranges: readonly string[]): readonly string[] =>
  ranges
    .filter((range) => parseRange(range) === undefined)
    .map((range) => `"${range}" is not a range: write network/bits with no bit set after the prefix, and never everybody (B-08)`);

/** The list of `ranges`. Throws a TypeError that names every range that cannot be used. */
export function addressList(ranges: readonly string[]): AddressList {
  const problems = addressListProblems(ranges);
  if (problems.length > 0) throw new TypeError(problems.join('; '));
  const parsed = ranges.flatMap((range) => parseRange(range) ?? []);
  const within = (range: Range, { family, value }: Address): boolean => {
    const hostBits = width(family) - BigInt(range.prefixBits);
    return family === range.family && value >> hostBits === range.value >> hostBits;
  };
  return {
    ranges: Object.freeze([...ranges]),
    includes: (peer) => {
      const address = parseAddress(peer);
      return address !== undefined && parsed.some((range) => within(range, address));
    },
  };
}
