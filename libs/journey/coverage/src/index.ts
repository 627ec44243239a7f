export { CoverageModule } from './coverage.module.js';
export {
  CoverageLedger,
  type AreaCoverage,
  type MissingResident,
  type RoundCoverage,
} from './coverage-ledger.service.js';
export { ProgressReader, type RoundProgress } from './round-progress.service.js';
export { tubeStages } from './tube-stages.js';
export { CoverageRecount } from './coverage-recount.service.js';
export {
  areaLevels,
  noNumbers,
  type AreaLevel,
  type CoverageNumbers,
  type CoveragePercent,
} from './coverage-numbers.js';
export { missingReasons, type MissingReason } from './missing-reasons.js';
export * from './coverage.errors.js';
