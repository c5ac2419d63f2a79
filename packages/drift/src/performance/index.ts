export * from "./estimate-binary.ts";
export { type ClassCalibrations, calibrateClasses, estimateClasses } from "./estimate-classes.ts";
export { estimateRocAuc } from "./estimate-roc-auc.ts";
export * from "./isotonic.ts";
export { type ConceptChange, judgeConcept, measureConcept } from "./judge-concept.ts";
export { type Estimates, estimateBinary, estimateMulticlass, judgeEstimates } from "./judge-estimates.ts";
export { judgeWindows } from "./judge-windows.ts";
export { calibrationError, needsCalibration } from "./needs-calibration.ts";
export { countPerformance } from "./rates.ts";
