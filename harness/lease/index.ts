/** The door of the lease: what must not outlive a run. */
export { type LeaseOptions, type OpenLease, openLease } from './lease.ts';
export { type LeaseSurvey, surveyLeases } from './left-overs.ts';
export { startOwnProcess } from './own-process.ts';
export { runs, startedAt } from './process-table.js';
