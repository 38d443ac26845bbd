export type * as V1_0 from '../../standard/generated/types.ts';
export type * as V1_1 from '../../standard/generated/v1_1/types.ts';
export { DRAFT_VERSIONS, VERSIONS } from '../../standard/generated/versions.ts';
export { diffSchemas } from '../../standard/versions/diff-schemas.ts';
export { upgradeReturn } from '../../standard/versions/upgrade-return.ts';
