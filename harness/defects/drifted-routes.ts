/** A route table that drifted: a row that is as well-formed as all others, and that nobody declared. */
import type { WorldDefect } from './defect.ts';

/** Somebody needed a health check, and left it. In force again after every reset. */
export const undeclaredOpenRow: WorldDefect = {
  name: 'drift:undeclared-open-row',
  kind: 'world',
  breaks: 'The route table has a row more that is open to anybody.',
  async spoil({ target }) {
    const { reset, operations, origins } = target;
    const open = { host: origins.login.host, method: 'GET', path: '/health', to: 'authentication-service', access: 'anonymous' };
    const drifting = async (): Promise<void> => {
      await reset();
      const drifted = await operations?.replaceRoutes([...(await operations.routes()), open]);
      if (drifted?.kind !== 'ok') throw new TypeError('the route table took no row more');
    };
    Object.assign(target, { reset: drifting });
  },
};
