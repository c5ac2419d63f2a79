export { isShared, recallSections, type Section, standsIn } from "./comment-state.ts";
export { describeAge } from "./describe-age.ts";
export * from "./escape-markdown.ts";
export * from "./expected-reports.ts";
export * from "./format-number.ts";
export { countOutcomes, summariseReports } from "./gate-row.ts";
export { escapeHtml } from "./html.ts";
export { type ForeignText, importReport, isGateReport } from "./imports/import-report.ts";
export * from "./merge-reports.ts";
export { logText, plainText } from "./plain-text.ts";
export {
  COMMENT_BYTES,
  type CommentFacts,
  commentMarker,
  NO_FACTS,
  type RunFacts,
  renderComment,
} from "./render-comment.ts";
export { renderHtml } from "./render-html.ts";
export { renderJunit } from "./render-junit.ts";
export { renderSlack, renderTeams } from "./render-messages.ts";
export { renderOpenMetrics } from "./render-openmetrics.ts";
export { renderSummary, SUMMARY_BYTES } from "./render-summary.ts";
export { renderTable, TABLE_COLUMNS } from "./render-table.ts";
