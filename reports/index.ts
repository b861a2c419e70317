/** The door of `reports`: pure functions from results to documents. */
export { amount, duration } from './amounts.ts';
export { clauseOf, deviationAmounts } from './deviation-amounts.ts';
export { htmlReport, type ReadAttachment } from './html.ts';
export { reason, sentence, verdictWord } from './in-words.ts';
export { junitReport } from './junit.ts';
export { type ParsedResults, parseResults, resultsJson, resultsJsonSchema } from './results-json.ts';
export { oneLine, type Paint, type Style, signs, terminalSummary, troubleLines } from './terminal.ts';
