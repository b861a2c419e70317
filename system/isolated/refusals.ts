/** Every refusal code of the isolated cloud, as one type: what a scenario may expect. Types only: no value of a part is joined here. */
import type { AdminHubRefusal } from './admin-hub/index.ts';
import type { LinkRequestRefusal, LoginRefusal, RegistrationRefusal, SessionRefusal, SignOutRefusal } from './break-glass/index.ts';
import type { AdmissionRefusal, IngressRefusal } from './ingress/index.ts';
import type { TrackerRefusal } from './products/tracker/index.ts';
import type { HandOverRefusal, HostSessionRefusal } from './session/index.ts';
import type { AvailabilityRefusal, CallbackRefusal, ExchangeRefusal } from './sso/index.ts';

export type IsolatedRefusal =
  | AdminHubRefusal
  | AdmissionRefusal
  | AvailabilityRefusal
  | CallbackRefusal
  | ExchangeRefusal
  | HandOverRefusal
  | HostSessionRefusal
  | IngressRefusal
  | LinkRequestRefusal
  | LoginRefusal
  | RegistrationRefusal
  | SessionRefusal
  | SignOutRefusal
  | TrackerRefusal;
