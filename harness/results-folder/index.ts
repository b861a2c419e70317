/** The door of `results-folder`: a place for a run's documents, and their safe arrival there. */
export { diskProblem } from './disk-problem.ts';
export { type Pointed, pointLatest } from './latest.ts';
export { NoResultsFolder, prepareResultsFolder, type ResultsFolder, runFolderName, type Wanted } from './results-folder.ts';
export { writeWholeFile } from './whole-file.ts';
export { type Document, type WriteOptions, type Written, writeResults } from './write-results.ts';
