/** Where the process of one zone begins: opens the zone that it is told to, does what it is asked, reports what its observers hear, and ends with its parent. */

import { causeInWords } from '../../ports/system-log.ts';
import { type ClockState, worldClock } from '../../ports/world-clock.ts';
import { startNameGuard } from '../../tap/name-guard.ts';
import { startSocketGuard } from '../../tap/socket-guard.ts';
import type { Surroundings, ZoneTypes } from './zone.ts';
import type { Answer, GuardNotes, Opening, Question, Report } from './zone-messages.ts';

const sockets = startSocketGuard();
const names = startNameGuard();
const clock = worldClock();
let zone: ZoneTypes[keyof ZoneTypes] | undefined;

const say = (said: Report | Answer): void => void process.send?.(said);
const surroundings: Surroundings = {
  clock,
  log: {
    info: (message) => say({ report: 'info', message }),
    error: (message, cause) => say({ report: 'error', message: `${message}${causeInWords(cause)}` }),
  },
  observer: { heard: (crossing) => say({ report: 'heard', crossing }) },
  audited: (head) => say({ report: 'audited', head }),
};

async function open(opening: Opening): Promise<void> {
  if (zone !== undefined) throw new TypeError('a process runs one zone, and this one has its own already');
  clock.follow(opening.clock);
  zone = await opened(opening);
}

/** Under the released policy and no other: no planted defect can be reached from here (S6). Loads the code of this one zone: three whole systems would take half as much memory again. */
async function opened(opening: Opening): Promise<ZoneTypes[keyof ZoneTypes]> {
  switch (opening.zone) {
    case 'cloud':
      return (await import('./cloud-zone.ts')).openCloudZone(opening.setup, surroundings);
    case 'edge':
      return (await import('./edge-zone.ts')).openEdgeZone(opening.setup, surroundings);
    case 'desk':
      return (await import('./desk-zone.ts')).openDeskZone(opening.setup, surroundings);
  }
}

/** One turn later, so that what ended just now has been heard; its reports are on their way before this answer. */
async function settled(): Promise<GuardNotes> {
  await new Promise((resolve) => setImmediate(resolve));
  return { ...sockets.taken(), asked: names.taken() };
}

const own: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  open,
  settled,
  follow: (state: ClockState) => clock.follow(state),
};

async function answerTo({ id, method, parameters }: Question): Promise<Answer> {
  try {
    const asked = Object.hasOwn(own, method) ? own[method] : methodOfZone(method);
    return { id, gives: await Reflect.apply(asked as (...given: readonly unknown[]) => unknown, undefined, parameters) };
  } catch (problem) {
    const { name, message } = problem instanceof Error ? problem : { name: 'Error', message: 'something that is no error was thrown' };
    return { id, problem: { name, message } };
  }
}

function methodOfZone(method: string): unknown {
  const methods = new Map<string, unknown>(Object.entries(zone ?? {}));
  if (!methods.has(method)) throw new TypeError(`this zone has no ${method}, or is not open yet`);
  return methods.get(method);
}

process.on('message', (question: Question) => void answerTo(question).then(say));
// Where there are no groups of processes, a terminal's Ctrl-C reaches this one, too: it is the parent who ends a run, in order.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => process.exit(0));
// Without its parent there is nobody left to ask it for anything.
process.on('disconnect', () => process.exit(0));
