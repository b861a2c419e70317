/** What `list` can be asked for. */
export const subjects = ['scenarios', 'requirements', 'decisions', 'faults', 'deviations', 'drivers'] as const;
export type Subject = (typeof subjects)[number];
