/**
 * GitHub's workflow commands and command files. Its own client for them brings an HTTP stack along, which takes longer to
 * load than a light gate takes to run.
 *
 * @module
 */
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";

/**
 * A workflow command on a line of its own: what a value holds can neither end it nor begin another.
 *
 * @example
 * writeCommand("error", { title: "a,b" }, "1\n::stop"); // => "::error title=a%2Cb::1%0A::stop"
 */
export function writeCommand(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(`${value}`)}`);
  return `::${name}${written.length === 0 ? "" : ` ${written.join(",")}`}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Adds a value to a command file, between delimiters that no value can guess. */
export function appendCommandFile(path: string, name: string, value: string): void {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  appendFileSync(path, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
