/**
 * JSON as a template literal of TypeScript, for data that is parsed when it is needed. Its line ends stay, so that
 * a changed line of data is a changed line in review.
 */
export function templateLiteral(json: string): string {
  return `\`${json.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
}

/** An expression that gives the data, and that bundlers leave out where it is not used. */
export function parsedData(json: string): string {
  return `/* @__PURE__ */ JSON.parse(${templateLiteral(json)})`;
}

/** An expression for a record whose members are parsed one by one, each when it is first read. */
export function recordOnDemand(members: readonly (readonly [name: string, json: string])[]): string {
  const lines = members.map(([name, json]) => `  ${JSON.stringify(name)}: ${templateLiteral(json)},\n`);
  return `/* @__PURE__ */ parsedOnDemand({\n${lines.join('')}})`;
}

/** An object as JSON whose one long list stands with one entry a line. */
export function withListInLines(list: string, object: Readonly<Record<string, unknown>>): string {
  const { [list]: entries, ...rest } = object;
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},${JSON.stringify(list)}:${inLines(entries as readonly unknown[])}}`;
}

/** A list as JSON, one entry a line. */
export function inLines(entries: readonly unknown[]): string {
  return `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`;
}

/** An object as JSON, one member a line. */
export function entriesInLines(entries: readonly (readonly [name: string, value: unknown])[]): string {
  const lines = entries.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}
