/** Fails when a process of this CI run, or a container on its engine, is still there; the engine itself may be. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const mark = `TEMPERED_CI_MARK=${process.argv[2]}`;

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
const parentOf = (pid) => Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
const ancestors = new Set();
for (let pid = process.pid; pid > 1; pid = parentOf(pid)) ancestors.add(pid);

const isOfTheEngine = (command) => /^(\S*\/)?(dockerd|containerd|docker-proxy)\b/.test(command);
const processes = readdirSync('/proc')
  .map(Number)
  .filter((pid) => pid > 0 && !ancestors.has(pid) && !ancestors.has(parentOf(pid)))
  .map((pid) => ({ pid, command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() }))
  .filter(({ pid, command }) => (read(`/proc/${pid}/environ`).includes(mark) || command.includes(process.cwd())) && !isOfTheEngine(command))
  .map(({ pid, command }) => `process ${pid}: ${command.slice(0, 120)}`);

/** Without an engine that answers there is no container of it; whether there should be one is the word of another step. */
function runningContainers() {
  const { stdout } = spawnSync('docker', ['ps', '--format', 'container {{.ID}}: {{.Image}} {{.Names}}'], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').filter((line) => line !== '');
}

const left = [...processes, ...runningContainers()];
for (const one of left) console.log(`still there: ${one}`);
if (left.length === 0) console.log('nothing is left running');
process.exitCode = left.length === 0 ? 0 : 1;
