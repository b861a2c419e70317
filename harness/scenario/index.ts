/** The door for scenarios: how a claim is written, and what may be expected. */
export { claimOf } from './claim.ts';
export { arrives, auditIsWhole, during, happensInOrder, looksTheSame, refusedWith, silenceTowardIdp } from './expectations.ts';
export { type Expectation, type Scenario, scenario, type World } from './scenario.ts';
export { signedInUser } from './signed-in-user.ts';
export { staysSignedInUntil } from './stays-signed-in.ts';
