/** Whether all of it is to be done, which takes a quarter of an hour or more: `npm run faults`. */
export const IS_WHOLE = process.env.FAULTS_WHOLE === '1';
