/** A zone of the reference implementation as its target drives it, wherever it runs: what it is set up with, and what can be asked of it. */
import type { Clock, IsolatedConfigInput, Log, Observer, Provisioning, Route, RouteProblem, SupportDesk } from '../../../system/index.ts';
import type { KeyedCertificate } from '../../authority/x509.ts';
import type { Place } from '../../network/names.ts';
import type { SigningKey, SigningPurpose } from '../target.ts';
import type { Credentials } from './credentials.ts';

export const zoneNames = ['cloud', 'edge', 'desk'] as const;
export type ZoneName = (typeof zoneNames)[number];

/** A stream of chance that no other zone shares. */
export type Chance = { readonly seed: number; readonly label: string };

type Common = { readonly auditFile: string; readonly chance: Chance };
type Identity = Credentials['workload']['edge'] | Credentials['workload']['support-desk'];

export type CloudSetup = Common & {
  readonly config: IsolatedConfigInput;
  /** Where the files of the stores lie; without it they are in memory, and die with their process. */
  readonly storeFolder?: string;
  readonly egress: Place;
  readonly trustPem: string;
  readonly mail: { readonly host: string; readonly port: number };
  /** `address:port` of the name server that it asks. */
  readonly nameServer: string;
};
export type EdgeSetup = Common & { readonly certificates: Readonly<Record<string, KeyedCertificate>>; readonly identity: Identity };
export type DeskSetup = Common & { readonly identity: Identity; readonly mail: { readonly host: string; readonly port: number } };

/** Plain JSON throughout: it can be handed to another process. */
export type ZoneSetups = { readonly cloud: CloudSetup; readonly edge: EdgeSetup; readonly desk: DeskSetup };

/** What a zone is surrounded by, in its own process. */
export type Surroundings = {
  readonly clock: Clock;
  readonly log: Log;
  readonly observer: Observer;
  /** Told the head of the zone's audit log whenever a record is on disk: an anchor that the zone itself cannot change any more. */
  audited(head: string): void;
};

type Life = {
  /** Ends its listeners and connections. Stores and audit log stay as they are; `start` begins again on them. */
  stop(): Promise<void>;
  /** For good. */
  close(): Promise<void>;
};

/** Stores as bytes, by name. */
export type StoreImages = Readonly<Record<string, Uint8Array>>;

export type CloudZone = Life & {
  provision(provisioning: Provisioning): Promise<void>;
  start(): Promise<{ readonly ingress: Place; readonly desk: Place }>;
  /** Where its services listen for the ingress; nowhere while it is stopped. */
  services(): Promise<Readonly<Partial<Record<string, Place>>>>;
  /** The key that was made last for this purpose. */
  signingKey(purpose: SigningPurpose): Promise<SigningKey>;
  /** Every listener inside. */
  doors(): Promise<readonly (Place & { readonly at: string; readonly accepts: string })[]>;
  routes(): Promise<readonly Route[]>;
  /** No problems: it is in force. */
  replaceRoutes(rows: readonly unknown[]): Promise<{ readonly problems: readonly RouteProblem[]; readonly reference: string }>;
  /** Nothing listens for this part until the next start. */
  shut(part: string): Promise<void>;
  images(): Promise<StoreImages>;
  restore(images: StoreImages): Promise<void>;
};
export type EdgeZone = Life & { start(ingress: Place): Promise<Place> };
export type DeskZone = Life & SupportDesk & { start(breakGlass: Place): Promise<void> };

export type ZoneTypes = { readonly cloud: CloudZone; readonly edge: EdgeZone; readonly desk: DeskZone };
