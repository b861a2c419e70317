/** The shape of a finished run, as written to `results.json` and read by every report. The JSON Schema in the results folder is made from this. */
import { z } from 'zod';

const instant = z.number().int().describe('milliseconds since the epoch');

export const verdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pass'), expectationsMet: z.number().int().min(1) }),
  z.object({ kind: z.literal('fail'), expected: z.string(), observed: z.string() }),
  z.object({ kind: z.literal('error'), cause: z.string() }),
  z.object({
    kind: z.literal('inconclusive'),
    why: z.enum(['calibration-failed', 'fault-not-observed', 'not-healed', 'outcome-unknown', 'time-ran-out', 'idp-gone']),
    detail: z.string(),
  }),
  z.object({ kind: z.literal('skipped'), lacks: z.string(), detail: z.string() }),
]);
export type Verdict = z.infer<typeof verdictSchema>;
export type VerdictKind = Verdict['kind'];

export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ok'),
    landedOn: z.string(),
    reference: z.string(),
    actor: z.string().optional().describe('as whom the audit record knows the person'),
  }),
  z.object({
    kind: z.literal('refused'),
    code: z.string(),
    shown: z.string().describe('what the person saw: HTTP status and page title'),
    reference: z.string(),
    looks: z.string().optional().describe('digest of the whole page without its reference'),
  }),
  z.object({
    kind: z.literal('fault'),
    symptom: z.enum(['refused', 'timed-out', 'reset', 'untrusted', 'no-such-name', 'stopped-elsewhere', 'browser-crashed', 'other']),
    detail: z.string(),
  }),
  z.object({ kind: z.literal('unknown'), why: z.string() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const operationSchema = z.object({
  actor: z.string(),
  verb: z.string(),
  from: z.string().describe('network'),
  phase: z.enum(['given', 'calibration', 'act', 'expectation', 'canary']),
  invokedAtMs: instant,
  endedAtMs: instant,
  outcome: outcomeSchema,
});
export type Operation = z.infer<typeof operationSchema>;
export type History = readonly Operation[];

export const markSchema = z.object({ name: z.string(), atMs: instant, note: z.string().optional() });
export type Mark = z.infer<typeof markSchema>;

export const attachmentSchema = z.object({
  kind: z.enum(['screenshot', 'trace', 'page', 'log']),
  title: z.string(),
  file: z.string().describe('path relative to the results folder'),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const scenarioResultSchema = z.object({
  id: z.string().describe('path below scenarios/, without the ending'),
  claim: z.string().describe('the file name as a sentence'),
  file: z.string(),
  proves: z.array(z.string()).min(1),
  needs: z.array(z.string()),
  alone: z.boolean(),
  hands: z.literal('wire').optional().describe('acted on the wire in every run: no browser has a part in what is claimed'),
  world: z.number().int().describe('which worker ran it; 0 when none did'),
  fault: z.string().optional(),
  disturbance: z
    .object({
      family: z.string().describe('where it strikes: network, process, oidc, …'),
      title: z.string().describe('what happens'),
      means: z.string().describe('how it is brought about: network, process, realm, rewriting of answers, or automation'),
      meets: z
        .string()
        .describe('what must come of a sign-in, or of the change of the directory: a refusal code, goes-on, or stops-at-the-idp'),
    })
    .optional()
    .describe('what the fault is'),
  deviation: z.string().optional().describe('the one thing that departs from the honest input'),
  listedDeviation: z
    .object({
      family: z.string().describe('what departs: ID token, authorization response, …'),
      name: z.string(),
      title: z.string().describe('what is wrong with it'),
      breaks: z.string().describe('the clause that it breaks'),
      refusedWith: z.string().describe('the refusal code that it must meet'),
    })
    .optional()
    .describe('which of the listed deviations this scenario is about'),
  startedAtMs: instant,
  durationMs: z.number(),
  verdict: verdictSchema,
  calibration: outcomeSchema.optional(),
  sightings: z.array(
    z.object({ when: z.enum(['before', 'during', 'after']), seen: z.enum(['present', 'absent', 'unclear']), detail: z.string() }),
  ),
  expectations: z.array(z.object({ claim: z.string(), judged: z.enum(['met', 'not-met', 'unclear']), observed: z.string() })),
  operations: z.array(operationSchema),
  marks: z.array(markSchema).describe('moments of interest, e.g. lock-out noticed, SSO restored'),
  attachments: z.array(attachmentSchema),
});
export type ScenarioResult = z.infer<typeof scenarioResultSchema>;

export const checkerResultSchema = z.object({
  name: z.string(),
  claim: z.string(),
  cites: z.array(z.string()),
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
  evidence: z
    .boolean()
    .describe(
      'false when a pass shows nothing about the claim, by how the run was made or what happened in it: note says why, and it is not held',
    ),
  canary: z.enum(['found', 'not-found']).describe('the planted finding that proves that the checker looked'),
  examined: z.number().int().describe('how many things were looked at'),
  unit: z.string().describe('what was counted: records, bytes, crossings'),
  findings: z.array(z.string()),
  note: z.string().optional().describe('what the verdict is worth'),
});
export type CheckerResult = z.infer<typeof checkerResultSchema>;

export const resultsSchema = z.object({
  schema: z.literal('tempered-results/1'),
  run: z.object({
    id: z.string(),
    seed: z.number().int(),
    startedAtMs: instant,
    endedAtMs: instant,
    version: z.string(),
    commit: z.string().optional(),
    node: z.string(),
    platform: z.string(),
    mode: z.enum(['browser', 'wire']),
    browser: z.string().optional(),
    workers: z.number().int().describe('how many worlds it had'),
    shares: z.number().int().min(2).optional().describe('among how many processes it was shared out; absent when one ran all of it'),
    processes: z.boolean().describe('true when each zone ran in a process of its own'),
    command: z.string(),
    interrupted: z.boolean().describe('true when somebody asked for the end before everything that was planned had run'),
  }),
  idp: z.object({
    driver: z.string(),
    version: z.string(),
    because: z.string().describe('why this driver'),
    passedOver: z.array(z.object({ driver: z.string(), why: z.string() })),
    readyMs: z.number(),
    plainPages: z.boolean().optional().describe('true when it showed its pages without style sheets, for nobody looked at them'),
  }),
  profile: z.object({
    name: z.string(),
    departures: z
      .array(z.object({ title: z.string(), detail: z.string(), cites: z.array(z.string()) }))
      .describe('where this run is weaker than the source asks; each is a finding for the reader'),
  }),
  planned: z.number().int(),
  notRun: z.array(z.object({ id: z.string(), claim: z.string() })).describe('what was planned and was not judged at all'),
  scenarios: z.array(scenarioResultSchema),
  checkers: z.array(checkerResultSchema),
  titles: z.record(z.string(), z.string()).describe('what the requirements and decisions are about that this run names, by id'),
  warnings: z.array(z.string()),
  verdict: z.enum(['pass', 'fail', 'error', 'inconclusive']),
  exitCode: z.number().int(),
});
export type RunResults = z.infer<typeof resultsSchema>;
