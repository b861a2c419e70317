/** An invariant over a whole run: a pure look at the evidence, and a canary, the same evidence with one planted violation that the look must find. */
import type { Crossing } from '../../system/index.ts';
import type { Sighting } from '../idp-probe/symptom.ts';
import type { Lookup } from '../network/names.ts';
import type { Marker } from '../tap/markers.ts';
import type { SocketNotes } from '../tap/socket-guard.ts';
import type { ListedRoute } from '../target/operations.ts';
import type { AuditRecord, AuditVerification } from '../target/target.ts';
import type { CheckerResult, Operation } from '../verdict/results.ts';

/** An answer that some actor got from the system. */
export type HeardAnswer = { readonly place: string; readonly status: number; readonly reference: string | undefined };
/** Text that the run leaves behind: a log, an audit file, the results themselves. */
export type LeftBehind = { readonly name: string; readonly text: string };

/** A scenario that ran: the fault that it installed, if any, and what the probe saw after the healing, if it came to that. */
export type Healing = { readonly scenario: string; readonly fault: string | undefined; readonly after: Sighting | undefined };
/** The zones of a run, and in words each that ended before its time or cannot tell what it heard. */
export type HeardZones = { readonly opened: readonly string[]; readonly silences: readonly string[] };

export type RunEvidence = {
  readonly operations: readonly Operation[];
  readonly answers: readonly HeardAnswer[];
  readonly records: readonly AuditRecord[];
  readonly crossings: readonly Crossing[];
  /** Every route table that was ever in force in any world, as it was read back; the records say by digest when which one was. */
  readonly routeTables: readonly (readonly ListedRoute[])[];
  /** Every name that anybody asked for, and from which network. */
  readonly lookups: readonly Pick<Lookup, 'name' | 'by'>[];
  /** True when each zone ran in a process of its own: only then is a verdict on what crossed a boundary evidence (S1). */
  readonly zonesApart?: boolean;
  /** Every client socket that any guard heard of. */
  readonly sockets: SocketNotes;
  readonly zones: HeardZones;
  readonly healings: readonly Healing[];
  /** What the verifier said of each audit log at the end of the run. */
  readonly audits: readonly AuditVerification[];
  readonly leftBehind: readonly LeftBehind[];
  /** Values that must stand nowhere: passwords, client secrets, one-time links. Named, because a finding must not repeat the secret. */
  readonly secrets: readonly Marker[];
};

/**
 * `examined` counts what was judged and nothing else. `outOf`, where it is more: among how many things that was looked for; a run in which
 * nothing of the kind happened is no failure, but one that left nothing to look through is. `note` tells what the verdict is worth.
 * `evidence` is false where a pass shows nothing in a run that was made like this one; then `note` says why.
 */
export type Look = {
  readonly examined: number;
  readonly outOf?: number;
  readonly findings: readonly string[];
  readonly note?: string;
  readonly evidence?: boolean;
};

export type Checker = {
  readonly name: string;
  readonly claim: string;
  readonly cites: readonly string[];
  /** What `examined` counts. */
  readonly unit: string;
  look(evidence: RunEvidence): Look;
  /** The evidence with one violation planted. */
  withCanary(evidence: RunEvidence): RunEvidence;
};

/**
 * Fail: something was found. Inconclusive: there was nothing to look through, or the planted violation was not found. A checker that throws
 * fails nobody and proves nothing: inconclusive. A pass over nothing that was examined is no evidence.
 */
export function runChecker(checker: Checker, evidence: RunEvidence): CheckerResult {
  const { name, claim, unit } = checker;
  const described = { name, claim, unit, cites: [...checker.cites] };
  try {
    const look = checker.look(evidence);
    const { examined, outOf = examined, findings } = look;
    const canaryFound = checker.look(checker.withCanary(evidence)).findings.length > findings.length;
    const blind = outOf === 0 || !canaryFound;
    return {
      ...described,
      examined,
      findings: [...findings],
      canary: canaryFound ? 'found' : 'not-found',
      verdict: findings.length > 0 ? 'fail' : blind ? 'inconclusive' : 'pass',
      ...worth(look),
    };
  } catch (error) {
    const note = `the checker broke: ${error instanceof Error ? error.message : String(error)}`;
    return { ...described, evidence: false, examined: 0, findings: [], canary: 'not-found', verdict: 'inconclusive', note };
  }
}

/** Whether a pass of this look shows anything, and what is to be said of it. */
function worth({ examined, evidence = true, note }: Look): Pick<CheckerResult, 'evidence' | 'note'> {
  const said = note ?? (examined === 0 ? 'nothing of the kind happened in this run' : undefined);
  return { evidence: evidence && examined > 0, ...(said === undefined ? {} : { note: said }) };
}
