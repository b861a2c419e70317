/** The keys of a realm of the embedded identity provider: which one signs, which are published, and the certificates that SAML sees them by. */
import { createPrivateKey } from 'node:crypto';
import type { SamlSigningKey } from '../saml/index.ts';
import { certificateOf, type Validity } from './certificate.ts';
import { ellipticKey, type SigningKey, signingKey } from './from-seed.ts';
import type { RealmSettings } from './settings.ts';

type CertifiedKey = { readonly key: SigningKey; readonly certificatePem: string };

export class KeyRing {
  readonly #seed: number;
  readonly #realm: string;
  readonly #seeded: CertifiedKey;
  /** The first one signs. */
  #keys: readonly [CertifiedKey, ...CertifiedKey[]];
  /** Never goes back, so that no later key equals an earlier one. */
  #generation = 0;

  private constructor(seed: number, realm: string, seeded: CertifiedKey) {
    this.#seed = seed;
    this.#realm = realm;
    this.#seeded = seeded;
    this.#keys = [seeded];
  }

  static async open(seed: number, realm: string): Promise<KeyRing> {
    const key = signingKey(seed, `${realm}-sig`);
    return new KeyRing(seed, realm, { key, certificatePem: await certificateOf(realm, key) });
  }

  async #newKey(): Promise<CertifiedKey> {
    this.#generation += 1;
    const key = signingKey(this.#seed, `${this.#realm}-sig-${this.#generation}`);
    return { key, certificatePem: await certificateOf(this.#realm, key) };
  }

  /** A new key signs from now on; the old ones stay published, or are gone. Returns its id. */
  async rotate(removeOldKeys: boolean): Promise<string> {
    const made = await this.#newKey();
    this.#keys = removeOldKeys ? [made] : [made, ...this.#keys];
    return made.key.kid;
  }

  /** One more key that does not sign. Returns its id. */
  async addSecond(): Promise<string> {
    const made = await this.#newKey();
    this.#keys = [...this.#keys, made];
    return made.key.kid;
  }

  async setValidity(validity: Validity): Promise<void> {
    const [{ key }, ...others] = this.#keys;
    this.#keys = [{ key, certificatePem: await certificateOf(this.#realm, key, validity) }, ...others];
  }

  revert(): void {
    this.#keys = [this.#seeded];
  }

  get asSeeded(): boolean {
    return this.#keys.length === 1 && this.#keys[0] === this.#seeded;
  }

  get signing(): { readonly keyId: string; readonly privateKeyPem: string; readonly certificatePem: string } {
    const [{ key, certificatePem }] = this.#keys;
    return { keyId: key.kid, privateKeyPem: pemOf(key), certificatePem };
  }

  /** For tokens: with a key of another algorithm where the settings ask for one. */
  published({ idTokenAlgorithm }: Pick<RealmSettings, 'idTokenAlgorithm'>): readonly SigningKey[] {
    const own = this.#keys.map(({ key }) => key);
    if (idTokenAlgorithm === 'PS256') return [...own, signingKey(this.#seed, `${this.#realm}-ps256`, 'PS256')];
    if (idTokenAlgorithm === 'ES256') return [...own, ellipticKey(this.#seed, `${this.#realm}-es256`)];
    return own;
  }

  /** For assertions. */
  get saml(): readonly [SamlSigningKey, ...SamlSigningKey[]] {
    const [first, ...others] = this.#keys;
    return [samlKey(first), ...others.map(samlKey)];
  }
}

const pemOf = (key: SigningKey): string => createPrivateKey({ key, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }).toString();
const samlKey = ({ key, certificatePem }: CertifiedKey): SamlSigningKey => ({ privateKeyPem: pemOf(key), certificatePem });
