/** Sessions of people who signed in by SAML: a cookie, and what it stands for. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Level } from '../levels.ts';
import type { RealmStore } from '../store.ts';

export type SamlSession = {
  readonly id: string;
  readonly index: string;
  readonly subject: string;
  readonly level: Level;
  /** As the relying party was told. */
  readonly nameId?: string;
};
export type SamlSessions = {
  of(request: IncomingMessage): SamlSession | undefined;
  open(subject: string, level: Level, response: ServerResponse): SamlSession;
  named(id: string, nameId: string): void;
  /** Ends those that fit. */
  end(fits: (session: SamlSession) => boolean): void;
  all(): readonly SamlSession[];
};

const kind = 'SamlSession';
const cookieName = 'SAML_SESSION';

/** `path` is the realm's: the cookie goes nowhere else. */
export function samlSessions(store: RealmStore, path: string): SamlSessions {
  const all = (): readonly SamlSession[] => store.list(kind).map(({ payload }) => payload as unknown as SamlSession);
  const put = (session: SamlSession): void => store.put(kind, session.id, { ...session });
  return {
    all,
    of: ({ headers }) => {
      const [, id] = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(headers.cookie ?? '') ?? [];
      return all().find((session) => session.id === id);
    },
    open: (subject, level, response) => {
      const session: SamlSession = { id: randomUUID(), index: randomUUID(), subject, level };
      put(session);
      response.setHeader('set-cookie', `${cookieName}=${session.id}; Path=${path}/; HttpOnly; Secure; SameSite=None`);
      return session;
    },
    named: (id, nameId) => {
      const session = all().find((each) => each.id === id);
      if (session) put({ ...session, nameId });
    },
    end: (fits) => {
      for (const { id } of all().filter(fits)) store.remove(kind, id);
    },
  };
}
