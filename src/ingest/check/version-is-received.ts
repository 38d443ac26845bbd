import type { FindingCollector } from '../../standard/collect-findings.ts';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';
import { DRAFT_VERSIONS } from '../../standard/generated/versions.ts';
import { pathTemplate, pointerTo } from '../../standard/pointer.ts';
import { safeValue } from '../../standard/safe-value.ts';
import { VERSION_IS_RECEIVED } from '../../standard/service-rules.ts';

/** Reports a return that follows a version which may still change. */
export function checkVersionIsReceived(version: string, findings: FindingCollector): void {
  if (!DRAFT_VERSIONS.some((draft) => draft === version)) return;
  findings.add(VERSION_IS_RECEIVED, pathTemplate(['schema_version']), () => ({
    pointer: pointerTo(['schema_version']),
    row: null,
    column: null,
    value: safeValue(version),
    suggestion: SCHEMA_VERSION,
  }));
}
