import type { Records } from './aggregate-records.ts';
import type { CaseField } from './case-fields.ts';
import type { CaseRecord, ConnectionRecord, ScoreRecord } from './case-records.ts';
import type { Holdings } from './holdings.ts';

/** What was read of every system of one run, while it is being read. */
export class SystemRecords implements Records {
  readonly cases: CaseRecord[] = [];
  readonly connections: ConnectionRecord[] = [];
  readonly scores: ScoreRecord[] = [];
  /** Postcodes by the number of their case, until the postcode file has been read. */
  readonly postcodes = new Map<number, string>();
  readonly fields = new Set<CaseField>();
  holdsConnections = false;
  holdsScores = false;
  casesRead = 0;
  casesLeftOut = 0;
  connectionsRead = 0;
  scoresRead = 0;
  scoresLeftOut = 0;
  connectionsLeftOut = 0;

  holdings(): Holdings {
    return { fields: this.fields, connections: this.holdsConnections, scores: this.holdsScores };
  }
}
