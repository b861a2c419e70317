/** Takes a token apart, once, for everybody who judges it. RFC 7515 §7.1, RFC 7516 §7.1, RFC 7519 §7.2. Threat: a second reading that sees another token. */
import type { TokenForm } from './id-token/facts.ts';
import { type JsonObject, readJsonObject } from './strict-json.ts';

export type CompactJws = {
  readonly form: TokenForm;
  /** Not believed yet, like `claims`; both are empty when the form is not `signed`. */
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly namesRepeated: boolean;
  /** As it came. */
  readonly text: string;
};

/** Never throws: what cannot be read is `unreadable`. */
export function readCompactJws(text: string): CompactJws {
  const nothing = { header: {}, claims: {}, namesRepeated: false, text };
  const parts = text.split('.');
  if (parts.length === 5) return { ...nothing, form: 'encrypted' };
  const [header, claims, signature] = parts.map(fromBase64url);
  if (parts.length !== 3 || !header || !claims || !signature) return { ...nothing, form: 'unreadable' };
  const [readHeader, readClaims] = [readJsonObject(header), readJsonObject(claims)];
  if (!readHeader || !readClaims) return { ...nothing, form: 'unreadable' };
  const namesRepeated = readHeader.namesRepeated || readClaims.namesRepeated;
  return { form: 'signed', header: readHeader.value, claims: readClaims.value, namesRepeated, text };
}

/** The one spelling without padding, other characters or spare bits; undefined for any other. RFC 4648 §3.5, §5. */
function fromBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}
