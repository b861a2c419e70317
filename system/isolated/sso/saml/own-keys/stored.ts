/** The relying party's own key pairs for SAML: one signs what we say, the other opens what is said to us alone. SAML Metadata 2.0 §2.4.1.1. */
import { z } from 'zod';
import type { Store } from '../../../../kernel/ports.ts';
import { readable } from '../../../../kernel/readable.ts';

export const samlKeysCollection = 'saml.keys';

const keyPair = z.strictObject({ privateKeyPem: z.string().min(1), certificatePem: z.string().min(1) }).readonly();
const schema = z.strictObject({ signing: keyPair, encryption: keyPair }).readonly();
export type SamlKeyPair = z.infer<typeof keyPair>;
export type SamlKeys = z.infer<typeof schema>;

/** Kept in the identity store, beside the key of OIDC and apart from the settings; undefined when there are none, or when they cannot be read (S12). */
export const samlKeysIn = (store: Store) => ({
  current: (): SamlKeys | undefined => schema.safeParse(readable(store, samlKeysCollection, 'current')).data,
  save: (keys: SamlKeys): void => store.put(samlKeysCollection, 'current', schema.parse(keys)),
});
