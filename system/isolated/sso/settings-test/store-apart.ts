/** A store for test sign-ins: beside what live ones keep, and with nothing of it but our own keys (C-03). Threat: a test that a live sign-in notices. */
import type { Store } from '../../../kernel/ports.ts';
import { clientKeyCollection } from '../oidc/index.ts';
import { samlKeysCollection } from '../saml/index.ts';

/** By these the identity provider knows us. */
const sharedCollections: ReadonlySet<string> = new Set([clientKeyCollection, samlKeysCollection]);

export function apartFrom(store: Store): Store {
  const name = (collection: string): string => (sharedCollections.has(collection) ? collection : `settings-test.${collection}`);
  return {
    get: (collection, key) => store.get(name(collection), key),
    put: (collection, key, value) => store.put(name(collection), key, value),
    take: (collection, key) => store.take(name(collection), key),
    delete: (collection, key) => store.delete(name(collection), key),
    list: (collection, page) => store.list(name(collection), page),
    count: (collection) => store.count(name(collection)),
    atomically: store.atomically,
  };
}
