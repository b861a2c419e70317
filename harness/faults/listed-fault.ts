/** A fault and the file that it stands in, so that a list of faults leads to each. */
import type { Fault, FaultFamily } from './fault.ts';

/** `file` is the path from the project's root. */
export type ListedFault = { readonly file: string; readonly fault: Fault };

/** The faults of one family's folder, each under the name of its file there. */
export const listed = (folder: FaultFamily, faults: Readonly<Record<string, Fault>>): readonly ListedFault[] =>
  Object.entries(faults).map(([name, fault]) => ({ fault, file: `harness/faults/${folder}/${name}.ts` }));
