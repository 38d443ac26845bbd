/** Dimensions of one question, period and area counted; selectors choose the table and do not count. */
export const MAXIMUM_DIMENSIONS = 4;

/** Cells of one answer. */
export const MAXIMUM_CELLS = 5000;
