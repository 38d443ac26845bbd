export { NATIONS } from '../../standard/synthesise/board.ts';
export { boardsOfNation, synthesiseReturns } from '../../standard/synthesise/synthesise-returns.ts';
