import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used, all of its threads together. Linux only. */
export function cpuSecondsOf(pid: number): number {
  const [user = 0, system = 0] = ticksOf(pid);
  return (user + system) / TICKS_PER_SECOND;
}

/** The same of a PostgreSQL server: its own, and that of all processes it has started, those that ended included. */
export function cpuSecondsOfServer(pid: number): number {
  const own = ticksOf(pid).reduce((total, ticks) => total + ticks, 0) / TICKS_PER_SECOND;
  return childrenOf(pid).reduce((total, child) => total + cpuSecondsOf(child), own);
}

/** Of a process and of those it has waited for, each in user and system mode. */
function ticksOf(pid: number): number[] {
  return statusOf(pid).slice(11, 15).map(Number);
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((candidate) => Number.isInteger(candidate) && Number(statusOf(candidate)[1]) === pid);
}

/** The fields behind the name of the process; none of one that has ended meanwhile. */
function statusOf(pid: number): string[] {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
