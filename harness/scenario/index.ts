/** The door for scenarios: how a claim is written, and what may be expected. */
export { arrives, auditIsWhole, during, happensInOrder, looksTheSame, refusedWith, silenceTowardIdp } from './expectations.ts';
export { signedInUser } from './signed-in-user.ts';
export { staysSignedInUntil } from './stays-signed-in.ts';
export { scenario, type Expectation, type Scenario, type World } from './scenario.ts';
