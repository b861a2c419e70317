/** Progress as plain lines, one for each thing that happened: for files, pipes and CI. */
import { duration, oneLine, reason, sentence, signs, terminalSummary, verdictWord } from '../../reports/index.ts';
import type { ScenarioResult } from '../verdict/results.ts';
import { type Environment, paintFor, type Screen } from './paint.ts';
import type { Progress } from './progress.ts';
import { whereLines } from './where.ts';

const endedLine = (result: ScenarioResult, place: string): string => {
  const { verdict, claim, durationMs } = result;
  const why = verdict.kind === 'pass' ? duration(durationMs) : reason(verdict);
  return `${place} ${signs[verdict.kind]} ${verdictWord[verdict.kind]}: ${oneLine(sentence(claim))} (${oneLine(why)})`;
};

/** Writes whole lines only; nothing is ever redrawn. */
export function plainProgress(screen: Screen, env: Environment): Progress {
  const paint = paintFor(screen, env);
  let total = 0;
  let ended = 0;
  const line = (text: string): void => void screen.write(`${text}\n`);
  return {
    phase(name, detail) {
      // The first line of a run says on which identity provider it is.
      if (name === 'preparing') return;
      line(oneLine(detail === undefined ? `${sentence(name)}` : `${sentence(name)}: ${detail}`));
    },
    planned(count) {
      total = count;
      line(`  ${count} planned`);
    },
    note: (message) => line(`  ${oneLine(message)}`),
    warn: (text) => line(`  ${paint('inconclusive', 'Warning:')} ${oneLine(text)}`),
    scenarioStarted: () => {},
    scenarioEnded(result) {
      ended += 1;
      line(endedLine(result, `  [${String(ended).padStart(String(total).length)}/${total}]`));
    },
    done: (results, paths) => line(terminalSummary(results, whereLines(paths), paint).join('\n')),
    close: () => {},
  };
}
