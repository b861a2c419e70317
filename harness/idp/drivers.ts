/** The drivers there are, in the order in which `auto` tries them: the closest to what customers run comes first. */
import type { DriverName, IdpDriver } from './driver.ts';

/** Each one's libraries are loaded when it is first asked for anything: whoever only wants a name or another driver does not wait for them. */
const whenAsked = (name: DriverName, load: () => Promise<IdpDriver>): IdpDriver => ({
  name,
  usable: async (options) => (await load()).usable(options),
  start: async (options) => (await load()).start(options),
});

export const drivers: readonly IdpDriver[] = [
  whenAsked('keycloak-container', async () => (await import('./keycloak-container/index.ts')).keycloakContainer),
  whenAsked('keycloak-jvm', async () => (await import('./keycloak-jvm/index.ts')).keycloakJvm),
  whenAsked('embedded', async () => (await import('./embedded/index.ts')).embedded),
];
