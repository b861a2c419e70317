/** One form of AdminHub's pages, as somebody sends it. */
import type { PersonName } from '../fixtures/fixtures.ts';

export type HubForm = {
  /** Where the form stands. */
  readonly page: string;
  /** Its id, or the path that it posts to. */
  readonly form: string;
  readonly values?: Readonly<Record<string, string>>;
  /** Where it leads when all is well. A test sign-in ends on the sign-in host. */
  readonly lands?: 'admin' | 'login';
  /** With whose account at the identity provider, if it asks; the actor's own otherwise. */
  readonly signsInAs?: PersonName;
};
