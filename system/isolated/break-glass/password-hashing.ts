/** Argon2id over the normalised password. RFC 9106, NIST SP 800-63B-4 §3.1.1.2. */
import { hash, verify } from '@node-rs/argon2';
import type { BreakGlassConfig } from './config.ts';

export type PasswordHashing = {
  hash(password: string): Promise<string>;
  matches(passwordHash: string, password: string): Promise<boolean>;
};

/** One spelling for what looks the same. UAX #15. */
const normalised = (password: string): string => password.normalize('NFC');

/** `config` gives memory in KiB, passes and lanes. Argon2id is what the library uses unless told otherwise. */
export function argon2id({ memoryKiB, passes, lanes }: BreakGlassConfig['argon2']): PasswordHashing {
  const options = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes };
  return {
    hash: (password) => hash(normalised(password), options),
    matches: (passwordHash, password) => verify(passwordHash, normalised(password)),
  };
}
