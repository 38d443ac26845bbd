import { Type } from 'typebox';

/** Words in both languages. */
export const TEXT_SHAPE = Type.Object({ en: Type.String(), cy: Type.String() });
