/** Where the isolated cloud keeps what it must not lose: each part has a store of its own, and break-glass shares none with anybody (S12, G-01). */
import type { Store } from '../kernel/ports.ts';

export type IsolatedStores = { readonly identity: Store; readonly settings: Store; readonly products: Store; readonly breakGlass: Store };
