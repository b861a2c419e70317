/** Keycloak as a Java process keeps the contract of a driver. Skipped, with the reason, where it cannot be run. */
import { test } from 'vitest';
import { keycloakJvm } from '../harness/idp/keycloak-jvm/index.ts';
import { cacheFolder } from '../harness/setup/cache-folder.js';
import { idpDriverContract } from './contract/idp-driver.ts';

const can = await keycloakJvm.usable({ cacheFolder: cacheFolder() });

if (can.yes) idpDriverContract(keycloakJvm, { cacheFolder: cacheFolder() });
else test.skip(`keycloak-jvm: ${can.why}. To have it tested: ${can.remedy}`, () => {});
