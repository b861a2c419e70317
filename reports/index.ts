/** The door of `reports`: pure functions from results to documents. */
export { duration } from './amounts.ts';
export { drillMoments } from './html/drill-moments.ts';
export { htmlReport, type ReadAttachment } from './html.ts';
export { exitCodeMeaning, reason, sentence, verdictWord } from './in-words.ts';
