import { INSTRUMENT_IDS, MEASURES } from '../../generated/measures.ts';
import type { Measure } from '../../measure.ts';

const BY_ID: ReadonlyMap<string, Measure> = new Map(
  Object.values(MEASURES).map((measure) => [measure.id, measure]),
);

/** A measure of the registry, if there is one of that id. */
export function measureOf(id: string): Measure | undefined {
  return BY_ID.get(id);
}

const SENT: readonly Measure[] = Object.values(MEASURES).filter(({ aggregate }) => aggregate !== 'none');

const BY_INSTRUMENT: ReadonlyMap<string, readonly Measure[]> = new Map(
  INSTRUMENT_IDS.map((id) => [id, SENT.filter(({ instrument }) => instrument === id)]),
);

/** The measures of an instrument that outcomes can be sent of; several share its coverage rows. */
export function measuresOfInstrument(instrument: string): readonly Measure[] {
  return BY_INSTRUMENT.get(instrument) ?? [];
}
