/** Sessions of people who signed in by OpenID Connect, and the relying parties that are told when one ends. OpenID Connect Back-Channel Logout 1.0. */
import type { Provider } from 'oidc-provider';
import type { RealmStore } from './store.ts';

/** A method of the library's clients that its types leave out. */
type ToldOfLogout = {
  readonly backchannelLogoutUri?: string | undefined;
  backchannelLogout(subject: string, sessionId: string): Promise<unknown>;
};

export type OpenSession = {
  readonly id: string;
  readonly subject: string;
  readonly relyingParties: readonly { readonly clientId: string; readonly sessionId: string; readonly grantId: string }[];
};

/** Sessions that somebody signed in to. */
export const openSessions = (store: RealmStore): readonly OpenSession[] =>
  store.list('Session').flatMap(({ id, payload: { accountId, authorizations = {} } }) => {
    if (accountId === undefined) return [];
    const relyingParties = Object.entries(authorizations).map(([clientId, { sid = '', grantId = '' }]) => ({
      clientId,
      sessionId: sid,
      grantId,
    }));
    return [{ id, subject: accountId, relyingParties }];
  });

/** Ends all sessions of the subject at once; the promises are of the relying parties that are told then, 2.5 seconds at most. */
export function tellOfLogout(store: RealmStore, provider: Provider, subject: string): readonly Promise<void>[] {
  const ending = openSessions(store).filter((session) => session.subject === subject);
  return ending.flatMap(({ id, relyingParties }) => {
    store.remove('Session', id);
    return relyingParties.map(async ({ clientId, sessionId, grantId }) => {
      store.remove('Grant', grantId);
      store.removeGrant(grantId);
      const client = (await provider.Client.find(clientId)) as ToldOfLogout | undefined;
      if (client?.backchannelLogoutUri !== undefined) await client.backchannelLogout(subject, sessionId);
    });
  });
}
