import { parentPort } from 'node:worker_threads';
import { serveValidations } from './serve-validations.ts';

/** What runs in a worker thread. */
if (parentPort === null) throw new Error('there is nobody to validate for: this runs in a worker thread');
serveValidations(parentPort);
