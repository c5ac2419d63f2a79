/**
 * The verdict as a message for the user's own webhook: nothing is sent from here.
 *
 * @module
 */
import type { GateReport } from "@ml-gates/gate";
import { foldReports } from "./expected-reports.ts";
import { listGates, sayBlocks, sayOverall, soleModel, VERDICT_WORDS } from "./gate-row.ts";
import { plainText } from "./plain-text.ts";
import { isWebAddress, type RunFacts } from "./render-comment.ts";

const MOST_GATES = 15;

/**
 * A message for Slack's incoming webhooks: `text` and Block Kit `blocks`.
 *
 * @example
 * JSON.parse(renderSlack([], { missing: [], commit: null, command: null, runUrl: null })).text; // => "🚫 ml-gates: not everything ran"
 */
export function renderSlack(reports: readonly GateReport[], facts: RunFacts): string {
  const { title, lines, link } = tell(reports, facts);
  const mrkdwn = (text: string): object => ({ type: "section", text: { type: "mrkdwn", text } });
  const body = lines.map((line) => escapeSlack(line)).join("\n");
  const run = link === null ? [] : [mrkdwn(`<${link}|The run>`)];
  const header = { type: "header", text: { type: "plain_text", text: plainText(title, 150) } };
  return toJson({ text: escapeSlack(title), blocks: [header, mrkdwn(plainCut(body, 2900)), ...run] });
}

/**
 * A message for Teams' workflow webhooks: an Adaptive Card, version 1.4.
 *
 * @example
 * JSON.parse(renderTeams([], { missing: [], commit: null, command: null, runUrl: null })).type; // => "message"
 */
export function renderTeams(reports: readonly GateReport[], facts: RunFacts): string {
  const { title, lines, link } = tell(reports, facts);
  const block = (text: string, also: object = {}): object => ({
    type: "TextBlock",
    text: escapeTeams(text),
    wrap: true,
    ...also,
  });
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [block(title, { size: "large", weight: "bolder" }), ...lines.map((line) => block(line))],
    actions: link === null ? [] : [{ type: "Action.OpenUrl", title: "The run", url: link }],
  };
  const contentType = "application/vnd.microsoft.card.adaptive";
  return toJson({ type: "message", attachments: [{ contentType, content }] });
}

function tell(reports: readonly GateReport[], { missing, runUrl }: RunFacts) {
  const overall = foldReports(reports, missing);
  const model = soleModel(reports);
  const title = `${VERDICT_WORDS[overall.verdict].mark} ml-gates: ${sayOverall(overall.verdict)}${model === null ? "" : ` · ${plainText(model, 60)}`}`;
  const gates = listGates(reports, missing).map(
    ({ name, verdict, summary }) =>
      `${VERDICT_WORDS[verdict].mark} ${plainText(name, 60)}: ${plainText(summary, 200)}`,
  );
  const rest = gates.length - MOST_GATES;
  const lines = [
    `The change ${sayBlocks(overall)}.`,
    ...gates.slice(0, MOST_GATES),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
  return { title, lines, link: runUrl !== null && isWebAddress(runUrl) ? runUrl : null };
}

/** Slack reads `&`, `<` and `>`, and formats between the marks; `@` alone mentions nobody. */
function escapeSlack(text: string): string {
  const inert = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return inert.replaceAll(/([*_~`])/g, "\u200B$1");
}

function escapeTeams(text: string): string {
  return text.replaceAll(/([*_[\]()<>`#])/g, "\\$1");
}

function plainCut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/&[a-z]*$/, "")}…`;
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
