import type { ReturnSource } from '../standard/validate-return.ts';
import type { Step } from './hold-return.ts';

/** What the service's own thread tells a worker. Every return has a number, and so has every question. */
export type ToWorker =
  | {
      readonly kind: 'ask';
      readonly held: number;
      /** With what is asked first, which has the return opened: a message of its own would wake the thread for nothing. */
      readonly source?: ReturnSource;
      readonly question: number;
      readonly step: Step;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'release'; readonly held: number };

/** A worker's answer to a question. */
export type FromWorker =
  | { readonly question: number; readonly answer: unknown }
  | { readonly question: number; readonly failure: unknown };
