import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Told } from './measured-service.ts';
import { cpuSecondsOf } from './processor-time.ts';

const SERVICE = fileURLToPath(new URL('measured-service.ts', import.meta.url));

/** A public service on an archive, in a process of its own that measures itself. */
export interface StartedService {
  readonly address: string;
  readonly pid: number;
  /** Seconds of processor time that it has used, all threads together. */
  cpuSeconds(): number;
  /** What it has measured of itself since it was asked last. */
  measured(): Promise<Told>;
  end(): Promise<void>;
}

/** Starts the public service, which keeps no answers, logs no answers and limits no rates unless told otherwise. */
export async function startMeasuredService(
  archive: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<StartedService> {
  const service = fork(SERVICE, [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: '16',
      SPCD_ROLE: 'public',
      SPCD_ARCHIVE_DIR: archive,
      SPCD_PORT: '0',
      SPCD_LOG_LEVEL: 'error',
      SPCD_REQUESTS_PER_MINUTE: '0',
      SPCD_ANSWER_CACHE_MB: '0',
      ...environment,
    },
  });
  const [told] = (await once(service, 'message')) as [Told];
  const { address = '' } = told;
  const pid = service.pid ?? 0;
  return {
    address,
    pid,
    cpuSeconds: () => cpuSecondsOf(pid),
    async measured() {
      service.send('tell');
      return ((await once(service, 'message')) as [Told])[0];
    },
    async end() {
      service.send('end');
      await once(service, 'exit');
    },
  };
}
