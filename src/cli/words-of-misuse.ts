import type { Text } from '../standard/text.ts';

/** Whether Node could not make sense of a command line. */
export function isMisuse(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

/** What is wrong with a command line, naming the option: Node's own words are English only. */
export function wordsOfMisuse(error: TypeError): Text {
  const code = 'code' in error ? error.code : undefined;
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const option = named.split(' ')[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return { en: `There is no option ${option}.`, cy: `Nid oes opsiwn ${option}.` };
  }
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
    return {
      en: `${named} is one word too many on the command line.`,
      cy: `Mae ${named} yn un gair yn ormod ar y llinell orchymyn.`,
    };
  }
  if (error.message.includes('does not take')) {
    return { en: `${option} takes no value.`, cy: `Nid yw ${option} yn cymryd gwerth.` };
  }
  return {
    en: `${option} needs a value after it; one that begins with a dash is written ${option}=VALUE.`,
    cy: `Mae angen gwerth ar ôl ${option}; ysgrifennir un sy'n dechrau â chysylltnod fel ${option}=GWERTH.`,
  };
}
