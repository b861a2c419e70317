/** The door of the driver that runs Keycloak as a Java process. */
export { keycloakJvm } from './driver.ts';
