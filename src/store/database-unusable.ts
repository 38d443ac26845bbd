import type { Text } from '../standard/text.ts';

/** Why a database cannot be used as it is, for the operator. Nothing in it was changed. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
