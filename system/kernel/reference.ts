/** The reference on every answer: it joins what a person saw with the one audit record of that decision. */
import type { Random } from './ports.ts';

export const referenceHeader = 'tempered-reference';
const alphabet = '23456789abcdefghjkmnpqrstvwxyz';

/** 20 characters (more than 96 bits) without look-alikes, in groups of five: `k7m2p-…`. */
export function newReference(random: Random): string {
  const characters = [...random.bytes(20)].map((byte) => alphabet[byte % alphabet.length]);
  return [0, 5, 10, 15].map((start) => characters.slice(start, start + 5).join('')).join('-');
}

const form = /^[2-9a-z]{5}(-[2-9a-z]{5}){3}$/;
export const isReference = (text: string): boolean => form.test(text);
