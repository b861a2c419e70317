/** The identity provider's clock goes ten minutes behind (C-03). OIDC Core 1.0 §3.1.3.7 (9). */
import { clockMoved } from '../clock-moved.ts';

export const clockBehind = clockMoved({
  name: 'idp.clock-behind',
  title: 'The clock of the identity provider goes ten minutes behind.',
  meets: 'sso.id-token.expired',
  bySeconds: -600,
});
