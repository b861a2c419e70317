/** The door of the identity provider drivers: what they promise, and which one a run gets. */
export {
  type Choice,
  type ChooseOptions,
  choiceInWords,
  chooseDriver,
  NoIdentityProvider,
  type PassedOver,
  type Started,
  startChosen,
  type Wanted,
} from './choose.ts';
export {
  type DriverName,
  driverNames,
  type IdpDriver,
  type Lease,
  type Realm,
  type RealmSigningKey,
  type RealmUser,
  type RunningIdp,
  type StartOptions,
  type Undo,
  type Usable,
} from './driver.ts';
export { drivers } from './drivers.ts';
export { type Probed, probeDriver, probeDrivers } from './probe.ts';
