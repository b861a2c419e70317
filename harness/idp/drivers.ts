/** The drivers there are, in the order in which `auto` tries them: the closest to what customers run comes first. */
import type { IdpDriver } from './driver.ts';
import { embedded } from './embedded/index.ts';
import { keycloakContainer } from './keycloak-container/index.ts';
import { keycloakJvm } from './keycloak-jvm/index.ts';

export const drivers: readonly IdpDriver[] = [keycloakContainer, keycloakJvm, embedded];
