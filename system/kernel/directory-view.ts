/** The directory as AdminHub shows it; it is changed by the directory's own actions only (S10). */
import type { DirectoryUser } from './directory.ts';

export type ListedConnector = {
  readonly name: string;
  readonly madeAtMs: number;
  readonly revoked: boolean;
  readonly stopped: string | undefined;
};
export type ListedGroup = { readonly id: string; readonly name: string; readonly members: number; readonly changedAtMs: number };

export type ListedDomain = {
  readonly domain: string;
  readonly state: 'claimed' | 'verified' | 'expiring' | 'expired';
  /** The TXT record that proves it. */
  readonly proof: string;
  readonly verifiedUntilMs?: number;
};

export type DirectoryView = {
  people(page: { readonly offset: number; readonly limit: number }): readonly DirectoryUser[];
  countPeople(): number;
  find(subject: string): DirectoryUser | undefined;
  /** Not suspended ones. */
  orgAdmins(): readonly DirectoryUser[];
  groups(): readonly ListedGroup[];
  connectors(): readonly ListedConnector[];
  domains(): readonly ListedDomain[];
};
