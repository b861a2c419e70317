/** How people sign in at a Keycloak realm, and what it says about that: with these conditions, and no fewer, `acr` tells the truth. */
import { fixedId, flowId } from './ids.ts';

export const browserFlowName = 'acme browser';
/** For the customer that stopped asking: a password is enough, whatever level a request wants. */
export const passwordFlowName = 'acme password only';
/** As long as the session at the identity provider lives. */
const levelMaxAgeSeconds = 36_000;

type LevelNames = { readonly password: string; readonly twoFactors: string };
/** Which name stands for which level of authentication: `acr.loa.map`, an attribute of the realm and, for SAML, of the client. */
export const levelNames = ({ password, twoFactors }: LevelNames): string => JSON.stringify({ [password]: 1, [twoFactors]: 2 });

type Execution = { readonly authenticator: string; readonly requirement: string; readonly config?: string };
type Subflow = { readonly flow: string; readonly requirement: string };

/** Cookie, or else: password, and where level 2 is asked for, a one-time code after it. */
export const flowRepresentations = (realm: string) => [
  flow(realm, browserFlowName, [
    { authenticator: 'auth-cookie', requirement: 'ALTERNATIVE' },
    { flow: 'acme forms', requirement: 'ALTERNATIVE' },
  ]),
  flow(realm, 'acme forms', [
    { flow: 'acme level 1', requirement: 'CONDITIONAL' },
    { flow: 'acme level 2', requirement: 'CONDITIONAL' },
  ]),
  level(realm, 1, 'auth-username-password-form'),
  level(realm, 2, 'auth-otp-form'),
  flow(realm, passwordFlowName, [
    { authenticator: 'auth-cookie', requirement: 'ALTERNATIVE' },
    { flow: 'acme password form', requirement: 'ALTERNATIVE' },
  ]),
  flow(realm, 'acme password form', [{ authenticator: 'auth-username-password-form', requirement: 'REQUIRED' }]),
];

const level = (realm: string, number: 1 | 2, authenticator: string) =>
  flow(realm, `acme level ${number}`, [
    { authenticator: 'conditional-level-of-authentication', requirement: 'REQUIRED', config: levelConfigName(number) },
    { authenticator, requirement: 'REQUIRED' },
  ]);

const levelConfigName = (number: number): string => `acme level ${number}`;

export const flowConfigRepresentations = (realm: string) =>
  [1, 2].map((number) => ({
    id: fixedId(realm, 'flow-config', `${number}`),
    alias: levelConfigName(number),
    config: { 'loa-condition-level': `${number}`, 'loa-max-age': `${levelMaxAgeSeconds}` },
  }));

function flow(realm: string, alias: string, executions: readonly (Execution | Subflow)[]) {
  return {
    id: flowId(realm, alias),
    alias,
    description: '',
    providerId: 'basic-flow',
    topLevel: [browserFlowName, passwordFlowName].includes(alias),
    builtIn: false,
    authenticationExecutions: executions.map((execution, place) => ({
      requirement: execution.requirement,
      priority: (place + 1) * 10,
      userSetupAllowed: false,
      ...('flow' in execution
        ? { authenticatorFlow: true, flowAlias: execution.flow }
        : {
            authenticatorFlow: false,
            authenticator: execution.authenticator,
            ...(execution.config === undefined ? {} : { authenticatorConfig: execution.config }),
          }),
    })),
  };
}
