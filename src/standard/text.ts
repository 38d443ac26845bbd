/** Words a person sees, in both official languages. */
export interface Text {
  readonly en: string;
  readonly cy: string;
}

export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];
