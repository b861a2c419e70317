/** The door of the driver that operates Keycloak in a container. */
export { keycloakContainer } from './driver.ts';
export { bridgeAddress } from './engine.ts';
