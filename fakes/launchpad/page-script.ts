/** What runs in the visitor's page: signs in by keycloak-js with PKCE, keeps tokens in memory alone, and says in bounded time when that is not possible. */

/** A module; served as it is. It asks for no cookie of another site: the check of the login iframe is off. */
export const pageScript = `
import Keycloak from '/keycloak.js';

const { issuer, clientId, limitMs } = document.documentElement.dataset;
const show = (id) => {
  for (const part of document.querySelectorAll('main > section')) part.hidden = part.id !== id;
  document.title = document.querySelector('#' + id + ' h1').textContent;
};
const inTime = (work) =>
  Promise.race([work, new Promise((_, tooLate) => setTimeout(tooLate, Number(limitMs), new Error('no answer in time')))]);

const keycloak = new Keycloak({ oidcProvider: issuer, clientId });
try {
  const signedIn = await inTime(keycloak.init({ checkLoginIframe: false, pkceMethod: 'S256' }));
  document.getElementById('sign-in').addEventListener('submit', (event) => {
    event.preventDefault();
    keycloak.login({ redirectUri: location.origin + '/' }).catch(() => show('away'));
  });
  show(signedIn ? 'tiles' : 'welcome');
} catch {
  show('away');
}
`;
