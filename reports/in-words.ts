/** Says in plain English what verdicts, outcomes and exit codes mean; every report uses these words and no others. */
import type { Outcome, RunResults, Verdict, VerdictKind } from '../harness/verdict/results.ts';
import { amount } from './amounts.ts';
import { standingSo } from './standing.ts';
import { tally } from './tally.ts';

/** One word each, to stand beside a mark. */
export const verdictWord: Readonly<Record<VerdictKind, string>> = {
  pass: 'passed',
  fail: 'failed',
  error: 'error',
  inconclusive: 'inconclusive',
  skipped: 'skipped',
};

/** What a verdict lets a reader conclude. */
export const verdictMeaning: Readonly<Record<VerdictKind, string>> = {
  pass: 'The claim was tested, and everything that it expects was seen.',
  fail: 'The system did something else than the claim says.',
  error: 'The harness or the scenario broke; nothing is known about the claim.',
  inconclusive: 'What was seen does not settle the claim. It is never counted as passed.',
  skipped: 'This machine, identity provider or target lacks something that the claim needs.',
};

const inconclusiveWords: Readonly<Record<Extract<Verdict, { kind: 'inconclusive' }>['why'], string>> = {
  'calibration-failed': 'the same act did not succeed without the deviation',
  'fault-not-observed': 'nobody independent saw the fault',
  'not-healed': 'the fault was still there after it was healed',
  'outcome-unknown': 'nobody could tell how the act ended',
  'time-ran-out': 'time ran out',
  'idp-gone': 'the identity provider was gone when it was needed',
};

/** Why a scenario has its verdict, as one sentence without a full stop. */
export function reason(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'pass':
      return `${amount(verdict.expectationsMet, 'expectation')} met`;
    case 'fail':
      return `expected ${verdict.expected}; observed ${verdict.observed}`;
    case 'error':
      return verdict.cause;
    case 'inconclusive':
      return `${inconclusiveWords[verdict.why]}: ${verdict.detail}`;
    case 'skipped':
      return `lacks ${verdict.lacks}: ${verdict.detail}`;
  }
}

const symptomWords: Readonly<Record<Extract<Outcome, { kind: 'fault' }>['symptom'], string>> = {
  refused: 'connection refused',
  'timed-out': 'no answer in time',
  reset: 'connection broken off',
  untrusted: 'certificate not accepted',
  'no-such-name': 'name not found',
  'stopped-elsewhere': 'stopped by somebody else',
  'browser-crashed': 'the browser crashed',
  other: 'network fault',
};

/** How an operation ended: a word, a refusal code where there is one, and what else was seen. */
export function outcomeInWords(outcome: Outcome): { readonly word: string; readonly code?: string; readonly detail: string } {
  switch (outcome.kind) {
    case 'ok':
      return { word: 'ok', detail: outcome.landedOn };
    case 'refused':
      return { word: 'refused', code: outcome.code, detail: outcome.shown };
    case 'fault':
      return { word: symptomWords[outcome.symptom], detail: outcome.detail };
    case 'unknown':
      return { word: 'unknown', detail: outcome.why };
  }
}

/** The exit codes that every command shares. */
export const exitCodes: Readonly<Record<number, string>> = {
  0: 'every planned check passed',
  1: 'a check failed',
  2: 'the command was not understood',
  3: 'inconclusive, or not everything that was planned was run',
  4: 'the harness itself broke',
};

/** What an exit code means, as a clause. */
export const exitCodeMeaning = (code: number): string => exitCodes[code] ?? 'not one of the codes that are defined';

/** The whole run in one sentence. */
export function headline(results: RunResults): string {
  const counts = tally(results);
  const broken = results.checkers.filter(({ verdict }) => verdict === 'fail').length;
  const failures = [
    counts.fail > 0 ? `${amount(counts.fail, 'scenario')} failed` : '',
    broken > 0 ? `${amount(broken, 'check over the whole run', 'checks over the whole run')} did not hold` : '',
  ];
  const skips = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const interrupted = results.run.interrupted ? 'Interrupted: ' : '';
  switch (results.verdict) {
    case 'pass':
      return counts.skipped > 0 ? `Everything that could run here passed${skips}` : 'Everything that was planned passed';
    case 'fail':
      return `${interrupted}${failures.filter((part) => part !== '').join(' and ') || 'A check failed'}`;
    case 'error':
      return counts.error > 0
        ? `${amount(counts.error, 'scenario')} broke before an answer was found`
        : 'The harness broke before an answer was found';
    case 'inconclusive':
      return counts.notRun > 0
        ? `${interrupted}${amount(counts.notRun, 'planned scenario')} did not run`
        : 'This run does not settle its claims';
  }
}

/** What a reader must know before a green line is believed; `says` is one sentence without a full stop. */
export type Caution = { readonly about: 'interruption' | 'boundary'; readonly says: string };

export const cautions = (results: RunResults): readonly Caution[] => [
  ...(results.run.interrupted ? [{ about: 'interruption', says: interrupted(results) } as const] : []),
  ...(results.run.processes ? [] : [{ about: 'boundary', says: boundaryInOneProcess } as const]),
];

const boundaryInOneProcess =
  'the boundary between zones was judged in one process, which is not evidence; a run with --processes judges it in a process for each zone';

function interrupted(results: RunResults): string {
  const held = standingSo(results, 'held').length;
  const { notRun, planned } = tally(results);
  if (notRun === planned) return 'the run was interrupted before anything was judged';
  return `the run was interrupted: ${notRun} of ${amount(planned, 'planned scenario')} were not judged at all, and the ${amount(held, 'check')} over the whole run that held saw only what ran before`;
}

const abbreviations = /\b(oidc|saml|idp|scim|id)\b/g;

/** The name of a folder or a family as a heading: abbreviations as they are written, and a capital. */
export const headingOf = (name: string): string =>
  sentence(name.replaceAll('-', ' ').replace(abbreviations, (word) => (word === 'idp' ? 'IdP' : word.toUpperCase())));

/** What the whole-run checks count, when it is one. */
export const singularUnits: Readonly<Record<string, string>> = {
  answers: 'answer',
  'answers that were let through': 'answer that was let through',
  'installed faults': 'installed fault',
  'attempts to sign in': 'attempt to sign in',
  sockets: 'socket',
  zones: 'zone',
  bytes: 'byte',
  'answers that open a session': 'answer that opens a session',
  crossings: 'crossing',
  'crossings and questions for names': 'crossing or question for a name',
  'uses of a session': 'use of a session',
  records: 'record',
};

/** A text as a sentence begins: with a capital. */
export const sentence = (claim: string): string => claim.charAt(0).toUpperCase() + claim.slice(1);
