/** Flaws of the whole-run checkers: one that looks away, one that breaks, and evidence that was never gathered. */
import type { HarnessDefect } from './defect.ts';

export const checkerLooksAway: HarnessDefect = {
  name: 'harness:checker-looks-away',
  kind: 'harness',
  breaks: 'The checker finds nothing, whatever it is shown.',
  of: 'checker',
  spoil: (checker) => ({ ...checker, look: (evidence) => ({ ...checker.look(evidence), findings: [] }) }),
};

export const checkerBreaks: HarnessDefect = {
  name: 'harness:checker-breaks',
  kind: 'harness',
  breaks: 'The checker throws.',
  of: 'checker',
  spoil: (checker) => ({
    ...checker,
    look: () => {
      throw new TypeError('planted');
    },
  }),
};

export const tapIsMute: HarnessDefect = {
  name: 'harness:tap-is-mute',
  kind: 'harness',
  breaks: 'The tap hears no crossing.',
  of: 'evidence',
  spoil: (evidence) => ({ ...evidence, crossings: [] }),
};

export const answersAreNotKept: HarnessDefect = {
  name: 'harness:answers-are-not-kept',
  kind: 'harness',
  breaks: 'The answers that actors got are not kept, so no record can be compared with them.',
  of: 'evidence',
  spoil: (evidence) => ({ ...evidence, answers: [] }),
};

export const secretsAreNotKnown: HarnessDefect = {
  name: 'harness:secrets-are-not-known',
  kind: 'harness',
  breaks: 'The search for secrets is given no secret to search for.',
  of: 'evidence',
  spoil: (evidence) => ({ ...evidence, secrets: [] }),
};
