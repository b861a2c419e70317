/** The directory: who the cloud's people are, who is an org admin, and everything by which that changes: sign-in, org admins, SCIM, group rules, the HR feed (S10, M-11, N-01 to N-08). */
export type { IdpIdentity } from '../../kernel/directory.ts';
export { type Connectors, connectorsIn, type NewConnector } from './connectors.ts';
export { createDirectory, type Directory } from './directory.ts';
export { type GivenGroup, membershipsIn, provisionGroup } from './memberships.ts';
export { type DirectoryPolicy, type DirectoryRefusal, releasedDirectoryPolicy } from './policy.ts';
export { createDirectoryService, type DirectoryService } from './service.ts';
export { reservedIn } from './stored/reserved.ts';
