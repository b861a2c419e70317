/** The door of the actors: who acts in a world, and what a run needs to build them. */
export type { Actors, BreakGlassHolder, BreakGlassOptions, User } from './actors.ts';
export type { TrailStep } from './agent.ts';
export { createKeyRing, type KeyRing, type KeyRingSnapshot, type SecurityKey } from './authenticator/key-ring.ts';
export type { AuthenticatorModel } from './authenticator/make.ts';
export { openPersonWindow, type PersonWindow } from './browser/person-window.ts';
export { type BrowserTrust, type RunBrowser, type RunBrowserOptions, runBrowser } from './browser/run-browser.ts';
export { createActors } from './cast.ts';
export type { ActorExit, ActorsOptions, Cast } from './company.ts';
export type { HeldSessions, Product } from './session-acts.ts';
export type { NewIssue } from './tracker-acts.ts';
export { referenceHeader, referenceIn } from './trail.ts';
export type { NewPage } from './wiki-acts.ts';
