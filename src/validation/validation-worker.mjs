// The start of a worker thread. The service runs from its source, and a thread knows no TypeScript by itself.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { serveValidations } = await import('./serve-validations.ts');
serveValidations(parentPort);
