import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { GATE_FILE_SCHEMA, GATE_REPORT_SCHEMA } from "./index.ts";

describe("a published schema", () => {
  it.each([
    ["of the gate file", GATE_FILE_SCHEMA],
    ["of the report", GATE_REPORT_SCHEMA],
  ])("is a schema by its own meta-schema: that %s", (_, schema) => {
    const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    expect(ajv.validateSchema({ ...schema, type: "thing" })).toBe(false);
  });
});
