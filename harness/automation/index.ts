/** The customer's own automation, in the surroundings of a world: what it hands on to the cloud, and what can be disturbed in it. */
export { type Automation, type RunningAutomation, startAutomation } from './automation.ts';
export type { GatewayMode } from './gateway.ts';
export { type FileSeen, fileOf, type HrExport, type HrRecord, hrColumns, hrDateColumns, hrFilePath, type Personnel } from './personnel.ts';
export { type Belief, type Job, type Provisioning, type Push, workers } from './provisioning.ts';
export { type Known, requestOf } from './pushes.ts';
export { type KeptRule, type KeptRules, membersBy, type RulesAsCode, ruledGroup } from './rules-as-code.ts';
export { scimGroup, scimPatch, scimUser } from './scim-bodies.ts';
