/** The door of the history: what actors did, and in which phase. */
export { createHistory, type OpenHistory, type Phase, type Recorded } from './history.ts';
