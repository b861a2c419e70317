/** The one Keycloak that everything here is made for and tested with. */
export const keycloakVersion = '26.7.3';
