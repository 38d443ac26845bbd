/** Residents, or what else is counted of an area, by the codes of one list. */
export interface PopulationItem {
  /** What is counted: people who live there, or the small areas of a kind. */
  readonly unit: 'residents' | 'small_areas';
  /** Where the figures come from, with the licence, as the file says. */
  readonly sources: readonly string[];
  /** The figures by area, then by code, in the order of the file. */
  readonly areas: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** One file of `schema/<version>/populations/`: an item is named after the code list whose codes it counts. */
export type Population = Readonly<Record<string, PopulationItem>>;
