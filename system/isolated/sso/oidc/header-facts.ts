/** What a token's header says that is to be judged. RFC 7515 §4.1. */
import type { CompactJws } from './compact-jws.ts';
import type { HeaderFacts } from './id-token/facts.ts';

const keyParameters = ['jwk', 'jku', 'x5u', 'x5c'] as const;

/** `types`: what `typ` may be besides absent, in lower case. */
export function headerFacts(
  { header }: CompactJws,
  wanted: { readonly types: readonly string[]; readonly algorithm: string },
): HeaderFacts {
  return {
    type: header.typ === undefined ? 'none' : wanted.types.includes(mediaType(header.typ)) ? 'ours' : 'other',
    critical: header.crit !== undefined || header.b64 !== undefined,
    keyInside: keyParameters.some((name) => header[name] !== undefined),
    algorithm: header.alg === undefined ? 'none' : header.alg === wanted.algorithm ? 'ours' : 'other',
  };
}

/** `typ` may leave out the prefix, and its case means nothing. RFC 7515 §4.1.9. */
const mediaType = (typ: unknown): string => (typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : '');
