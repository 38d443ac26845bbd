import { parentPort } from 'node:worker_threads';
import type { Answer, AnswerRow } from '../query/answer.ts';
import type { FromWriter, ToWriter } from './workbook-messages.ts';
import { writeXlsx } from './write-xlsx.ts';

/** What runs in the thread that writes workbooks, one after the other. */
const port = parentPort;
if (port === null) throw new Error('there is nobody to write for: this runs in a worker thread');

let begun: Omit<Answer, 'rows'> | undefined;
let rows: AnswerRow[] = [];

port.on('message', async (message: ToWriter) => {
  if ('begin' in message) {
    begun = message.begin;
    rows = [];
  } else if ('rows' in message) {
    rows.push(...message.rows);
  } else {
    try {
      if (begun === undefined) throw new Error('no answer was begun');
      const workbook = await writeXlsx({ ...begun, rows }, message.write);
      tell({ workbook });
    } catch (failure) {
      tell({ failure });
    }
  }
});

function tell(said: FromWriter): void {
  port?.postMessage(said, 'workbook' in said ? [said.workbook.buffer as ArrayBuffer] : []);
}
