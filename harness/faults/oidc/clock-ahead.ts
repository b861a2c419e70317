/** The identity provider's clock goes ten minutes ahead (C-03). OIDC Core 1.0 §3.1.3.7 (10). */
import { clockMoved } from '../clock-moved.ts';

export const clockAhead = clockMoved({
  name: 'idp.clock-ahead',
  title: 'The clock of the identity provider goes ten minutes ahead.',
  meets: 'sso.id-token.issued-in-future',
  bySeconds: 600,
});
