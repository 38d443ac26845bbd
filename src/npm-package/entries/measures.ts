export * from '../../standard/generated/measures.ts';
export type { Measure } from '../../standard/measure.ts';
