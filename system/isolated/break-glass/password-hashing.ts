/** Argon2id over the normalised password. RFC 9106, NIST SP 800-63B-4 §3.1.1.2. */
import { Algorithm, hash, verify } from '@node-rs/argon2';
import type { BreakGlassConfig } from './config.ts';

export type PasswordHashing = {
  hash(password: string): Promise<string>;
  matches(passwordHash: string, password: string): Promise<boolean>;
};

/** One spelling for what looks the same. UAX #15. */
const normalised = (password: string): string => password.normalize('NFC');

export function argon2id({ memoryKiB, passes, lanes }: BreakGlassConfig['argon2']): PasswordHashing {
  const options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: memoryKiB, timeCost: passes, parallelism: lanes };
  return {
    hash: (password) => hash(normalised(password), options),
    matches: (passwordHash, password) => verify(passwordHash, normalised(password)),
  };
}
