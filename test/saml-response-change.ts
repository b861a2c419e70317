/** What a SAML response may depart in, and how it is signed again so that it departs in nothing else. */
import { expect } from 'vitest';
import { resigned } from '../fakes/saml/resign.ts';
import { type Circumstances, honest, honestSpec, idpKey, ownKeys } from './saml-kit.ts';

export const toUs = ownKeys.encryption.certificatePem;
export const { responseId, assertionId } = honestSpec;
export type Change = (xml: string) => string;
export type Case = {
  /** Of the assertion: it and the response are signed again. */
  readonly inAssertion?: Change;
  /** Of the response around it, which is signed again. */
  readonly inResponse?: Change;
  /** Of the finished text. */
  readonly after?: Change;
  readonly given?: Circumstances;
};
export const swap =
  (from: string | RegExp, to: string): Change =>
  (xml) => {
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    return changed;
  };
const signedAgain = (xml: string, id: string): string => resigned(xml, id, { key: idpKey });
const unchanged: Change = (xml) => xml;

/** The honest response with that change. */
export async function brought({ inAssertion, inResponse, after = unchanged }: Case): Promise<string> {
  const plain = await honest();
  const assertion = inAssertion ? signedAgain(inAssertion(plain), assertionId) : plain;
  const response = inAssertion || inResponse ? signedAgain((inResponse ?? unchanged)(assertion), responseId) : assertion;
  return after(response);
}

export const inside = (change: Change): Case => ({ inAssertion: change });
export const around = (change: Change): Case => ({ inResponse: change });
export const later = (change: Change): Case => ({ after: change });
export const when = (given: Circumstances): Case => ({ given });
export const at = (ms: number): string => new Date(ms).toISOString();
/** Reason of the code, what is wrong, how. */
export type Cases = readonly (readonly [string, string, Case])[];
