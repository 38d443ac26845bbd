/** Whether all of it is to be done, which takes an hour or so: `npm run faults`. */
export const IS_WHOLE = process.env.FAULTS_WHOLE === '1';
