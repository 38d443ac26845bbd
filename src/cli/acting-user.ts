import { userInfo } from 'node:os';
import type { AuditActor } from '../store/audit-log.ts';

/** Who works at this command line, for the audit log: the user by whom the operating system knows the process. */
export function actingUser(): AuditActor {
  return { kind: 'command', id: userName() };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // A container may run under a number that no list of users has.
    if (error instanceof Error && 'code' in error) return `uid ${process.getuid?.() ?? '?'}`;
    throw error;
  }
}
