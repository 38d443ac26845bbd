// The start of a worker thread of a service that runs from its source: a thread knows no TypeScript by itself.
import { register } from 'tsx/esm/api';

register();
await import('./workbook-writer.ts');
