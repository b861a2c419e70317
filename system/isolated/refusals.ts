/** Every refusal code of the isolated cloud, as one type: what a scenario may expect. Types only: no value of a part is joined here. */
import type { WorkloadRefusal } from '../kernel/workload/connection.ts';
import type { AdminHubRefusal } from './admin-hub/index.ts';
import type { LinkRequestRefusal, LoginRefusal, RegistrationRefusal, SessionRefusal, SignOutRefusal } from './break-glass/index.ts';
import type { DirectoryRefusal } from './directory/index.ts';
import type { AdmissionRefusal, IngressRefusal, LastingRefusal, RouteTableRefusal } from './ingress/index.ts';
import type { TrackerRefusal } from './products/tracker/index.ts';
import type { WikiRefusal } from './products/wiki/index.ts';
import type {
  HandOverRefusal,
  HostSessionRefusal,
  RevocationRefusal,
  SignOutRefusal as SessionSignOutRefusal,
  SettingsRefusal,
  SignOnRefusal,
} from './session/index.ts';
import type { AvailabilityRefusal, OidcRefusal, SamlRefusal, SettingsTestRefusal } from './sso/index.ts';

export type IsolatedRefusal =
  | AdminHubRefusal
  | AdmissionRefusal
  | AvailabilityRefusal
  | DirectoryRefusal
  | HandOverRefusal
  | HostSessionRefusal
  | IngressRefusal
  | LastingRefusal
  | LinkRequestRefusal
  | LoginRefusal
  | OidcRefusal
  | RegistrationRefusal
  | RouteTableRefusal
  | SamlRefusal
  | SessionRefusal
  | RevocationRefusal
  | SettingsRefusal
  | SettingsTestRefusal
  | SignOnRefusal
  | SessionSignOutRefusal
  | SignOutRefusal
  | TrackerRefusal
  | WikiRefusal
  | WorkloadRefusal;
