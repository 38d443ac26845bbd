// What `cli-cold.ts` compares with: Node starts, papaparse gives the arrays of a file, Node ends.
const { readFileSync } = require('node:fs');
const Papa = require('papaparse');

const { data } = Papa.parse(readFileSync(process.argv[2], 'utf8'), { delimiter: ',', newline: '\n' });
process.stdout.write(`${data.length}\n`);
